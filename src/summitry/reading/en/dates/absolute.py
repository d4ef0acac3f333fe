"""Calendar dates as printed: days, months, years, seasons, decades, centuries, financial years."""

from __future__ import annotations

from dataclasses import replace

from summitry.reading.en.dates import guards
from summitry.reading.en.dates.clock import after_date
from summitry.reading.en.dates.lengths import Hit
from summitry.reading.en.dates.nodes import Day, Fiscal, Node, Season, Span, YearPair, Years
from summitry.reading.en.dates.numbers import DASHES, ordinal, year2, year4
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


def larger_date(tokens: Tokens, at: int) -> Hit | None:
    """Return the season, financial year, pair of years, decade, century or year that begins at a word."""
    for rule in (_season, fiscal_year, _year_pair, _decade, _century, _holiday, _year):
        hit = rule(tokens, at)
        if hit:
            return hit
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


def _of_year(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """Return the year that follows a day or month, if there is one, and the word after it."""
    after = at + 1 if tokens.low[at] in (",", "of") else at
    value = year4(tokens, after)
    return (value, after + 1) if value else (None, at)


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
        year, after = _of_year(tokens, days[2])
        return _dates(year, named[0], days[0], days[1]), after
    start = at + 1 if tokens.low[at] == "the" else at
    days = _days(tokens, start) or _day_in_words(tokens, start)
    if not days:
        return None
    after = days[2] + 1 if tokens.low[days[2]] in ("of", "-") else days[2]
    named = month(tokens, after)
    if not named:
        return None
    year, after = _of_year(tokens, named[1] + (tokens.low[named[1]] == "-"))
    return _dates(year, named[0], days[0], days[1]), after


def month_alone(tokens: Tokens, at: int) -> Hit | None:
    """ "May 2018", "May of 2018", "May"."""
    named = month(tokens, at)
    if not named or (tokens.low[at] not in vocabulary().months and tokens.low[named[1]][:1].isdigit() is False):
        return None
    year, after = _of_year(tokens, named[1])
    if year is None and guards.not_a_month(tokens, at):
        return None
    return Day(year, named[0]), after


def numeric(tokens: Tokens, at: int) -> Hit | None:
    """ "2017-11-10", "10.11.2017" (day first), "31/12/2017" (only where one reading is possible, else without a value)."""
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


def _season(tokens: Tokens, at: int) -> Hit | None:
    """ "Spring 2018", "the fall of 2021", "winter 2021-22"; "the spring" only with its article."""
    start = at + 1 if tokens.low[at] == "the" else at
    code = vocabulary().seasons.get(tokens.low[start])
    if not code:
        return None
    after = start + 1 + (tokens.low[start + 1] in ("of", ","))
    year = year4(tokens, after)
    if year:
        pair = _year_pair(tokens, after)
        return Season(code, year), pair[1] if pair else after + 1
    return (Season(code), start + 1) if start > at and not guards.not_a_season(tokens, start) else None


def bare_season(tokens: Tokens, at: int) -> Hit | None:
    """A season's name alone, where the words around it make clear that it is one."""
    code = vocabulary().seasons.get(tokens.low[at])
    return (Season(code), at + 1) if code and not guards.not_a_season(tokens, at) else None


def fiscal_year(tokens: Tokens, at: int) -> Hit | None:
    """ "FY2024", "FY 2023-24", "fiscal year 2024", "the 2012-13 financial year"."""
    start = at + 1 if tokens.low[at] == "the" else at
    word, words = tokens.low[start], vocabulary()
    if word.startswith(("fy", "jfy")) and (word.lstrip("jfy").isdigit() or not word.lstrip("jfy")):
        return _coded_fiscal(tokens, start)
    if word in words.fiscal_words:
        after = start + 1 + (tokens.low[start + 1] in ("year", "years"))
        system = words.fiscal_owners.get(tokens.before(start), _system(word))
        return _named_fiscal(tokens, after, system) if after > start + 1 or word == "fiscal" else None
    pair = _year_pair(tokens, start)
    year = year4(tokens, start)
    after = pair[1] if pair else start + 1
    if (pair or year) and tokens.low[after] in words.fiscal_words and tokens.low[after + 1] == "year":
        last = pair[0].last if pair and isinstance(pair[0], YearPair) else year
        return Fiscal(last, system=_system(tokens.low[after]), pair=pair is not None), after + 2
    return None


def _system(word: str) -> str:
    return "" if word == "fiscal" else vocabulary().fiscal_words.get(word, "")


def _named_fiscal(tokens: Tokens, after: int, system: str) -> Hit | None:
    pair = _year_pair(tokens, after)
    if pair and isinstance(pair[0], YearPair):
        return Fiscal(pair[0].last, system=system, pair=True), pair[1]
    year = year4(tokens, after)
    return (Fiscal(year, system=system), after + 1) if year else None


def _coded_fiscal(tokens: Tokens, at: int) -> Hit | None:
    word = tokens.low[at]
    system = "jp" if word.startswith("jfy") else ""
    digits = word.lstrip("jfy")
    if not digits:
        hit = _named_fiscal(tokens, at + 1, system)
        short = year2(tokens, at + 1)
        return hit or ((Fiscal(2000 + short, system=system), at + 2) if short is not None else None)
    if len(digits) not in (2, 4):
        return None
    year = int(digits) + (2000 if len(digits) == 2 else 0)
    node, after = Fiscal(year, system=system), at + 1
    later = year2(tokens, at + 2) if tokens.low[after] in DASHES or tokens.low[after] == "/" else None
    return (replace(node, year=year - year % 100 + later, pair=True), at + 3) if later is not None else (node, after)


def _year_pair(tokens: Tokens, at: int) -> Hit | None:
    """ "2012-13", "2012/13", "2021-25"."""
    word = tokens.low[at]
    if "/" in word and len(word) in (7, 9):
        first, _, last = word.partition("/")
        if len(first) != 4:
            return None
        return _pair(int(first), int(last), len(last), at + 1)
    year = year4(tokens, at)
    if not year or tokens.low[at + 1] not in DASHES or tokens.ends[at] != tokens.starts[at + 1]:
        return None
    later = year2(tokens, at + 2)
    return _pair(year, later, 2, at + 3) if later is not None else None


def _pair(first: int, last: int, width: int, after: int) -> Hit | None:
    last = last if width == 4 else first - first % 100 + last
    return (YearPair(first, last), after) if first < last <= first + 60 and 1500 < first < 2200 else None


def _decade(tokens: Tokens, at: int) -> Hit | None:
    """ "The 1990s", "the '90s", "the nineties"."""
    start = at + 1 if tokens.low[at] == "the" else at
    word = tokens.low[start]
    if len(word) == 5 and word.endswith("s") and word[:4].isascii() and word[:4].isdigit() and word[3] == "0":
        first = int(word[:4])
        return (
            (Years(first, first + (99 if first % 100 == 0 and first < 2000 else 9)), start + 1)
            if 1000 <= first < 2200
            else None
        )
    year = year4(tokens, start)
    if year and year % 10 == 0 and tokens.low[start + 1] == "'s" and tokens.low[at] == "the":
        return Years(year, year + 9), start + 2
    named = vocabulary().decade_words.get(word)
    quoted = start + 1 if word == "'" else start
    short = tokens.low[quoted]
    if not named and start > at and len(short) == 3 and short[1:] == "0s" and short[0].isdigit():
        named, start = 1900 + int(short[:2]), quoted
        named += 100 if named < 1920 else 0
    return (Years(named, named + 9), start + 1) if named and start > at else None


def _century(tokens: Tokens, at: int) -> Hit | None:
    """ "The 21st century", "the twentieth century", "the XX century"."""
    start = at + 1 if tokens.low[at] == "the" else at
    roman = vocabulary().roman.get(tokens.low[start])
    found = (roman, start + 1) if roman else ordinal(tokens, start)
    if not found or found[0] < 1 or found[0] > 30:
        return None
    after = found[1] + (tokens.low[found[1]] in DASHES)
    if tokens.low[after] != "century":
        return None
    return Years(100 * found[0] - 99, 100 * found[0]), after + 1


def _holiday(tokens: Tokens, at: int) -> Hit | None:
    found = vocabulary().holidays.match(tokens, at) if tokens.low[at] in ("christmas", "new", "the") else None
    if not found or not tokens.capital(at + (tokens.low[at] == "the")) or guards.not_a_holiday(tokens, at, found[1]):
        return None
    number, day = found[0].split("-")
    year, after = _of_year(tokens, found[1])
    return Day(year, int(number), int(day)), after


def _year(tokens: Tokens, at: int) -> Hit | None:
    """ "2018", "the year 2018"."""
    start = at
    if tokens.low[at : at + 2] == ("the", "year"):
        start = at + 2
    elif tokens.low[at] == "year":
        start = at + 1
    year = year4(tokens, start)
    if not year or (start == at and guards.not_a_year(tokens, at)):
        return None
    return Day(year), start + 1
