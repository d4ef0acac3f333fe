"""Comma-separated values (RFC 4180), in UTF-8 with a header line."""

from __future__ import annotations

from summitry.views.cells import csv_text
from summitry.views.exports.chosen import Chosen


def export(chosen: Chosen) -> bytes:
    """Return a table as CSV."""
    return csv_text(chosen.columns, chosen.answer().cells()).encode()
