"""The small account to export, and a text that means harm."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from summitry.intake import from_text
from summitry.ledger import Ledger
from summitry.model import records as r
from summitry.views.exports import Chosen, What, export
from summitry.views.question import Question
from tests import accounts

FORMULA = '=HYPERLINK("http://evil.example","open")'


@pytest.fixture(scope="module")
def ledger() -> Iterator[Ledger]:
    with accounts.fill(":memory:") as opened:
        yield opened


@pytest.fixture(scope="module")
def hostile() -> Iterator[Ledger]:
    """A ledger of one text whose quotes, names and title are formulas and markup."""
    text = f"{FORMULA} was agreed. -2+3 will be delivered. Ola & Nordmann]]> met @SUM(A1) in Oslo."
    document = from_text(text, source="evil.txt", title="+cmd", published="2025-01-01", issuers=("NO",))
    hand = accounts.Hand(document)
    people = {"Ola & Nordmann]]>": ("=Minister", "NO"), "@SUM(A1)": ("Minister", "JP")}
    found = hand.records(
        statements=(hand.said(FORMULA, "agreed", r.Act.AGREE),),
        commitments=(hand.promised("-2+3 will be delivered", "deliverable"),),
        engagements=(hand.meeting("met", "2025-01-01", 1, people, place="<Oslo>\u0000\ufffe"),),
    )
    with Ledger.open(":memory:") as opened:
        opened.add(document, found)
        yield opened


def made(ledger: Ledger, form: str, *parties: str, what: str | None = None) -> bytes:
    """Return an export."""
    return export(form, Chosen(ledger, Question(parties), What(what) if what else None))
