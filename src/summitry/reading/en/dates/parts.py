"""Parts of periods: "early in 2018", "the end of next month", "the second quarter of FY2024", "later this year"."""

from __future__ import annotations

from dataclasses import replace

from summitry.reading.en.dates.absolute import month
from summitry.reading.en.dates.anchored import dated, larger
from summitry.reading.en.dates.larger import bare_season, larger_date
from summitry.reading.en.dates.lengths import Hit, horizon
from summitry.reading.en.dates.nodes import Day, Deictic, Fiscal, Inside, Node, Nth, Part, Rest, Span, Unit, WeekOf
from summitry.reading.en.dates.numbers import count, ordinal, year4
from summitry.reading.en.dates.relative import relative, suffix, the_unit, unit_name
from summitry.reading.en.dates.tokens import Tokens
from summitry.reading.en.dates.vocabulary import vocabulary

_MIDDLES = ("year", "month", "century", "decade")
_NTH_UNITS = {"trimester": "third", "half": "half", "quarter": "quarter", "semester": "half"}


def _inner(tokens: Tokens, at: int) -> Hit | None:
    """What a part can be of: a date, or "the year"."""
    season = bare_season(tokens, at)
    if season and not larger_date(tokens, at):
        outer = suffix(tokens, season[1])
        return (Inside(season[0], outer[0]), outer[1]) if outer else season
    hits = [h for rule in (nth, relative, dated, larger, the_unit, horizon, _month_of) if (h := rule(tokens, at))]
    return max(hits, key=lambda h: h[1]) if hits else None


def _month_of(tokens: Tokens, at: int) -> Hit | None:
    """ "The month of May"."""
    if tokens.low[at : at + 3] != ("the", "month", "of"):
        return None
    return dated(tokens, at + 3)


def rest(tokens: Tokens, at: int) -> Hit | None:
    """ "Later this year", "earlier in May", "later in the week", "the rest of the year"."""
    word = tokens.low[at]
    if word in ("later", "earlier"):
        start = at + 1 if tokens.low[at + 1] not in ("in", "on") else at + 2
        hit = relative(tokens, start) or dated(tokens, start) or larger_date(tokens, start) or the_unit(tokens, start)
        return (Rest(word == "later", hit[0]), hit[1]) if hit else None
    if tokens.low[at] == "the" and tokens.low[at + 1] in ("rest", "remainder") and tokens.low[at + 2] == "of":
        hit = (
            relative(tokens, at + 3) or the_unit(tokens, at + 3) or larger_date(tokens, at + 3) or dated(tokens, at + 3)
        )
        return (Rest(True, hit[0]), hit[1]) if hit else None
    return None


def part(tokens: Tokens, at: int) -> Hit | None:
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
    of = _part_link(tokens, start, after, name, article=start > at)
    inner = _inner(tokens, of) if of else None
    if not inner:
        return None
    if isinstance(inner[0], Inside):
        return _push(name, inner[0]), inner[1]
    return Part(name, inner[0], edge=True), inner[1]  # type: ignore[arg-type]


def _part_link(tokens: Tokens, start: int, after: int, name: str, article: bool) -> int | None:
    """Where the period of a part begins: after "of", a dash, or at once ("end 2025", "by end March")."""
    low = tokens.low
    if low[after] in ("of", "-"):
        return after + 1
    if article or name == "mid":
        return None
    limit = tokens.before(start) in ("by", "at", "until", "before", "since")
    if year4(tokens, after) or (low[start] == "end" and month(tokens, after) and limit):
        return after
    return after if limit and low[after] in ("this", "next", "last") else None


def _end_unit(tokens: Tokens, at: int) -> Hit | None:
    """ "Year-end", "year end", "mid-year", "the year's end", "the decade's end", "month-end"."""
    start = at + 1 if tokens.low[at] == "the" else at
    low = tokens.low
    if low[start] == "mid":
        after = start + 2 if low[start + 1] == "-" else start + 1
        return (Part("mid", Unit(low[after], 0, loose=True)), after + 1) if low[after] in _MIDDLES else None
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
    inner = relative(tokens, at) or dated(tokens, at) or larger_date(tokens, at)
    if inner and tokens.low[inner[1]] == "'s" and tokens.low[inner[1] + 1] == "end":
        return Nth("day", -1, inner[0]), inner[1] + 2
    return None


def nth(tokens: Tokens, at: int) -> Hit | None:
    """ "The second quarter of FY2024", "Q2 2024", "the first nine months of 2021", "the last week of May"."""
    coded = _coded(tokens, at)
    if coded:
        return coded
    start = at + 1 if tokens.low[at] == "the" else at
    found = ordinal(tokens, start)
    if not found:
        return None
    n, after = found
    second = ordinal(tokens, after + 1) if tokens.low[after] in ("and", "or", "to") and n > 0 else None
    if second and tokens.low[second[1]].endswith("s"):
        last = _of(tokens, second[1], second[0], many=False, plural=True)
        node = last[0] if last else None
        return (Span(replace(node, n=n), node), last[1]) if last and isinstance(node, Nth) else None
    amount = count(tokens, after)
    if amount and amount[0].known and amount[0].low == amount[0].high:
        return _of(tokens, amount[1], int(amount[0].high) * (1 if n > 0 else -1), many=True)
    after += tokens.low[after] in ("full", "calendar")
    return _of(tokens, after, n, many=False)


def _of(tokens: Tokens, at: int, n: int, many: bool, plural: bool = False) -> Hit | None:
    words = vocabulary()
    word = tokens.low[at]
    unit = _NTH_UNITS.get(word.removesuffix("s")) or words.units.get(word) or words.periods.get(word)
    if not unit or unit in ("second", "minute", "hour") or word.endswith("s") != (plural or (many and abs(n) > 1)):
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
    """ "Q2 2024", "H1 of 2025", "in Q3"."""
    word = tokens.low[at]
    if len(word) != 2 or word[0] not in "qh" or word[1] not in "1234":
        return None
    unit = "quarter" if word[0] == "q" else "half"
    after = at + 1 + (tokens.low[at + 1] in ("of", ",", "-"))
    year = year4(tokens, after)
    inner = (Day(year), after + 1) if year else suffix(tokens, after) or larger_date(tokens, after)
    if not inner and tokens.before(at) in ("in", "by", "until", "since", "for", "during"):
        inner = Unit("year", 0, loose=True), at + 1
    return (Nth(unit, int(word[1]), inner[0]), inner[1]) if inner else None


def week_of(tokens: Tokens, at: int) -> Hit | None:
    """ "The week of 3 March", "the week beginning 3 March", "the summer of" is a season's business."""
    low = tokens.low
    if low[at] != "the" or low[at + 1] not in ("week", "weekend", "month"):
        return None
    after = at + 2
    if low[after] not in ("of", "beginning", "starting", "commencing"):
        return None
    after += 1 + (low[after + 1] == "on")
    hit = dated(tokens, after)
    if not hit:
        return None
    if low[at + 1] != "week":
        return hit
    return (WeekOf(hit[0]), hit[1]) if not isinstance(hit[0], Day) or hit[0].day else None
