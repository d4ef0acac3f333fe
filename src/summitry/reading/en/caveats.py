"""Conditions and reservations of an undertaking: "if circumstances permit", "in a form that does not harm …"."""

from __future__ import annotations

import re
from functools import cache

from summitry.data import load

_PAUSE = re.compile(r"[,;:]\s|[.]$|\Z")
# After the condition: the undertaking's own subject, or its infinitive.
_RESUMED = re.compile(r"(?:we|i|to|they|the|it|both|he|she)\b", re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load("en/caveats")
    whole = "|".join(words["whole"])
    opening = "|".join(words["open"])
    never = "|".join(words["not"])
    return (
        re.compile(rf"(?<!\w)(?:(?:{opening})\b|(?:{whole})(?!\w))", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{never})\b", re.IGNORECASE),
    )


@cache
def _whole() -> re.Pattern[str]:
    return re.compile("|".join(load("en/caveats")["whole"]), re.IGNORECASE)


def find_caveat(text: str) -> tuple[int, int] | None:
    """Return where the first condition or reservation stands in an undertaking's words, or ``None``."""
    finder, never = _patterns()
    barred = [match.span() for match in never.finditer(text)]
    for match in finder.finditer(text):
        if any(low <= match.start() < high for low, high in barred):
            continue
        start = match.start()
        formula = _whole().match(text, start)
        if formula and not re.match(r"\s+and\s+subject to", text[formula.end() :]):
            return start, formula.end()
        end = _phrase_end(text, match.end())
        if end - match.end() >= 2:
            return start, end
    return None


def _phrase_end(text: str, start: int) -> int:
    """Return the end of an open formula: a comma ends it where the undertaking itself follows."""
    for match in _PAUSE.finditer(text, start):
        index = match.start()
        rest = text[index + 1 :].lstrip()
        if not rest or text[index] in ";:" or _RESUMED.match(rest):
            return index
    return len(text)
