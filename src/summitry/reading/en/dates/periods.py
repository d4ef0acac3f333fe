"""Dates with their parts and joins: "early in 2018", "the end of next month", "June to August", "May or June this year"."""

from __future__ import annotations

from dataclasses import replace

from summitry.reading.en.dates import guards
from summitry.reading.en.dates.absolute import bare_season, calendar_date, day_number, larger_date, month, weekdays
from summitry.reading.en.dates.clock import after_date, before_date
from summitry.reading.en.dates.lengths import Hit, horizon
from summitry.reading.en.dates.nodes import (
    Day,
    Deictic,
    Fiscal,
    Inside,
    Node,
    Nth,
    Part,
    Rest,
    Season,
    Span,
    Unit,
    WeekOf,
)
from summitry.reading.en.dates.numbers import DASHES, count, ordinal, year4
from summitry.reading.en.dates.relative import relative, suffix, the_unit, unit_name
from summitry.reading.en.dates.tokens import Tokens
from summitry.reading.en.dates.vocabulary import vocabulary

_NTH_UNITS = {"trimester": "third", "trimesters": "third", "half": "half", "quarter": "quarter", "semester": "half"}
_RANGE = frozenset({"to", "through", "until", "till"}) | DASHES


def period(tokens: Tokens, at: int) -> Hit | None:
    """Return the longest date that begins at a word, with what it is joined to."""
    first = simple(tokens, at)
    return _joined(tokens, at, first) if first else None


def simple(tokens: Tokens, at: int) -> Hit | None:
    """Return the date that begins at a word, without joins."""
    hits = [hit for rule in (_rest, _part, _nth, _week_of, _clocked) if (hit := rule(tokens, at))]
    if not hits:
        hits = [
            hit for rule in (relative, _listed_weekdays, _dated, _larger, _day_of_month) if (hit := rule(tokens, at))
        ]
    if not hits:
        return None
    node, end = max(hits, key=lambda hit: hit[1])
    return node, after_date(tokens, end) if tokens.low[end] == "," else end


def _larger(tokens: Tokens, at: int) -> Hit | None:
    """A season, year and the like, a season with the relative year it stands in: "the autumn of next year"."""
    hit = larger_date(tokens, at)
    if not hit or not isinstance(hit[0], Season) or hit[0].year:
        return hit
    outer = suffix(tokens, hit[1])
    return (Inside(hit[0], outer[0]), outer[1]) if outer else hit


def _clocked(tokens: Tokens, at: int) -> Hit | None:
    """A clock time or a part of the day before its date."""
    start = before_date(tokens, at)
    if start is None:
        return None
    for rule in (relative, _dated, the_unit):
        hit = rule(tokens, start)
        if hit and not (rule is the_unit and tokens.low[start + 1] != "day"):
            return hit
    return None


def _dated(tokens: Tokens, at: int) -> Hit | None:
    """A calendar date, with the relative period it stands in: "October last year"."""
    hit = calendar_date(tokens, at)
    if not hit or guards.document_follows(tokens, hit[1]) or (_has_year(hit[0]) and guards.named(tokens, at, hit[1])):
        return None
    if _has_year(hit[0]):
        return hit
    outer = suffix(tokens, hit[1])
    return (Inside(hit[0], outer[0]), outer[1]) if outer else hit


def _has_year(node: Node) -> bool:
    return _has_year(node.first) if isinstance(node, Span) else isinstance(node, Day) and node.year is not None


def _listed_weekdays(tokens: Tokens, at: int) -> Hit | None:
    """ "Thursday and Friday this week"."""
    found = weekdays(tokens, at)
    outer = suffix(tokens, found[1]) if found else None
    return (Inside(found[0], outer[0]), outer[1]) if found and outer else None


def _day_of_month(tokens: Tokens, at: int) -> Hit | None:
    """ "On the 30th", "the 30th of this month"."""
    if tokens.low[at] != "the" or not tokens.low[at + 1].endswith(("st", "nd", "rd", "th")):
        return None
    day = day_number(tokens, at + 1)
    if not day:
        return None
    outer = suffix(tokens, day[1]) or (the_unit(tokens, day[1] + 1) if tokens.low[day[1]] == "of" else None)
    if outer and isinstance(outer[0], Unit) and outer[0].unit == "month":
        return Inside(Day(day=day[0]), outer[0]), outer[1]
    after = tokens.low[day[1]]
    alone = not after[:1].isalnum() or after in ("and", "to", "at", "in", "for", "with", "when", "by", "but", "of")
    sure = tokens.before(at) in ("on", "by", "until", "before", "since", "till")
    return (Day(day=day[0]), day[1]) if sure and alone and after not in ("-", "of", "–") else None


