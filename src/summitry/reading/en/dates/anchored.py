"""Calendar dates with the relative period they stand in: "October last year", "the 30th of this month"."""

from __future__ import annotations

from summitry.reading.en.dates import guards
from summitry.reading.en.dates.absolute import calendar_date, day_number, weekdays
from summitry.reading.en.dates.larger import larger_date
from summitry.reading.en.dates.lengths import Hit
from summitry.reading.en.dates.nodes import Day, Inside, Node, Season, Span, Unit
from summitry.reading.en.dates.relative import suffix, the_unit
from summitry.reading.en.dates.tokens import Tokens


def dated(tokens: Tokens, at: int) -> Hit | None:
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


def larger(tokens: Tokens, at: int) -> Hit | None:
    """A season, year and the like, a season with the relative year it stands in: "the autumn of next year"."""
    hit = larger_date(tokens, at)
    if not hit or not isinstance(hit[0], Season) or hit[0].year:
        return hit
    outer = suffix(tokens, hit[1])
    return (Inside(hit[0], outer[0]), outer[1]) if outer else hit


def listed_weekdays(tokens: Tokens, at: int) -> Hit | None:
    """ "Thursday and Friday this week"."""
    found = weekdays(tokens, at)
    outer = suffix(tokens, found[1]) if found else None
    return (Inside(found[0], outer[0]), outer[1]) if found and outer else None


def day_of_month(tokens: Tokens, at: int) -> Hit | None:
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
