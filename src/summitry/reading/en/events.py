"""Happenings that a text refers to, other than the engagement itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Span, Token

from summitry.model.edtf import Edtf
from summitry.model.evidence import Evidence, Grounds, Method, Support
from summitry.model.records import DocumentKind, Engagement, Event, EventStatus, Form
from summitry.reading.en.clauses import is_negated
from summitry.reading.en.dates import DateExpression, find_dates
from summitry.reading.en.event_nouns import may_name, rule_of
from summitry.reading.en.event_times import status_of, when_of, words, year_in
from summitry.reading.en.happenings import is_ahead, is_over, told_by
from summitry.reading.en.header import Header
from summitry.reading.en.names import name_span
from summitry.reading.en.parse import Parsed, Passage, text_of
from summitry.reading.en.sides import Sides

_HOLDS = frozenset({"hold", "have", "meet", "conduct", "take", "begin", "welcome", "receive", "speak", "participate",
                    "convene", "host", "chair"})  # fmt: skip
_LEAD_PASSAGES = 6


@dataclass(frozen=True, slots=True)
class _Found:
    passage: Passage
    head: Token
    start: int
    end: int
    when: Edtf | None
    status: EventStatus
    rule: str
    dated: Evidence | None = None

    @property
    def name(self) -> str:
        return text_of(self.passage.doc)[self.start : self.end]


def read_events(parsed: Parsed, header: Header, sides: Sides) -> tuple[Event, ...]:
    """Return the events of a text, in text order; each is listed once, where it is first named."""
    del sides
    found: list[_Found] = []
    for passage in parsed.body():
        dating = _Dating(header)
        for head in passage.doc:
            tag = head.tag_[:2]
            if tag == "NN" and head.dep_ not in ("compound", "nmod", "poss"):
                one = _read(passage, head, header, dating)
                if one is not None:
                    _add(found, one)
            elif tag == "VB" and head.lemma_.lower() in _telling():
                for one in _told(passage, head, header, dating):
                    _add(found, one)
    found.sort(key=lambda one: (one.passage.index, one.start))
    return tuple(_record(_sharing_date(one, found)) for one in found)


class _Dating:
    """The times of each sentence of a passage, found once."""

    def __init__(self, header: Header) -> None:
        self._reference = header.reference
        self._known: dict[int, tuple[DateExpression, ...]] = {}

    def times(self, sentence: Span) -> tuple[DateExpression, ...]:
        """Return the times of a sentence that have a value."""
        if sentence.start not in self._known:
            found = find_dates(text_of(sentence.doc)[sentence.start_char : sentence.end_char], self._reference)
            self._known[sentence.start] = tuple(time for time in found if time.value is not None)
        return self._known[sentence.start]


@cache
def _telling() -> frozenset[str]:
    return words("encounters") | words("acts")


def _told(passage: Passage, verb: Token, header: Header, dating: _Dating) -> Iterator[_Found]:
    """Yield the happenings that a verb tells, without those of the engagement itself."""
    if is_negated(verb) or (header.kind is DocumentKind.ANNOUNCEMENT and verb.lemma_.lower() in words("encounters")):
        return
    if verb.tag_ not in ("VBD", "VBN") and not is_ahead(verb):
        return
    sentence = verb.sent
    for one in told_by(verb, dating.times(sentence)):
        time = one.time
        when = time.value if time is not None else None
        if one.rule != "meets" and (when in {e.date for e in header.engagements} or not _is_over(when, header)):
            continue
        low, high = passage.doc[one.start].idx, passage.doc[one.end - 1].idx + len(passage.doc[one.end - 1])
        dated = passage.at(sentence.start_char + time.start, sentence.start_char + time.end) if time else None
        status = EventStatus.PLANNED if one.rule == "meets" else EventStatus.PAST
        yield _Found(passage, one.head, low, high, when, status, one.rule, dated)


def _is_over(when: Edtf | None, header: Header) -> bool:
    known = header.published or header.reference
    return known is None or is_over(when, Edtf(known))


def _sharing_date(one: _Found, found: list[_Found]) -> _Found:
    """Give an undated event the date of its like behind "and": "the Year of A and the Year of B in 2031"."""
    if one.when is None:
        for other in found:
            if other.when and other.head in one.head.conjuncts and other.head.lemma_ == one.head.lemma_:
                return replace(one, when=other.when, status=other.status, dated=other.dated)
    return one


def _record(one: _Found) -> Event:
    evidence = one.passage.at(one.start, one.end)
    support = (Support("when", one.dated),) if one.dated is not None else ()
    return Event(Grounds(evidence, Method(f"event/{one.rule}"), support), evidence.quote, one.when, one.status)


def _add(found: list[_Found], one: _Found) -> None:
    """Add an event, or let it complete one that is named already."""
    for i, other in enumerate(found):
        if _same(other, one):
            if other.when is None and one.when is not None:
                found[i] = replace(other, when=one.when, status=one.status, dated=one.dated)
            return
    found.append(one)


def _same(a: _Found, b: _Found) -> bool:
    if a.head.lemma_.lower() != b.head.lemma_.lower():
        return False
    words, others = ([w for w in re.findall(r"\w+", x.name.lower()) if w not in ("the", "of")] for x in (a, b))
    # A year of A in B and a year of B in A are told by the order of the same words.
    if sorted(words) == sorted(others) and words != others:
        return False
    first, second = set(words), set(others)
    apart = a.when is not None and b.when is not None and a.when != b.when
    return not apart and (first <= second or second <= first)


def _read(passage: Passage, head: Token, header: Header, dating: _Dating) -> _Found | None:
    if not may_name(head):
        return None
    start, end = name_span(head)
    low, high = passage.doc[start].idx, passage.doc[end - 1].idx + len(passage.doc[end - 1])
    when, at = when_of(head, start, end, dating.times(head.sent))
    rule = rule_of(passage, head, start, end, when)
    if rule is None or (rule != "held" and _is_engagement(passage, head, header, when)):
        return None
    offset = head.sent.start_char
    dated = passage.at(offset + at.start, offset + at.end) if at is not None else None
    if when is None and _beside_engagement(passage, head, header) and header.engagements:
        when, dated = header.engagements[0].date, _words_of_date(header.engagements[0])
    if when is None and (year := year_in(passage.doc[start:end])) is not None:
        when, dated = Edtf(year.text), passage.evidence(year)
    return _Found(passage, head, low, high, when, status_of(head, start, when, header, at), rule, dated)


def _words_of_date(engagement: Engagement) -> Evidence:
    """Return the words that date the engagement: those it names for its date, or its own."""
    grounds = engagement.grounds
    return next((s.evidence for s in grounds.support if s.field == "date"), grounds.evidence)


def _is_engagement(passage: Passage, head: Token, header: Header, when: Edtf | None) -> bool:
    """Whether a noun means the engagement itself: in the lead as what is held, later as "the meeting"."""
    lemma = head.lemma_.lower()
    if lemma not in words("engagements"):
        return False
    if any(c.lower_ in ("this", "today's") for c in head.lefts):
        return True
    if lemma in ("visit", "trip") and when is None and any(e.form is Form.VISIT for e in header.engagements):
        return True
    lead = passage.index <= _LEAD_PASSAGES and head.sent.start == 0
    verb = head.head
    if lead and head.dep_ in ("dobj", "obj", "nsubjpass") and verb.lemma_ in _HOLDS and not is_ahead(verb):
        earlier = any(t.lower_ in words("past") for t in head.lefts)
        return not earlier
    if lead and verb.dep_ in ("prep",) and verb.head.lemma_ in ("meet", "participate") and verb.lower_ == "in":
        return True
    dates = {e.date for e in header.engagements if e.date}
    bare = not any(c.pos_ == "PROPN" for c in head.lefts) and not head.text[0].isupper()
    return bare and when is not None and when in dates


def _beside_engagement(passage: Passage, head: Token, header: Header) -> bool:
    """Whether the engagement was held on an event's margins."""
    before = passage.doc[max(head.left_edge.i - 5, 0) : head.left_edge.i].text
    lead = passage.index <= _LEAD_PASSAGES and head.sent.start == 0
    return lead and bool(re.search(r"\b(?:margins?|sidelines|fringes)\b", before, re.IGNORECASE))
