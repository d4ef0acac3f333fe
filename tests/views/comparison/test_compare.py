"""Two accounts of one invented call, and what stands in both, in one, or against each other."""

from __future__ import annotations

import pytest

from summitry.intake import from_text
from summitry.reading import reader_for
from summitry.views.comparison import Account, Comparison, Relation, compare

NORWEGIAN = (
    "Prime Minister Kari Lund spoke by phone with Prime Minister Haruto Mori of Japan today. "
    "Prime Minister Lund announced that Norway will deliver 40 electric ferries to the port of Kobe. "
    "The two leaders discussed the treaty on seabed minerals. "
    "Prime Minister Lund expressed concern about whaling in the Southern Ocean."
)
JAPANESE = (
    "Prime Minister of Japan Haruto Mori held a telephone talk with Prime Minister of Norway Kari Lund. "
    "Prime Minister Mori thanked Norway for its decision to deliver 30 electric ferries to the port of Kobe. "
    "Prime Minister Mori stressed that the treaty on seabed minerals must be ratified. "
    "The two leaders confirmed that they will cooperate on Arctic shipping lanes."
)


def account(text: str, publisher: str, title: str) -> Account:
    document = from_text(text, source=title, title=title, published="2031-03-04", issuers=(publisher,))
    return Account(document, reader_for("en").read(document))


@pytest.fixture(scope="module")
def sides() -> tuple[Account, Account]:
    return (
        account(NORWEGIAN, "NO", "Readout of the Prime Minister’s call with Prime Minister Mori of Japan"),
        account(JAPANESE, "JP", "Telephone talk with Prime Minister Lund of Norway"),
    )


@pytest.fixture(scope="module")
def laid(sides: tuple[Account, Account]) -> Comparison:
    return compare(*sides)


def relation_of(comparison: Comparison, words: str) -> set[Relation]:
    return {p.relation for p in comparison.points if any(c and words in c.evidence.quote for c in (p.a, p.b))}


def test_that_the_call_took_place_stands_in_both(laid: Comparison) -> None:
    assert laid.points[0].relation is Relation.BOTH
    assert laid.points[0].topic == "held"


def test_different_numbers_for_one_thing_are_a_conflict(laid: Comparison) -> None:
    assert relation_of(laid, "electric ferries") == {Relation.CONFLICT}
    why = next(p.why for p in laid.points if p.relation is Relation.CONFLICT)
    assert why == "number: 40 against 30"


def test_a_discussed_thing_meets_a_position_on_it(laid: Comparison) -> None:
    assert relation_of(laid, "seabed minerals") == {Relation.BOTH}


def test_what_one_account_leaves_out_is_its_neighbours_alone(laid: Comparison) -> None:
    assert relation_of(laid, "whaling") == {Relation.A_ONLY}
    assert relation_of(laid, "Arctic shipping") == {Relation.B_ONLY}


def test_points_follow_the_order_of_the_first_account(laid: Comparison) -> None:
    starts = [p.a.evidence.start for p in laid.points if p.a]
    assert starts == sorted(starts)
    last_of_a = max(i for i, p in enumerate(laid.points) if p.a)
    assert all(p.relation is Relation.B_ONLY for p in laid.points[last_of_a + 1 :])


def test_an_account_agrees_with_itself(sides: tuple[Account, Account]) -> None:
    assert {p.relation for p in compare(sides[0], sides[0]).points} == {Relation.BOTH}


def test_turning_the_accounts_round_turns_the_relations_round(sides: tuple[Account, Account], laid: Comparison) -> None:
    turned = compare(sides[1], sides[0]).counts()
    counts = laid.counts()
    assert (turned["a-only"], turned["b-only"]) == (counts["b-only"], counts["a-only"])
    assert (turned["both"], turned["conflict"]) == (counts["both"], counts["conflict"])


def test_every_quote_leads_back_to_its_document(sides: tuple[Account, Account], laid: Comparison) -> None:
    texts = {a.document.id: a.document.text for a in sides}
    for claim in laid.data()["claims"]:
        for side in filter(None, (claim["a"], claim["b"])):
            assert texts[side["document"]][side["start"] : side["end"]] == side["text"]


def test_two_lengths_of_one_talk_are_a_conflict() -> None:
    norwegian = "Prime Minister Kari Lund met Prime Minister Haruto Mori of Japan today. The meeting lasted 30 minutes."
    japanese = "Prime Minister Haruto Mori met Prime Minister Kari Lund of Norway. The talks lasted 45 minutes."
    ours = account(norwegian, "NO", "Meeting with Prime Minister Mori of Japan")
    theirs = account(japanese, "JP", "Meeting with Prime Minister Lund of Norway")
    whys = [p.why for p in compare(ours, theirs).points if p.relation is Relation.CONFLICT]
    assert whys == ["length: 30 against 45"]
