"""Happenings that a text refers to, other than the engagement itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Token

from summitry.model.edtf import Edtf
from summitry.model.evidence import Evidence, Grounds, Method, Support
from summitry.model.records import Engagement, Event, EventStatus, Form
from summitry.reading.en.clauses import is_negated
from summitry.reading.en.dates import find_dates
from summitry.reading.en.event_times import all_words, status_of, when_of, words
from summitry.reading.en.header import Header
from summitry.reading.en.names import name_span
from summitry.reading.en.parse import Parsed, Passage, text_of
from summitry.reading.en.sides import Sides

_CONFERENCE_OF_PARTIES = re.compile(r"COP ?-?\d{1,2}")
_HOLDS = frozenset({"hold", "have", "meet", "conduct", "take", "begin", "welcome", "receive", "speak", "participate"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th")
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
        for head in passage.doc:
            if head.tag_[:2] == "NN" and head.dep_ not in ("compound", "nmod", "poss"):
                one = _read(passage, head, header)
                if one is not None:
                    _add(found, one)
    return tuple(_record(_sharing_date(one, found)) for one in found)


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


def _read(passage: Passage, head: Token, header: Header) -> _Found | None:
    lemma = head.lemma_.lower()
    if not (lemma in all_words() or _CONFERENCE_OF_PARTIES.fullmatch(head.text) or _is_held_ahead(head)):
        return None
    start, end = name_span(head)
    low, high = passage.doc[start].idx, passage.doc[end - 1].idx + len(passage.doc[end - 1])
    times = find_dates(head.sent.text, header.reference)
    when, at = when_of(head, start, end, times)
    rule = _rule(passage, head, start, end, when)
    if rule is None or (rule != "held" and _is_engagement(passage, head, header, when)):
        return None
    offset = head.sent.start_char
    dated = passage.at(offset + at.start, offset + at.end) if at is not None else None
    if when is None and _beside_engagement(passage, head, header) and header.engagements:
        when, dated = header.engagements[0].date, _words_of_date(header.engagements[0])
    return _Found(passage, head, low, high, when, status_of(head, start, when, header, at), rule, dated)


def _words_of_date(engagement: Engagement) -> Evidence:
    """Return the words that date the engagement: those it names for its date, or its own."""
    grounds = engagement.grounds
    return next((s.evidence for s in grounds.support if s.field == "date"), grounds.evidence)


def _is_held_ahead(head: Token) -> bool:
    """Whether a noun is said to be held ("two working groups will be held")."""
    verb = head.head
    if head.dep_ not in ("nsubj", "nsubjpass") or head.tag_ == "NNP":
        return False
    if not any(c.lower_ in ("will", "would") for c in verb.lefts):
        return False
    passive = head.dep_ == "nsubjpass" and verb.lemma_ in ("hold", "convene")
    if passive and any(c.lower_ in ("accountable", "responsible") for c in verb.rights):
        return False
    return passive or (verb.lemma_ == "take" and any(c.lower_ == "place" for c in verb.rights))


def _rule(passage: Passage, head: Token, start: int, end: int, when: Edtf | None) -> str | None:
    """Return why a noun is an event, or ``None`` where it is none."""
    lemma = head.lemma_.lower()
    before = [t.lower_ for t in passage.doc[head.left_edge.i : head.i]]
    if is_negated(head.head) or any(w in ("no", "any", "every", "such") for w in before):
        return None
    if end - start == 1 and head.text[0].islower() and lemma not in words("bare"):
        return None
    dated, general = when is not None, bool(set(before) & words("general"))
    if _is_held_ahead(head):
        return "held"
    if lemma in words("definite"):
        return "definite" if dated or not general else None
    if lemma in words("blows"):
        return "blow" if dated and not general else None
    if lemma in words("terms"):
        return _term(head, dated)
    named = _is_named(passage, head, start, end)
    timed = bool(set(before) & (words("past") | words("planned"))) or any(_is_ordinal(t) for t in head.lefts)
    if named and lemma not in words("standing"):
        institution = _is_institution(passage, head, start) and not dated and not timed
        return None if institution or (lemma in ("year", "week") and end - start < 3) else "named"
    if general or lemma in ("year", "week"):
        return "dated" if dated and lemma not in words("general_too") else None
    return _by_time(head, dated, timed and end - start > 1)


def _by_time(head: Token, dated: bool, timed: bool) -> str | None:
    if dated:
        return "dated"
    if timed:
        return "timed"
    return "visit" if head.lemma_.lower() in ("visit", "trip") and _is_owned(head) else None


def _is_institution(passage: Passage, head: Token, start: int) -> bool:
    """Whether a named summit or forum is meant as a standing body ("cooperate through the East Asia Summit")."""
    lemma = head.lemma_.lower()
    if lemma not in ("forum", "summit", "conference", "assembly"):
        return False
    before = [t.lower_ for t in passage.doc[max(start - 2, 0) : start]]
    if set(before) & {"through", "within", "in", "via", "like", "including"}:
        return True
    listed = bool(set(before) & {",", "and"}) or head.dep_ in ("conj", "appos")
    return lemma in ("forum", "assembly") and (listed or not set(before) & words("attending"))


def _term(head: Token, dated: bool) -> str | None:
    owned = _is_owned(head)
    of = any(c.dep_ == "prep" and c.lower_ == "of" for c in head.rights)
    if head.lemma_.lower() in ("launch", "opening") and of and any(c.lower_ == "the" for c in head.lefts):
        return "term" if dated or head.head.lemma_.lower() in words("greeted") else None
    if head.lemma_.lower() in ("presidency", "chairship", "chairmanship", "hosting"):
        proper = any(g.pos_ == "PROPN" for c in head.rights if c.dep_ == "prep" for g in c.rights)
        return "term" if (dated or owned) and of and proper else None
    return "term" if dated and of else None


def _is_ordinal(token: Token) -> bool:
    return token.tag_ == "JJ" and bool(_ORDINAL.fullmatch(token.lower_))


def _is_owned(head: Token) -> bool:
    owner = next((c for c in head.lefts if c.dep_ == "poss"), None)
    away = any(c.dep_ == "prep" and c.lower_ in ("to", "by", "of") for c in head.rights)
    return (owner is not None and (owner.pos_ == "PROPN" or away)) or (head.lemma_ == "visit" and _by_whom(head))


def _by_whom(head: Token) -> bool:
    prepositions = {c.lower_ for c in head.rights if c.dep_ == "prep"}
    return "to" in prepositions and bool(prepositions & {"by", "of"})


def _is_named(passage: Passage, head: Token, start: int, end: int) -> bool:
    if head.text[0].islower() and head.lemma_.lower() not in ("summit", "meeting", "session", "conference", "forum"):
        return False
    if _CONFERENCE_OF_PARTIES.fullmatch(head.text):
        return True
    capitals = [t for t in passage.doc[start:end] if t.i != head.i and t.text[:1].isupper() and t.pos_ == "PROPN"]
    if head.text[0].islower():
        return any(t.i < head.i and t.dep_ != "poss" for t in capitals)
    return bool(capitals)


def _is_engagement(passage: Passage, head: Token, header: Header, when: Edtf | None) -> bool:
    """Whether a noun means the engagement itself: in the lead as what is held, later as "the meeting"."""
    lemma = head.lemma_.lower()
    if lemma not in words("engagements"):
        return False
    if lemma in ("visit", "trip") and when is None and any(e.form is Form.VISIT for e in header.engagements):
        return True
    lead = passage.index <= _LEAD_PASSAGES and head.sent.start == 0
    verb = head.head
    if lead and head.dep_ in ("dobj", "obj", "nsubjpass") and verb.lemma_ in _HOLDS:
        return True
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
