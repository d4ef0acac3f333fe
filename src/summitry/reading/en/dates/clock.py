"""Clock times and parts of a day: they belong to a date's words and leave its value as it is."""

from __future__ import annotations

from summitry.reading.en.dates.tokens import Tokens
from summitry.reading.en.dates.vocabulary import vocabulary

_HALF_DAYS = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m"})
_ROUGHLY = frozenset({"about", "around", "approximately", "precisely", "exactly"})


def clock(tokens: Tokens, at: int) -> int | None:
    """Return the word after a clock time ("2:00 p.m. ET", "noon"), without its "at"."""
    low = tokens.low
    if low[at] in ("noon", "midday", "midnight"):
        return _zone(tokens, at + 1)
    hour = tokens.number(at)
    colon = low[at][:1].isdigit() and (":" in low[at] or "." in low[at]) and low[at].count(":") < 2
    if colon:
        return (
            _zone(tokens, at + 2 if low[at + 1] in _HALF_DAYS else at + 1) if _is_time(low[at], low[at + 1]) else None
        )
    if hour is None or hour > 24:
        return None
    if low[at + 1] in _HALF_DAYS and (low[at + 1] != "am" or low[at + 2] != "not"):
        return _zone(tokens, at + 2)
    if low[at + 1 : at + 4] == ("o", "'", "clock"):
        return _zone(tokens, at + 4)
    return None


def _is_time(word: str, after: str) -> bool:
    hour, _, minute = word.replace(".", ":").partition(":")
    printed = ":" in word or after in _HALF_DAYS
    return printed and len(minute) == 2 and int(hour) <= 24 and int(minute) < 60


def _zone(tokens: Tokens, at: int) -> int:
    zone = vocabulary().time_zones.match(tokens, at)
    if zone:
        return zone[1]
    if tokens.low[at] == "(":
        inner = vocabulary().time_zones.match(tokens, at + 1)
        if inner and tokens.low[inner[1]] == ")":
            return inner[1] + 1
    return at


def clock_range(tokens: Tokens, at: int) -> int | None:
    """Return the word after a clock time or "from 2 p.m. to 4 p.m."."""
    end = clock(tokens, at)
    if end and (tokens.low[end] in ("to", "and", "until") or tokens.low[end] in "-–"):
        return clock(tokens, end + 1) or end
    return end


def after_date(tokens: Tokens, at: int) -> int:
    """Return the word after a clock time or a part of the day that follows a date; ``at`` if there is none."""
    low = tokens.low
    if low[at] in vocabulary().day_parts and low[at] not in ("noon", "midday"):
        at += 1
    start = at + 1 if low[at] in (",", "(", "-", "–") else at
    start += low[start] in ("at", "from")
    start += low[start] in _ROUGHLY
    end = clock_range(tokens, start)
    return end if end else at


def before_date(tokens: Tokens, at: int) -> int | None:
    """Return where a date may begin after "1:15 p.m. on", "the morning of", "late on", or ``None``."""
    low = tokens.low
    end = clock_range(tokens, at)
    if end:
        after = end + 1 if low[end] in (",", "on", "of") else end
        return after + 1 if low[end : end + 2] == (",", "on") else after
    start = at + 1 if low[at] == "the" else at
    if low[start] in ("early", "late"):
        start += 1
    if low[start] in vocabulary().day_parts and low[start + 1] in ("of", "on"):
        return start + 2
    return None
