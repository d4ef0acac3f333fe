"""Recurrences, rates and series: "each year", "per month", "twice a week", "the third consecutive year"."""

from __future__ import annotations

from summitry.reading.en.dates.lengths import Hit
from summitry.reading.en.dates.nodes import Undated
from summitry.reading.en.dates.numbers import DASHES, number, ordinal
from summitry.reading.en.dates.tokens import Tokens
from summitry.reading.en.dates.vocabulary import around, vocabulary

_SERIES = Undated("time", "recurrence")
_RATE_WINDOW = 7


def recurrence(tokens: Tokens, at: int) -> Hit | None:
    """Return a recurrence that begins at a word."""
    words = vocabulary()
    fixed = words.recurring.match(tokens, at)
    if fixed:
        return _SERIES, fixed[1]
    start = at + 2 if tokens.low[at : at + 2] == ("at", "least") else at
    for rule in (_each, _times, _series):
        end = rule(tokens, start)
        if end:
            return _SERIES, end
    if start == at and tokens.low[at] == "per" and tokens.low[at + 1] in words.units:
        return _SERIES, at + 2
    if start == at and tokens.low[at] in words.recurring_adverbs and _stands_alone(tokens, at + 1):
        return _SERIES, at + 1
    return _rate(tokens, at)


def each(tokens: Tokens, at: int) -> int | None:
    """Return the word after "each year", "every Monday", "per year" at a word."""
    if tokens.low[at] == "per" and tokens.low[at + 1] in vocabulary().units:
        return at + 2
    return _each(tokens, at)


def _each(tokens: Tokens, at: int) -> int | None:
    """ "Each year", "every two years", "every other Monday", "every spring"."""
    if tokens.low[at] not in ("each", "every"):
        return None
    after = at + 1
    if tokens.low[after] in ("other", "single", "few", "and") or ordinal(tokens, after):
        after += 1
    found = number(tokens, after)
    if found:
        after = found[1]
        if tokens.low[after] in DASHES or tokens.low[after] == "to":
            high = number(tokens, after + 1)
            after = high[1] if high else after
    word = tokens.low[after]
    words = vocabulary()
    timely = (
        word in words.units
        or word in words.weekdays
        or word in words.months
        or word in words.seasons
        or word in words.day_parts
    )
    return after + 1 if timely and word != "second" else None


def _times(tokens: Tokens, at: int) -> int | None:
    """ "Once a year", "twice per month", "three times a week"."""
    after = at + 1
    if tokens.low[at] not in vocabulary().frequencies:
        found = number(tokens, at)
        if not found or tokens.low[found[1]] not in ("times", "time"):
            return None
        after = found[1] + 1
    if tokens.low[after] in ("a", "an", "per", "each", "every"):
        nested = _each(tokens, after)
        return nested or (after + 2 if tokens.low[after + 1] in vocabulary().units else None)
    return None


def _series(tokens: Tokens, at: int) -> int | None:
    """ "The third consecutive year", "the second year running", "the fifth year in a row"."""
    start = at + 1 if tokens.low[at] == "the" else at
    found = ordinal(tokens, start)
    if not found:
        return None
    after = found[1]
    marked = tokens.low[after] in vocabulary().consecutive
    after += marked
    if tokens.low[after] not in vocabulary().units:
        return None
    if tokens.low[after + 1 : after + 4] == ("in", "a", "row"):
        return after + 4
    if tokens.low[after + 1] == "running" or tokens.low[after + 1 : after + 3] == ("in", "succession"):
        return after + (2 if tokens.low[after + 1] == "running" else 3)
    return after + 1 if marked else None


def _stands_alone(tokens: Tokens, after: int) -> bool:
    return tokens.low[after] in ("", ".", ",", ";", ")", "and", "to", "by", "with", "for", "at", "in", "on")


def _rate(tokens: Tokens, at: int) -> Hit | None:
    """ "$100 billion a year": an article and a unit after an amount."""
    if tokens.low[at] not in ("a", "an") or tokens.low[at + 1] not in ("year", "month", "week", "day", "hour"):
        return None
    if tokens.before(at) in around("no_rate_before") or tokens.low[at + 2] in around("no_rate_after"):
        return None
    window = tokens.low[max(at - _RATE_WINDOW, tokens.sentence(at)[0]) : at]
    if any(w in around("amounts") or (w[:1].isdigit() and w not in ("24",)) for w in window):
        return _SERIES, at + 2
    return None
