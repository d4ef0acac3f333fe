"""Candidates that hang on a noun: "their commitment to", "plans are under way", "the visit planned for May"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.reading.en.candidates import Candidate, complements, under_preposition, vocabulary
from summitry.reading.en.parse import Passage

# Meetings that count where a text names the time fixed for them.
_FIXED = frozenset({"visit", "trip", "meeting", "summit", "session", "consultation", "dialogue", "round"})
_HELD = frozenset({"hold", "take", "host", "convene", "schedule"})
# Of a visit: somebody has fixed it.
_PLANNED = frozenset({"planned", "planed", "scheduled", "due", "slated", "upcoming", "forthcoming", "agreed"})


def noun_candidates(passage: Passage, token: Token) -> Iterator[Candidate]:
    """Yield the candidates that hang on a noun."""
    lemma = token.lemma_.lower()
    if lemma in vocabulary("nouns"):
        owner = _owner(token)
        for act in _noun_complements(token):
            if act.pos_ in ("NOUN", "PROPN") and act.tag_ != "VBG" and lemma != "agreement":
                continue
            yield Candidate(passage, "cue-noun", token, act, owner, _voice(token))
        if lemma == "plan" and _is_under_way(token):
            ahead = next((c for c in token.rights if c.dep_ in ("acl", "relcl")), None)
            ahead = ahead or next((c for c in token.head.subtree if c.tag_ == "VB" and c.i > token.head.i), token)
            yield Candidate(passage, "plans-under-way", token.head, ahead, owner, bare=False)
    elif lemma in _FIXED:
        for child in token.rights:
            if child.dep_ in ("acl", "relcl") and (child.lower_ in _PLANNED or _to_be_held(child)):
                yield Candidate(passage, "planned-visit", child, token, token, _voice(token), bare=False)
                return
        planned = any(c.lower_ in _PLANNED for c in token.lefts)
        if (planned or lemma in ("visit", "trip")) and token.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass", "conj"):
            yield Candidate(passage, "nominal-visit", token, token, token, _voice(token), bare=False)


def fixed_meeting(verb: Token) -> Token | None:
    """Return the meeting that an infinitive fixes where the parse parts the two ("the summit to be hosted in May")."""
    to = next((c for c in verb.lefts if c.tag_ == "TO"), None)
    if verb.tag_ != "VBN" or to is None or verb.dep_ in ("acl", "relcl") or to.i == 0:
        return None
    noun = verb.doc[to.i - 1]
    return noun if noun.lemma_.lower() in _FIXED and verb.lemma_.lower() in _HELD else None


def _to_be_held(verb: Token) -> bool:
    """Whether a clause behind a meeting's name fixes it ("to be held in May", "which will take place in May")."""
    ahead = any(c.tag_ == "TO" or c.lower_ == "will" for c in verb.lefts)
    return ahead and verb.lemma_.lower() in _HELD


def _noun_complements(noun: Token) -> Iterator[Token]:
    """Yield what a noun takes, also where the parse hangs it on the verb ("reaffirmed commitments in May to help")."""
    own = list(complements(noun))
    if own:
        yield from own
    elif noun.dep_ in ("dobj", "obj", "nsubjpass") and noun.head.pos_ == "VERB":
        yield from _of_verb(noun)
        if noun.lower_ == "agreement":
            for token in noun.doc[noun.i + 1 : min(noun.i + 8, noun.sent.end)]:
                if token.lower_ in ("on", "upon"):
                    yield from under_preposition(noun, token)


def _of_verb(noun: Token) -> Iterator[Token]:
    """Yield the infinitives after a noun that the parse gives to its verb as a purpose."""
    for child in noun.head.rights:
        if child.i > noun.i and child.dep_ in ("xcomp", "advcl") and any(c.tag_ == "TO" for c in child.lefts):
            yield child
            return


def _owner(noun: Token) -> Token | None:
    for child in noun.lefts:
        if child.dep_ == "poss":
            return child
    for child in noun.lefts:
        if child.dep_ in ("compound", "nmod", "amod") and child.pos_ == "PROPN":
            return child
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "by", "between"):
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    return None


def _voice(noun: Token) -> Token | None:
    token, seen = noun, 0
    while token.head != token and seen < 12:
        token, seen = token.head, seen + 1
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def _is_under_way(noun: Token) -> bool:
    verb = noun.head
    return verb.lemma_ == "be" and noun.dep_ == "nsubj" and any(c.lower_ in ("underway", "way") for c in verb.subtree)
