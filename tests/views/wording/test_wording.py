"""The wording of two texts: sentences aligned, words marked, put together by issue."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.intake import from_text
from summitry.ledger import Ledger
from summitry.model.errors import SummitryError
from summitry.views.ordering import in_order
from summitry.views.question import Question
from summitry.views.versions import Change
from summitry.views.wording import OTHER, Line, Wording, along, between
from tests import accounts, series

OLD = (
    "1. Fisheries\n\nThe two leaders confirmed that herring quotas will be settled by a working group before winter. "
    "They praised the crews.\n\n2. Energy\n\nBoth sides will build a cable under the Barents Sea by 2031.\n\n"
    "The choir of Bergen sang."
)
NEW = (
    "1. Energy\n\nBoth sides will build a cable under the Barents Sea by 2034.\n\n2. Fisheries\n\n"
    "The two leaders shared the view that herring quotas will be settled by a working group. They praised the crews."
    "\n\nWhaling was not touched upon by any of the speakers."
)


@pytest.fixture(scope="module")
def laid() -> Iterator[Wording]:
    with Ledger.open(":memory:", clock=accounts.Ticking()) as ledger:
        for name, text in (("old", OLD), ("new", NEW)):
            document = from_text(text, source=f"{name}.txt", title=name, published="2030-01-01", issuers=("NO",))
            ledger.add(document, accounts.Hand(document).records())
        yield between(ledger, "old.txt", "new.txt")


def lines(laid: Wording) -> dict[str, tuple[str, Line]]:
    return {
        (line.b or line.a).quote.split(" ")[-1]: (matter.issue, line)  # type: ignore[union-attr]
        for matter in laid.matters
        for line in matter.lines
    }


def words(line: Line, change: Change) -> list[str]:
    return [piece.text.strip() for piece in line.pieces if piece.change is change]


def test_sentences_are_aligned_and_their_words_marked(laid: Wording) -> None:
    issue, line = lines(laid)["group."]
    assert (issue, line.change) == ("Fisheries", "changed")
    assert "confirmed" in words(line, Change.GONE)
    assert words(line, Change.NEW) == ["shared the view"]
    assert "before winter" in words(line, Change.GONE)


def test_what_has_no_counterpart_is_gone_or_new(laid: Wording) -> None:
    changes = {last: line.change for last, (_, line) in lines(laid).items()}
    assert changes == {"2034.": "changed", "group.": "changed", "crews.": "same", "sang.": "gone", "speakers.": "new"}
    assert laid.counts() == {"same": 1, "changed": 2, "gone": 1, "new": 1}


def test_a_sentence_that_changed_its_place_is_marked(laid: Wording) -> None:
    assert [last for last, (_, line) in lines(laid).items() if line.moved] == ["2034."]


def test_issues_follow_the_newer_text(laid: Wording) -> None:
    assert [matter.issue for matter in laid.matters] == ["Energy", "Fisheries"]


def test_a_text_and_itself_are_the_same(laid: Wording) -> None:
    with Ledger.open(":memory:", clock=accounts.Ticking()) as ledger:
        document = from_text(OLD, source="old.txt", title="old", published="2030-01-01", issuers=("NO",))
        ledger.add(document, accounts.Hand(document).records())
        same = between(ledger, "old.txt", document.id[:8])
    assert {line.change for matter in same.matters for line in matter.lines} == {"same"}
    assert not any(line.moved for matter in same.matters for line in matter.lines)


def test_every_sentence_of_both_texts_comes_once(laid: Wording) -> None:
    found = [line for matter in laid.matters for line in matter.lines]
    assert len({line.a for line in found if line.a}) == sum(line.a is not None for line in found) == 4
    assert len({line.b for line in found if line.b}) == sum(line.b is not None for line in found) == 4


def test_a_series_gives_each_text_with_the_one_before() -> None:
    with series.fill(":memory:") as ledger:
        steps = along(ledger, Question(("JP", "NO")), "summit")
        assert [(step.a.source, step.b.source) for step in steps] == [
            ("1.txt", "2.txt"), ("2.txt", "3.txt"), ("3.txt", "4.txt"), ("4.txt", "5.txt"),
        ]  # fmt: skip
        with pytest.raises(SummitryError, match="no two texts"):
            along(ledger, Question(("JP", "NO")), "ministerial")
    assert OTHER in [matter.issue for matter in steps[0].matters]


@given(st.permutations(range(12)))
def test_the_longest_rising_run_rises(places: list[int]) -> None:
    kept = in_order(places)
    run = [place for place in places if place in kept]
    assert run == sorted(run)
    assert len(run) >= 3
    shuffled = list(range(12))
    assert in_order(shuffled) == frozenset(shuffled)
    Random(1).shuffle(shuffled)
    assert len(in_order(shuffled)) < 12
