"""Dates with their joins: "June to August", "May or June this year", "Thursday and Friday this week"."""

from __future__ import annotations

from dataclasses import replace

from summitry.reading.en.dates.absolute import month
from summitry.reading.en.dates.anchored import dated, day_of_month, larger, listed_weekdays
from summitry.reading.en.dates.clock import after_date, before_date, clock_range
from summitry.reading.en.dates.lengths import Hit
from summitry.reading.en.dates.nodes import Day, Deictic, Inside, Node, Part, Season, Span, Unit
from summitry.reading.en.dates.numbers import DASHES
from summitry.reading.en.dates.parts import nth, part, rest, week_of
from summitry.reading.en.dates.relative import relative, the_unit
from summitry.reading.en.dates.tokens import Tokens

_RANGE = frozenset({"to", "through", "until", "till"}) | DASHES


def period(tokens: Tokens, at: int) -> Hit | None:
    """Return the longest date that begins at a word, with what it is joined to."""
    first = simple(tokens, at)
    return _joined(tokens, at, first) if first else None


def simple(tokens: Tokens, at: int) -> Hit | None:
    """Return the date that begins at a word, without joins."""
    hits = [hit for rule in (rest, part, nth, week_of, _clocked) if (hit := rule(tokens, at))]
    if not hits:
        hits = [hit for rule in (relative, listed_weekdays, dated, larger, day_of_month) if (hit := rule(tokens, at))]
    if not hits:
        return None
    node, end = max(hits, key=lambda hit: hit[1])
    return node, after_date(tokens, end) if tokens.low[end] == "," else end


def _clocked(tokens: Tokens, at: int) -> Hit | None:
    """A clock time or a part of the day before its date."""
    start = before_date(tokens, at)
    if start is None:
        return None
    alone = clock_range(tokens, at)
    for rule in (relative, dated, the_unit):
        hit = rule(tokens, start)
        if hit and not (rule is the_unit and tokens.low[start + 1] != "day"):
            return hit
    return (Unit("day", 0, anchored=True), alone) if alone else None


def _joined(tokens: Tokens, at: int, first: Hit) -> Hit:
    """Join a date with one that follows by "to", a dash, "or", or by "and" where they share a word."""
    node, after = first
    link = tokens.low[after]
    if link in DASHES and not _tight(tokens, after):
        return first
    if link not in _RANGE and link not in ("or", "and", "/") and not _listed(tokens, after):
        return first
    step = after + 2 if link == "," and tokens.low[after + 1] in ("and", "or") else after + 1
    last = _joined(tokens, step, hit) if link == "," and (hit := simple(tokens, step)) else simple(tokens, step)
    if not last or _is_today(last[0]):
        return first
    ends = last[0].last if isinstance(last[0], Span) else last[0]
    shared = _share(node, ends)
    if link in _RANGE:
        return (Span(shared or node, ends), last[1]) if _alike(node, ends) else first
    if link in ("or", "/") and _alike(node, ends) and type(node) is type(ends):
        ends = last[0].last if isinstance(last[0], Span) else last[0]
        return Span(*_in_order(shared or node, ends)), last[1]
    return (Span(shared, ends), last[1]) if shared is not None else first


def _is_today(node: Node) -> bool:
    """A clock time or "today" ends no range of dates."""
    return isinstance(node, Unit) and node.unit == "day"


def _in_order(one: Node, other: Node) -> tuple[Node, Node]:
    """Alternatives in the order of the calendar ("March or February")."""
    reversed_ = (
        isinstance(one, Day) and isinstance(other, Day) and not one.year and (one.month or 0) > (other.month or 0)
    )
    near = isinstance(one, Day) and isinstance(other, Day) and (one.month or 0) - (other.month or 0) < 6
    return (other, one) if reversed_ and near else (one, other)


def _listed(tokens: Tokens, at: int) -> bool:
    """ "May, June and July 2021"."""
    return tokens.low[at] == "," and month(tokens, at + 1) is not None and tokens.low[at + 2] in ("and", "or", ",")


def _tight(tokens: Tokens, at: int) -> bool:
    """Whether a dash joins numbers or months rather than clauses."""
    spaced = tokens.starts[at] > tokens.ends[at - 1]
    return not spaced or (tokens.low[at] in "-–" and tokens.starts[min(at + 1, tokens.size - 1)] > tokens.ends[at])


def _kind(node: Node) -> str:
    if isinstance(node, Day):
        return "day" if node.day else "month" if node.month else "weekday" if node.weekday is not None else "year"
    if isinstance(node, Part | Deictic):
        return _kind(node.of)
    if isinstance(node, Inside):
        return _kind(node.inner)
    if isinstance(node, Span):
        return _kind(node.last)
    return type(node).__name__


def _alike(one: Node, other: Node) -> bool:
    """Whether two dates can be the ends of a range."""
    loose = {"day", "month", "year", "weekday", "Season", "Unit", "Nth"}
    return _kind(one) == _kind(other) or (_kind(one) in loose and _kind(other) in loose)


def _share(one: Node, other: Node) -> Node | None:
    """Return the first date completed with the year or period that only the second prints, or ``None``."""
    if isinstance(one, Part):
        inner = other.of if isinstance(other, Part) else other
        completed = _share(one.of, inner)
        return replace(one, of=completed) if completed else None
    if isinstance(other, Part):
        return _share(one, other.of)
    if isinstance(other, Inside) and isinstance(one, Day) and _kind(one) == _kind(other):
        return Inside(one, other.outer)
    if isinstance(other, Deictic):
        return None
    if isinstance(one, Season) and isinstance(other, Season) and one.year is None and other.year:
        return replace(one, year=other.year)
    if (
        not (isinstance(one, Day) and isinstance(other, Day))
        or one.year
        or not other.year
        or not one.month
        or not other.month
    ):
        return None
    later = (one.month, one.day or 0) > (other.month, other.day or 0)
    return replace(one, year=other.year - later)
