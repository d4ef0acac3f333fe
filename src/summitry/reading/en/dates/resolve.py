"""From the grammar's tree to a stretch of time, counted from a reference date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from summitry.reading.en.dates import stretch as cal
from summitry.reading.en.dates.nearest import (
    Context,
    NoValueError,
    in_month,
    nearest,
    occurrences,
    today_of,
    years_around,
)
from summitry.reading.en.dates.nodes import (
    Bound,
    Day,
    Deictic,
    Fiscal,
    Horizon,
    Inside,
    Node,
    Nth,
    Offset,
    Part,
    Rest,
    Season,
    Span,
    Undated,
    Unit,
    WeekOf,
    YearPair,
    Years,
)
from summitry.reading.en.dates.stretch import Stretch
from summitry.reading.en.dates.vocabulary import vocabulary


def resolve(node: Node, context: Context) -> Stretch | None:
    """Return the stretch of time that a tree means, or ``None`` where it has no value."""
    try:
        return _RULES[type(node)](node, context)
    except (NoValueError, ArithmeticError, ValueError, LookupError, StopIteration):
        return None


def _value(node: Node, context: Context) -> Stretch:
    return _RULES[type(node)](node, context)


def _day(node: Day, context: Context) -> Stretch:
    if node.year and not node.month:
        return cal.point(cal.year(node.year))
    if node.year and node.month:
        return in_month(node.year, node.month, node.day)
    if node.month:
        month, day = node.month, node.day
        year = today_of(context).year
        every = [in_month(y, month, day) for y in years_around(year, month, day)]
        same = [c for c in every if node.weekday is not None and c.first.weekday() == node.weekday]
        return nearest(iter(same), replace(context, tense=None)) if same else nearest(iter(every), context)
    today = today_of(context)
    if node.day:
        return nearest(_days_of_month(today, node.day), context)
    assert node.weekday is not None
    ahead = (node.weekday - today.weekday()) % 7
    either = [today + timedelta(days=ahead + step) for step in (-7, 0, 7)]
    return nearest((cal.point(cal.day(d)) for d in either), context)


def _days_of_month(today: date, number: int) -> Iterator[Stretch]:
    for step in range(-2, 3):
        month = cal.month(today.year, today.month + step)
        if number <= month.last.day:
            yield cal.point(cal.day(month.first.replace(day=number)))


def _season(node: Season, context: Context) -> Stretch:
    if node.year:
        return cal.point(cal.season(node.year, node.code))
    year = today_of(context).year
    return nearest((cal.point(cal.season(y, node.code)) for y in (year - 1, year, year + 1)), context)


def _years(node: Years, context: Context) -> Stretch:
    return cal.years(node.first, node.last)


def _fiscal(node: Fiscal, context: Context) -> Stretch:
    start = vocabulary().fiscal_years[node.system or context.fiscal or "us"]
    if node.year is not None:
        return cal.months(node.year - (node.pair and start > 0), start, 12)
    today = cal.add_months(today_of(context), 12 * node.shift)
    around = (cal.months(today.year + step, start, 12) for step in (-1, 0, 1))
    return next(c for c in around if c.first <= today <= c.last)


def _year_pair(node: YearPair, context: Context) -> Stretch:
    if context.money and node.last == node.first + 1:
        return _fiscal(Fiscal(node.last, system=context.fiscal or "au", pair=True), context)
    return cal.years(node.first, node.last)


def _unit(node: Unit, context: Context) -> Stretch:
    if node.unit == "weekend" and node.loose:
        return _fitting(node, context, lambda whole: whole)
    start = context.anchor if node.anchored and context.anchor else today_of(context)
    of = cal.shift(start, node.unit, node.shift)
    if node.unit == "weekend" and node.shift < 0 and start.weekday() >= 5:
        of = start - timedelta(days=7)
    return cal.unit_of(of, node.unit)


def _deictic(node: Deictic, context: Context) -> Stretch:
    today = today_of(context)
    inner = node.of
    if isinstance(inner, Part):
        return _value(replace(inner, of=Deictic(node.shift, inner.of)), context)
    every = sorted(occurrences(inner, today), key=lambda c: c.first)
    if node.shift < 0:
        return [c for c in every if c.last < today][-1]
    if isinstance(inner, Day) and inner.weekday is not None:
        return next(c for c in every if c.first > today)
    if node.shift > 0:
        return next(
            c for c in every if c.first > (cal.month(today.year, today.month).last if _is_month(inner) else today)
        )
    within = [c for c in every if c.first.year == today.year or c.first <= today <= c.last]
    return nearest(iter(within), replace(context, tense=context.tense if len(within) > 1 else None))


def _is_month(node: Node) -> bool:
    return isinstance(node, Day) and node.month is not None


def _inside(node: Inside, context: Context) -> Stretch:
    outer = _value(node.outer, context)
    if isinstance(node.inner, Span):
        return _join(
            _inside(Inside(node.inner.first, node.outer), context),
            _inside(Inside(node.inner.last, node.outer), context),
        )
    if isinstance(node.inner, Part):
        return cal.cut(_inside(Inside(node.inner.of, node.outer), context), node.inner.name)
    if isinstance(node.inner, Day) and node.inner.day and not node.inner.month:
        return cal.point(cal.day(outer.first.replace(day=node.inner.day)))
    middle = outer.first
    every = sorted(occurrences(node.inner, middle), key=lambda c: c.first)
    return next(c for c in every if outer.first <= c.first <= outer.last)


def _part(node: Part, context: Context) -> Stretch:
    if isinstance(node.of, Unit) and node.of.unit == "century" and node.name == "mid":
        # Climate pledges "by mid-century" mean 2050.
        return replace(cal.point(cal.year(_value(node.of, context).first.year + 49)), about=True)
    if isinstance(node.of, Unit) and node.of.loose:
        return _fitting(node.of, context, lambda whole: cal.cut(whole, node.name))
    return cal.cut(_value(node.of, context), node.name)


def _fitting(unit: Unit, context: Context, part: Callable[[Stretch], Stretch | None]) -> Stretch:
    """The part of "the year", "the month" that fits the tense: of the present one if the words do not tell."""
    today = today_of(context)
    shifts = (-1, 0, 1) if context.tense and not context.anchor else (0,)
    wholes = (cal.unit_of(cal.shift(context.anchor or today, unit.unit, shift), unit.unit) for shift in shifts)
    return nearest((found for whole in wholes if (found := part(whole))), context)


def _nth(node: Nth, context: Context) -> Stretch:
    of = node.of
    if isinstance(of, Unit) and of.loose:
        return _fitting(of, context, lambda whole: cal.nth(whole, node.unit, node.n, node.many))
    found = cal.nth(_value(of, context), node.unit, node.n, node.many)
    if found is None:
        raise NoValueError
    return found


def _week_of(node: WeekOf, context: Context) -> Stretch:
    return cal.week(_value(node.of, context).first)


def _rest(node: Rest, context: Context) -> Stretch:
    whole = _value(node.of, context)
    today = today_of(context)
    if whole.low == whole.high and whole.first == whole.last:
        return whole
    if whole.last < today or whole.first > today:
        return cal.cut(whole, "late" if node.later else "early")
    return cal.days(today, whole.last) if node.later else cal.days(whole.first, today)


def _span(node: Span, context: Context) -> Stretch:
    first, last = node.first, node.last
    if isinstance(last, Undated) or isinstance(first, Undated):
        raise NoValueError
    low = _value(first, context)
    ahead = replace(context, reference=low.first, tense="future") if _bare(last) else context
    return _join(low, _value(last, ahead))


def _bare(node: Node) -> bool:
    """Whether a date has no year, so that it is counted from the one before."""
    if isinstance(node, Part):
        return _bare(node.of)
    return (isinstance(node, Day) and node.year is None) or (isinstance(node, Season) and node.year is None)


def _join(one: Stretch, other: Stretch) -> Stretch:
    if other.last < one.first:
        one, other = other, one
    return Stretch(one.low, other.high, one.about or other.about)


def _bound(node: Bound, context: Context) -> Stretch:
    of = node.of
    if node.until and isinstance(of, Part) and of.edge and of.name == "late":
        return Stretch(None, cal.day(_value(of.of, context).last))
    if isinstance(of, Bound):
        return _value(of, context)
    inner = _value(of, context)
    return Stretch(None, inner.high, inner.about) if node.until else Stretch(inner.low, None, inner.about)


def _offset(node: Offset, context: Context) -> Stretch:
    today = today_of(context)
    count = node.count
    if not count.known:
        raise NoValueError
    grain = {
        "decade": "year",
        "century": "year",
        "millennium": "year",
        "fortnight": "week",
        "hour": "day",
        "minute": "day",
        "second": "day",
    }
    unit = grain.get(node.unit, node.unit)
    if unit in ("quarter", "half", "season"):
        unit = "month"
    ends = [cal.unit_of(cal.shift(today, node.unit, node.sign * n), unit) for n in sorted({count.low, count.high})]
    out = _join(ends[0], ends[-1])
    if count.mark == "~":
        return replace(out, about=True)
    if count.mark in ("over", "under"):
        outward = (count.mark == "over") == (node.sign > 0)
        here = cal.unit_of(today, unit)
        if count.mark == "under":
            return _join(out, here)
        return Stretch(out.low, None) if outward else Stretch(None, out.high)
    return out


def _horizon(node: Horizon, context: Context) -> Stretch:
    start = _value(node.start, context).last if node.start else today_of(context)
    if not node.count.known:
        raise NoValueError
    end = cal.shift(start, node.unit, node.sign * node.count.high)
    return cal.days(min(start, end), max(start, end))


def _undated(node: Undated, context: Context) -> Stretch:
    raise NoValueError


_RULES: dict[type, Callable[..., Stretch]] = {
    Day: _day,
    Season: _season,
    Years: _years,
    Fiscal: _fiscal,
    YearPair: _year_pair,
    Unit: _unit,
    Deictic: _deictic,
    Inside: _inside,
    Part: _part,
    Nth: _nth,
    WeekOf: _week_of,
    Rest: _rest,
    Span: _span,
    Bound: _bound,
    Offset: _offset,
    Horizon: _horizon,
    Undated: _undated,
}
