"""Calendar days as headers, addresses and datelines print them, as EDTF days."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cache

from summitry.data import load

_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)")
_ASIAN = re.compile(r"(?<!\d)(\d{4})[./](\d{1,2})[./](\d{1,2})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")
_IN_ADDRESS = re.compile(r"(?<!\d)(\d{4})[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)")


@cache
def printed_date() -> re.Pattern[str]:
    """Return the pattern of a printed English date, with groups for its parts."""
    words = load("en/intake")
    months = "|".join(sorted(words["months"], key=len, reverse=True))
    day = r"\d{1,2})(?:st|nd|rd|th)?"
    return re.compile(
        rf"(?:{words['weekdays']}\.?,? )?(?:the )?"
        rf"(?:(?P<d1>{day}(?: of)? (?P<m1>{months})\.?,? (?P<y1>\d{{4}})"
        rf"|(?P<m2>{months})\.? (?P<d2>{day},? (?P<y2>\d{{4}}))\b",
        re.I,
    )


def from_field(value: str) -> str | None:
    """Return the day that a metadata field gives, as ``YYYY-MM-DD``; slashed dates are day/month/year."""
    value = value.strip()
    for pattern in (_ISO, _ASIAN):
        if match := pattern.search(value):
            return _day(*match.groups())
    if re.match(r"[A-Za-z]{3},? \d{1,2} [A-Za-z]{3} \d{4}", value):
        try:
            return parsedate_to_datetime(value).date().isoformat()
        except ValueError:
            return None
    if match := _SLASHED.search(value):
        first, second, year = match.groups()
        return _day(year, second, first) or _day(year, first, second)
    return from_words(value) or (_day(*match.groups()) if (match := _COMPACT.fullmatch(value[:8])) else None)


def from_words(text: str) -> str | None:
    """Return the first day that is printed in words ("10 November 2017"), as ``YYYY-MM-DD``."""
    match = printed_date().search(text)
    if not match:
        return None
    months = load("en/intake")["months"]
    month = (match["m1"] or match["m2"]).lower()
    return _day(match["y1"] or match["y2"], str(months[month]), match["d1"] or match["d2"])


def from_address(address: str) -> str | None:
    """Return the day in a path or a file name ("…/2021/09/09/…", "2017-11-10-da-nang.txt"), as ``YYYY-MM-DD``."""
    for pattern in (_IN_ADDRESS, _COMPACT):
        for match in pattern.finditer(address):
            if found := _day(*match.groups()):
                return found
    return None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if 1800 <= found.year <= 2199 else None
