"""Seasons, financial years, decades, centuries, feasts and years as printed."""

from __future__ import annotations

from dataclasses import replace

from summitry.reading.en.dates import guards
from summitry.reading.en.dates.lengths import Hit
from summitry.reading.en.dates.nodes import Day, Fiscal, Season, YearPair, Years
from summitry.reading.en.dates.numbers import DASHES, of_year, ordinal, year2, year4
from summitry.reading.en.dates.tokens import Tokens
from summitry.reading.en.dates.vocabulary import vocabulary


def larger_date(tokens: Tokens, at: int) -> Hit | None:
    """Return the season, financial year, pair of years, decade, century or year that begins at a word."""
    for rule in (_season, fiscal_year, _year_pair, _decade, _century, _holiday, _year):
        hit = rule(tokens, at)
        if hit and not (isinstance(hit[0], Fiscal | YearPair) and guards.document_follows(tokens, hit[1])):
            return hit
    return None


def _season(tokens: Tokens, at: int) -> Hit | None:
    """ "Spring 2018", "the fall of 2021", "winter 2021-22"; "the spring" only with its article."""
    start = at + 1 if tokens.low[at] == "the" else at
    code = vocabulary().seasons.get(tokens.low[start])
    if not code:
        return None
    after = start + 1 + (tokens.low[start + 1] in ("of", ","))
    pair, year = _year_pair(tokens, after), year4(tokens, after)
    if pair and isinstance(pair[0], YearPair):
        return Season(code, pair[0].first), pair[1]
    if year:
        return Season(code, year), after + 1
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
    if not named and (start > at or quoted > start) and len(short) == 3 and short[1:] == "0s" and short[0].isdigit():
        named, start = 1900 + int(short[:2]), quoted
        named += 100 if named < 1920 else 0
        return Years(named, named + 9), start + 1
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
    year, after = of_year(tokens, found[1])
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
