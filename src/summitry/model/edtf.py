"""Dates as the texts give them: EDTF strings with computed bounds.

Level 0 and 1 of the Extended Date/Time Format (ISO 8601-2:2019), as far as diplomatic texts need it:
years, months, days, seasons 21–24 (northern hemisphere), intervals open on either side, and the
qualifiers ``~`` and ``?``.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from summitry.model.errors import RecordError

# First and last month of each EDTF season; winter ends in the February of the following year.
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")


@dataclass(frozen=True, slots=True, order=True)
class Edtf:
    """A date, season or interval in EDTF notation.

    Args:
        value: the notation, e.g. ``2018-21``, ``../2017-12-31``, ``2018/..``.

    Raises:
        RecordError: the notation is not a date, season or interval.
    """

    value: str

    def __post_init__(self) -> None:
        _bounds(self.value)

    def __str__(self) -> str:
        return self.value

    @property
    def bounds(self) -> tuple[date | None, date | None]:
        """First and last day, both included; ``None`` where the interval is open."""
        return _bounds(self.value)

    @property
    def first(self) -> date | None:
        """The first day, or ``None`` where the beginning is open."""
        return self.bounds[0]

    @property
    def last(self) -> date | None:
        """The last day, or ``None`` where the end is open."""
        return self.bounds[1]

    @property
    def is_interval(self) -> bool:
        """Whether the notation is an interval of two parts."""
        return "/" in self.value

    def contains(self, day: date) -> bool:
        """Whether a day lies within the bounds."""
        first, last = self.bounds
        return (first is None or first <= day) and (last is None or day <= last)


def _bounds(value: str) -> tuple[date | None, date | None]:
    low, slash, high = value.partition("/")
    try:
        first, last = _part(low), _part(high if slash else low)
    except ValueError as error:
        raise RecordError(f"not an EDTF date: {value!r} ({error})") from error
    start, end = first[0], last[1]
    if not slash and start is None:
        raise RecordError(f"not an EDTF date: {value!r}")
    if start and end and start > end:
        raise RecordError(f"an interval that ends before it begins: {value!r}")
    return start, end


def _part(text: str) -> tuple[date | None, date | None]:
    if text in ("..", ""):
        return None, None
    match = _PART.fullmatch(text)
    if not match:
        raise ValueError(f"unreadable part {text!r}")
    year, month, day = (int(group) if group else None for group in match.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if month in _SEASON_MONTHS and day is None:
        return _season(year, month)
    if day is not None:
        return date(year, month, day), date(year, month, day)
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _season(year: int, season: int) -> tuple[date, date]:
    first, last = _SEASON_MONTHS[season]
    end_year, end_month = (year, last) if last <= 12 else (year + 1, last - 12)
    return date(year, first, 1), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])
