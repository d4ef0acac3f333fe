"""Calendar arithmetic on stretches of time, and their EDTF notation."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from summitry.model.edtf import Edtf

_THIRDS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
# Early, middle and late decade: years 0–3, 4–6, 7–9.
_THIRDS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_SEASON_OF_MONTH = (24, 24, 21, 21, 21, 22, 22, 22, 23, 23, 23, 24)
_UNCUT_DAYS = 7


@dataclass(frozen=True, slots=True)
class Stamp:
    """One calendar unit: its first and last day and its notation."""

    first: date
    last: date
    text: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one unit to another, or open on a side; ``about`` where it is only approximate."""

    low: Stamp | None
    high: Stamp | None
    about: bool = False

    @property
    def first(self) -> date:
        """The first day (the earliest possible where the beginning is open)."""
        return self.low.first if self.low else date.min

    @property
    def last(self) -> date:
        """The last day (the latest possible where the end is open)."""
        return self.high.last if self.high else date.max

    def edtf(self) -> Edtf:
        """Return the notation."""
        mark = "~" if self.about else ""
        if self.low and self.low == self.high:
            return Edtf(self.low.text + mark)
        low, high = (stamp.text + mark if stamp else ".." for stamp in (self.low, self.high))
        return Edtf(f"{low}/{high}")


def day(value: date) -> Stamp:
    """Return a day as a unit."""
    return Stamp(value, value, value.isoformat())


def month(year: int, number: int) -> Stamp:
    """Return a month as a unit; ``number`` may run beyond 1–12 into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    last = calendar.monthrange(year, number)[1]
    return Stamp(date(year, number, 1), date(year, number, last), f"{year:04}-{number:02}")


def season(year: int, code: int) -> Stamp:
    """Return a season by its EDTF code; winter ends in the February of the next year."""
    first = month(year, 3 * (code - 20))
    last = month(year, 3 * (code - 20) + 2)
    return Stamp(first.first, last.last, f"{year:04}-{code}")


def year(number: int) -> Stamp:
    """Return a year as a unit."""
    return Stamp(date(number, 1, 1), date(number, 12, 31), f"{number:04}")


def point(stamp: Stamp) -> Stretch:
    """Return one unit as a stretch."""
    return Stretch(stamp, stamp)


def days(first: date, last: date) -> Stretch:
    """Return a run of days."""
    return Stretch(day(first), day(last))


def months(year_: int, first: int, count: int) -> Stretch:
    """Return a run of months."""
    return Stretch(month(year_, first), month(year_, first + count - 1))


def years(first: int, last: int) -> Stretch:
    """Return a run of years."""
    return Stretch(year(first), year(last))


def week(of: date) -> Stretch:
    """Return the week of a day, Monday to Sunday."""
    monday = of - timedelta(days=of.weekday())
    return days(monday, monday + timedelta(days=6))


def weekend(of: date) -> Stretch:
    """Return the Saturday and Sunday of a day's week."""
    monday = of - timedelta(days=of.weekday())
    return days(monday + timedelta(days=5), monday + timedelta(days=6))


def season_of(of: date) -> Stamp:
    """Return the season in which a day stands."""
    return season(of.year - (of.month < 3), _SEASON_OF_MONTH[of.month - 1])


def add_months(of: date, count: int) -> date:
    """Return the same day so many months on, or the month's last day where it has fewer."""
    target = month(of.year, of.month + count)
    return target.first.replace(day=min(of.day, target.last.day))