def _inner(tokens: Tokens, at: int) -> Hit | None:
    """What a part can be of: a date, or "the year"."""
    season = bare_season(tokens, at)
    if season and not larger_date(tokens, at):
        outer = suffix(tokens, season[1])
        return (Inside(season[0], outer[0]), outer[1]) if outer else season
    hits = [h for rule in (_nth, relative, _dated, _larger, the_unit, horizon, _month_of) if (h := rule(tokens, at))]
    return max(hits, key=lambda h: h[1]) if hits else None


def _month_of(tokens: Tokens, at: int) -> Hit | None:
    """ "The month of May"."""
    if tokens.low[at : at + 3] != ("the", "month", "of"):
        return None
    return _dated(tokens, at + 3)


def _rest(tokens: Tokens, at: int) -> Hit | None:
    """ "Later this year", "earlier in May", "later in the week", "the rest of the year"."""
    word = tokens.low[at]
    if word in ("later", "earlier"):
        start = at + 1 if tokens.low[at + 1] not in ("in", "on") else at + 2
        hit = relative(tokens, start) or _dated(tokens, start) or larger_date(tokens, start) or the_unit(tokens, start)
        return (Rest(word == "later", hit[0]), hit[1]) if hit else None
    if tokens.low[at] == "the" and tokens.low[at + 1] in ("rest", "remainder") and tokens.low[at + 2] == "of":
        hit = (
            relative(tokens, at + 3)
            or the_unit(tokens, at + 3)
            or larger_date(tokens, at + 3)
            or _dated(tokens, at + 3)
        )
        return (Rest(True, hit[0]), hit[1]) if hit else None
    return None


def _part(tokens: Tokens, at: int) -> Hit | None:
    """ "Early 2018", "late in October", "mid-May", "the end of the month", "year-end", "the decade's end"."""
    return _part_word(tokens, at) or _part_of(tokens, at) or _end_unit(tokens, at) or _possessive_end(tokens, at)


def _part_word(tokens: Tokens, at: int) -> Hit | None:
    start = at + 1 if tokens.low[at] == "the" else at
    found = vocabulary().parts.match(tokens, start)
    if not found:
        return None
    name, after = found
    second = after + 1 if tokens.low[after] in ("-", "/") else after
    second = second + 1 if tokens.low[second] in ("to", "or", "and") else second
    second = second + 1 if tokens.low[second] == "-" else second
    other = vocabulary().parts.match(tokens, second) if second > after else None
    if other:
        inner = _inner(tokens, _skip_link(tokens, other[1]))
        return (Span(Part(name, inner[0]), Part(other[0], inner[0])), inner[1]) if inner else None  # type: ignore[arg-type]
    inner = _inner(tokens, _skip_link(tokens, after))
    if not inner or (start > at and not isinstance(inner[0], Unit) and _no_article(inner[0])):
        return None
    return _push(name, inner[0]), inner[1]


def _no_article(node: Node) -> bool:
    return isinstance(node, Deictic | Inside)


def _push(name: str, node: Node) -> Node:
    """A part of a month of a year is the part of that month: "early October last year"."""
    if isinstance(node, Inside):
        return replace(node, inner=Part(name, node.inner))  # type: ignore[arg-type]
    return Part(name, node)  # type: ignore[arg-type]


def _skip_link(tokens: Tokens, at: int) -> int:
    if tokens.low[at] in ("-", "–", "‑"):
        return at + 1
    return at + 1 if tokens.low[at] in ("in", "on", "of") else at


def _part_of(tokens: Tokens, at: int) -> Hit | None:
    start = at + 1 if tokens.low[at] == "the" else at
    found = vocabulary().part_nouns.match(tokens, start)
    if not found:
        return None
    name, after = found
    if tokens.low[after] == "of":
        inner = _inner(tokens, after + 1)
    elif tokens.low[after] == "-" or (start == at and name != "mid" and year4(tokens, after)):
        inner = _inner(tokens, after + (tokens.low[after] == "-"))
    elif start == at:
        inner = (
            _inner(tokens, after)
            if tokens.low[after] in ("this", "next", "last") and tokens.before(at) in ("by", "at", "until")
            else None
        )
    else:
        inner = None
    if not inner:
        return None
    if isinstance(inner[0], Inside):
        return _push(name, inner[0]), inner[1]
    return Part(name, inner[0], edge=True), inner[1]  # type: ignore[arg-type]


