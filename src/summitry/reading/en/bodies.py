"""Who is to carry an undertaking out, where a level or a body is named."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Span, Token

from summitry.data import load
from summitry.reading.en.candidates import Candidate, vocabulary

_LEADING = frozenset({"DT", "CD", "PDT", "POS", "JJR", "JJS"})
_AT_LEVEL = re.compile(r"\bat (?:the |an? )?((?:[\w’'-]+ ){0,4}levels?)\b", re.IGNORECASE)


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
        if lemma in vocabulary("bodies") and lemma not in ("side", "party", "government", "administration"):
            return _core(subject)
        if lemma in vocabulary("meetings") and _has_level(subject):
            return _core(subject)
    for child in act.rights if act.lemma_.lower() in vocabulary("holding") else ():
        if child.dep_ in ("dobj", "obj") and child.lemma_.lower() in vocabulary("meetings") and _has_level(child):
            return _core(child)
    match = _AT_LEVEL.search(quote.text)
    if match and not match.group(1).lower().startswith(("all ", "various", "the highest", "every", "different")):
        return quote.start_char + match.start(1), quote.start_char + match.end(1)
    return None


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
