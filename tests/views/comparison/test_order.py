"""The order of topics of two accounts, and the facts of the meeting, from records made by hand."""

from __future__ import annotations

from summitry.intake import from_text
from summitry.model import records as r
from summitry.views.comparison import Account, compare
from tests import accounts


def told(publisher: str, *topics: str, **facts: object) -> Account:
    """An account that discusses topics in this order."""
    text = "The two met. " + " ".join(f"They discussed {topic}." for topic in topics)
    document = from_text(text, source=f"{publisher}.txt", title="Talks", published="2030-01-01", issuers=(publisher,))
    hand = accounts.Hand(document)
    said = tuple(hand.said(f"discussed {topic}", "discussed", r.Act.DISCUSS) for topic in topics)
    people = {"The two": ("Leaders", publisher)}
    meeting = hand.meeting("The two met", "2030-01-01", 3, people, **facts)
    return Account(document, hand.records(engagements=(meeting,), statements=said))


def test_topics_stand_in_each_accounts_own_order() -> None:
    laid = compare(told("JP", "fishing", "visas", "natural gas"), told("NO", "natural gas", "fishing", "visas"))
    assert laid.order.a == ("Fisheries", "Visas and travel", "Energy")
    assert laid.order.b == ("Energy", "Fisheries", "Visas and travel")
    assert laid.order.data()["moved"] == ["Energy"]


def test_topics_that_one_account_alone_has_move_nothing() -> None:
    laid = compare(told("JP", "fishing", "cyber attacks", "visas"), told("NO", "fishing", "visas"))
    assert laid.order.moved == frozenset()


def test_facts_keep_both_values_and_differ_only_where_they_exclude_each_other() -> None:
    laid = compare(
        told("JP", "visas", minutes=40, place="Kyoto", initiator="NO"),
        told("NO", "visas", minutes=65, place="Kyoto, Japan"),
    )
    facts = {fact.name: fact for fact in laid.facts}
    assert (facts["minutes"].a, facts["minutes"].b, facts["minutes"].differs) == (40, 65, True)
    assert facts["minutes"].words(facts["minutes"].b) == "65 min"
    assert not facts["place"].differs
    assert (facts["initiator"].b, facts["initiator"].differs) == (None, False)
    assert facts["date"].words("2030-01-01") == "1 Jan 2030"
