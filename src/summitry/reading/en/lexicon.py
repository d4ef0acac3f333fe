"""The cue lexicon ``data/en/cues.yaml``, ready for look-up by lemma."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from summitry.data import load
from summitry.model.records import Act

# Keys of a line that say which words belong to the cue; every other key is a condition on its clause.
_SHAPE = frozenset({"act", "alone", "object", "before", "verb_after", "noun_after", "adjective"})
_WORD_LISTS = (
    "leading",
    "meeting",
    "handing_on",
    "manner",
    "would",
    "reported",
    "spoken_to",
    "not_to",
    "content",
    "addressed",
    "heard",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One reading of a verb whose act depends on what stands with it.

    Args:
        act: the act of several sides, ``named`` where the object names it, ``None`` where the verb is no cue.
        alone: the act of one side, where it differs.
        objects: lemmas of which the object must be one; empty where any or none will do.
        quoted: whether a quotation may stand for the object.
        before: prepositions or particles of which one must follow; empty where none is asked for.
        verb_after: whether a verb must follow that preposition.
        noun_after: whether a noun must follow it.
        adjectives: words of which one must complete the verb ("made clear").
        conditions: further conditions by name, with their values.
    """

    act: str | None
    alone: str | None
    objects: frozenset[str]
    quoted: bool
    before: frozenset[str]
    verb_after: bool
    noun_after: bool
    adjectives: frozenset[str]
    conditions: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cues by lemma: verbs of one act, verbs with a choice, adjectives, nouns, and the word lists of the rules."""

    verbs: dict[str, Act]
    choices: dict[str, tuple[Line, ...]]
    predicates: dict[str, Act]
    named: dict[str, Act]
    reporting: dict[str, Act]
    own_words: dict[str, Act]
    there: dict[str, Act]
    words: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of cues."""
    data = load("en/cues")
    named = _by_word(data["named"])
    classes = {name: frozenset(words) for name, words in data["classes"].items()}
    known = {**classes, "named": frozenset(named)}
    return Lexicon(
        verbs=_by_word(data["verbs"]),
        choices={verb: tuple(_line(line, known) for line in lines) for verb, lines in data["choices"].items()},
        predicates=_by_word(data["predicates"]),
        named=named,
        reporting=_by_word(data["reporting"]),
        own_words=_by_word(data["own_words"]),
        there=_by_word(data["there"]),
        words={name: frozenset(data[name]) for name in _WORD_LISTS},
    )


def _by_word(groups: dict[str, list[str]]) -> dict[str, Act]:
    return {str(word): Act(act) for act, words in groups.items() for word in words}


def _line(data: dict[str, Any], classes: dict[str, frozenset[str]]) -> Line:
    objects: set[str] = set()
    for name in data.get("object", ()):
        objects |= classes.get(name[1:], frozenset()) if name.startswith("@") else {name}
    return Line(
        act=None if data["act"] == "none" else data["act"],
        alone=data.get("alone"),
        objects=frozenset(objects),
        quoted="@quote" in data.get("object", ()),
        before=frozenset(data.get("before", ())),
        verb_after="verb_after" in data,
        noun_after="noun_after" in data,
        adjectives=frozenset(data.get("adjective", ())),
        conditions=tuple((key, value) for key, value in data.items() if key not in _SHAPE),
    )
