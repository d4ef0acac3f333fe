"""Prepositions and suffixes that change a date's value: by, before, until, since, from … onwards, between … and."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summitry.reading.en.dates import guards
from summitry.reading.en.dates.lengths import horizon, within
from summitry.reading.en.dates.nodes import Bound, Day, Deictic, Horizon, Inside, Node, Span, Undated, Unit, YearPair
from summitry.reading.en.dates.numbers import DASHES, year4
from summitry.reading.en.dates.periods import period, simple
from summitry.reading.en.dates.recurrence import each
from summitry.reading.en.dates.relative import the_unit
from summitry.reading.en.dates.tokens import Tokens
from summitry.reading.en.dates.vocabulary import around, vocabulary

_CLAUSE_END = frozenset({"", ",", ".", ";", ":", ")", "(", "and", "that", "which", "will"})


@dataclass(frozen=True, slots=True)
class Found:
    """A tree with the words it was read from: ``start`` and the word after the last."""

    node: Node
    start: int
    end: int


def dated(tokens: Tokens, at: int) -> Found | None:
    """Return the date that begins at a word, with its bounds."""
    for rule in (_between, _within, _prefixed, _plain):
        found = rule(tokens, at)
        if found:
            return _recurring(tokens, found)
    return None


def _recurring(tokens: Tokens, found: Found) -> Found:
    """A date of every year has no value ("by 1 November each year")."""
    end = each(tokens, found.end)
    return Found(Undated("time", "recurrence"), found.start, end) if end and tokens.low[found.end] != "per" else found


def _base(tokens: Tokens, at: int) -> tuple[Node, int] | None:
    hits = [hit for rule in (horizon, period) if (hit := rule(tokens, at))]
    return max(hits, key=lambda hit: hit[1]) if hits else None


def _plain(tokens: Tokens, at: int) -> Found | None:
    hit = period(tokens, at) if not _second_year(tokens, at) else None
    if not hit or (guards.in_a_title(tokens, at) and _is_year(hit[0])):
        return None
    return _suffixed(tokens, Found(hit[0], at, hit[1]))


def _second_year(tokens: Tokens, at: int) -> bool:
    """The end of a range of which the whole was refused ("Plan (2021-2025)")."""
    return (
        tokens.before(at) in DASHES and year4(tokens, at) is not None and at > 1 and year4(tokens, at - 2) is not None
    )


def _is_year(node: Node) -> bool:
    if isinstance(node, Span):
        return _is_year(node.last)
    return isinstance(node, YearPair) or (isinstance(node, Day) and node.month is None and node.weekday is None)


def _suffixed(tokens: Tokens, found: Found) -> Found:
    """ "2018 onwards", "2023 and beyond", "2050 at the latest"."""
    suffix = vocabulary().bound_suffixes.match(tokens, found.end)
    if not suffix or (tokens.low[found.end] == "on" and not _goes_on(tokens, found, suffix[1])):
        return found
    kind, end = suffix
    if (
        tokens.low[found.end] in ("and", "or")
        and tokens.low[found.end + 1] in ("before", "after", "later", "earlier")
        and not _ends(tokens, end)
    ):
        return found
    return Found(found.node if isinstance(found.node, Bound) else Bound(kind == "until", found.node), found.start, end)


def _goes_on(tokens: Tokens, found: Found, end: int) -> bool:
    """Whether "on" after a date means "onwards": "from that day on the sides …", not "8 November on the margins"."""
    return not tokens.low[end][:1].isalnum() or (tokens.before(found.start) == "from" and _ends(tokens, end))


def _ends(tokens: Tokens, at: int) -> bool:
    return not tokens.low[at][:1].isalnum() or tokens.low[at] in ("and", "with", "the", "that")


def _prefixed(tokens: Tokens, at: int) -> Found | None:
    prefix = vocabulary().bounds.match(tokens, at)
    if not prefix or tokens.before(at) == "-":
        return None
    kind, after = prefix
    hit = _base(tokens, after)
    if not hit or (guards.in_a_title(tokens, at) and kind == "until"):
        return None
    node, end = hit
    if kind == "same":
        return Found(node, at, end)
    word = tokens.low[at]
    if word in ("from", "since") and isinstance(node, Span) and not _is_alternative(tokens, after, end):
        return Found(node, after if word == "from" else at, end)
    if tokens.low[end] == "'s" and tokens.low[end + 1] != "end":
        return _plain(tokens, after)
    if word == "from":
        if isinstance(node, Day) and _compares(tokens, end):
            return Found(node, after, end)
        return _from(tokens, at, Found(node, after, end))
    return _suffixed(tokens, Found(Bound(kind == "until", node), at, end))


def _is_alternative(tokens: Tokens, start: int, end: int) -> bool:
    return "or" in tokens.low[start:end]


def _from(tokens: Tokens, at: int, inner: Found) -> Found:
    """ "From 1 July", "from 2018 onwards"; "up from last year", "from yesterday's talks" open nothing."""
    closed = _suffixed(tokens, inner)
    if isinstance(closed.node, Bound):
        return replace(closed, start=at)
    if isinstance(inner.node, Deictic | Unit | Horizon | Inside) and _is_over(inner.node):
        return inner
    return Found(Bound(False, inner.node), at, inner.end)


def _compares(tokens: Tokens, at: int) -> bool:
    """ "From 2020 levels": the date belongs to a noun and opens nothing."""
    return tokens.low[at] in around("compared")


def _is_over(node: Node) -> bool:
    if isinstance(node, Horizon):
        return node.sign < 0
    if isinstance(node, Inside):
        return _is_over(node.outer)
    return isinstance(node, Deictic | Unit) and node.shift < 0


def _between(tokens: Tokens, at: int) -> Found | None:
    if tokens.low[at] != "between":
        return None
    joined = period(tokens, at + 1)
    if joined and isinstance(joined[0], Span) and "and" in tokens.low[at + 1 : joined[1]]:
        return Found(joined[0], at, joined[1])
    first = simple(tokens, at + 1)
    if not first or tokens.low[first[1]] != "and":
        return None
    second = simple(tokens, first[1] + 1)
    return Found(Span(first[0], second[0]), at, second[1]) if second else None


def _within(tokens: Tokens, at: int) -> Found | None:
    """ "Within three months", "within 100 days of EVENT", "within two weeks of 5 May"."""
    hit = within(tokens, at)
    if not hit:
        if tokens.low[at] != "within":
            return None
        inner = horizon(tokens, at + 1) or period(tokens, at + 1) or the_unit(tokens, at + 1)
        return Found(inner[0], at, inner[1]) if inner else None
    node, after = hit
    if tokens.low[after] not in ("of", "from", "after", "following") or not isinstance(node, Horizon):
        return Found(node, at, after)
    start = period(tokens, after + 1)
    if start and tokens.low[start[1]] != "'s":
        return Found(replace(node, start=start[0]), at, start[1])
    if tokens.low[after + 1 : after + 3] in (("the", "date"), ("the", "day")) and tokens.low[after + 3 : after + 5] == (
        "of",
        "this",
    ):
        return Found(node, at, after + 6)
    end = after + 1
    while tokens.low[end] not in _CLAUSE_END:
        end += 1
    return Found(Undated("deadline", "within-event"), at, end)


def carry(tokens: Tokens, found: Found) -> Found | None:
    """Return the date that a bound carries over to: "until 2025 and 2030"."""
    if not isinstance(found.node, Bound) or not found.node.until or tokens.low[found.end] not in ("and", ",", "or"):
        return None
    start = found.end + 1 + (tokens.low[found.end + 1] in ("and", "or"))
    hit = simple(tokens, start)
    alike = (
        hit and isinstance(hit[0], Day) and isinstance(found.node.of, Day) and _shape(hit[0]) == _shape(found.node.of)
    )
    return Found(Bound(True, hit[0]), start, hit[1]) if hit and alike else None


def _shape(node: Day) -> tuple[bool, ...]:
    return node.month is None, node.day is None, node.weekday is None
