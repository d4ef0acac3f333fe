"""Instruments under one name for all their spellings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from summitry.intake import from_text
from summitry.ledger import Ledger
from summitry.model import records as r
from summitry.views.instruments import COLUMNS, instruments
from summitry.views.question import Question
from tests import accounts

JP_NO = Question(("JP", "NO"))
NAMED = {
    "2030-01-01": ["Treaty of Mutual Fishing and Trade", "Northern Herring Compact (NHC)", "Norway’s Arctic Strategy"],
    "2031-01-01": ["Japan-Norway Treaty of Mutual Fishing and Trade", "NHC", "Japan’s Arctic Strategy"],
    "2032-01-01": ["UN Convention on the Law of the Sea", "2029 Herring Protocol", "Resolution 2397"],
    "2033-01-01": ["United Nations Convention on the Law of the Sea", "Herring Protocol", "Resolution 2722"],
}


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:", clock=accounts.Ticking()) as opened:
        for day, names in NAMED.items():
            text = f"Japan and Norway met. They praised the {', the '.join(names)}."
            document = from_text(text, source=f"{day}.txt", title="Talks", published=day, issuers=("JP",))
            hand = accounts.Hand(document)
            found = tuple(r.Instrument(hand.grounds(name), name) for name in names)
            said = hand.said("praised", "praised", r.Act.WELCOME)
            opened.add(document, hand.records(statements=(said,), instruments=found))
        yield opened


def spellings(ledger: Ledger) -> set[frozenset[str]]:
    return {frozenset(line.names) for line in instruments(ledger, JP_NO) if len(line.names) > 1}


def test_spellings_of_one_instrument_meet_and_those_of_two_do_not(ledger: Ledger) -> None:
    assert spellings(ledger) == {
        frozenset({NAMED["2030-01-01"][0], NAMED["2031-01-01"][0]}),
        frozenset({NAMED["2030-01-01"][1], "NHC"}),
        frozenset({NAMED["2032-01-01"][0], NAMED["2033-01-01"][0]}),
        frozenset({"2029 Herring Protocol", "Herring Protocol"}),
    }


def test_first_and_last_seen_go_over_all_spellings(ledger: Ledger) -> None:
    (line,) = [line for line in instruments(ledger, JP_NO) if "NHC" in line.names]
    assert (line.first, line.last, line.documents, line.mentions) == ("2030-01-01", "2031-01-01", 2, 2)
    assert tuple(line.cells()) == COLUMNS
    assert [seen["quote"] for seen in line.data()["sightings"]] == ["Northern Herring Compact (NHC)", "NHC"]


def test_a_person_renames_and_puts_together(ledger: Ledger) -> None:
    before = len(instruments(ledger, JP_NO))
    ledger.decide("rename", "japan’s arctic strategy", "Aiko", "one plan", "Norway’s Arctic Strategy")
    ledger.decide("rename", "nhc", "Aiko", "", "Herring pact")
    found = instruments(ledger, JP_NO)
    assert len(found) == before - 1
    assert frozenset({"Japan’s Arctic Strategy", "Norway’s Arctic Strategy"}) in spellings(ledger)
    assert "Herring pact" in {line.name for line in found}
