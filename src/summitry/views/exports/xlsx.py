"""A workbook for spreadsheets: one sheet, its first line fixed and filtered, days as days, words as words."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import Any

from summitry.views.cells import DATES, flat
from summitry.views.exports.chosen import Chosen
from summitry.views.exports.lacking import library

# Characters that a cell holds, by the limits of the format; a longer text is cut and says so.
_LONGEST = 32_767
# Spreadsheets count days from 1900, and take that year for a leap year; an earlier day is written as text.
_EARLIEST = date(1900, 3, 1)
_WIDTHS = {"quote": 80, "title": 40, "name": 40, "participants": 40, "url": 30, "file": 30, "caveat": 30, "body": 30}
_WIDTH = 14


def export(chosen: Chosen) -> bytes:
    """Return a table as an XLSX workbook; every text is a text and never a formula or a link.

    Raises:
        SummitryError: XlsxWriter is not installed.
    """
    writer = library("xlsxwriter", "XLSX")
    out = io.BytesIO()
    book = writer.Workbook(out, {"in_memory": True})
    # The same answer gives the same bytes: the file is dated by the day that is asked as of.
    book.set_properties({"title": f"Summitry: {chosen.kind}", "created": datetime.combine(chosen.question.day, time())})
    sheet = book.add_worksheet(chosen.kind.value)
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    columns, rows = chosen.columns, chosen.answer().cells()
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _WIDTHS.get(column, _WIDTH))
        sheet.write_string(0, place, column, bold)
    for line, row in enumerate(rows, 1):
        for place, column in enumerate(columns):
            _write(sheet, (line, place), _value(column, row[column]), day)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    book.close()
    return out.getvalue()


def _value(column: str, value: Any) -> Any:
    if column in DATES and value:
        day = date.fromisoformat(value)
        return day if day >= _EARLIEST else value
    return flat(value)


def _write(sheet: Any, place: tuple[int, int], value: Any, day: Any) -> None:
    if isinstance(value, date):
        sheet.write_datetime(*place, value, day)
    elif isinstance(value, bool):
        sheet.write_boolean(*place, value)
    elif isinstance(value, int):
        sheet.write_number(*place, value)
    elif value:
        sheet.write_string(*place, value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…")
