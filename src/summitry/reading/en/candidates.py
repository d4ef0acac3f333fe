"""The form of a candidate for an undertaking, its vocabulary, and what a cue takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from summitry.data import load
from summitry.reading.en.parse import Passage

_TO = frozenset({"to", "toward", "towards"})
_ON = frozenset({"on", "upon"})
_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl", "relcl"})
# A clause of purpose farther from its cue than this many words is not what the cue takes.
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that have the form of an undertaking.

    Args:
        passage: where they stand.
        rule: name of the construction.
        cue: the word that undertakes ("will", "agreed", "commitment").
        act: the verb or noun of what is undertaken.
        subject: head of the phrase that undertakes, or of what is to happen.
        outer: the word whose content the clause is ("confirmed that …"), if any.
        bare: whether the quote leaves the subject out.
    """

    passage: Passage
    rule: str
    cue: Token
    act: Token
    subject: Token | None
    outer: Token | None = None
    bare: bool = True


@cache
def vocabulary(name: str) -> frozenset[str]:
    """Return a word list of the vocabulary of undertakings."""
    return frozenset(load("en/undertakings")[name])


def is_modal(act: Token) -> bool:
    """Whether a verb has "will", "would" or the like of its own."""
    return any(c.tag_ == "MD" for c in act.lefts)


def complements(cue: Token) -> Iterator[Token]:
    """Yield the verbs and nouns that a cue takes: "to do", "to doing", "that A do", "on the doing"."""
    for child in cue.rights:
        relation = child.dep_
        if relation == "prep" and any(c.lemma_.lower() in vocabulary("views") for c in child.rights):
            return
        if relation in _CLAUSES and child.pos_ in ("VERB", "AUX"):
            near = relation != "advcl" or child.i - cue.i <= _NEAR or _set_between(cue, child)
            infinitive = any(c.tag_ == "TO" for c in child.lefts) and near
            if infinitive or (relation == "ccomp" and any(c.lower_ == "that" for c in child.lefts)):
                yield child
        elif relation == "prep":
            yield from under_preposition(cue, child)
        elif relation in ("dobj", "obj") and cue.lemma_.lower() == "commit" and child.pos_ in ("NOUN", "PRON"):
            yield from _prepositions_of(child)


def _set_between(cue: Token, act: Token) -> bool:
    """Whether only words between two commas part an infinitive from its cue ("resolved, as leaders, to meet")."""
    between = cue.doc[cue.i + 1 : act.i - 1]
    return len(between) > 1 and between[0].text == between[-1].text == "," and len(between) <= 2 * _NEAR


def _prepositions_of(noun: Token) -> Iterator[Token]:
    for preposition in noun.rights:
        if preposition.dep_ == "prep" and preposition.lower_ in _TO:
            yield from (c for c in preposition.rights if c.dep_ == "pcomp")


def under_preposition(cue: Token, preposition: Token) -> Iterator[Token]:
    """Yield what a cue takes by a preposition: gerunds ("to opening"), nouns after "on" ("on the opening")."""
    lower = preposition.lower_
    if lower not in _TO and lower not in _ON and lower != "in":
        return
    nominal = lower in _ON and (cue.pos_ != "NOUN" or cue.lower_ == "agreement")
    for child in preposition.rights:
        noun = child.dep_ == "pobj" and (nominal or (lower in _TO and child.lemma_.lower() in vocabulary("doings")))
        if noun or (child.dep_ in ("pcomp", "pobj") and child.tag_ == "VBG"):
            yield child
