"""Reported speech: who said what to whom, by which act."""

from __future__ import annotations

from summitry.model.records import Statement
from summitry.reading.en.header import Header
from summitry.reading.en.parse import Parsed
from summitry.reading.en.sides import Sides


def read_statements(parsed: Parsed, header: Header, sides: Sides) -> tuple[Statement, ...]:
    """Return the statements of a text, in text order."""
    return ()
