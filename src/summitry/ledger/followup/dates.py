"""The dates that a sentence gives in plain figures and names of months, as windows of days."""

from __future__ import annotations

import calendar
import re
from functools import cache

from summitry.data import load


def days_in(text: str) -> tuple[tuple[str, str], ...]:
    """Return (first, last) day in ISO notation of every year, month or day that a text gives with its year."""
    found = []
    for match in _pattern().finditer(text):
        year, named = int(match["year"]), match["month"] or match["month_first"]
        if not named:
            found.append((f"{year}-01-01", f"{year}-12-31"))
            continue
        month = _months().index(named.lower()) + 1
        last = calendar.monthrange(year, month)[1]
        day = match["day"] or match["day_second"]
        if day and 1 <= int(day) <= last:
            first = match["from"] if match["from"] and 1 <= int(match["from"]) <= int(day) else day
            found.append((f"{year}-{month:02}-{int(first):02}", f"{year}-{month:02}-{int(day):02}"))
        else:
            found.append((f"{year}-{month:02}-01", f"{year}-{month:02}-{last:02}"))
    return tuple(found)


@cache
def _months() -> tuple[str, ...]:
    return tuple(said.strip() for said in load("en/followup")["months"].split(" ; "))


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(_months())
    return re.compile(
        rf"\b(?:(?:(?:(?P<from>\d{{1,2}})\s?(?:-|–|to|and)\s?)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?"
        rf"(?P<month>{months})|(?P<month_first>{months})"
        rf"\s+(?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s*\b(?P<year>(?:19|20)\d\d)\b(?!\s*(?:billion|million))",
        re.I,
    )
