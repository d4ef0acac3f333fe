"""Periods counted from the reference date: today, this month, last spring, next Friday, the year before."""

from __future__ import annotations

from summitry.reading.en.dates import guards
from summitry.reading.en.dates.absolute import month, weekday
from summitry.reading.en.dates.clock import after_date
from summitry.reading.en.dates.larger import bare_season
from summitry.reading.en.dates.lengths import Hit
from summitry.reading.en.dates.nodes import Day, Deictic, Fiscal, Node, Unit
from summitry.reading.en.dates.tokens import Tokens
from summitry.reading.en.dates.vocabulary import around, vocabulary


def relative(tokens: Tokens, at: int) -> Hit | None:
    """Return the relative period that begins at a word."""
    for rule in (_todays, _shifted, _neighbour, _definite):
        hit = rule(tokens, at)
        if hit:
            return hit
    return None


def _todays(tokens: Tokens, at: int) -> Hit | None:
    found = vocabulary().today.match(tokens, at)
    if not found or guards.figurative(tokens, at, found[1]):
        return None
    return Unit("day", found[0]), after_date(tokens, found[1])


def _shifted(tokens: Tokens, at: int) -> Hit | None:
    """ "This year", "next spring", "last Friday", "the current decade", "this coming May", "this morning"."""
    words = vocabulary()
    article = tokens.low[at] in ("the", "its", "our", "their")
    start = at + 1 if article else at
    shift = words.shifts.get(tokens.low[start])
    if shift is None:
        return None
    if tokens.low[start] == "this" and tokens.low[start + 1] in (
        "past",
        "coming",
        "upcoming",
        "last",
        "next",
        "current",
        "same",
    ):
        start += 1
        shift = words.shifts.get(tokens.low[start], 0)
    following = start + 1
    part = tokens.low[following]
    if not article and part in (*words.day_parts, "evening") and tokens.low[start] in ("this", "last", "tomorrow"):
        return Unit("day", shift), after_date(tokens, following + 1)
    unit = unit_name(tokens, following)
    if unit and not (
        article
        and tokens.low[start] not in ("current", "upcoming", "ongoing")
        and unit[0] in words.periods
        and unit[0] != "weekend"
    ):
        return _unit(unit[0], shift, unit[1])
    return _named(tokens, following, shift, (article, tokens.low[start]))


def _definite(tokens: Tokens, at: int) -> Hit | None:
    """ "The weekend", "in the morning": of the week or day that fits."""
    low = tokens.low
    if low[at] != "the":
        return None
    if low[at + 1] == "weekend" and low[at + 2] not in ("of", "before", "after"):
        return Unit("weekend", 0, loose=True), at + 2
    part = low[at + 1] in vocabulary().day_parts and low[at + 2] not in ("of", "on", "before", "after")
    return (Unit("day", 0, anchored=True), at + 2) if part and tokens.before(at) == "in" else None


def _unit(name: str, shift: int, after: int) -> Hit:
    return (Fiscal(None, shift, name), after) if name not in vocabulary().periods else (Unit(name, shift), after)


def unit_name(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Return the period at a word ("calendar year"; for "fiscal year" the financial system) and the word after it."""
    words = vocabulary()
    fiscal = ""
    while tokens.low[at] in words.period_adjectives and tokens.low[at + 1] in (
        *words.periods,
        *words.period_adjectives,
    ):
        fiscal = words.fiscal_words.get(tokens.low[at], fiscal)
        at += 1
    unit = words.periods.get(tokens.low[at])
    if not unit or unit == "day":
        return None
    return (fiscal if fiscal and unit == "year" else unit), at + 1


def _named(tokens: Tokens, at: int, shift: int, head: tuple[bool, str]) -> Hit | None:
    """A weekday, month or season after "this", "last", "next", "the next"."""
    article, word = head
    season = bare_season(tokens, at)
    if season:
        return Deictic(shift, season[0]), season[1]
    if article and word not in ("next", "coming", "upcoming", "past", "last"):
        return None
    day = weekday(tokens, at)
    if day:
        return Deictic(shift, Day(weekday=day[0])), after_date(tokens, day[1])
    named = month(tokens, at)
    if named and tokens.low[named[1]][:1].isdigit():
        return None
    return (Deictic(shift, Day(month=named[0])), named[1]) if named else None


def _neighbour(tokens: Tokens, at: int) -> Hit | None:
    """ "The day before", "the previous year", "the following week", "that day", "the same year"."""
    low, words = tokens.low, vocabulary()
    if (
        low[at] == "the"
        and low[at + 1] in around("neighbour_units")
        and low[at + 2] in ("before", "after")
        and _no_object(tokens, at + 3)
    ):
        return Unit(low[at + 1], -1 if low[at + 2] == "before" else 1, anchored=True), at + 3
    same = low[at] == "that" and (at == 0 or tokens.before(at) not in ("so", "said"))
    start = at + 1 if same or low[at] == "the" else at
    shift = 0 if same else words.neighbours.get(low[start])
    if same and low[start] == "same":
        start += 1
    if shift is None or (low[at] != "the" and not same):
        return None
    unit = words.periods.get(low[start if same else start + 1])
    after = start + (1 if same else 2)
    if unit not in around("neighbour_units") or (not same and low[start] == "next" and unit != "day"):
        return None
    if low[after] == "'s":
        return None
    return Unit(unit, shift, anchored=True), after_date(tokens, after) if unit == "day" else after


def _no_object(tokens: Tokens, at: int) -> bool:
    """Whether nothing follows that the day is before or after ("the day after our application")."""
    return not tokens.low[at][:1].isalnum() or tokens.low[at] in (
        "to",
        "and",
        "by",
        "in",
        "at",
        "with",
        "on",
        "during",
        "but",
    )


def the_unit(tokens: Tokens, at: int) -> Hit | None:
    """ "The year", "the month": the present one, where a part of it is named ("the end of the year")."""
    if tokens.low[at] != "the":
        return None
    unit = unit_name(tokens, at + 1)
    if unit:
        return (
            _unit(unit[0], 0, unit[1])
            if unit[0] not in vocabulary().periods
            else (Unit(unit[0], 0, loose=True), unit[1])
        )
    return (Unit("day", 0, anchored=True), at + 2) if tokens.low[at + 1] == "day" else None


def suffix(tokens: Tokens, at: int) -> tuple[Node, int] | None:
    """ "This year", "of next year", "last week" after a month or weekday."""
    start = at + 1 if tokens.low[at] in ("of", "in") else at
    start += tokens.low[start] == "the" and tokens.low[at] == "of" and tokens.low[start + 1] in vocabulary().neighbours
    if start > at and tokens.low[start - 1] == "the":
        start -= 1
    if tokens.low[at] == "in" and tokens.low[start] not in ("this", "next", "last", "the"):
        return None
    hit = _shifted(tokens, start) or _neighbour(tokens, start)
    if not hit or not isinstance(hit[0], Unit | Fiscal):
        return None
    if isinstance(hit[0], Unit) and hit[0].unit in ("day", "weekend"):
        return None
    if start == at and isinstance(hit[0], Unit) and hit[0].anchored and tokens.low[at] == "that":
        return None
    return hit
