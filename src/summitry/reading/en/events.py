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
from summitry.reading.en.event_times import all_words, status_of, when_of, words
from summitry.reading.en.happenings import is_ahead, is_over, told_by
from summitry.reading.en.header import Header
from summitry.reading.en.names import name_span
from summitry.reading.en.parse import Parsed, Passage, text_of
from summitry.reading.en.sides import Sides

_CONFERENCE_OF_PARTIES = re.compile(r"COP ?-?\d{1,2}")
_HOLDS = frozenset({"hold", "have", "meet", "conduct", "take", "begin", "welcome", "receive", "speak", "participate",
                    "convene", "host", "chair"})  # fmt: skip
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th")
_LEAD_PASSAGES = 6
# After these a named summit or forum is a standing body, which one works through.
_STANDING = frozenset({"through", "within", "in", "via", "like", "including"})


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
    lemma = head.lemma_.lower()
    if not (lemma in all_words() or _is_conference_of_parties(head) or _is_held_ahead(head)):
        return None
    start, end = name_span(head)
    low, high = passage.doc[start].idx, passage.doc[end - 1].idx + len(passage.doc[end - 1])
    when, at = when_of(head, start, end, dating.times(head.sent))
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
    if head.dep_ in ("dobj", "obj"):
        return verb.lemma_ in ("convene", "hold", "host") and is_ahead(verb) and head.lemma_.lower() in words("gatherings")
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
        return "blow" if (dated and not general) or _is_terror(head) else None
    if lemma in words("terms"):
        return _term(head, dated)
    named = _is_named(passage, head, start, end)
    timed = bool(set(before) & (words("past") | words("planned"))) or any(_is_ordinal(t) for t in head.lefts)
    if named and lemma not in words("standing"):
        institution = _is_institution(passage, head, start) and not dated and not timed
        return None if institution or (lemma in ("year", "week") and end - start < 3) else "named"
    if lemma in ("call", "discussion") and not _is_talk_between(head):
        return None
    if lemma == "day" and named:
        return "named" if dated or head.head.head.lemma_.lower() in words("marking") else None
    if _is_said_to_be_held(head) and end - start > 1:
        return "took-place"
    if lemma == "year" and _is_round_number(head, end):
        return "anniversary"
    if general or lemma in ("year", "week"):
        return "dated" if dated and lemma not in words("general_too") else None
    return _by_time(head, dated, timed and end - start > 1)


def _is_conference_of_parties(head: Token) -> bool:
    """Whether a noun is "COP30", or the "COP" of "COP 30"."""
    if head.lower_ != "cop":
        return bool(_CONFERENCE_OF_PARTIES.fullmatch(head.text))
    return head.i + 1 < len(head.doc) and head.doc[head.i + 1].like_num


def _is_round_number(head: Token, end: int) -> bool:
    """Whether years are counted that a day marks ("30 years of diplomatic relations", "the 45th year of …")."""
    counted = any(c.tag_ == "CD" or _is_ordinal(c) for c in head.lefts)
    return counted and end - head.i > 2 and head.head.lemma_.lower() in words("marking")


def _is_terror(head: Token) -> bool:
    return any(c.lower_ in ("terrorist", "terror") for c in head.lefts) and any(
        c.dep_ in ("det", "poss") or c.pos_ == "PROPN" for c in head.lefts
    )


def _is_talk_between(head: Token) -> bool:
    """Whether a call or discussion is told as one that was held ("their call with", "phone call", "talks between")."""
    preposition = any(c.dep_ == "prep" and c.lower_ in ("with", "between", "among") for c in head.rights)
    spoken = any(c.lower_ in ("phone", "telephone", "video") for c in head.lefts)
    return preposition or spoken or _is_said_to_be_held(head)


def _is_said_to_be_held(head: Token) -> bool:
    """Whether words behind a noun say that it was held ("talks held in Lyon", "which took place in Lyon")."""
    for child in head.rights:
        if child.dep_ == "acl" and child.lower_ in ("held", "hosted", "convened"):
            return True
        if child.dep_ == "relcl" and child.tag_ == "VBD" and child.lower_ == "took":
            return True
    return False


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
    if set(before) & _STANDING or _listed_under(head):
        return True
    listed = bool(set(before) & {",", "and"}) or head.dep_ in ("conj", "appos")
    return lemma in ("forum", "assembly") and (listed or not set(before) & words("attending"))


def _listed_under(head: Token) -> bool:
    """Whether a name stands in a list of bodies that one works through ("in A, B and the C Summit"), or as a body."""
    first, seen = head, 0
    while first.dep_ in ("conj", "appos") and seen < 8:
        first, seen = first.head, seen + 1
    if first.dep_ != "pobj":
        return False
    over = first.head
    return (seen > 0 and over.lower_ in _STANDING | {"as"}) or over.head.lemma_.lower() in words("of_bodies")


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
    if _is_conference_of_parties(head):
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
