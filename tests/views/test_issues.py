"""Issues by heading, by vocabulary and by likeness; renamed and put together by persons."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from summitry.intake import from_text
from summitry.ledger import Ledger
from summitry.model import records as r
from summitry.views.issues import SUBJECT, Issue, issues
from summitry.views.issues.headings import Headings
from summitry.views.issues.vocabulary import named_in
from summitry.views.question import Question
from tests import accounts

JP_NO = Question(("JP", "NO"))


def told(heading: str, said: str, day: str) -> tuple[accounts.Document, r.Records]:
    """A readout of one statement under one heading."""
    text = f"{heading}\n\nThe two leaders {said}."
    document = from_text(text, source=f"{day}.txt", title="Talks", published=day, issuers=("JP",))
    hand = accounts.Hand(document)
    section = r.Section(None, heading, hand.at(heading), 0, len(document.text))
    statement = hand.said(said, said.split()[0], r.Act.DISCUSS, section=0)
    return document, hand.records(sections=(section,), statements=(statement,))


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:", clock=accounts.Ticking()) as opened:
        opened.add(*told("Whales", "discussed fishing in the north", "2030-01-01"))
        opened.add(*told("Fisheries", "exchanged views on quotas", "2030-06-01"))
        opened.add(*told("Stave churches", "discussed their upkeep", "2031-01-01"))
        opened.add(*told("The Stave Church", "discussed carpenters", "2031-06-01"))
        yield opened


def names(found: tuple[Issue, ...]) -> list[tuple[str, int]]:
    return [(issue.name, issue.documents) for issue in found]


def test_an_issue_is_known_by_words_by_heading_and_by_a_like_heading(ledger: Ledger) -> None:
    found = issues(ledger, JP_NO)
    assert names(found) == [("Fisheries", 2), ("Stave churches", 2)]
    assert (found[0].first, found[0].last, found[0].years) == ("2030-01-01", "2030-06-01", (2030, 2030))
    assert set(found[0].headings) == {"Whales", "Fisheries"}


def test_a_name_given_by_a_person_stays_when_a_text_is_read_again(ledger: Ledger) -> None:
    ledger.decide("rename", SUBJECT + "fisheries", "Aiko", "as the ministry calls it", "Fish and whales")
    document, records = told("Fisheries", "exchanged views on quotas", "2030-06-01")
    ledger.add(document, r.Records(**{f: getattr(records, f) for f in records.__slots__} | {"reader": "hand-2"}))
    assert names(issues(ledger, JP_NO))[0] == ("Fish and whales", 2)


def test_an_issue_given_the_name_of_another_is_put_together_with_it(ledger: Ledger) -> None:
    (_, churches) = issues(ledger, JP_NO)
    number = ledger.decide("rename", SUBJECT + churches.key, "Aiko", "", "Fisheries")
    assert names(issues(ledger, JP_NO)) == [("Fisheries", 4)]
    ledger.decide("undo", str(number), "Aiko")
    assert len(issues(ledger, JP_NO)) == 2


def test_two_issues_that_take_each_others_name_stay_in_the_list(ledger: Ledger) -> None:
    (_, churches) = issues(ledger, JP_NO)
    ledger.decide("rename", SUBJECT + churches.key, "Aiko", "", "Fisheries")
    ledger.decide("rename", SUBJECT + "fisheries", "Aiko", "", "Heritage")
    assert names(issues(ledger, JP_NO)) == [("Heritage", 4)]


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("the complete denuclearization of the Korean Peninsula", ["north-korea"]),
        ("an important visit", []),
        ("gas and visas", ["visas"]),
        ("natural gas, then visa-free travel", ["energy", "visas"]),
        ("export controls", ["sanctions"]),
    ],
)
def test_the_vocabulary_is_met_by_stems_the_longest_name_first(words: str, keys: list[str]) -> None:
    assert [found.key for found in named_in(words)] == keys


def test_a_party_that_talks_is_no_issue_of_the_talks() -> None:
    assert named_in("support for Ukraine", ("UA", "US")) == ()


def test_headings_without_matter_name_no_issue() -> None:
    headings = Headings()
    assert headings.key("Looking Forward") is None
    assert headings.key("The Ancient and Venerable Timber Houses of Western Coastal Districts") is None
    assert headings.key("Timber houses") == headings.key("The timber house")
