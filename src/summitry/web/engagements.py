"""Engagements: the list, and one with its facts, its accounts and their comparison."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import Response

from summitry.ledger import Ledger, Source
from summitry.model.records import Form, Level
from summitry.views.comparison import Account, Comparison, compare
from summitry.views.engagements import EngagementLine, engagement, silent_sides
from summitry.views.facts import facts
from summitry.views.tracks import level_of
from summitry.web.answers import met
from summitry.web.asking import Ask
from summitry.web.choices import relation_choices
from summitry.web.errors import NotFoundError
from summitry.web.pages import stretch
from summitry.web.relations import parties_of
from summitry.web.site import Asked

router = APIRouter()
_ROWS = 40
_UNTOLD = "untold"
_LEVELS = [*(level.value for level in Level), _UNTOLD]
_FORMS = [form.value for form in Form]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts laid side by side."""

    a: Source
    b: Source
    comparison: Comparison


@router.get("/engagements")
def listed(asked: Ask) -> Response:
    """List the engagements, the latest first."""
    slug, level, form = asked.text("relation"), asked.one_of("level", _LEVELS), asked.one_of("form", _FORMS)
    parties = parties_of(slug) if slug else ()
    found = [line for line in met(asked, parties) if _fits(line, level, form)]
    return asked.page(
        "engagements.html",
        found=stretch(found, asked.number("page"), _ROWS),
        relations=relation_choices(asked),
        levels=_LEVELS,
        forms=_FORMS,
        chosen={"relation": slug, "level": level, "form": form},
    )


@router.get("/engagements/{name}")
def one(asked: Ask, name: str) -> Response:
    """Show one engagement: contested facts with all their values, and two accounts side by side."""
    line = engagement(asked.ledger, name, asked.question())
    if line is None or not line.accounts:
        raise NotFoundError(f"there is no engagement {name[:40]!r} in the ledger", "See the list of engagements.")
    texts = tuple({source.document: source for source in (*row_sources(line), *line.row.texts)}.values())
    chosen = _chosen(asked, texts)
    pair = asked.keep(("compared", *chosen), lambda: _compared(asked.ledger, *chosen)) if chosen else None
    return asked.page(
        "engagement.html", line=line, facts=facts(line), texts=texts, pair=pair, silent=silent_sides(line.row)
    )


def row_sources(line: EngagementLine) -> tuple[Source, ...]:
    """Return the documents of an engagement's accounts."""
    return tuple(account.finding for account in line.accounts)


def _fits(line: EngagementLine, level: str, form: str) -> bool:
    told = level_of(line)
    return (not level or (told.value if told else _UNTOLD) == level) and (
        not form or any(account.engagement.form.value == form for account in line.accounts)
    )


def _chosen(asked: Asked, texts: tuple[Source, ...]) -> tuple[Source, Source] | None:
    """The two texts that the page asks for, or the first two."""
    if len(texts) < 2:
        return None
    by_id = {text.document: text for text in texts}
    a = by_id.get(asked.text("a"), texts[0])
    b = by_id.get(asked.text("b"), next(text for text in texts if text.document != a.document))
    return None if a.document == b.document else (a, b)


def _compared(ledger: Ledger, a: Source, b: Source) -> Pair:
    one, other = (Account(ledger.text(text.document), ledger.records(text.document)) for text in (a, b))
    return Pair(a, b, compare(one, other))
