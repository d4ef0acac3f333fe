"""Date expressions as TimeML writes them: extents without prepositions, values in TIMEX3 notation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from figures import table

from summitry.model.edtf import Edtf
from summitry.reading.en.dates import DateExpression, find_dates
from summitry.reading.en.dates.lengths import measure
from summitry.reading.en.dates.tokens import Tokens, tokenise
from summitry.reading.en.dates.vocabulary import vocabulary

_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))?\s?([ap])\.?m\b|\b(\d{1,2}):(\d{2})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Timex:
    """A time expression: offsets of its words, and its value; empty where it has none in this notation."""

    start: int
    end: int
    value: str


def find_timexes(text: str, reference: str | None) -> list[Timex]:
    """Return the time expressions of a text as TIMEX3.

    Args:
        text: any length.
        reference: the day of the document, ISO 8601.
    """
    found = (e for e in find_dates(text, reference) if e.rule not in table("timex3")["left_out"])
    return [timex for expression in found for timex in convert(text, expression, reference)]


def convert(text: str, expression: DateExpression, reference: str | None) -> Iterator[Timex]:
    """Yield the one or two TIMEX3 that an expression stands for: a span of two dates is two of them."""
    start, end = _bare(expression)
    words = text[start:end]
    value = expression.value
    if expression.rule == "date:bound" and value:
        value = _inner(words, expression.role, reference) or Edtf(value.value.strip("./"))
    ends = _ends(words) if expression.rule == "date:span" and value and value.is_interval else None
    if ends and value:
        low, _, high = value.value.partition("/")
        yield Timex(start, start + ends[0], date_value(Edtf(low)))
        yield Timex(start + ends[1], end, date_value(Edtf(high)))
    elif words:
        yield Timex(start, end, _value(words, expression.rule, value))


def date_value(value: Edtf) -> str:
    """Return a date, season or interval in TIMEX3 notation: the calendar unit it is, or lies in; empty if in none."""
    notation = re.sub(r"[~?%]", "", value.value)
    first, last = value.bounds
    if not value.is_interval:
        year, _, rest = notation.partition("-")
        season = table("timex3")["seasons"].get(rest)
        return f"{year}-{season}" if season else notation
    return _unit(first, last) or _around(first, last) if first and last else ""


def length_value(words: str) -> str:
    """Return a length in TIMEX3 notation ("three months" is P3M), X for a number not told; empty if there is none."""
    tokens = tokenise(words)
    for at in range(tokens.size):
        found = measure(tokens, at, article=True)
        if found:
            count, unit, _ = found
            return _length(count.low if count.known and count.low == count.high else None, unit)
    units = [(tokens.low[at], u) for at in range(tokens.size) if (u := vocabulary().units.get(tokens.low[at]))]
    return _length(None if units[0][0] != units[0][1] else 1, units[0][1]) if units else ""


def _value(words: str, rule: str, value: Edtf | None) -> str:
    if rule == "date:recurrence":
        return _recurrence(words)
    if value is None or rule in ("date:horizon", "date:vague-horizon", "date:length"):
        return length_value(words) if rule in ("date:horizon", "date:vague-horizon", "date:length") else ""
    if rule == "date:fiscal" and value.last:
        return f"{value.last.year:04}"
    exact = date_value(value)
    if value.is_interval or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", exact):
        return exact
    return exact + _clock(words)


def _bare(expression: DateExpression) -> tuple[int, int]:
    """Offsets without the words that bound the date ("before", "onwards")."""
    tokens = tokenise(expression.text)
    first, after = 0, tokens.size
    prefix = vocabulary().bounds.match(tokens, 0)
    if prefix or tokens.low[0] in ("between", "from"):
        first = prefix[1] if prefix else 1
    for at in range(first + 1, tokens.size):
        suffix = vocabulary().bound_suffixes.match(tokens, at)
        if suffix and suffix[1] == tokens.size:
            after = at
            break
    if first >= after:
        return expression.start, expression.end
    return expression.start + tokens.starts[first], expression.start + tokens.ends[after - 1]


def _inner(words: str, role: str, reference: str | None) -> Edtf | None:
    """The date that a bound is the bound of: "the end of this year" in "before the end of this year"."""
    found = find_dates(words, reference, "past" if role == "past" else "future")
    return found[0].value if found else None


def _ends(words: str) -> tuple[int, int] | None:
    """Where the first of two dates ends and the second begins ("3 to 5 March")."""
    tokens = tokenise(words)
    for at in range(1, tokens.size - 1):
        if tokens.low[at] in table("timex3")["joins"]:
            return tokens.ends[at - 1], tokens.starts[at + 1]
    return None


def _recurrence(words: str) -> str:
    tokens = tokenise(words)
    known = (table("timex3")["recurring"].get(w) for w in tokens.low[: tokens.size])
    value = next(filter(None, known), None)
    if value:
        return str(value)
    day = _weekday(tokens)
    return f"XXXX-WXX-{day + 1}" if day is not None else length_value(words)


def _weekday(tokens: Tokens) -> int | None:
    days = vocabulary().weekdays
    return next((days[w] for w in tokens.low[: tokens.size] if w in days), None)


def _length(count: float | None, unit: str) -> str:
    if unit not in table("timex3")["units"]:
        return ""
    mark, times, letters = table("timex3")["units"][unit]
    return f"P{mark}{'X' if count is None else format(count * times, 'g')}{letters}"


def _clock(words: str) -> str:
    """The time of day in an expression, after its date; empty where it names none."""
    found = _CLOCK.search(words)
    if found:
        hour, minute = int(found[1] or found[4]), int(found[2] or found[5] or 0)
        if found[3]:
            hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
        return f"T{hour:02}:{minute:02}"
    parts = table("timex3")["day_parts"]
    part = next((parts[w] for w in re.findall(r"[a-z]+", words.lower()) if w in parts), None)
    return f"T{part}" if part else ""


def _unit(first: date, last: date) -> str | None:
    """The calendar unit that a stretch is."""
    week, day = first.strftime("%G-W%V"), timedelta(days=1)
    if first.weekday() == 0 and last - first == 6 * day:
        return week
    if first.weekday() == 5 and last - first == day:
        return f"{week}-WE"
    if first.day != 1 or (last + day).day != 1:
        return None
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    if months == 3 and first.month % 3 == 1:
        return f"{first.year:04}-Q{first.month // 3 + 1}"
    if months == 6 and first.month in (1, 7):
        return f"{first.year:04}-H{1 + first.month // 7}"
    if months == 1200 and first.month == 1 and first.year % 100 == 1:
        return f"{first.year // 100:02}"
    return None


def _around(first: date, last: date) -> str:
    """The smallest calendar unit that a stretch lies in ("early in 2018" lies in 2018)."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    shared = (f"{first.year:04}", f"{last.year:04}")
    return next((shared[0][:size] for size in (4, 3, 2) if shared[0][:size] == shared[1][:size]), "")
