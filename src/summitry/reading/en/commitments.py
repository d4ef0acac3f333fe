"""Undertakings: what one or more sides will do, by when, through which body, with which caveat."""

from __future__ import annotations

from summitry.model.records import Commitment, Statement
from summitry.reading.en.header import Header
from summitry.reading.en.parse import Parsed
from summitry.reading.en.sides import Sides


def read_commitments(
    parsed: Parsed, header: Header, sides: Sides, statements: tuple[Statement, ...]
) -> tuple[Commitment, ...]:
    """Return the commitments of a text, in text order."""
    return ()
