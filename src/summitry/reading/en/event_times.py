"""When a happening is, and whether it lies behind or ahead."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span, Token

from summitry.data import load
from summitry.model.edtf import Edtf
from summitry.model.records import EventStatus
from summitry.reading.en.dates import DateExpression
from summitry.reading.en.header import Header

# A time this many words after a name may still be its own, across a place.
_GAP = 12


@cache
def words(name: str) -> frozenset[str]:
    """Return a word list of the vocabulary of events."""
    return frozenset(load("en/events")[name])


@cache
def all_words() -> frozenset[str]:
    """Return every noun that may name a happening."""
    return words("named") | words("definite") | words("terms") | words("blows")


def when_of(
    head: Token, start: int, end: int, times: tuple[DateExpression, ...]
) -> tuple[Edtf | None, DateExpression | None]:
    """Return the value of the time that stands with an event, and the time itself."""
    sentence = head.sent
    offset = sentence.start_char
    best: tuple[int, DateExpression] | None = None
    for time in times:
        if time.value is None:
            continue
        span = head.doc.char_span(offset + time.start, offset + time.end, alignment_mode="expand")
        if span is None:
            continue
        if head.lemma_.lower() in ("anniversary", "centenary", "jubilee"):
            rank = abs(span.start - start) if span.start < start or span.start - end <= 2 else None
        else:
            rank = _nearness(head, start, end, span.start, span.root)
        if rank is not None and (best is None or rank < best[0]):
            best = rank, time
    return (best[1].value, best[1]) if best else (None, None)


def year_in(name: Span) -> Token | None:
    """Return the year that a name begins or ends with ("2031 Lyon Forum", "Year of Tourism 2031")."""
    for token in (name[0], name[-1]):
        if token.is_digit and len(token.text) == 4 and token.text[:2] in ("19", "20"):
            return token
    return None


def _nearness(head: Token, start: int, end: int, at: int, root: Token) -> int | None:
    if start <= at < end or head.left_edge.i <= at < head.i:
        return 0
    if end <= at <= end + _GAP and _leads_on(head, end, at):
        return 1 + at - end
    token, seen = root, 0
    while token.head != token and seen < 6:
        token, seen = token.head, seen + 1
        if token == head:
            return 15 + seen
        if token.pos_ in ("NOUN", "PROPN") and token.i > head.i and token.lemma_.lower() in all_words():
            return None
        if token.pos_ in ("VERB", "AUX"):
            holds = head.head == token and head.dep_ in ("nsubj", "nsubjpass", "dobj", "obj", "attr")
            under = token.head == head or (token.dep_ in ("acl", "relcl") and token.head == head)
            if under:
                return 18
            return 20 if holds and at > head.i and token.lemma_ in words("holding") else None
    return None


def _leads_on(head: Token, end: int, at: int) -> bool:
    """Whether only a place or words of holding stand between a name and a time."""
    for token in head.doc[end:at]:
        if token.pos_ in ("VERB", "AUX") and token.lower_ not in words("held"):
            return False
        if token.lower_ in ("and", "but", ";", "while", "as") or token.lemma_.lower() in all_words():
            return False
    return head.doc[end:at].text.count(",") <= 3


def status_of(head: Token, start: int, when: Edtf | None, header: Header, time: DateExpression | None) -> EventStatus:
    """Return whether an event had happened or begun by the document's date: by its time, else by its words."""
    known = header.published or header.reference
    day = Edtf(known).first if known else None
    if when is not None and day is not None:
        if when.last is not None and when.last < day:
            return EventStatus.PAST
        if when.first is not None and when.first > day:
            return EventStatus.PLANNED
        if when.first is not None and time is not None and when.last is not None and (when.last - when.first).days <= 8:
            return EventStatus.PAST if when.first <= day else EventStatus.PLANNED
    return EventStatus.PLANNED if _looks_ahead(head, start) else EventStatus.PAST


def _looks_ahead(head: Token, start: int) -> bool:
    near = {t.lower_ for t in head.lefts} | {t.lower_ for t in head.doc[max(start - 6, head.sent.start) : start]}
    if near & words("towards"):
        return True
    if near & words("past"):
        return False
    if near & (words("planned") | words("ahead")):
        return True
    token, seen = head, 0
    while token.head != token and seen < 8:
        token, seen = token.head, seen + 1
        if token.lemma_.lower() in words("ahead"):
            return True
        if token.pos_ in ("VERB", "AUX"):
            helpers = {c.lower_ for c in token.lefts if c.dep_ in ("aux", "auxpass")}
            if helpers & {"will", "would", "shall"}:
                return True
            if token.tag_ == "VB" and "to" in helpers and token.head.lemma_.lower() in words("intending"):
                return True
            if token.tag_ in ("VBD", "VBN") and token.dep_ in ("ROOT", "conj", "ccomp"):
                return False
    return False
