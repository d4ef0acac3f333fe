"""Officials: who held which post, as the texts themselves print it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from summitry.ledger import OfficialRow
from summitry.views.persons import persons
from summitry.web.asking import Ask
from summitry.web.choices import party_choices
from summitry.web.pages import stretch
from summitry.web.site import Asked

router = APIRouter()
_ROWS = 60


@router.get("/officials")
def listed(asked: Ask) -> Response:
    """List the officials by party and name."""
    party, words = asked.text("party").upper(), asked.text("words")
    everybody = asked.keep("officials", lambda: _register(asked))
    found = persons([row for row in everybody if not party or row.party == party], words)
    return asked.page(
        "officials.html",
        found=stretch(found, asked.number("page"), _ROWS),
        parties=party_choices(asked),
        chosen={"party": party, "words": words},
    )


def _register(asked: Asked) -> tuple[OfficialRow, ...]:
    return asked.ledger.officials(**asked.question().filters)
