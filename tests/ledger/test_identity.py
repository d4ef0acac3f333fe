from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from summitry.ledger import Ledger
from summitry.model.errors import LedgerError
from summitry.model.records import DocumentKind, EventStatus, Form, Level
from tests.ledger.conftest import fresh
from tests.ledger.making import on
from tests.ledger.meetings import Told, groups

# Making a failing example smaller takes minutes where every try makes two ledgers.
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
HOME = Told()
AWAY = Told("KE", "2031-03-05", people=(("Ingrid Sølberg", "NO"), ("OTIENO Daniel", "KE")))


def test_two_governments_accounts_stand_side_by_side(ledger: Ledger) -> None:
    ids = {HOME.add(ledger), AWAY.add(ledger)}
    (row,) = ledger.engagements(parties=("NO", "KE"))
    assert {account.id for account in row.accounts} == ids
    assert [account.publisher for account in row.accounts] == [("KE",), ("NO",)]
    assert row.dates == ("2031-03-04", "2031-03-05")
    assert row.id == min(ids)
    (link,) = row.links
    assert dict(link.reasons)["a day apart, as two time zones may print it"] == 1.0
    assert dict(link.reasons)["the same person for NO"] == 2.0
    assert link.score == sum(weight for _, weight in link.reasons)
    assert ledger.engagement(max(ids)) == row


@pytest.mark.parametrize(
    "other",
    [
        Told("KE", "2031-03-06"),
        Told("KE", "2031-03-04", form=Form.CALL, people=()),
        Told("KE", "2031-03-04", sides=("KE", "SE"), people=(("Per Lind", "SE"), ("Daniel Otieno", "KE"))),
        Told("KE", level=Level.MINISTERIAL, people=(("Kari Vik", "NO"), ("Grace Mwangi", "KE"))),
        Told("KE", "2031-03-05", people=(), place=None),
        Told("NO", "2031-03-05"),
        Told("KE", "2031"),
        Told("NO", people=(("Ingrid Solberg", "NO"), ("Grace Mwangi", "KE")), place="Kisumu"),
        Told("NO", people=(("Daniel Otieno", "KE"),), place="Kisumu"),
        Told("NO", sides=("KE", "NO", "SE"), place="Kisumu"),
        Told("NO", "2031-03-03/2031-03-06", form=Form.VISIT),
    ],
    ids=[
        "two days",
        "form",
        "parties",
        "people",
        "a day and nobody named",
        "own next day",
        "any day of a year",
        "own, another guest",
        "own, a guest alone",
        "own, with a third party",
        "own visit around it",
    ],
)
def test_what_is_not_the_same_meeting(ledger: Ledger, other: Told) -> None:
    HOME.add(ledger)
    other.add(ledger)
    assert len(ledger.engagements()) == 2


@pytest.mark.parametrize(
    "other",
    [
        Told("KE", None, published="2031-03-05"),
        Told("KE", "2031-03-04", people=(), level=None, place=None),
        Told("KE", "2031-03-03/2031-03-05", form=Form.VISIT),
        Told("KE", "2031-03-04", sides=()),
    ],
    ids=["undated, published next day", "same day and nobody named", "within a visit", "parties by people"],
)
def test_what_is_the_same_meeting(ledger: Ledger, other: Told) -> None:
    HOME.add(ledger)
    other.add(ledger)
    assert len(ledger.engagements()) == 1


def test_calls_told_on_two_days_without_a_date_are_two(ledger: Ledger) -> None:
    Told(date=None, published="2031-03-05").add(ledger)
    Told(date=None, published="2031-03-06").add(ledger)
    assert len(ledger.engagements()) == 2


def test_an_announcement_and_the_account_of_one_publisher_are_joined(ledger: Ledger) -> None:
    Told(published="2031-03-02").add(ledger)
    Told(date=None, published="2031-03-04", place=None).add(ledger)
    assert len(ledger.engagements()) == 1


def test_a_joint_statement_belongs_to_the_meeting_of_its_day(ledger: Ledger) -> None:
    HOME.add(ledger)
    joint = Told("KE NO", published="2031-03-04", kind=DocumentKind.JOINT_STATEMENT, met=False, people=()).add(ledger)
    (row,) = ledger.engagements()
    assert [source.document for source in row.texts] == [joint]
    (then,) = ledger.engagements(as_of="2031-03-06")
    assert then == row
    assert ledger.engagements(as_of="2031-03-04") == ()


