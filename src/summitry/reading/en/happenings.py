"""Happenings that a verb tells: "will meet again in Lyon", "on 3 May the two sides signed the Treaty of Sapporo"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from summitry.model.edtf import Edtf
from summitry.reading.en.clauses import is_negated
from summitry.reading.en.dates import DateExpression
from summitry.reading.en.event_times import words
from summitry.reading.en.names import name_span

_AHEAD = frozenset({"will", "would", "shall", "'ll"})
_MANNER = frozenset({"again", "virtually", "together", "next"})
_PLACE = frozenset({"in", "at", "to"})
_INSIDE = frozenset({"the", "of", "and"})
_VISITS = frozenset({"visit", "travel"})
Times = tuple[DateExpression, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """Words that tell a happening.

    Args:
        head: the verb, or the noun of what was done.
        start: the first token of its name.
        end: the token after its name.
        rule: name of the construction.
        time: its time, if one stands with it.
    """

    head: Token
    start: int
    end: int
    rule: str
    time: DateExpression | None


def told_by(verb: Token, times: Times) -> Iterator[Happening]:
    """Yield the happenings that a verb tells, given the valued times of its sentence."""
    lemma = verb.lemma_.lower()
    if lemma in words("encounters"):
        yield from _encounter(verb, times)
    elif lemma in words("acts") and times:
        yield from _act(verb, times)


def _encounter(verb: Token, times: Times) -> Iterator[Happening]:
    ahead, past = is_ahead(verb), verb.tag_ == "VBD"
    if not ahead and not past:
        return
    end, manner, place = _reach(verb)
    time = _time_of(verb, times)
    if past and (time is None or not place):
        return
    if verb.lemma_ in _VISITS and not place:
        return
    if (manner or place) and end - verb.i > 1:
        yield Happening(verb, verb.i, end, "meets" if ahead else "met", time)


def _reach(verb: Token) -> tuple[int, bool, bool]:
    """Return the token after a meeting's words, and whether they tell its manner and its place."""
    doc, at, last = verb.doc, verb.i + 1, verb.sent.end
    manner = place = False
    while at < last:
        token = doc[at]
        if token.lower_ in _MANNER and token.lower_ != "next":
            at, manner = at + 1, True
        elif token.lower_ == "in" and at + 1 < last and doc[at + 1].lower_ == "person":
            at, manner = at + 2, True
        else:
            first = at + 1 if token.lower_ in _PLACE else at if verb.lemma_ == "visit" and not place else last
            end = _name_end(doc[first:last]) if first < last else first
            if end <= first or _is_time(doc[first:end]):
                return at, manner, place
            at, place = end, True
    return at, manner, place


def _name_end(rest: Span) -> int:
    """Return the token after the name that words begin with; the first one where they begin with none."""
    end = rest.start
    for token in rest:
        if token.pos_ == "PROPN" or (token.text == "," and token.i == end and _leads_to_country(token)):
            end = token.i + 1
        elif token.lower_ not in _INSIDE:
            break
    return end


def _leads_to_country(comma: Token) -> bool:
    following = comma.doc[comma.i + 1 : comma.i + 3]
    return len(following) == 2 and following[0].pos_ == "PROPN" and following[1].pos_ != "VERB"


def _is_time(name: Span) -> bool:
    return any(t.like_num or t.lower_ in words("calendar") for t in name)


def _act(verb: Token, times: Times) -> Iterator[Happening]:
    """Yield what was signed, launched, opened … on a day that is told."""
    time = _time_of(verb, times)
    if time is None or is_ahead(verb):
        return
    done = _done(verb)
    if done is None or done.pos_ not in ("NOUN", "PROPN"):
        return
    start, end = name_span(done)
    if end - start > 1:
        yield Happening(done, start, end, "done", time)
    elif done.i < verb.i and verb.dep_ != "acl":
        yield Happening(verb, start, verb.i + 1, "done", time)


def _done(verb: Token) -> Token | None:
    if verb.tag_ == "VBD":
        told = next((c for c in verb.rights if c.dep_ in ("dobj", "obj")), None)
        return verb.head if told is None and verb.dep_ == "relcl" else told
    if verb.tag_ != "VBN":
        return None
    if verb.dep_ == "acl":
        return verb.head
    past = any(c.lower_ in ("was", "were") for c in verb.lefts)
    told = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None) if past else None
    relative = told is not None and told.pos_ == "PRON" and verb.dep_ == "relcl"
    return verb.head if relative else told


def _time_of(verb: Token, times: Times) -> DateExpression | None:
    """Return the time that follows a verb with no other verb between, or that opens its sentence."""
    sentence = verb.sent
    for time in times:
        span = verb.doc.char_span(
            sentence.start_char + time.start, sentence.start_char + time.end, alignment_mode="expand"
        )
        if span is None or time.value is None:
            continue
        if span.start > verb.i and not any(t.tag_[:2] in ("VB", "MD") for t in verb.doc[verb.i + 1 : span.start]):
            return time
        if span.start - sentence.start <= 1 and sentence.root == verb:
            return time
    return None


def is_ahead(verb: Token) -> bool:
    """Whether somebody says that a meeting will be held ("will meet", "agreed to meet", "look forward to meeting")."""
    lefts = {c.lower_ for c in verb.lefts}
    if lefts & _AHEAD:
        return not is_negated(verb)
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    undertaken = head.lemma_.lower() in words("fixing") and head.i < verb.i and not is_negated(head)
    return undertaken and (verb.tag_ == "VBG" or "to" in lefts)


def is_over(value: Edtf | None, day: Edtf | None) -> bool:
    """Whether a time ended before a day."""
    return bool(value and day and value.last and day.first and value.last < day.first)
