"""Series: the runs of like engagements, with the numbers that no text tells of."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from summitry.web.asking import Ask
from summitry.web.choices import relation_choices
from summitry.web.pages import stretch
from summitry.web.relations import parties_of

router = APIRouter()
_ROWS = 40


@router.get("/series")
def listed(asked: Ask) -> Response:
    """List the series with their numbers, gaps and contradictions."""
    slug = asked.text("relation")
    parties = parties_of(slug) if slug else ()
    runs = asked.keep(("series", parties), lambda: asked.ledger.series(**asked.question(parties).filters))
    # A run of one unnumbered engagement tells nothing of a run.
    telling = [run for run in runs if len(run.members) > 1 or any(number for number, _ in run.members)]
    found = sorted(telling, key=lambda run: (-len(run.members), run.parties, run.name))
    return asked.page(
        "series.html",
        found=stretch(found, asked.number("page"), _ROWS),
        relations=relation_choices(asked),
        chosen={"relation": slug},
    )