def test_a_plan_is_joined_with_the_meeting_that_came_of_it(ledger: Ledger) -> None:
    Told("SE", "2031-01-09", "2031-01-10", sides=("KE", "NO", "SE"), people=(), place="Oslo",
         plan=("the leaders of Kenya and Norway will meet in Nairobi in spring", "2031-21")).add(ledger)  # fmt: skip
    HOME.add(ledger)
    Told("KE", "2031-05-20", "2031-05-21", place="Bergen").add(ledger)
    later = ("the summit meeting in Nairobi in March", "2031-03", EventStatus.PAST)
    Told("NO", "2031-08-20", "2031-08-21", place="Oslo", event=later).add(ledger)
    rows = {row.dates: row for row in ledger.engagements(parties=("KE", "NO"))}
    met = rows[("2031-03-04",)]
    assert [m.finding.quote for m in met.plans] == ["the leaders of Kenya and Norway will meet in Nairobi in spring"]
    assert [m.finding.quote for m in met.mentions] == ["the summit meeting in Nairobi in March"]
    assert ("the same place", 1.5) in met.plans[0].reasons
    assert rows[("2031-05-20",)].plans == ()
    assert {row.id: row.plans for row in ledger.engagements(as_of="2031-12-31")} == {
        row.id: row.plans for row in ledger.engagements()
    }
    (early,) = [row for row in ledger.engagements(as_of="2031-03-05") if row.dates == ("2031-03-04",)]
    assert (len(early.plans), len(early.mentions)) == (1, 0)


def test_a_person_links_and_unlinks(ledger: Ledger) -> None:
    a, b = HOME.add(ledger), Told("KE", "2031-03-09").add(ledger)
    assert groups(ledger) == {frozenset({a}), frozenset({b})}
    number = ledger.decide("link", a, "Ada", "the communiqué was late", b)
    assert groups(ledger) == {frozenset({a, b})}
    assert groups(ledger, as_of="2031-04-30") == {frozenset({a}), frozenset({b})}
    assert groups(ledger, as_of="2031-05-01") == {frozenset({a, b})}
    ledger.decide("undo", str(number), "Ada")
    assert groups(ledger) == {frozenset({a}), frozenset({b})}
    assert len(ledger.history(a)) == len(ledger.history(b)) == 2


def test_a_person_splits_and_merges(ledger: Ledger) -> None:
    a, b = HOME.add(ledger), AWAY.add(ledger)
    ledger.decide("split", a, "Ada", "two calls on one day", [b])
    assert groups(ledger) == {frozenset({a}), frozenset({b})}
    third = Told("KE", "2031-03-04", place="Mombasa").add(ledger)
    assert sum(len(group) for group in groups(ledger)) == 3
    ledger.decide("merge", a, "Ada", "one after all", [b])
    assert groups(ledger) == {frozenset({a, b, third})}
    with pytest.raises(LedgerError, match="already"):
        ledger.decide("merge", a, "Ada", "", [b])


def test_links_survive_reading_again(ledger: Ledger) -> None:
    a, b = HOME.add(ledger), Told("KE", "2031-03-09").add(ledger)
    ledger.decide("link", a, "Ada", "", b)
    doc, found = HOME.make()
    wider = replace(found.engagements[0], grounds=on(doc, "met in Nairobi (2031-03-04"))
    ledger.add(doc, replace(found, engagements=(wider,), reader="2"))
    assert wider.id != a
    assert groups(ledger) == {frozenset({wider.id, b})}
    ledger.add(doc, replace(found, engagements=(), reader="3"))
    assert groups(ledger) == {frozenset({b})}
    ledger.add(doc, replace(found, reader="4"))
    assert groups(ledger) == {frozenset({a, b})}


def test_an_account_takes_its_corrections_along(ledger: Ledger) -> None:
    a, b = HOME.add(ledger), Told("KE", "2031-03-09").add(ledger)
    ledger.decide("correct", b, "Ada", "a slip of the pen", {"date": "2031-03-04"})
    assert groups(ledger) == {frozenset({a, b})}
    ledger.decide("reject", b, "Ada")
    assert groups(ledger) == {frozenset({a})}


def test_only_the_standing_version_is_an_account(ledger: Ledger) -> None:
    AWAY.add(ledger)
    Told(url="https://mfa.example/1").add(ledger)
    new = Told(url="https://mfa.example/1", place="Nairobi and Kisumu").add(ledger)
    (row,) = ledger.engagements()
    assert new in {account.id for account in row.accounts}
    assert len(row.accounts) == 2


def test_series_show_gaps_and_contradictions(ledger: Ledger) -> None:
    name = "Norway-Kenya Summit Meeting"
    Told(date="2029-03-04", published="2029-03-05", ordinal=18, series=name).add(ledger)
    Told(date="2031-03-04", ordinal=20, series=f"the 20th {name}").add(ledger)
    Told("KE", date="2031-03-04", ordinal=21, series=name).add(ledger)
    Told(date="2031-09-04", published="2031-09-05", ordinal=20, series=name).add(ledger)
    (run,) = ledger.series(parties=("KE", "NO"))
    assert (run.name, [number for number, _ in run.members], run.missing) == (name, [18, 20, 20], (19,))
    assert run.contradictions == (
        "2031-03-04: called number 20 and 21 by different accounts",
        "number 20: 2031-03-04 and 2031-09-04",
    )


