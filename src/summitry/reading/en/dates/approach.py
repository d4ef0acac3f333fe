"""Dates of events that end a time: "in the run-up to the summit on 3 May" is by that day."""

from __future__ import annotations

import re
from functools import cache

from summitry.data import load
from summitry.model.edtf import Edtf
from summitry.reading.en.dates.finder import DateExpression
from summitry.reading.trie import phrase_pattern

# How far before a date the event may be named that it dates, in characters.
_REACH = 90


def ahead_of_event(text: str, time: DateExpression) -> tuple[Edtf | None, int]:
    """Return a time's value as the words before it bound it, and the offset at which its words begin.

    Args:
        text: where the time was found.
        time: one of its time expressions.
    """
    floor = max(0, time.full_start - _REACH)
    opening = _opening().search(text[floor : time.full_start])
    if opening is None or time.value is None or time.value.last is None or time.value.value.startswith(".."):
        return time.value, time.full_start
    return Edtf(f"../{time.value.value.rpartition('/')[2]}"), floor + opening.start()


@cache
def _opening() -> re.Pattern[str]:
    """What sets an event as the end of a time, up to its date: "ahead of the summit in"."""
    openings = phrase_pattern(load("en/date-events")["prefixes"]["deadline"])
    return re.compile(rf"\b(?:{openings})\s+(?:the|its|his|her|their|our|next)\s[^,;:.]*\Z", re.IGNORECASE)
