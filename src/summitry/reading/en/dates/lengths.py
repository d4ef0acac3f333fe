"""Lengths and what is counted with them: offsets, horizons, durations."""

from __future__ import annotations

from dataclasses import replace

from summitry.reading.en.dates.nodes import Count, Horizon, Node, Offset, Role, Undated
from summitry.reading.en.dates.numbers import DASHES, count, number
from summitry.reading.en.dates.tokens import Tokens
from summitry.reading.en.dates.vocabulary import around, vocabulary

Hit = tuple[Node, int]
_NOT_LENGTHS = ("quarter", "half")
_AGO = {"ago": -1, "hence": 1}
_LATER = frozenset({"later", "earlier", "afterwards", "beforehand", "prior"})
_AGES = frozenset({"old", "olds"})


def measure(tokens: Tokens, at: int, article: bool = False) -> tuple[Count, str, int] | None:
    """Return a count, its unit and the word after them ("about two and a half years")."""
    found = count(tokens, at, article)
    if not found:
        return None
    amount, after = found
    if (
        tokens.low[after] in DASHES
        and tokens.ends[after] == tokens.starts[after + 1 if after + 1 < tokens.size else after]
    ):
        after += 1
    while tokens.low[after] in vocabulary().length_adjectives:
        after += 1
    fraction, after = _fraction(tokens, after)
    unit = vocabulary().units.get(tokens.low[after])
    if not unit or tokens.low[after] == "second":
        return None
    after += 1
    more = 0.5 if tokens.low[after : after + 3] == ("and", "a", "half") else 0
    low, high = fraction * (amount.low + more), fraction * (amount.high + more)
    return replace(amount, low=low, high=high), unit, after + 3 if more else after


def _fraction(tokens: Tokens, at: int) -> tuple[float, int]:
    """The part in "a quarter of a century", "a half-century", "half a century" is a number's."""
    share = {"quarter": 0.25, "half": 0.5}.get(tokens.low[at])
    if share is None:
        return 1, at
    if tokens.low[at + 1 : at + 3] == ("of", "a"):
        return share, at + 3
    after = at + 2 if tokens.low[at + 1] in DASHES else at + 1
    return (share, after) if tokens.low[after] in ("century", "decade", "year", "hour") else (1, at)


def offset(tokens: Tokens, at: int) -> Hit | None:
    """ "Three years ago", "a week from now", "two days later"."""
    found = measure(tokens, at, article=True) or _plural(tokens, at)
    if not found:
        return None
    amount, unit, after = found
    word = tokens.low[after]
    if word in _AGO:
        return _offset(amount, unit, _AGO[word]), after + 1
    if word == "from" and tokens.low[after + 1] in ("now", "today"):
        return _offset(amount, unit, 1), after + 2
    if word in _LATER and tokens.low[after + 1] not in ("than", "this"):
        return Undated(None, "unanchored-offset"), after + 1
    return None


def _plural(tokens: Tokens, at: int) -> tuple[Count, str, int] | None:
    """Units without a number: "decades ago"."""
    unit = vocabulary().units.get(tokens.low[at])
    return (Count(0, 0), unit, at + 1) if unit and tokens.low[at].endswith("s") else None


def _offset(amount: Count, unit: str, sign: int) -> Node:
    if not amount.known or unit in ("minute", "second"):
        return Undated("past" if sign < 0 else "deadline", "vague-offset")
    return Offset(amount, unit, sign)


def in_offset(tokens: Tokens, at: int) -> Hit | None:
    """ "In two years", "in a month's time"; after a superlative it is a length ("the first visit in ten years")."""
    if tokens.low[at] != "in":
        return None
    found = measure(tokens, at + 1, article=True)
    if not found or found[1] in ("minute", "second", "hour"):
        return None
    after = found[2]
    if tokens.low[after] in ("'", "'s") and tokens.low[after + 1] == "time":
        after += 2
    elif tokens.low[after] in ("of", "'s", "'", "-") or _superlative(tokens, at):
        return None
    return _offset(found[0], found[1], 1), after


def _superlative(tokens: Tokens, at: int) -> bool:
    start = max(tokens.sentence(at)[0], at - 12)
    return any(
        w in ("first", "only", "since") or (w.endswith("est") and len(w) > 5) or w == "most"
        for w in tokens.low[start:at]
    )


def within(tokens: Tokens, at: int) -> Hit | None:
    """ "Within three months"; "within two weeks of EVENT" has no value."""
    if tokens.low[at] != "within":
        return None
    start = at + 1 if tokens.low[at + 1] != "the" else at + 2
    found = measure(tokens, start, article=True)
    if not found:
        plural = vocabulary().units.get(tokens.low[at + 1])
        return (Undated("deadline", "within"), at + 2) if plural and tokens.low[at + 1].endswith("s") else None
    amount, unit, after = found
    return (Horizon(amount, unit, 1) if amount.known else Undated("deadline", "within")), after


