"""Relations: the list of them, and where one stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import Response

from summitry.ledger import Ledger, OfficialRow
from summitry.views.desk import Desk, desk
from summitry.views.issues import Issue, issues
from summitry.views.plots import Plot, plots
from summitry.views.question import Question
from summitry.views.relation import Relation, relation
from summitry.views.tracks import Track, tracks
from summitry.web.asking import Ask
from summitry.web.errors import NotFoundError
from summitry.web.site import Asked
from summitry.web.timeline import Timeline, timeline

router = APIRouter()
_SLUG = re.compile(r"[A-Za-z0-9]{2,12}(?:-[A-Za-z0-9]{2,12})+")
_ROWS = 8
_ISSUES = 12


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything on a relation's page."""

    relation: Relation
    tracks: tuple[Track, ...]
    timeline: Timeline | None
    issues: tuple[Issue, ...]
    officials: tuple[OfficialRow, ...]
    plots: tuple[Plot, ...]


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
    """List the relations."""
    return asked.page("relations.html", relations=_desk(asked).relations)


@router.get("/relations/{slug}")
def one(asked: Ask, slug: str) -> Response:
    """Show where a relation stands."""
    parties = parties_of(slug)
    question = asked.question(parties)
    found = asked.keep(("relation", parties), lambda: _standing(asked.ledger, question))
    if not found.relation.documents:
        raise NotFoundError(f"no document is of the relation {'-'.join(parties)}", "See the list of relations.")
    return asked.page("relation.html", slug="-".join(parties), standing=found, relation=found.relation)


def _desk(asked: Asked) -> Desk:
    return asked.keep("desk", lambda: desk(asked.ledger, asked.question()))


def _standing(ledger: Ledger, question: Question) -> Standing:
    found = relation(ledger, question, limit=_ROWS)
    return Standing(
        relation=found,
        tracks=tracks(ledger, question),
        timeline=timeline(ledger, question),
        issues=issues(ledger, question)[:_ISSUES],
        officials=tuple(o for o in ledger.officials(**question.filters) if o.party in question.parties),
        plots=plots(ledger, question),
    )