PEOPLE = [(("Ingrid Solberg", "NO"), ("Daniel Otieno", "KE")), (("Kari Vik", "NO"), ("Grace Mwangi", "KE")), ()]
tellings = st.builds(
    Told,
    st.sampled_from(["NO", "KE", "SE", "KE NO"]),
    st.none() | st.integers(1, 6).map("2031-03-0{}".format) | st.just("2031-03"),
    st.integers(2, 8).map("2031-03-0{}".format),
    st.sampled_from(PEOPLE),
    st.sampled_from([Form.MEETING, Form.VISIT, Form.CALL]),
    st.sampled_from([Level.SUMMIT, Level.MINISTERIAL, None]),
    sides=st.sampled_from([("KE", "NO"), ("KE", "NO", "SE"), ("NO", "SE")]),
    plan=st.none() | st.just(("the leaders will meet in Nairobi soon", "2031-03-02/2031-04-01")),
    met=st.integers(0, 4).map(bool),
    kind=st.sampled_from([DocumentKind.READOUT, DocumentKind.JOINT_STATEMENT]),
)


# One text is one document: of the same words only one reading can be in a ledger.
collections = st.lists(tellings, max_size=6, unique_by=lambda told: told.make()[0].id)


def account(tellings: list[Told], **filters: object) -> object:
    """Everything that a ledger says of engagements when these are added in this order."""
    with fresh() as ledger:
        for told in tellings:
            told.add(ledger)
        rows = ledger.engagements(**filters)  # type: ignore[arg-type]
        return [(row.id, row.accounts, row.texts, row.links, row.plans, row.mentions) for row in rows]


@settings(
    max_examples=40,
    deadline=None,
    phases=UNSHRUNK,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(collections.flatmap(lambda made: st.tuples(st.just(made), st.permutations(made))))
def test_any_order_of_adding_gives_the_same_account(pair: tuple[list[Told], list[Told]]) -> None:
    made, shuffled = pair
    assert account(made) == account(shuffled)


@settings(
    max_examples=40,
    deadline=None,
    phases=UNSHRUNK,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(collections, st.integers(1, 9).map("2031-03-0{}".format))
def test_as_of_a_day_is_the_ledger_of_that_day(made: list[Told], day: str) -> None:
    then = [told for told in made if told.published <= day]
    assert account(made, as_of=day) == account(then)


def test_a_file_keeps_what_memory_keeps(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.ledger") as ledger:
        a = HOME.add(ledger)
    with Ledger.open(tmp_path / "a.ledger", create=False) as ledger:
        assert groups(ledger) == {frozenset({a})}


def test_a_person_names_things(ledger: Ledger) -> None:
    a, b = HOME.add(ledger), AWAY.add(ledger)
    ledger.decide("rename", a, "Ada", "as it is known", "The Nairobi meeting")
    official = ledger.officials(parties=("KE",))[0]
    ledger.decide("rename", official.key, "Ada", "", "Daniel K. Otieno")
    assert [row.name for row in ledger.engagements()] == ["The Nairobi meeting"]
    assert {row.name for row in ledger.officials(parties=("KE",))} == {"Daniel K. Otieno"}
    doc, found = HOME.make()
    wider = replace(found.engagements[0], grounds=on(doc, "met in Nairobi (2031-03-04"))
    ledger.add(doc, replace(found, engagements=(wider,), reader="2"))
    assert [row.name for row in ledger.engagements()] == ["The Nairobi meeting"]
    assert [row.name for row in ledger.engagements(as_of="2031-04-30")] == [None]
    assert {d.action for d in ledger.decisions()} == {"rename"}
    ledger.decide("undo", str(ledger.decisions()[0].id), "Ada")
    assert [row.name for row in ledger.engagements()] == [None]
    assert b in {account.id for account in ledger.engagements()[0].accounts}


def test_decisions_say_what_they_are_about_now(ledger: Ledger) -> None:
    a, b = HOME.add(ledger), Told("KE", "2031-03-09").add(ledger)
    ledger.decide("link", a, "Ada", "see the note", {"to": b, "shows": "fulfilled"})
    doc, found = HOME.make()
    ledger.add(doc, replace(found, engagements=(), reader="2"))
    (row,) = ledger.decisions(action="link")
    assert (row.records, row.value) == ((None, b), {"to": b, "shows": "fulfilled"})
    assert row.as_dict()["author"] == "Ada"
    assert ledger.decisions(as_of="2031-04-30") == ()
