"""What the views answer from the small account."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.ledger import Ledger
from summitry.model.errors import SummitryError
from summitry.views import calendar as calendar_view
from summitry.views import commitments as commitments_view
from summitry.views import documents as documents_view
from summitry.views import engagements as engagements_view
from summitry.views.calendar import calendar
from summitry.views.commitments import commitments
from summitry.views.documents import documents
from summitry.views.engagements import engagements, unevenness
from summitry.views.question import Question
from summitry.views.relation import relation
from summitry.views.search import search

PAIR = ("JP", "NO")
SPRING = Question(PAIR, today=date(2025, 4, 1))


def said(found: object) -> list[tuple[str, str]]:
    return [(line.finding.quote, line.time_state.value) for line in found]  # type: ignore[attr-defined]


def test_commitments_come_by_deadline_and_those_without_one_last(ledger: Ledger) -> None:
    assert said(commitments(ledger, SPRING)) == [
        ("a working group will meet before the end of this year", "overdue"),
        ("will draw up a catch register next spring", "due"),
        ("the 6th meeting will be held in the autumn of 2026", "open"),
        ("A consultation will shortly take place", "undated"),
        ("will continue to share schedules", "undated"),
    ]


def test_commitments_can_be_asked_for_by_time_state_status_and_kind(ledger: Ledger) -> None:
    late = commitments(ledger, SPRING, states=frozenset({"overdue", "silent"}))
    assert [line.time_state.value for line in late] == ["overdue"]
    assert not commitments(ledger, SPRING, states=frozenset({"fulfilled"})).rows
    going_on = commitments(ledger, SPRING, kinds=frozenset({"continuing"}))
    assert said(going_on) == [("will continue to share schedules", "undated")]


def test_a_state_that_is_none_is_refused(ledger: Ledger) -> None:
    with pytest.raises(SummitryError, match="'late'") as caught:
        commitments(ledger, SPRING, states=frozenset({"late"}))
    assert "overdue" in caught.value.hint


def test_a_commitment_as_data_says_where_it_stands(ledger: Ledger) -> None:
    data = commitments(ledger, SPRING, limit=1).data()[0]
    assert data["quote"] == "a working group will meet before the end of this year"
    assert data["document"]["file"] == "tromso.txt"
    assert data["document"]["url"] == "https://mofa.jp.example/3"
    assert data["parties"] == ["JP", "NO"]
    assert (data["due"], data["due_text"]) == ("../2024-12-31", "before the end of this year")
    assert (data["due_first"], data["due_last"]) == (None, "2024-12-31")
    assert (data["status"], data["time_state"], data["evidence"]) == ("silent", "overdue", [])
    assert (data["body"], data["heading"]) == ("working group", "Fisheries")


def test_a_limit_says_what_it_left_out(ledger: Ledger) -> None:
    found = commitments(ledger, SPRING, limit=2)
    assert (len(found), found.total, found.left_out) == (2, 5, 3)


def test_as_of_hides_what_was_published_later(ledger: Ledger) -> None:
    before = commitments(ledger, Question(PAIR, as_of=date(2025, 4, 1)))
    assert [line.finding.published for line in before] == ["2024-11-08"] * 4


def test_without_parties_everybody_is_meant(ledger: Ledger) -> None:
    assert any(line.commitment.parties == ("CL",) for line in commitments(ledger, Question()))
    assert not any(line.commitment.parties == ("CL",) for line in commitments(ledger, SPRING))


def test_the_calendar_is_in_order_of_time_and_names_things_once(ledger: Ledger) -> None:
    found = [(str(e.when), e.what.value, e.name) for e in calendar(ledger, Question(PAIR), start=None)]
    assert found == [
        ("2024-11-08", "meeting", "3rd Japan-Norway Summit Meeting"),
        ("../2024-12-31", "meeting", "a working group will meet before the end of this year"),
        ("2025-21", "deadline", "will draw up a catch register next spring"),
        ("2025-05", "event", "Bergen Shipping Forum"),
        ("2025-11-14", "meeting", "5th Japan-Norway Summit Meeting"),
        ("2026-23", "meeting", "the 6th meeting will be held in the autumn of 2026"),
    ]


def test_an_event_named_twice_is_one_entry(ledger: Ledger) -> None:
    (forum,) = [e for e in calendar(ledger, Question(PAIR), start=None) if e.name == "Bergen Shipping Forum"]
    assert forum.mentions == 2
    assert forum.finding.published == "2025-11-15"


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2025-05-31", "2025-05-31", ["2025-21", "2025-05"]),
        ("2025-06-01", "2025-06-30", []),
        ("2026-11-30", None, ["2026-23"]),
        ("2026-12-01", None, []),
    ],
)
def test_an_imprecise_date_is_in_wherever_it_may_lie(
    ledger: Ledger, start: str, end: str | None, days: list[str]
) -> None:
    last = date.fromisoformat(end) if end else None
    found = calendar(ledger, Question(PAIR), start=date.fromisoformat(start), end=last)
    assert [str(entry.when) for entry in found] == days


def test_engagements_come_latest_first_with_their_accounts(ledger: Ledger) -> None:
    found = engagements(ledger, Question(PAIR))
    assert [line.row.ordinals for line in found] == [(5,), (3,)]
    assert [[account.finding.publisher for account in line.accounts] for line in found] == [[("NO",)], [("JP",)]]
    (data,) = found.data()[1]["accounts"]
    assert data["minutes"] == 70
    assert data["segments"] == [{"format": "plenary", "minutes": 45}, {"format": "one-on-one", "minutes": 25}]
    assert data["participants"][0] == {"name": "Haruto Minagawa", "post": "Prime Minister of Japan", "party": "JP"}


def test_a_gap_in_a_series_is_seen(ledger: Ledger) -> None:
    missing = "no document tells of number 4 of Japan-Norway Summit Meeting"
    assert unevenness(ledger.series(**Question(PAIR).filters)) == (missing,)
    assert unevenness(ledger.series(**Question(PAIR, as_of=date(2025, 1, 1)).filters)) == ()


def test_documents_come_latest_first(ledger: Ledger) -> None:
    assert [line.row.title for line in documents(ledger, Question())] == [
        "Meeting in Oslo",
        "Call",
        "Japan-Norway Relations",
    ]
    assert [line.row.title for line in documents(ledger, Question(), publisher="CL")] == ["Call"]
    assert documents(ledger, Question(PAIR)).data()[0]["source_id"] == "no-5"


def test_search_marks_the_words(ledger: Ledger) -> None:
    found = search(ledger, "catch register", Question())
    (hit,) = found.hits
    assert {part for part, marked in hit.marked if marked} == {"catch", "register"}
    assert "".join(part for part, _ in hit.marked) == hit.hit.snippet.text
    assert dict(found.facets)["publisher"] == (("JP", 1),)


def test_search_in_records_names_the_record(ledger: Ledger) -> None:
    (hit,) = search(ledger, "embassy", Question(), place="commitments").hits
    assert hit.data()["record"] == commitments(ledger, Question(("CL",))).rows[0].finding.id


def test_a_relation_stands_where_its_parts_stand(ledger: Ledger) -> None:
    found = relation(ledger, SPRING, limit=1)
    assert (found.documents, found.published) == (2, ("2024-11-08", "2025-11-15"))
    assert (found.overdue.total, found.standing.total, len(found.standing)) == (1, 4, 1)
    assert found.coming.rows[0].name == "will draw up a catch register next spring"
    assert found.data()["uneven"] == ["no document tells of number 4 of Japan-Norway Summit Meeting"]


def test_what_lapsed_last_stands_first_among_the_overdue(ledger: Ledger) -> None:
    found = relation(ledger, Question(PAIR, today=date(2026, 1, 1)))
    assert [str(line.commitment.due) for line in found.overdue] == ["2025-21", "../2024-12-31"]


def test_a_relation_without_documents_is_empty(ledger: Ledger) -> None:
    found = relation(ledger, Question(("CL", "JP")))
    assert (found.documents, found.published, found.engagements.total) == (0, (None, None), 0)


@pytest.mark.parametrize(
    ("view", "module"),
    [
        (commitments, commitments_view),
        (engagements, engagements_view),
        (documents, documents_view),
    ],
)
def test_flat_rows_have_exactly_the_columns(ledger: Ledger, view: object, module: object) -> None:
    for row in view(ledger, Question()).cells():  # type: ignore[operator]
        assert tuple(row) == module.COLUMNS  # type: ignore[attr-defined]


def test_calendar_rows_have_exactly_the_columns(ledger: Ledger) -> None:
    rows = calendar(ledger, Question(), start=None).cells()
    assert rows
    assert all(tuple(row) == calendar_view.COLUMNS for row in rows)


def test_what_the_gate_refused_is_no_finding(ledger: Ledger) -> None:
    assert "second ship" not in [e.name for e in calendar(ledger, Question(), start=None)]
