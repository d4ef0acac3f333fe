"""The calendar as an iCalendar file: all-day entries that never look more exact than the text is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from summitry.model.edtf import Edtf
from summitry.model.errors import RecordError
from summitry.views.calendar import Entry
from summitry.views.words import date_words, fold, parties_words


def ics(entries: Iterable[Entry], name: str) -> bytes:
    """Return entries as an iCalendar file (RFC 5545).

    A window covers all its days; "by" a day stands on that day, "from" a day on it; the summary says which.
    Entries do not block time. The same entries give the same bytes.
    """
    made = Calendar()
    made.add("prodid", "-//Summitry//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", name)
    for entry in entries:
        made.add_component(_event(entry))
    data: bytes = made.to_ical()
    return data


def _event(entry: Entry) -> Event:
    source = entry.finding
    first, last = entry.when.bounds
    begin, end = first or last, last or first
    assert begin is not None
    assert end is not None
    event = Event()
    event.add("uid", f"{source.id}@summitry")
    # The file says when the words were published, not when it was made: it stays the same until they change.
    event.add("dtstamp", datetime.combine(_published(source.published) or begin, time(), UTC))
    event.add("dtstart", begin)
    event.add("dtend", (end if first and last else begin) + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    exact = first == last
    event.add("summary", entry.name if exact else f"{date_words(entry.when)}: {entry.name}")
    who = parties_words(source.publisher, "unknown issuer")
    event.add("description", f"“{fold(source.quote)}”\n{source.title} ({who}, {source.published or 'no date'})")
    if source.url:
        event.add("url", source.url)
    event.add("categories", [entry.what.value, *entry.parties])
    return event


def _published(day: str | None) -> date | None:
    try:
        return Edtf(day).first if day else None
    except RecordError:
        return None
