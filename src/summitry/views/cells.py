"""Cells of tables: their types, and CSV in which no spreadsheet finds a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# A spreadsheet reads a cell that begins so as a formula, and may run it; the wide forms are read as the narrow ones.
# Source: OWASP, "CSV Injection".
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

# Columns that hold something else than words, by name; a list's type is that of its items.
TYPES: Mapping[str, type] = {
    "assessment": int,
    "version": int,
    "joint": bool,
    "negated": bool,
    "inferred": bool,
    "superseded": bool,
    "ordinal": int,
    "minutes": int,
}
DATES = frozenset({"due_first", "due_last", "first", "last"})
LISTS = frozenset(
    {"parties", "publisher", "speakers", "addressees", "date", "form", "level", "series", "ordinal", "place"}
    | {"no_account", "occasion", "minutes", "initiator", "participants", "accounts", "documents", "files", "urls"}
)


def harmless(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def flat(value: Any) -> Any:
    """Return a cell's value as one word or number; the items of a list stand with semicolons between."""
    if isinstance(value, list | tuple):
        return ";".join(map(str, value))
    return value


def cell(value: Any) -> Any:
    """Return a cell's value as CSV holds it: flat, and harmless."""
    flattened = flat(value)
    return harmless(flattened) if isinstance(flattened, str) else flattened


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], end: str = "\r\n") -> str:
    """Return rows as CSV; lists are joined with semicolons, and no cell is a formula.

    Args:
        columns: names of the cells, in order.
        rows: cells by name; one that is missing stays empty.
        end: what ends a line.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=end)
    writer.writerow(columns)
    writer.writerows([cell(row.get(column)) for column in columns] for row in rows)
    return out.getvalue()
