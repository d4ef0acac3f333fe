"""Why a noun names a happening: held ahead, definite, named, dated, ordinal, a term of office."""

from __future__ import annotations

import re

from spacy.tokens import Token

from summitry.model.edtf import Edtf
from summitry.reading.en.clauses import is_negated
from summitry.reading.en.event_times import all_words, words
from summitry.reading.en.happenings import is_ahead
from summitry.reading.en.parse import Passage

_CONFERENCE_OF_PARTIES = re.compile(r"COP ?-?\d{1,2}")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th")
# After these a named summit or forum is a standing body, which one works through.
_STANDING = frozenset({"through", "within", "in", "via", "like", "including"})
_HELD_AS = frozenset({"nsubj", "nsubjpass", "dobj", "obj"})
_HOLDING = frozenset({"hold", "convene", "host", "take"})


def may_name(head: Token) -> bool:
    """Whether a noun is one that may name a happening."""
    return head.lemma_.lower() in all_words() or _is_conference_of_parties(head) or _is_held_ahead(head)


def rule_of(passage: Passage, head: Token, start: int, end: int, when: Edtf | None) -> str | None:
    """Return why a noun is an event, or ``None`` where it is none."""
    lemma = head.lemma_.lower()
    before = [t.lower_ for t in passage.doc[head.left_edge.i : head.i]]
    if is_negated(head.head) or any(w in ("no", "any", "every", "such") for w in before):
        return None
    if end - start == 1 and head.text[0].islower() and lemma not in words("bare"):
        return None
    general = bool(set(before) & words("general"))
    if _is_held_ahead(head):
        return "held"
    if lemma in words("definite"):
        return "definite" if when is not None or not general else None
    if lemma in words("blows"):
        return "blow" if (when is not None and not general) or _is_terror(head) else None
    if lemma in words("terms"):
        return _term(head, when is not None)
    if lemma in ("call", "discussion") and not _is_talk_between(head):
        return None
    return _by_name(passage, head, (start, end), set(before), dated=when is not None)


def _is_held_ahead(head: Token) -> bool:
    """Whether a noun is said to be held ("two working groups will be held", "will convene a panel")."""
    relation = head.dep_
    if relation not in _HELD_AS or head.head.lemma_ not in _HOLDING:
        return False
    verb = head.head
    if relation in ("dobj", "obj"):
        return verb.lemma_ != "take" and head.lemma_.lower() in words("gatherings") and is_ahead(verb)
    if head.tag_ == "NNP" or not any(c.lower_ in ("will", "would") for c in verb.lefts):
        return False
    if verb.lemma_ == "take":
        return any(c.lower_ == "place" for c in verb.rights)
    answerable = any(c.lower_ in ("accountable", "responsible") for c in verb.rights)
    return relation == "nsubjpass" and verb.lemma_ != "host" and not answerable


def _by_name(passage: Passage, head: Token, span: tuple[int, int], before: set[str], *, dated: bool) -> str | None:
    lemma, (start, end) = head.lemma_.lower(), span
    timed = bool(before & (words("past") | words("planned"))) or any(_is_ordinal(t) for t in head.lefts)
    named = _is_named(passage, head, start, end)
    if lemma == "day":
        return "named" if named and (dated or head.head.lemma_.lower() in words("marking")) else None
    if named and lemma not in words("standing"):
        institution = _is_institution(passage, head, start) and not dated and not timed
        return None if institution or (lemma in ("year", "week") and end - start < 3) else "named"
    if _is_said_to_be_held(head) and end - start > 1:
        return "took-place"
    if lemma == "year" and _is_round_number(head, end):
        return "anniversary"
    if before & words("general") or lemma in ("year", "week"):
        return "dated" if dated and lemma not in words("general_too") else None
    return _by_time(head, dated, timed and end - start > 1)


def _is_conference_of_parties(head: Token) -> bool:
    """Whether a noun is "COP30", or the "COP" of "COP 30"."""
    lower = head.lower_
    if not lower.startswith("cop"):
        return False
    if lower != "cop":
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
    if not dated and of and head.lemma_.lower() == "signing" and head.head.lower_ in ("since", "after", "following"):
        return "term"
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