def unit_of(of: date, unit: str) -> Stretch:
    """Return the calendar unit in which a day stands.

    Raises:
        KeyError: the unit is none of day, week, weekend, month, quarter, half, season, year, decade, century.
    """
    match unit:
        case "week":
            return week(of)
        case "weekend":
            return weekend(of)
        case "quarter":
            return months(of.year, 3 * ((of.month - 1) // 3) + 1, 3)
        case "half":
            return months(of.year, 1 if of.month < 7 else 7, 6)
        case "decade":
            return years(of.year - of.year % 10, of.year - of.year % 10 + 9)
        case "century":
            first = (of.year - 1) // 100 * 100 + 1
            return years(first, first + 99)
    return point(
        {"day": day(of), "month": month(of.year, of.month), "season": season_of(of), "year": year(of.year)}[unit]
    )


def shift(of: date, unit: str, count: float) -> date:
    """Return the day so many units on (negative: back).

    Raises:
        KeyError: the unit is not known.
        OverflowError, ValueError: the day is outside the calendar.
    """
    in_days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
    in_months = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
    if unit in in_days:
        return of + timedelta(days=round(in_days[unit] * count))
    if unit in ("hour", "minute", "second"):
        return of + timedelta(days=_days_of_hours(count, unit))
    if unit == "millennium":
        return add_months(of, round(12000 * count))
    return add_months(of, round(in_months[unit] * count))


def _days_of_hours(count: float, unit: str) -> int:
    """Hours are rounded up to days, minutes and seconds stay in the day."""
    if unit != "hour" or count == 0:
        return 0
    whole = int(-(-abs(count) // 24))
    return whole if count > 0 else -whole


def cut(whole: Stretch, name: str) -> Stretch:
    """Return the early, mid or late part of a stretch; what is no longer than a week stays whole."""
    first, last = whole.first, whole.last
    if (last - first).days < _UNCUT_DAYS:
        return whole
    if (first.year, first.month) == (last.year, last.month):
        low, high = _THIRDS_OF_MONTH[name]
        return days(first.replace(day=low), first.replace(day=min(high, last.day)))
    if last.year - first.year == 9 and first.year % 10 == 0:
        low, high = _THIRDS_OF_DECADE[name]
        return years(first.year + low, first.year + high)
    count = 12 * (last.year - first.year) + last.month - first.month + 1
    index = ("early", "mid", "late").index(name)
    if count >= 36:
        span = count // 12
        low, high = span * index // 3, span * (index + 1) // 3
        return years(first.year + low, first.year + high - 1)
    low, high = count * index // 3, count * (index + 1) // 3
    return months(first.year, first.month + low, max(high - low, 1))


def nth(whole: Stretch, unit: str, n: int, many: bool) -> Stretch | None:
    """Return the nth (or the first so many) units of a stretch; -1 is the last; ``None`` if it has not so many."""
    start = whole.first
    if unit in ("week", "weekend"):
        of = whole.last if n < 0 else start + timedelta(days=7 * (n - 1))
        return days(start, start + timedelta(days=7 * n - 1)) if many and n > 0 else unit_of(of, unit)
    if unit == "day":
        if many:
            return (
                days(start, start + timedelta(days=n - 1))
                if n > 0
                else days(whole.last + timedelta(days=n + 1), whole.last)
            )
        return point(day(whole.last if n < 0 else start + timedelta(days=n - 1)))
    if unit == "half":
        return _half(whole, n)
    size = {"month": 1, "quarter": 3, "third": 4, "year": 12, "decade": 120}.get(unit)
    if size is None:
        return None
    count = (12 * (whole.last.year - start.year) + whole.last.month - start.month + 1) // size
    if abs(n) > count or n == 0:
        return None
    wide = size * (abs(n) if many else 1)
    offset = size * count - wide if n < 0 else 0 if many else size * (n - 1)
    out = months(start.year, start.month + offset, wide)
    return years(out.first.year, out.last.year) if size >= 12 and start.month == 1 else out


def _half(whole: Stretch, n: int) -> Stretch | None:
    """The first or second half: of a month in days, of more in months or years; a week has none."""
    first, last = whole.first, whole.last
    count = 12 * (last.year - first.year) + last.month - first.month + 1
    second = n in (2, -1)
    if n not in (1, 2, -1) or (last - first).days < _UNCUT_DAYS:
        return None
    if count == 1:
        return days(first.replace(day=16), last) if second else days(first, first.replace(day=15))
    if count % 24 == 0 and first.month == 1:
        middle = first.year + count // 24
        return years(middle, last.year) if second else years(first.year, middle - 1)
    return months(first.year, first.month + (count // 2 if second else 0), count // 2) if count % 2 == 0 else None
