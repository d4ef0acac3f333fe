"""Apache Parquet: a table with typed columns, lists as lists and days as days."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from summitry.views.cells import DATES, LISTS, TYPES
from summitry.views.exports.chosen import Chosen
from summitry.views.exports.lacking import library


def export(chosen: Chosen) -> bytes:
    """Return a table as Parquet; its columns have the same types whatever they hold.

    Raises:
        SummitryError: pyarrow is not installed.
    """
    arrow, parquet = library("pyarrow", "Parquet"), library("pyarrow.parquet", "Parquet")
    schema = arrow.schema([(column, _type(arrow, column)) for column in chosen.columns])
    rows = [{name: _value(name, value) for name, value in row.items()} for row in chosen.answer().cells()]
    out = io.BytesIO()
    parquet.write_table(arrow.Table.from_pylist(rows, schema=schema), out, compression="zstd")
    return out.getvalue()


def _type(arrow: Any, column: str) -> Any:
    if column in DATES:
        return arrow.date32()
    made = {int: arrow.int64(), bool: arrow.bool_(), str: arrow.string()}[TYPES.get(column, str)]
    return arrow.list_(made) if column in LISTS else made


def _value(column: str, value: Any) -> Any:
    return date.fromisoformat(value) if column in DATES and value else value
