"""Calendar dates as printed: days, months, weekdays."""

from __future__ import annotations

from dataclasses import replace

from summitry.reading.en.dates import guards
from summitry.reading.en.dates.clock import after_date
from summitry.reading.en.dates.lengths import Hit
from summitry.reading.en.dates.nodes import Day, Node, Span
from summitry.reading.en.dates.numbers import DASHES, of_year, ordinal
from summitry.reading.en.dates.tokens import Tokens
from summitry.reading.en.dates.vocabulary import vocabulary

_JOINS = frozenset({"to", "and", "or", "&", "through", "until", "till"}) | DASHES


def calendar_date(tokens: Tokens, at: int) -> Hit | None:
    """Return the calendar date that begins at a word, with its weekday and clock time."""
    for rule in (_with_weekday, numeric, day_and_month, month_alone):
        hit = rule(tokens, at)
        if hit:
            return hit[0], after_date(tokens, hit[1]) if _has_day(hit[0]) else hit[1]
    return None


def _has_day(node: Node) -> bool:
    if isinstance(node, Span):
        return _has_day(node.last)
    return isinstance(node, Day) and (node.day is not None or node.weekday is not None)


def month(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return a month's number and the word after it."""
    words = vocabulary()
    if not tokens.capital(at):
        return None
    full = words.months.get(tokens.low[at])
    if full:
        return full, at + 1
    short = words.month_abbreviations.get(tokens.low[at])
    if not short:
        return None
    after = at + 1 if tokens.low[at + 1] != "." else at + 2
    beside = tokens.low[after][:1].isdigit() or tokens.before(at)[:1].isdigit()
    return (short, after) if beside else None


def day_number(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return a day of the month ("10", "10th") and the word after it."""
    value = tokens.number(at)
    if value is None:
        found = ordinal(tokens, at) if tokens.low[at][:1].isdigit() else None
        value = found[0] if found else None
    return (value, at + 1) if value is not None and 1 <= value <= 31 and len(tokens.low[at]) <= 4 else None


def _days(tokens: Tokens, at: int) -> tuple[int, int, int] | None:
    """Return the first and last day of "6", "6 to 11", "5, 6 and 7" and the word after them."""
    first = day_number(tokens, at)
    if not first:
        return None
    low, after = first
    high = low
    while True:
        step = after + 1 if tokens.low[after] in _JOINS else None
        if tokens.low[after] == ",":
            step = after + 2 if tokens.low[after + 1] in ("and", "or") else _comma_day(tokens, after)
        if step is not None and tokens.low[step] == "the":
            step += 1
        following = day_number(tokens, step) if step is not None else None
        if not following or following[0] <= high or tokens.low[following[1]] in ("%", "percent"):
            return low, high, after
        high, after = following


def _day_in_words(tokens: Tokens, at: int) -> tuple[int, int, int] | None:
    """ "The sixth of September"."""
    found = ordinal(tokens, at)
    named = found and 0 < found[0] <= 31 and tokens.low[found[1]] == "of" and month(tokens, found[1] + 1)
    return (found[0], found[0], found[1]) if found and named else None


def _comma_day(tokens: Tokens, at: int) -> int | None:
    """A comma joins days only in a list that goes on ("5, 6 and 7")."""
    return at + 1 if day_number(tokens, at + 1) and tokens.low[at + 2] in ("and", ",", "or") else None


def _dates(year: int | None, number: int, low: int, high: int) -> Node:
    first = Day(year, number, low)
    return first if low == high else Span(first, Day(year, number, high))


def day_and_month(tokens: Tokens, at: int) -> Hit | None:
    """ "November 10, 2017", "10 November", "the 10th of November", "July 25-26", "6 to 11 September"."""
    named = month(tokens, at)
    if named:
        start = named[1] + 1 if tokens.low[named[1]] == "the" else named[1]
        days = _days(tokens, start)
        if not days or guards.counts(tokens, days[2]):
            return None
        year, after = of_year(tokens, days[2])
        return _dates(year, named[0], days[0], days[1]), after
    start = at + 1 if tokens.low[at] == "the" else at
    days = _days(tokens, start) or _day_in_words(tokens, start)
    if not days:
        return None
    after = days[2] + 1 if tokens.low[days[2]] in ("of", "-") else days[2]
    named = month(tokens, after)
    if not named:
        return None
    year, after = of_year(tokens, named[1] + (tokens.low[named[1]] == "-"))
    return _dates(year, named[0], days[0], days[1]), after


def month_alone(tokens: Tokens, at: int) -> Hit | None:
    """ "May 2018", "May of 2018", "May"."""
    named = month(tokens, at)
    if not named or (tokens.low[at] not in vocabulary().months and tokens.low[named[1]][:1].isdigit() is False):
        return None
    year, after = of_year(tokens, named[1])
    if year is None and guards.not_a_month(tokens, at):
        return None
    return Day(year, named[0]), after


def numeric(tokens: Tokens, at: int) -> Hit | None:
    """ "2017-11-10", "10.11.2017" (day first), "31/12/2017"; where two readings are possible, from one to the other."""
    word = tokens.low[at]
    if len(word) == 10 and word[4:5] == "-" and word[7:8] == "-":
        return Day(int(word[:4]), int(word[5:7]), int(word[8:])), at + 1
    mark = "." if word.count(".") == 2 else "/"
    bits = word.split(mark)
    if len(bits) != 3 or not all(bit.isascii() and bit.isdigit() for bit in bits) or len(bits[2]) != 4:
        return None
    one, two, year = (int(bit) for bit in bits)
    if not (min(one, two) >= 1 and max(one, two) <= 31 and min(one, two) <= 12):
        return None
    if (mark == "." and two <= 12) or one > 12 or one == two:
        return Day(year, two, one), at + 1
    return (Day(year, one, two), at + 1) if two > 12 else (Span(Day(year, one, two), Day(year, two, one)), at + 1)


def weekday(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return a weekday and the word after it."""
    words = vocabulary()
    if not tokens.capital(at):
        return None
    full = words.weekdays.get(tokens.low[at])
    if full is not None:
        return (full, at + 1) if tokens.before(at) not in words.not_before_weekday else None
    short = words.weekday_abbreviations.get(tokens.low[at])
    if short is None:
        return None
    after = at + 1 + (tokens.low[at + 1] == ".")
    after += tokens.low[after] == ","
    return (short, at + 1 + (tokens.low[at + 1] == ".")) if day_and_month(tokens, after) else None


def weekdays(tokens: Tokens, at: int) -> tuple[Node, int, Hit] | None:
    """Return a list of weekdays as one node with the word after it, and its first weekday as a hit of its own."""
    first = weekday(tokens, at)
    if not first:
        return None
    alone: Hit = (Day(weekday=first[0]), first[1])
    node, after = alone
    loose = False
    while tokens.low[after] in _JOINS or tokens.low[after] == ",":
        step = after + 1 if tokens.low[after] != "," or tokens.low[after + 1] not in ("and", "or") else after + 2
        more = weekday(tokens, step)
        if not more:
            break
        loose = loose or tokens.low[step - 1] in ("and", ",", "&")
        node, after = Span(alone[0], Day(weekday=more[0])), more[1]
    return node, after, alone if loose else (node, after)


def _with_weekday(tokens: Tokens, at: int) -> Hit | None:
    """ "Tuesday, May 31", "Wednesday and Thursday April 2-3", "Friday evening, 5 May"; else the weekday itself."""
    found = weekdays(tokens, at)
    if not found:
        return None
    _, after, alone = found
    start = after_date(tokens, after)
    start += tokens.low[start] in (",", "(")
    start += tokens.low[start] in ("the", "on")
    dated = numeric(tokens, start) or day_and_month(tokens, start)
    if not dated and tokens.low[start - 1] == "the":
        days = _days(tokens, start)
        if days and tokens.low[start].endswith(("st", "nd", "rd", "th")):
            return Day(day=days[0]), days[2]
    if dated:
        node = dated[0]
        if isinstance(node, Day) and isinstance(alone[0], Day) and node.year is None and after == alone[1]:
            node = replace(node, weekday=alone[0].weekday)
        return node, dated[1] + (tokens.low[after] == "(" and tokens.low[dated[1]] == ")")
    return alone
