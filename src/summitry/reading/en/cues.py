"""The cues of speech: which words of a sentence name an act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from summitry.model.records import Act
from summitry.reading.en.complements import object_among, particle, topic_of, views_of
from summitry.reading.en.conditions import fits
from summitry.reading.en.lexicon import Lexicon, Line, lexicon
from summitry.reading.en.picking import pick

_VERBS = (
    ("pos", frozenset({"VERB", "AUX"})),
    ("tag", frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})),
)
_COPULAS = frozenset({"be", "feel", "remain"})
_COMPLEMENTS = frozenset({"acomp", "attr", "advcl", "ROOT"})
# Verbs whose passive is a state of their subject ("are committed").
_STATIVE = frozenset({"commit", "dedicate"})
# Participles that the tagger takes for adjectives.
_PARTICIPLES = {"committed": "commit", "recommitted": "recommit"}
# How far after its verb a quotation may open.
_QUOTE_REACH = 8


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that name an act.

    Args:
        verb: the word that carries the clause.
        first: token offset of the cue's first word.
        last: token offset of its last word.
        act: the act of several sides together.
        alone: the act of one side, where it differs.
        name: the lexicon's line, for explanation.
        topic: the noun that names the talk, where the cue is nominal.
        talk: whether the subject is the talk itself ("the conversation covered …").
        stative: whether a passive form names the subject's own state ("are committed").
    """

    verb: Token
    first: int
    last: int
    act: Act
    alone: Act
    name: str
    topic: Token | None = None
    talk: bool = False
    stative: bool = False


def find_cues(doc: Doc, masked: frozenset[int]) -> Iterator[Cue]:
    """Yield the cues of a parse, in text order, whoever may be speaking; ``masked`` tokens are left out."""
    words = lexicon()
    for i in pick(doc, _VERBS):
        token = doc[i]
        if i in masked or _compounded(token):
            continue
        cue = _cue(token, words)
        if cue is not None:
            yield _with_copula(cue)


def _compounded(token: Token) -> bool:
    """Whether a participle is the second half of a compound ("awareness-raising work")."""
    return token.i > 0 and token.doc[token.i - 1].text == "-" and not token.doc[token.i - 1].whitespace_


def hands_on(cue: Cue) -> bool:
    """Whether a cue only leads to the infinitive after it, which names the act."""
    if cue.name not in lexicon().words["handing_on"]:
        return False
    owners = (cue.verb, *cue.verb.children)
    after = (t for owner in owners for t in owner.rights if t.dep_ in ("xcomp", "ccomp", "advcl") and t.i > cue.last)
    return any(child.tag_ == "TO" for t in after for child in t.children)


def _cue(token: Token, words: Lexicon) -> Cue | None:
    lemma = token.lemma_.lower()
    if token.tag_ == "VBN" and token.lower_ in words.predicates and any(t.dep_ == "auxpass" for t in token.children):
        act = words.predicates[token.lower_]
        return Cue(token, token.i, token.i, act, act, f"be {token.lower_}", stative=True)
    chosen = _chosen(token, lemma, words) if lemma in words.choices else None
    if lemma in _COPULAS:
        return chosen or _predicate(token, words)
    if lemma in words.verbs and lemma not in words.choices:
        return Cue(token, token.i, token.i, words.verbs[lemma], words.verbs[lemma], lemma)
    return chosen


def _with_copula(cue: Cue) -> Cue:
    """A participle that the parser takes for an adjective belongs to its "be" ("are committed to")."""
    head = cue.verb.head
    if cue.verb.dep_ in ("acomp", "attr") and head.lemma_ in _COPULAS and head.i < cue.verb.i:
        return replace(cue, verb=head, first=head.i, stative=False)
    return cue


def _chosen(verb: Token, lemma: str, words: Lexicon) -> Cue | None:
    for line in words.choices[lemma]:
        extent = _extent(verb, line)
        if extent is None:
            continue
        topic, last = extent
        if not fits(verb, topic, line.conditions):
            continue
        act = _act(line, topic, words)
        if act is None:
            return None
        name = f"{lemma} {topic.lemma_.lower()}" if topic is not None and topic.i != verb.i else lemma
        talk = any(key in ("talk_subject", "topic_subject") for key, _ in line.conditions)
        first = min(verb.i, topic.i) if topic is not None else verb.i
        return Cue(verb, first, last, act, Act(line.alone or act), name, topic, talk, lemma in _STATIVE)
    return None


def _extent(verb: Token, line: Line) -> tuple[Token | None, int] | None:
    """The noun that names the act and the offset of the cue's last word, or ``None`` where the line does not fit."""
    topic, last = None, verb.i
    if line.objects or line.quoted:
        topic = verb if line.quoted and _quotes(verb) else object_among(verb, line.objects, line.before)
        if topic is None:
            return None
        last = max(last, views_of(topic))
    if line.before:
        found = particle(verb, topic, line.before, verb_after=line.verb_after)
        if found is None or (line.noun_after and not any(t.dep_ == "pobj" for t in found.children)):
            return None
        last = max(last, found.i) if found.head.i == verb.i or topic is None else last
    elif line.verb_after and particle(verb, None, frozenset({"to"}), verb_after=True) is None:
        return None
    if line.adjectives:
        near = (*verb.children, *verb.doc[verb.i + 1 : verb.i + 2])
        adjective = next((t for t in near if t.lower_ in line.adjectives), None)
        if adjective is None:
            return None
        last = max(last, adjective.i)
    return topic, last


def _quotes(verb: Token) -> bool:
    return any(t.text in ("“", '"', "«") for t in verb.doc[verb.i + 1 : verb.i + _QUOTE_REACH])


def _act(line: Line, topic: Token | None, words: Lexicon) -> Act | None:
    if line.act == "named":
        return words.named.get(topic.lemma_.lower()) if topic is not None else None
    return Act(line.act) if line.act is not None else None


def _predicate(verb: Token, words: Lexicon) -> Cue | None:
    for child in verb.rights:
        if child.dep_ in ("acomp", "attr") and child.lower_ in _PARTICIPLES:
            cue = _chosen(child, _PARTICIPLES[child.lower_], words)
            return replace(cue, verb=verb, first=verb.i, stative=False) if cue is not None else None
        if child.dep_ in _COMPLEMENTS and child.lower_ in words.predicates:
            act = words.predicates[child.lower_]
            return Cue(verb, verb.i, child.i, act, act, f"be {child.lower_}")
    return _there(verb, words) or _own_words(verb, words)


def _there(verb: Token, words: Lexicon) -> Cue | None:
    if not any(t.dep_ == "expl" for t in verb.children):
        return None
    for child in verb.children:
        act = words.there.get(child.lemma_.lower()) if child.dep_ in ("attr", "nsubj") else None
        if act is not None and (act is not Act.DISCUSS or topic_of(verb, child) is not None):
            return Cue(verb, child.i, views_of(child), act, act, f"there be {child.lemma_.lower()}", child)
    return None


def _own_words(verb: Token, words: Lexicon) -> Cue | None:
    subject = next((t for t in verb.children if t.dep_ == "nsubj"), None)
    act = words.own_words.get(subject.lemma_.lower()) if subject is not None else None
    if act is None or subject is None or verb.tag_ == "VB" or not any(t.lower_ in ("our", "my") for t in subject.lefts):
        return None
    last = next((t.i for t in verb.rights if t.dep_ == "acomp"), verb.i)
    return Cue(verb, subject.left_edge.i, last, act, act, f"our {subject.lemma_.lower()} is", subject)
