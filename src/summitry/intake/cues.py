"""The cues of a page's parts, compiled from the vocabulary."""

from __future__ import annotations

import re
from functools import cache

from summitry.data import load
from summitry.intake import days


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return the pattern that matches a whole block of a named sort (``boilerplate``, ``navigation``, ``credit`` …)."""
    return re.compile("|".join(f"(?:{cue})" for cue in load("en/intake")[name]), re.I | re.S)


@cache
def dateline() -> re.Pattern[str]:
    """Return the pattern of a whole dateline: a date, with place, weekday or time before or after it."""
    date = days.printed_date().pattern
    date = re.sub(r"\?P<\w+>", "?:", date)
    place = r"(?:[A-Z][\w.'’-]*(?:[ ,-]+(?:[A-Z][\w.'’-]*|of|the|de|da|and|al|el))*)"
    time = r"(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)"
    apart = r"[ ,–—|/-]*"
    return re.compile(
        rf"(?:(?i:released|issued|published|posted|date|on)(?: on)?:? )?(?:{place}{apart})?(?i:{date}){apart}"
        rf"(?:(?:at )?{time}{apart})?(?:{place})?[.:]?|\(?{time}\)?"
    )


@cache
def words(*names: str) -> frozenset[str]:
    """Return a list of words of the vocabulary, by its path of keys."""
    found = load("en/intake")
    for name in names:
        found = found[name]
    return frozenset(map(str, found))
