"""Officials: who held which post, as the texts themselves print it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from summitry.views.persons import named, persons
from summitry.web.asking import Ask
from summitry.web.choices import party_choices
from summitry.web.pages import stretch

router = APIRouter()
_ROWS = 60


@router.get("/officials")
def listed(asked: Ask) -> Response:
    """List the officials by party and name."""
    party, words = asked.text("party").upper(), asked.text("words")
    question = asked.question()
    everybody = asked.keep("persons", lambda: persons(asked.ledger.officials(**question.filters)))
    found = named(everybody, party, words)
    return asked.page(
        "officials.html",
        found=stretch(found, asked.number("page"), _ROWS),
        parties=party_choices(asked),
        chosen={"party": party, "words": words},
    )
