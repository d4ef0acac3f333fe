"""The calendar: a month, and a list; what is dated imprecisely stays imprecise."""

from __future__ import annotations

import calendar as weeks
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from summitry.model.errors import SummitryError
from summitry.views.calendar import Entry, calendar
from summitry.web.asking import Ask
from summitry.web.choices import relation_choices
from summitry.web.pages import stretch
from summitry.web.relations import parties_of
from summitry.web.site import Asked

router = APIRouter()
_ROWS = 50
_MONTH = re.compile(r"(\d{4})-(\d{2})")
# Entries of one day, and loosely dated ones of a month, that the month shows; the list has them all.
_CELL, _LOOSE = 4, 40
# Days that a window without a beginning or an end counts for when windows are ordered.
_ENDLESS = 366


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the month's sheet with what stands on it; ``left_out`` did not fit."""

    day: date
    inside: bool
    entries: tuple[Entry, ...]
    left_out: int


@router.get("/calendar")
def shown(asked: Ask) -> Response:
    """Show a month of the calendar, or the list of all that is to come."""
    slug, view = asked.text("relation"), asked.one_of("view", ("month", "list"))
    parties = parties_of(slug) if slug else ()
    frame: dict[str, Any] = {"relations": relation_choices(asked), "chosen": {"relation": slug, "view": view}}
    if view == "list":
        coming = asked.keep(
            ("coming", parties), lambda: calendar(asked.ledger, asked.question(parties), start=asked.day).rows
        )
        return asked.page("calendar_list.html", found=stretch(coming, asked.number("page"), _ROWS), **frame)
    first = _month(asked)
    last = first.replace(day=weeks.monthrange(first.year, first.month)[1])
    found = asked.keep(
        ("month", parties, first),
        lambda: calendar(asked.ledger, asked.question(parties), start=first, end=last).rows,
    )
    exact = [entry for entry in found if _exact(entry)]
    # What is known most exactly stands first.
    loose = sorted((entry for entry in found if not _exact(entry)), key=_width)
    return asked.page(
        "calendar.html",
        first=first,
        weeks=_sheet(first, exact),
        exact=exact,
        loose=loose[:_LOOSE],
        loose_left=max(len(loose) - _LOOSE, 0),
        before=_shifted(first, -1),
        after=_shifted(first, 1),
        **frame,
    )


def _month(asked: Asked) -> date:
    given = asked.text("month")
    if not given:
        return asked.day.replace(day=1)
    match = _MONTH.fullmatch(given)
    try:
        if match:
            return date(int(match[1]), int(match[2]), 1)
    except ValueError:
        pass
    raise SummitryError(f"not a month: {given[:40]!r}", "Write it as 2018-05.")


def _shifted(first: date, by: int) -> str | None:
    months = first.year * 12 + first.month - 1 + by
    return f"{months // 12:04}-{months % 12 + 1:02}" if 12 <= months < 9999 * 12 else None


def _exact(entry: Entry) -> bool:
    first, last = entry.when.bounds
    return first is not None and first == last


def _width(entry: Entry) -> int:
    first, last = entry.when.bounds
    return (last - first).days if first and last else _ENDLESS


def _sheet(first: date, exact: list[Entry]) -> list[list[Day]]:
    on: dict[date, list[Entry]] = {}
    for entry in exact:
        if entry.when.first:
            on.setdefault(entry.when.first, []).append(entry)
    start = first - timedelta(days=first.weekday())
    rows = -(-(first.weekday() + weeks.monthrange(first.year, first.month)[1]) // 7)
    days = [start + timedelta(days=n) for n in range(rows * 7)]
    made = [
        Day(d, d.month == first.month, tuple(on.get(d, ())[:_CELL]), max(len(on.get(d, ())) - _CELL, 0)) for d in days
    ]
    return [made[n : n + 7] for n in range(0, len(made), 7)]
