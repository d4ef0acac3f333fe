"""Numbers, ordinals and counts of units in words and digits."""

from __future__ import annotations

from dataclasses import replace

from summitry.reading.en.dates.nodes import Count
from summitry.reading.en.dates.tokens import Tokens
from summitry.reading.en.dates.vocabulary import vocabulary

DASHES = frozenset("-–—‑‒")
_TENS = range(20, 100, 10)
_SUFFIXES = ("st", "nd", "rd", "th")


def year4(tokens: Tokens, at: int) -> int | None:
    """Return a word of four digits that can be a year."""
    value = tokens.number(at) if len(tokens.low[at]) == 4 else None
    return value if value is not None and 1000 <= value <= 2199 else None


def year2(tokens: Tokens, at: int) -> int | None:
    """Return a word of two digits, the end of a year."""
    return tokens.number(at) if len(tokens.low[at]) == 2 else None


def of_year(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """Return the year that follows a day or month, if there is one, and the word after it."""
    after = at + 1 if tokens.low[at] in (",", "of") else at
    value = year4(tokens, after)
    return (value, after + 1) if value else (None, at)


def ordinal(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return an ordinal ("third", "21st", "twenty-first"; "last" is -1) and the word after it."""
    word = tokens.low[at]
    known = vocabulary().ordinals.get(word)
    if known:
        return known, at + 1
    if word[-2:] in _SUFFIXES and word[:-2].isascii() and word[:-2].isdigit() and len(word) < 6:
        return int(word[:-2]), at + 1
    tens = vocabulary().numbers.get(word, 0)
    if tens in _TENS:
        after = at + 2 if tokens.low[at + 1] in DASHES else at + 1
        units = vocabulary().ordinals.get(tokens.low[after], 0)
        if 0 < units < 10:
            return tens + units, after + 1
    return None


def number(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """Return a cardinal number and the word after it."""
    digits = tokens.number(at)
    if digits is not None:
        return digits, at + 1
    word = tokens.low[at]
    if word[:1].isdigit() and word.count(".") == 1 and word.replace(".", "").isdecimal() and len(word) < 8:
        return float(word), at + 1
    if word == "half" and tokens.low[at + 1] in ("a", "an"):
        return 0.5, at + 2
    if word in ("a", "one") and tokens.low[at + 1] == "hundred":
        return 100, at + 2
    return _in_words(tokens, at)


def _in_words(tokens: Tokens, at: int) -> tuple[float, int] | None:
    words = vocabulary().numbers
    value = words.get(tokens.low[at])
    if value is None:
        return (12, at + 2) if tokens.low[at : at + 2] == ("a", "dozen") else None
    after = at + 1
    if value in _TENS:
        follow = after + 1 if tokens.low[after] in DASHES else after
        units = words.get(tokens.low[follow], 0)
        if 0 < units < 10:
            return value + units, follow + 1
    if tokens.low[after : after + 3] == ("and", "a", "half"):
        return value + 0.5, after + 3
    return value, after


def count(tokens: Tokens, at: int, article: bool = False) -> tuple[Count, int] | None:
    """Return how many ("about three or four", "several", with ``article`` also "a") and the word after it."""
    marked = vocabulary().approximators.match(tokens, at)
    if (marked and marked[0] != "~") or (marked and tokens.low[at] != "some"):
        bare = count(tokens, marked[1], article)
        return (replace(bare[0], mark=marked[0] or bare[0].mark), bare[1]) if bare else None
    if marked:
        bare = _number_range(tokens, marked[1])
        if bare:
            return replace(bare[0], mark="~"), bare[1]
    if article and tokens.low[at] in ("a", "an", "another") and tokens.low[at + 1] not in ("few", "hundred", "dozen"):
        unit_next = tokens.low[at + 1] in vocabulary().units or tokens.low[at + 1] in vocabulary().length_adjectives
        if unit_next:
            return Count(1, 1), at + 1
    found = _number_range(tokens, at)
    if found:
        return found
    vague = vocabulary().vague_counts.match(tokens, at)
    return (Count(0, 0), vague[1]) if vague else None


def _number_range(tokens: Tokens, at: int) -> tuple[Count, int] | None:
    low = number(tokens, at)
    if not low:
        return None
    if tokens.low[low[1]] in ("or", "to", "and") or tokens.low[low[1]] in DASHES:
        high = number(tokens, low[1] + 1)
        if high and high[0] > low[0] and tokens.low[low[1]] != "and":
            return Count(low[0], high[0]), high[1]
    return Count(low[0], low[0]), low[1]
