"""Happenings that a text refers to, other than the engagement itself."""

from __future__ import annotations

from summitry.model.records import Event
from summitry.reading.en.header import Header
from summitry.reading.en.parse import Parsed
from summitry.reading.en.sides import Sides


def read_events(parsed: Parsed, header: Header, sides: Sides) -> tuple[Event, ...]:
    """Return the events of a text, in text order."""
    return ()
