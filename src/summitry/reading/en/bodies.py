"""Who is to carry an undertaking out, where a level or a body is named."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Span, Token

from summitry.data import load
from summitry.reading.en.candidates import Candidate, vocabulary

_LEADING = frozenset({"DT", "CD", "PDT", "POS", "JJR", "JJS"})
_AT_LEVEL = re.compile(r"\bat (?:the |an? )?((?:[\w’'-]+ ){0,4}levels?)\b", re.IGNORECASE)
# Subjects that are the sides themselves.
_SIDES = frozenset({"side", "party", "government", "administration"})
_POSTS = frozenset({"minister", "secretary", "chancellor", "premier"})
_LOOSE = frozenset({"work", "engagement", "exchange", "contact"})
_CREATING = frozenset({"create", "establish", "form", "convene", "constitute", "launch"})
_GROUPS = frozenset({"group", "committee", "commission", "council", "panel", "subcommittee", "taskforce", "force"})
_VAGUE = ("all ", "various", "the highest", "every", "different", "high level")


@cache
def _levels() -> tuple[str, ...]:
    return tuple(load("en/undertakings")["levels"])


def find_body(candidate: Candidate, act: Token, quote: Span) -> tuple[int, int] | None:
    """Return where the body or level stands in the passage (in characters), or ``None`` where none is named."""
    if candidate.rule.startswith("delegation"):
        return _delegated(candidate)
    subject = candidate.subject
    if subject is not None and candidate.rule in ("modal", "scheduled", "is-to", "under-way"):
        lemma = subject.lemma_.lower()
        if lemma in vocabulary("bodies") and lemma not in _SIDES and not _is_one_person(subject):
            return _core(subject)
        if lemma in vocabulary("meetings") and _has_level(subject):
            return _core(subject)
    made = _made(act)
    if made is not None:
        return _core(made)
    match = _AT_LEVEL.search(quote.text)
    if match and not match.group(1).lower().startswith(_VAGUE):
        return quote.start_char + match.start(1), quote.start_char + match.end(1)
    through = _through(act, quote)
    return _core(through) if through is not None else None


def _made(act: Token) -> Token | None:
    """Return the body that an act holds or sets up: "hold a ministerial meeting", "create an expert working group"."""
    lemma = act.lemma_.lower()
    if lemma not in vocabulary("holding") and lemma not in _CREATING:
        return None
    for child in act.rights:
        if child.dep_ not in ("dobj", "obj"):
            continue
        noun = child.lemma_.lower()
        held = noun in vocabulary("meetings") and lemma in vocabulary("holding")
        if held and noun not in _LOOSE and _has_level(child):
            return child
        if noun in _GROUPS and lemma in _CREATING:
            return child
        for preposition in child.rights:
            if held and preposition.lower_ == "of":
                return next((c for c in preposition.rights if c.lemma_.lower() in _GROUPS), None)
    return None


def _through(act: Token, quote: Span) -> Token | None:
    """Return the body that an act is done through, or the people that it goes on between."""
    for token in quote:
        if token.dep_ != "prep" or token.i < act.i or token.lower_ not in ("through", "via", "between", "among"):
            continue
        noun = next((c for c in token.rights if c.dep_ == "pobj"), None)
        if noun is None:
            continue
        lemma = noun.lemma_.lower()
        if lemma in _GROUPS or (token.lower_ in ("between", "among") and lemma in ("team", "expert", "ministry")):
            return noun
    return None


def _is_one_person(noun: Token) -> bool:
    """Whether a post means one who takes part ("the Prime Minister", "the Secretary") and no level of officials."""
    return noun.lemma_.lower() in _POSTS and noun.tag_ in ("NN", "NNP")


def _delegated(candidate: Candidate) -> tuple[int, int] | None:
    for child in candidate.cue.children:
        if child.lemma_.lower() in vocabulary("delegates"):
            return _phrase(child)
        for inner in child.lefts:
            if inner.lemma_.lower() in vocabulary("delegates") and inner.dep_ in ("nsubj", "nsubjpass"):
                return _phrase(inner)
    return None


def _phrase(noun: Token) -> tuple[int, int]:
    first = noun.left_edge
    while first.i < noun.i and first.lower_ in ("the", "respective", "relevant"):
        first = first.doc[first.i + 1]
    if first.lower_ in ("their", "our") and first.i + 1 < noun.i:
        following = first.doc[first.i + 1]
        first = first.doc[following.i + 1] if following.lower_ in ("respective", "relevant") else first
    return first.idx, noun.idx + len(noun)


def _core(noun: Token) -> tuple[int, int]:
    first = noun.left_edge
    named = noun.lower_ != noun.text
    while not named and first.i < noun.i and _is_leading(first):
        first = first.doc[first.i + 1]
    return first.idx, noun.idx + len(noun)


def _is_leading(token: Token) -> bool:
    return token.tag_ in _LEADING or token.lower_ in vocabulary("loose")


def _has_level(noun: Token) -> bool:
    words = noun.doc[noun.left_edge.i : noun.i + 1].text.lower()
    return any(level in words for level in _levels())
