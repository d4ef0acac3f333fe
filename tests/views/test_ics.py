"""The calendar for other calendars."""

from __future__ import annotations

from datetime import date, timedelta

from icalendar import Calendar

from summitry.ledger import Ledger
from summitry.views.calendar import calendar
from summitry.views.ics import ics
from summitry.views.question import Question


def events(ledger: Ledger) -> dict[str, tuple[date, date]]:
    made = Calendar.from_ical(ics(calendar(ledger, Question(("JP", "NO")), start=None), "Summitry JP NO"))
    return {str(e["summary"]): (e["dtstart"].dt, e["dtend"].dt - timedelta(days=1)) for e in made.walk("VEVENT")}


def test_an_exact_day_is_that_day(ledger: Ledger) -> None:
    assert events(ledger)["3rd Japan-Norway Summit Meeting"] == (date(2024, 11, 8), date(2024, 11, 8))


def test_an_imprecise_date_covers_its_window_and_says_so(ledger: Ledger) -> None:
    assert events(ledger)["May 2025: Bergen Shipping Forum"] == (date(2025, 5, 1), date(2025, 5, 31))


def test_a_last_day_stands_on_that_day(ledger: Ledger) -> None:
    name = "by 31 Dec 2024: a working group will meet before the end of this year"
    assert events(ledger)[name] == (date(2024, 12, 31), date(2024, 12, 31))


def test_each_entry_has_its_source_and_blocks_no_time(ledger: Ledger) -> None:
    made = Calendar.from_ical(ics(calendar(ledger, Question(("JP", "NO")), start=None), "x"))
    for event in made.walk("VEVENT"):
        assert "“" in str(event["description"])
        assert event["transp"] == "TRANSPARENT"
    assert len({str(event["uid"]) for event in made.walk("VEVENT")}) == 6


def test_the_same_entries_give_the_same_bytes(ledger: Ledger) -> None:
    found = calendar(ledger, Question(), start=None)
    assert ics(found, "x") == ics(found, "x")
