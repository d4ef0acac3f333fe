"""Series with the numbers nobody tells of, and engagements that one side kept silent about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from summitry.ledger import Ledger
from summitry.views.engagements import engagements
from summitry.views.question import Question
from summitry.views.series import COLUMNS, series
from tests import series as invented

JP_NO = Question(("JP", "NO"))


@pytest.fixture
def meetings() -> Iterator[Ledger]:
    with invented.fill(":memory:", (1, 2, 5)) as ledger:
        yield ledger


def test_a_gap_is_a_place_of_its_own(meetings: Ledger) -> None:
    found = series(meetings, JP_NO)
    assert [(place.number, place.row is None) for place in found] == [
        (1, False), (2, False), (3, True), (4, True), (5, False),
    ]  # fmt: skip
    assert [place.cells()["note"] for place in found][2] == ["no document tells of it"]
    assert all(tuple(place.cells()) == COLUMNS for place in found)


def test_who_told_and_who_did_not(meetings: Ledger) -> None:
    first = series(meetings, JP_NO).rows[0]
    assert (first.publishers, first.silent) == (("JP",), ("NO",))


def test_contradictions_stand_beside_the_engagements_they_are_about(ledger: Ledger) -> None:
    with invented.fill(":memory:", (2, 3)) as opened:
        document, _ = invented.meeting(1)
        late = document.text.replace("number 1", "number 1, again")
        other = invented.from_text(late, source="late.txt", title="Late", published="2036-01-01", issuers=("JP",))
        hand = invented.accounts.Hand(other)
        people = {"Haruto Minagawa": ("Prime Minister", "JP"), "Ingrid Haukeland": ("Prime Minister", "NO")}
        told = hand.meeting("met Ingrid Haukeland", "2036-01-01", 1, people)
        opened.add(other, hand.records(engagements=(told,)))
        notes = {place.number: place.notes for place in series(opened, JP_NO)}
    assert notes[1] == notes[2] == ("number 1 (2036-01-01) is later than number 2 (2032-05-01)",)
    assert notes[3] == ()


def test_one_sided_engagements_are_those_a_side_is_silent_on(ledger: Ledger) -> None:
    everything = engagements(ledger, JP_NO)
    silent = {line.row.dates: line.silent for line in everything}
    assert silent == {("2025-11-14",): ("JP",), ("2024-11-08",): ("NO",)}
    assert len(engagements(ledger, JP_NO, one_sided=True)) == 2
    only = engagements(ledger, Question(("NO",)), one_sided=True)
    assert [line.row.dates for line in only] == [("2024-11-08",)]
