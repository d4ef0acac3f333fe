"""The samples as one account: what a person who takes them all in can ask."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from summitry.account import Ledger
from summitry.intake import Refusal
from summitry.ledger import Status

SAMPLES = Path(str(files("summitry"))) / "samples"
DAY = "2026-10-01"


@pytest.fixture(scope="module")
def ledger() -> Iterator[Ledger]:
    with Ledger(":memory:") as opened:
        assert not [item for item in opened.add(SAMPLES) if isinstance(item, Refusal)]
        yield opened


def test_again_changes_nothing(ledger: Ledger) -> None:
    again = ledger.add(SAMPLES)
    assert [item.added.status for item in again if not isinstance(item, Refusal)] == [Status.ALREADY] * 12


def test_each_relation_has_its_documents(ledger: Ledger) -> None:
    assert len(ledger.documents("JP", "NO")) == 7
    assert len(ledger.documents("CL", "KE")) == 5
    assert len(ledger.documents("JP", "KE")) == 0


def test_the_series_of_four(ledger: Ledger) -> None:
    numbered = [line.row.ordinals for line in ledger.engagements("JP", "NO") if line.row.ordinals]
    assert sorted(numbered) == [(3,), (4,), (5,), (6,)]


def test_two_accounts_of_one_meeting_stand_side_by_side(ledger: Ledger) -> None:
    (kyoto,) = [line for line in ledger.engagements("JP", "NO") if line.row.dates == ("2025-05-19",)]
    assert [account.finding.publisher for account in kyoto.accounts] == [("JP",), ("NO",)]
    assert kyoto.facts(lambda told: told.minutes) == [60, 50]


def test_what_was_promised_for_last_year_is_overdue_now_and_was_not_then(ledger: Ledger) -> None:
    def late(day: str) -> bool:
        found = ledger.commitments("JP", "NO", status="overdue", as_of=day)
        return any("working groups" in line.finding.quote for line in found)

    assert late(DAY)
    assert not late("2024-12-15")


def test_the_calendar_holds_what_is_to_come_as_exactly_as_it_is_known(ledger: Ledger) -> None:
    coming = {(str(e.when), e.what.value) for e in ledger.calendar("JP", "NO", as_of=DAY)}
    assert {("2027-05", "event"), ("2027-23", "meeting"), ("2027-01/2027-06", "meeting")} <= coming


def test_the_words_are_found(ledger: Ledger) -> None:
    titles = {line.hit.source.title for line in ledger.search('"catch register"', "JP", "NO")}
    assert len(titles) >= 3