def horizon(tokens: Tokens, at: int) -> Hit | None:
    """ "The past five years", "the next few days", "recent months", "the coming year", "the weeks ahead"."""
    after = at + 1 if tokens.low[at] in ("the", "these", "those", "its", "this") else at
    word = tokens.low[after]
    sign = vocabulary().horizons.get(word)
    if sign is None:
        return _ahead(tokens, at, after)
    role: Role = "past" if sign < 0 else "deadline"
    after = after + 1
    found = count(tokens, after)
    amount, after = found if found else (None, after)
    while tokens.low[after] in vocabulary().length_adjectives:
        after += 1
    unit = vocabulary().units.get(tokens.low[after])
    if not unit or unit == "second" or (amount is None and tokens.low[after] in ("quarter", "half")):
        return None
    plural = tokens.low[after].endswith("s") or tokens.low[after] == "millennia"
    end = _unit_list(tokens, after)
    if word == "recent" or (amount is not None and not amount.known) or (amount is None and plural):
        return (Undated(role, "vague-horizon"), end) if plural else None
    if amount is not None:
        return (Horizon(amount, unit, sign), after + 1) if word != "future" else None
    return _one(tokens, at, after, sign)


def _one(tokens: Tokens, at: int, after: int, sign: int) -> Hit | None:
    """ "The past year", "the coming decade", "over the next year": one unit, which only an article makes a horizon."""
    word, unit = tokens.low[after - 1], vocabulary().units[tokens.low[after]]
    long = unit in around("long_units")
    if word not in ("past", "last", "next", "coming") or tokens.low[at] not in ("the", "this") or not long:
        return None
    if tokens.low[at] == "this" and word != "past":
        return None
    return Horizon(Count(1, 1), unit, sign), after + 1


def _unit_list(tokens: Tokens, at: int) -> int:
    """ "Weeks and months": the word after the last unit."""
    after = at + 1
    while tokens.low[after] in ("and", "or") and vocabulary().units.get(tokens.low[after + 1]):
        after += 2
    return after


def _ahead(tokens: Tokens, at: int, after: int) -> Hit | None:
    unit = vocabulary().units.get(tokens.low[after])
    many = tokens.low[after].endswith("s")
    if not many and unit in around("long_units") and tokens.low[at] == "the" and tokens.low[after + 1] == "ahead":
        return Horizon(Count(1, 1), unit, 1), after + 2
    if not unit or not many:
        return None
    end = _unit_list(tokens, after)
    if tokens.low[end] == "ahead" and tokens.low[end + 1] != "of":
        return Undated("deadline", "vague-horizon"), end + 1
    if tokens.low[end : end + 2] == ("to", "come"):
        return Undated("deadline", "vague-horizon"), end + 2
    return None


def length(tokens: Tokens, at: int) -> Hit | None:
    """A duration: "65 minutes", "a two-year break", "several decades", "for a year"."""
    bare = _bare_units(tokens, at)
    if bare:
        return bare
    article = tokens.before(at) in around("before_length") or _of_something(tokens, at)
    found = measure(tokens, at, article)
    if not found or found[1] in _NOT_LENGTHS:
        return None
    after = found[2]
    if _is_age(tokens, at, after) or (tokens.low[after - 1] == "day" and tokens.low[at] == "one" and not article):
        return None
    more = _more(tokens, after)
    if more:
        after = more
    if _names_a_document(tokens, at, after):
        return None
    if tokens.low[after] in DASHES and tokens.low[after + 1] == "long":
        after += 2
    elif tokens.low[after] in DASHES and tokens.low[after + 1] in _AGES:
        return None
    return Undated("duration", "length"), after


def _of_something(tokens: Tokens, at: int) -> bool:
    """ "A decade of cooperation"."""
    return tokens.low[at + 1] in ("decade", "century", "year") and tokens.low[at + 2] == "of"


def _names_a_document(tokens: Tokens, at: int, after: int) -> bool:
    """ "The Five-Year Plan"."""
    return tokens.capital(after - 1) and tokens.capital(after) and tokens.low[after] in vocabulary().document_words


def _more(tokens: Tokens, after: int) -> int | None:
    """The second half of "one hour and fifty minutes"."""
    start = after + 1 if tokens.low[after] in ("and", ",") else after
    found = number(tokens, start)
    if found and vocabulary().units.get(tokens.low[found[1]]) in ("minute", "second", "hour", "month", "day"):
        return found[1] + 1
    return None


def _bare_units(tokens: Tokens, at: int) -> Hit | None:
    """ "For decades", "decades of cooperation", "a week-long visit", "decades-long"."""
    unit = vocabulary().units.get(tokens.low[at])
    if not unit or unit in (*_NOT_LENGTHS, "second"):
        return None
    if tokens.low[at + 1] in DASHES and tokens.low[at + 2] == "long":
        return Undated("duration", "length"), at + 3
    many = tokens.low[at].endswith("s")
    long = unit in around("long_units") or unit == "day"
    if many and long and (tokens.before(at) == "for" or (tokens.before(at) == "in" and _superlative(tokens, at))):
        return Undated("duration", "length"), at + 1
    if many and unit in ("decade", "century") and tokens.low[at + 1] == "of":
        return Undated("duration", "length"), at + 1
    return None


def _is_age(tokens: Tokens, at: int, after: int) -> bool:
    if tokens.low[after] in _AGES or tokens.low[after : after + 2] == ("of", "age"):
        return True
    return tokens.low[after] in DASHES and tokens.low[after + 1] in _AGES