def _end_unit(tokens: Tokens, at: int) -> Hit | None:
    """ "Year-end", "year end", "mid-year", "the year's end", "the decade's end", "month-end"."""
    start = at + 1 if tokens.low[at] == "the" else at
    low = tokens.low
    if (
        low[start] == "mid"
        and low[start + 1] in ("-", "year", "month")
        and low[start + 2 - (low[start + 1] != "-")] in ("year", "month")
    ):
        after = start + 3 - (low[start + 1] != "-")
        return Part("mid", Unit(low[after - 1], 0, loose=True)), after
    unit = unit_name(tokens, start)
    if not unit:
        return None
    node: Node = Unit(unit[0], 0, loose=True) if unit[0] in vocabulary().periods else Fiscal(None, system=unit[0])
    after = unit[1]
    if low[after] in ("-", "'s") and low[after + 1] == "end":
        after += 1
    elif low[after] != "end":
        return None
    if low[after + 1] in ("-", "of"):
        return None
    named = year4(tokens, after + 1)
    return (Nth("day", -1, Day(named)), after + 2) if named else (Nth("day", -1, node), after + 1)


def _possessive_end(tokens: Tokens, at: int) -> Hit | None:
    """ "This year's end", "May's end"."""
    inner = relative(tokens, at) or _dated(tokens, at) or larger_date(tokens, at)
    if inner and tokens.low[inner[1]] == "'s" and tokens.low[inner[1] + 1] == "end":
        return Nth("day", -1, inner[0]), inner[1] + 2
    return None


def _nth(tokens: Tokens, at: int) -> Hit | None:
    """ "The second quarter of FY2024", "Q2 2024", "the first nine months of 2021", "the last week of May"."""
    coded = _coded(tokens, at)
    if coded:
        return coded
    start = at + 1 if tokens.low[at] == "the" else at
    found = ordinal(tokens, start)
    if not found:
        return None
    n, after = found
    amount = count(tokens, after)
    if amount and amount[0].known and amount[0].low == amount[0].high:
        return _of(tokens, amount[1], int(amount[0].high) * (1 if n > 0 else -1), many=True)
    after += tokens.low[after] in ("full", "calendar")
    return _of(tokens, after, n, many=False)


def _of(tokens: Tokens, at: int, n: int, many: bool) -> Hit | None:
    words = vocabulary()
    word = tokens.low[at]
    unit = _NTH_UNITS.get(word) or words.units.get(word) or words.periods.get(word)
    if not unit or unit in ("second", "minute", "hour") or word.endswith("s") != (many and abs(n) > 1):
        return None
    after = at + 1
    if tokens.low[after] in ("of", "in") and (tokens.low[after] == "of" or unit in ("half", "quarter")):
        inner = _inner(tokens, after + 1)
    elif unit in ("half", "quarter", "third"):
        inner = suffix(tokens, after) or (
            larger_date(tokens, after) if year4(tokens, after) or tokens.low[after] in ("fy", "fiscal") else None
        )
        if not inner and unit == "quarter" and not many and tokens.low[at - 2] == "the" and tokens.low[after] != "-":
            inner = Unit("year", 0, loose=True), after
    else:
        inner = None
    if not inner or (unit == "day" and isinstance(inner[0], Unit) and inner[0].unit == "day"):
        return None
    return Nth(unit, n, inner[0], many), inner[1]


def _coded(tokens: Tokens, at: int) -> Hit | None:
    """ "Q2 2024", "H1 of 2025", "1H 2025"."""
    word = tokens.low[at]
    start = at
    if len(word) != 2 or word[0] not in "qh" or word[1] not in "1234":
        return None
    unit = "quarter" if word[0] == "q" else "half"
    after = start + 1 + (tokens.low[start + 1] in ("of", ",", "-"))
    year = year4(tokens, after)
    inner = (Day(year), after + 1) if year else suffix(tokens, after) or larger_date(tokens, after)
    return (Nth(unit, int(word[1]), inner[0]), inner[1]) if inner else None


def _week_of(tokens: Tokens, at: int) -> Hit | None:
    """ "The week of 3 March", "the week beginning 3 March", "the summer of" is a season's business."""
    low = tokens.low
    if low[at] != "the" or low[at + 1] not in ("week", "weekend", "month"):
        return None
    after = at + 2
    if low[after] not in ("of", "beginning", "starting", "commencing"):
        return None
    after += 1 + (low[after + 1] == "on")
    hit = _dated(tokens, after)
    if not hit:
        return None
    if low[at + 1] != "week":
        return hit
    return (WeekOf(hit[0]), hit[1]) if not isinstance(hit[0], Day) or hit[0].day else None


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
    if not last:
        return first
    ends = last[0].last if isinstance(last[0], Span) else last[0]
    shared = _share(node, ends)
    if link in _RANGE:
        return (Span(shared or node, ends), last[1]) if _alike(node, ends) else first
    if link in ("or", "/") and _alike(node, ends) and type(node) is type(ends):
        ends = last[0].last if isinstance(last[0], Span) else last[0]
        return Span(*_in_order(shared or node, ends)), last[1]
    return (Span(shared, ends), last[1]) if shared is not None else first


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
