"""Relations: the list of them, and where one stands."""

from __future__ import annotations

import re

from fastapi import APIRouter
from starlette.responses import Response

from summitry.views.desk import RelationLine
from summitry.views.party_names import full_name
from summitry.views.standing import standing
from summitry.web.answers import desk_of
from summitry.web.asking import Ask
from summitry.web.errors import NotFoundError
from summitry.web.pages import stretch
from summitry.web.timeline import timeline

router = APIRouter()
_SLUG = re.compile(r"[A-Za-z0-9]{2,12}(?:-[A-Za-z0-9]{2,12})+")
_ROWS = 8
_PAGE = 100
_ISSUES = 12


def parties_of(slug: str) -> tuple[str, ...]:
    """Return the codes in the address of a relation (``JP-NO``), sorted.

    Raises:
        NotFoundError: it is no such address.
    """
    if not _SLUG.fullmatch(slug):
        raise NotFoundError(f"{slug[:40]!r} is no relation", "A relation is written as JP-NO.")
    return tuple(sorted({code.upper() for code in slug.split("-")}))


@router.get("/relations")
def listed(asked: Ask) -> Response:
    """List the relations, those with most texts first."""
    words = asked.text("words").casefold().split()
    found = [line for line in desk_of(asked).relations if all(word in _told(line) for word in words)]
    page = stretch(found, asked.number("page"), _PAGE)
    return asked.page("relations.html", relations=page.rows, found=page, words=asked.text("words"))


@router.get("/relations/{slug}")
def one(asked: Ask, slug: str) -> Response:
    """Show where a relation stands."""
    parties = parties_of(slug)
    question = asked.question(parties)
    found = asked.keep(("relation", parties), lambda: standing(asked.ledger, question, limit=_ROWS))
    if not found.documents:
        raise NotFoundError(f"no document is of the relation {'-'.join(parties)}", "See the list of relations.")
    drawn = asked.keep(("timeline", parties), lambda: timeline(found.met, found.around, asked.day))
    return asked.page("relation.html", slug="-".join(parties), standing=found, timeline=drawn, issues=_ISSUES)


def _told(line: RelationLine) -> str:
    return " ".join((*line.parties, *map(full_name, line.parties))).casefold()
