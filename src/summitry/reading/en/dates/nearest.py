"""Choosing among the days, months and seasons that words without a year can mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from summitry.reading.en.dates import stretch as cal
from summitry.reading.en.dates.nodes import Day, Node, Season
from summitry.reading.en.dates.stretch import Stretch

Tense = Literal["past", "future"]

# A verb's past form is a weak sign ("planned", "hosted"): a day that would be so long ago yields to one so near ahead.
_FAR, _SOON = 300, 45


@dataclass(frozen=True, slots=True)
class Context:
    """What a date is counted from.

    Args:
        reference: the day of the meeting or of publication; without it only full dates have a value.
        tense: whether what happens on the date is over or to come; ``None`` if the words do not tell.
        anchor: the first day of the date named before in the sentence.
        fiscal: whose financial years are meant where it is not printed.
        money: whether "2012-13" is a financial year here.
    """

    reference: date | None
    tense: Tense | None = None
    anchor: date | None = None
    fiscal: str = ""
    money: bool = False


class NoValueError(Exception):
    """The expression has no value: no reference date, or no such day."""


def today_of(context: Context) -> date:
    """Return the reference day.

    Raises:
        NoValueError: there is none.
    """
    if context.reference is None:
        raise NoValueError
    return context.reference


def in_month(year: int, month: int, day: int | None) -> Stretch:
    """Return a day of a month, or the month.

    Raises:
        ValueError: the month has no such day.
    """
    return cal.point(cal.day(date(year, month, day)) if day else cal.month(year, month))


def years_around(year: int, month: int, day: int | None) -> Iterator[int]:
    """Years around one in which the day exists (29 February)."""
    wide = 8 if (month, day) == (2, 29) else 1
    for other in range(year - wide, year + wide + 1):
        if wide == 1 or (other % 4 == 0 and (other % 100 or other % 400 == 0)):
            yield other


def nearest(candidates: Iterator[Stretch], context: Context) -> Stretch:
    """Return the candidate nearest to the reference among those that fit the tense."""
    today = today_of(context)
    every = list(candidates)
    fitting = every
    if context.tense == "past":
        fitting = [c for c in every if c.first <= today]
    elif context.tense == "future":
        fitting = [c for c in every if c.last >= today]
    best = min(fitting or every, key=lambda c: (_distance(c, today), c.first < today))
    if context.tense == "past" and _distance(best, today) > _FAR:
        return next((c for c in every if 0 < (c.first - today).days <= _SOON), best)
    return best


def _distance(of: Stretch, today: date) -> int:
    return max((of.first - today).days, (today - of.last).days, 0)


def occurrences(node: Node, today: date) -> Iterator[Stretch]:
    """The occurrences of a weekday, month or season around a day."""
    if isinstance(node, Day) and node.weekday is not None and node.month is None:
        monday = today - timedelta(days=today.weekday())
        for step in (-14, -7, 0, 7, 14):
            yield cal.point(cal.day(monday + timedelta(days=node.weekday + step)))
        return
    for year in range(today.year - 2, today.year + 3):
        if isinstance(node, Season):
            yield cal.point(cal.season(year, node.code))
        elif isinstance(node, Day) and node.month:
            yield in_month(year, node.month, node.day)
        else:
            raise NoValueError
