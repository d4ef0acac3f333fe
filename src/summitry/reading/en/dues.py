"""The time by which an undertaking is due: the one of its time expressions that stands nearest to its act."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from summitry.model.edtf import Edtf
from summitry.reading.en.candidates import vocabulary
from summitry.reading.en.dates import DateExpression, ahead_of_event, find_dates
from summitry.reading.en.parse import text_of

# A date after these words belongs to an example of the work, not to the undertaking.
_EXAMPLES = re.compile(r",? (?:including|such as|like|e\.g\.|building on|following|based on|after) ", re.IGNORECASE)
# Work that fills a time ("over five years") is not due at its end.
_FILLED = ("over ", "for ")
_FARTHEST = 5
# How many words before a time the noun may stand whose time it is.
_FRAME = 9
# A window that opened longer ago (in days) is a time the text looks back on as well ("in 2023", said in July).
_JUST_BEGUN = 45


@dataclass(frozen=True, slots=True)
class Due:
    """A due time: its value where the words give one, and where they stand in the passage (in characters)."""

    value: Edtf | None
    start: int
    end: int
    ahead: bool = True


def find_due(act: Token, start: int, end: int, reference: str | None, *, ahead: bool = True) -> Due | None:
    """Return the time an undertaking is due, or ``None`` where its words give none.

    A time ahead is preferred to one without a value ("shortly"), that to an undated happening ("at the summit").
    Times past, and times that date something else in the words, are not taken.

    Args:
        act: what is undertaken.
        start: offset of the undertaking's first character in the passage.
        end: offset after its last character.
        reference: EDTF day that relative times count from.
        ahead: whether the words are known to speak of the future; else the sentence's verbs decide.
    """
    doc = act.doc
    base = start if ahead else min(act.sent.start_char, start)
    text = text_of(doc)[base:end]
    day = Edtf(reference).first if reference else None
    best: tuple[tuple[int, int, int], Due] | None = None
    for time in find_dates(text, reference, "future" if ahead else None):
        if base + time.start < start:
            continue
        rank = _rank(text, time)
        if rank is None or _EXAMPLES.search(text, 0, time.start) or _is_framed(text[: time.start], act):
            continue
        if time.text.lower() in ("today", "tonight", "now") or "century" in time.text.lower():
            continue
        last = time.value.last if time.value else None
        if time.value and day and last and last < day:
            continue
        depth = _depth(doc, base + time.start, act)
        if depth > _FARTHEST:
            continue
        first = time.value.first if time.value else None
        begun = day is not None and first is not None and (day - first).days > _JUST_BEGUN
        coming = time.value is not None and not begun and (day is None or last is None or last > day)
        value, opens = ahead_of_event(text, time) if rank == 0 else (None, time.full_start)
        due = Due(value, base + opens, base + time.end, coming)
        if best is None or (rank, depth, time.start) < best[0]:
            best = (rank, depth, time.start), due
    return best[1] if best else None


def _rank(text: str, time: DateExpression) -> int | None:
    words = text[time.full_start :].lower()
    if time.value is not None and time.role != "past":
        return 0
    if time.role == "duration" and words.startswith(_FILLED):
        return 2
    if time.role == "deadline":
        return 3 if time.rule == "date:event" else 1
    return None


def _is_framed(before: str, act: Token) -> bool:
    """Whether a time dates the frame of an undertaking ("in the context of the anniversary in 2026")."""
    if act.lemma_.lower() in vocabulary("framed"):
        return False
    phrase = re.split(r"[,;:]", before)[-1].lower().split()[-_FRAME:]
    return not vocabulary("frames").isdisjoint(phrase)


def _depth(doc: Doc, offset: int, act: Token) -> int:
    """Return how many nouns and past clauses lie between a time and the act in the parse."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None:
        return 0
    token, depth, seen = span[0], 0, 0
    while token.head != token and seen < 25:
        token, seen = token.head, seen + 1
        if token == act:
            return depth
        if token.pos_ in ("NOUN", "PROPN"):
            depth += 1
        elif token.tag_ == "VBD":
            depth += 3
    return depth
