"""Values in words, as tables and pages print them: dates, parties, lengths, ordinals."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date

from summitry.model.edtf import Edtf

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Unicode's embeddings, overrides and isolates of the direction of writing (UAX #9).
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def day_words(day: date) -> str:
    """Return a day as ``8 Nov 2024``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def date_words(when: Edtf | None, unknown: str = "") -> str:
    """Return a date, season or interval as a person would write it; ``unknown`` where there is none.

    ``2025-21`` is ``spring 2025``, ``../2024-12-31`` is ``by 31 Dec 2024``, ``2025/..`` is ``from 2025``.
    """
    if when is None:
        return unknown
    low, slash, high = when.value.partition("/")
    if not slash:
        return _part_words(low)
    if low in ("..", ""):
        return f"by {_part_words(high)}"
    if high in ("..", ""):
        return f"from {_part_words(low)}"
    return _interval_words(low, high)


def parties_words(parties: Iterable[str], unknown: str = "–") -> str:
    """Return party codes as ``JP, NO``."""
    return ", ".join(parties) or unknown


def minutes_words(minutes: int | None) -> str:
    """Return a length as ``70 min``, or nothing."""
    return "" if minutes is None else f"{minutes} min"


def ordinal_words(number: int | None) -> str:
    """Return a number as ``3rd``, or nothing."""
    if number is None:
        return ""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(number % 10, 'th')}"


def count_words(number: int, one: str, many: str | None = None) -> str:
    """Return ``1 document``, ``2 documents``, ``no documents``, ``1,392 documents``."""
    return f"{number:,} {one}" if number == 1 else f"{f'{number:,}' if number else 'no'} {many or one + 's'}"


def fold(text: str) -> str:
    """Return a text with its white space folded to single spaces, as quotes are shown in tables."""
    return " ".join(text.split())


def printable(text: str) -> str:
    """Return a text on one line, without characters that a terminal, an editor or a reader's eye could be tricked by.

    Control characters, halves of characters and marks that turn the direction of writing are left out.
    """
    return fold("".join(c for c in text if c.isspace() or _is_shown(c)))


def _is_shown(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cs", "Cn", "Co") and character not in _TURNS


def _part_words(part: str) -> str:
    bare = part.rstrip("~?%")
    about = "about " if part != bare else ""
    numbers = [int(number) for number in bare.split("-")]
    if len(numbers) == 1:
        return f"{about}{numbers[0]}"
    if len(numbers) == 3:
        return about + day_words(date(numbers[0], numbers[1], numbers[2]))
    year, month = numbers
    return f"{about}{_SEASONS[month] if month in _SEASONS else _MONTHS[month - 1]} {year}"


def _interval_words(low: str, high: str) -> str:
    first, last = _part_words(low), _part_words(high)
    one, two = low.split("-"), high.split("-")
    if first == last:
        return first
    if len(one) == len(two) == 2 and one[0] == two[0]:
        return f"{first.rsplit(' ', 1)[0]}–{last}"
    if len(one) == len(two) == 3 and one[:2] == two[:2]:
        return f"{int(one[2])}–{last}"
    return f"{first} – {last}"
