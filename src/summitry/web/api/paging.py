"""Pages of long answers: a cursor names the row it stands after, so that rows that come in move nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, Field

from summitry.model.evidence import content_id
from summitry.views.tables import Json
from summitry.web.api.params import Rows

T = TypeVar("T")


class Page(BaseModel, Generic[T]):
    """Some rows of an answer."""

    items: list[T]
    total: int = Field(description="How many rows the whole answer has.")
    next: str | None = Field(description="The cursor of the next page; null on the last.")


def page_of(rows: Sequence[Any], asked: Rows) -> Json:
    """Return a page of rows, each of which has ``data()``."""
    start = _start(rows, asked.cursor)
    shown = rows[start : start + asked.limit]
    end = start + len(shown)
    following = f"{end}.{_mark(shown[-1].data())}" if shown and end < len(rows) else None
    return {"items": [row.data() for row in shown], "total": len(rows), "next": following}


def _start(rows: Sequence[Any], cursor: str | None) -> int:
    if cursor is None:
        return 0
    place, _, mark = cursor.partition(".")
    start = int(place)
    if 0 < start <= len(rows) and _mark(rows[start - 1].data()) == mark:
        return start
    # Rows came in or went: go on after the row itself, and where it is gone, after its place.
    return next((number for number, row in enumerate(rows, 1) if _mark(row.data()) == mark), start)


def _mark(data: Json) -> str:
    return content_id(str(data.get("id") or data))
