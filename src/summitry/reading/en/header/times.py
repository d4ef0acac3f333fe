"""The day of an engagement."""

from __future__ import annotations

import re
from typing import Literal

from summitry.model.document import SegmentKind
from summitry.model.edtf import Edtf
from summitry.model.records import DocumentKind
from summitry.reading.en.dates import DateExpression, find_dates
from summitry.reading.en.header.details import Found
from summitry.reading.en.header.scene import Scene

# Words that make a date; "New Year" or "soon" is none.
_DATED = re.compile(
    r"\d|\b(?:to(?:day|night|morrow)|yesterday|this\s+(?:morning|afternoon|evening)|last\s+night|week(?:end)?|\w+day)\b",
    re.I,
)
# A date after these is that of something else.
_OTHER_TIME = re.compile(
    r"\b(?:initiated|signed|established|adopted|launched|concluded|since|dated|elections?|agreed|announced|issued|following|until|from\s+the|attacks?\s+of)\s*\Z"
)
# An engagement lasts days; "this year" is not its date.
_LONGEST_DAYS = 14
# How far into the sentence its day is looked for, in characters.
_NEAR = 400
Tense = Literal["past", "future"]


def find_day(scene: Scene) -> Found | None:
    """Return the day that the lead gives (offsets count from the lead's start)."""
    tense: Tense = "future" if scene.kind is DocumentKind.ANNOUNCEMENT else "past"
    report, sentence = scene.report, scene.sentence
    for words in (report, sentence[:_NEAR]):
        if found := _first_day(words, scene.document.meta.published, tense):
            return found
        if report != sentence and not re.search(r"\btoday\b", sentence):
            break
    return None


def title_day(scene: Scene) -> Found | None:
    """Return the day that the title gives (offsets count from the document's start)."""
    title = next(scene.document.of_kind(SegmentKind.TITLE), None)
    found = _first_day(scene.document.words(title), scene.document.meta.published, None) if title else None
    return Found(found.value, title.start + found.start, title.start + found.end) if title and found else None


def _first_day(words: str, published: str | None, tense: Tense | None) -> Found | None:
    for expression in find_dates(words, published, tense):
        value = _day_of(expression)
        other = _OTHER_TIME.search(words[: expression.full_start])
        if _is_day(value) and _DATED.search(expression.text) and not other:
            return Found(value, expression.start, expression.end)
    return None


def _day_of(expression: DateExpression) -> Edtf | None:
    """Return an expression's value; "on 18 November on the sidelines of" is a day, not a time from that day on."""
    value = expression.value
    if value is not None and value.last is None and value.first and re.search(r"\son\Z", expression.text):
        return Edtf(value.first.isoformat())
    return value


def _is_day(value: Edtf | None) -> bool:
    if value is None or value.first is None or value.last is None:
        return False
    return (value.last - value.first).days <= _LONGEST_DAYS
