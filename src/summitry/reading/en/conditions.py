"""The conditions under which a verb of the cue lexicon names an act, by the names they have there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.tokens import Token

from summitry.reading.en.complements import topic_of
from summitry.reading.en.persons import vocabulary

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "oprd"})
_SPOKEN_TO = frozenset({"dobj", "nsubjpass", "nsubj", "dative"})
_NOMINAL = frozenset({"PROPN", "PRON", "NOUN"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl"})
_FINITE = frozenset({"ccomp", "acl", "relcl"})
_EXCHANGES = frozenset({"exchange", "discussion", "consultation", "negotiation", "conversation"})
_LETTERS = frozenset({"message", "letter", "telegram", "note"})
_TOPICS = frozenset({"topic", "agenda", "theme", "subject", "item", "issue"})
_THINGS = frozenset({"it", "this", "that", "which", "statement", "document"})
_IN_FAVOUR = frozenset({"favour", "favor", "support"})


def fits(verb: Token, topic: Token | None, conditions: tuple[tuple[str, Any], ...]) -> bool:
    """Whether a verb with its object noun (if that names the act) fulfils all conditions of a lexicon's line."""
    return all(_CONDITIONS[name](verb, topic, value) for name, value in conditions)


def _subject(verb: Token) -> str | None:
    return next((t.lemma_.lower() for t in verb.children if t.dep_ in _SUBJECTS), None)


def _clause(verb: Token, topic: Token | None, kind: str) -> bool:
    predicate = (t for child in verb.rights if child.dep_ == "acomp" for t in child.children)
    for child in (*verb.children, *(topic.children if topic is not None else ()), *predicate):
        if child.dep_ not in _CLAUSES:
            continue
        infinitive = any(t.dep_ == "aux" and t.tag_ == "TO" for t in child.children)
        if kind == "to" and infinitive:
            return True
        says = child.dep_ in _FINITE or any(t.lower_ == "that" for t in child.children)
        if kind == "that" and not infinitive and says:
            return True
    return False


def _of(verb: Token, topic: Token | None, words: list[str]) -> bool:
    return topic is not None and any(t.lemma_.lower() in words for t in topic.subtree)


def _people(verb: Token, topic: Token | None, value: bool) -> bool:
    return any(t.dep_ in _SPOKEN_TO and t.pos_ in _NOMINAL for t in verb.children)


def _favour(verb: Token, topic: Token | None, value: bool) -> bool:
    return any(t.lower_ in _IN_FAVOUR for child in verb.children for t in child.children)


def _exchange(verb: Token, topic: Token | None, value: bool) -> bool:
    """Whether the subject is an exchange on a named matter ("consultations on trade took place")."""
    subject = next((t for t in verb.lefts if t.dep_ in _SUBJECTS), None)
    return subject is not None and subject.lemma_.lower() in _EXCHANGES and topic_of(verb, subject) is not None


def _visited(verb: Token, topic: Token | None, value: bool) -> bool:
    """Whether nothing is asked of those called upon: then they are visited ("called on the President")."""
    near = (verb, *(t for child in verb.rights for t in (child, *child.children)))
    asked = any(t.tag_ == "TO" or t.lower_ == "for" for owner in near for t in owner.rights)
    asked = asked or any(t.tag_ == "TO" for owner in near for child in owner.rights for t in child.lefts)
    return not asked


_CONDITIONS: dict[str, Callable[[Token, Token | None, Any], bool]] = {
    "visited": _visited,
    "plain": lambda verb, topic, value: True,
    "clause": _clause,
    "of": _of,
    "people": _people,
    "favour": _favour,
    "topic": lambda verb, topic, value: topic is not None and topic_of(verb, topic) is not None,
    "object_any": lambda verb, topic, value: any(t.dep_ in _OBJECTS for t in verb.children),
    "modal": lambda verb, topic, value: any(t.tag_ == "MD" for t in verb.children),
    "passive": lambda verb, topic, value: any(t.dep_ in ("auxpass", "nsubjpass") for t in verb.children),
    "own_subject": lambda verb, topic, value: _subject(verb) is not None,
    "first_person": lambda verb, topic, value: _subject(verb) in ("we", "i"),
    "past": lambda verb, topic, value: verb.tag_ in ("VBD", "VBN"),
    "exchange_subject": _exchange,
    "letter_subject": lambda verb, topic, value: _subject(verb) in _LETTERS,
    "talk_subject": lambda verb, topic, value: _subject(verb) in vocabulary().talks,
    "topic_subject": lambda verb, topic, value: _subject(verb) in _TOPICS,
    "people_subject": lambda verb, topic, value: _subject(verb) not in _THINGS,
}
