"""Whom a statement addresses, where its own clause names them."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.model.records import Act
from summitry.reading.en.cues import Cue
from summitry.reading.en.lexicon import lexicon
from summitry.reading.en.parse import Passage
from summitry.reading.en.sides import Sides

_DIRECT = frozenset({"dobj", "dative", "iobj", "nsubjpass"})
# Acts whose "to" leads to the one addressed ("expressed gratitude to", "appealed to").
_ADDRESSING = frozenset({Act.WELCOME, Act.CONDOLE, Act.PROPOSE, Act.STATE, Act.HOPE, Act.URGE})
_GRATITUDE = frozenset({"appreciation", "gratitude"})
_PREPOSITIONS = {"on": ("call", "press"), "upon": ("call",), "with": ("share", "raise", "sympathise", "sympathize")}


def addressed(passage: Passage, sides: Sides, cue: Cue, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes of the sides that a statement's clause names as addressed, sorted.

    Args:
        passage: the passage the cue stands in.
        sides: the document's sides.
        cue: the statement's cue.
        speakers: codes of those who speak, who are never their own addressees.
    """
    lemma = cue.verb.lemma_.lower()
    targets: list[Token] = []
    for owner in _owners(cue):
        for child in owner.children:
            if child.i < owner.i and child.dep_ != "nsubjpass":
                continue
            if child.pos_ == "ADP":
                if _addresses(child, lemma, cue):
                    targets += [t for p in (child, *child.conjuncts) for t in p.children if t.dep_ == "pobj"]
            elif owner is cue.topic and child.dep_ in ("acl", "relcl"):
                targets += [t for t in child.lefts if t.dep_ == "nsubj" and cue.act is Act.PROPOSE]
            elif owner is cue.verb and child.dep_ in _DIRECT and lemma in lexicon().words["spoken_to"]:
                targets.append(child)
    codes = {code for target in targets for code in _parties(passage, sides, target, cue, speakers)}
    return tuple(sorted(codes - set(speakers)))


def _owners(cue: Cue) -> list[Token]:
    """The words whose complements may name the one addressed: the verb, its noun or adjective, an object of thanks."""
    owners = [cue.verb] if cue.topic is None else [cue.verb, cue.topic]
    if cue.last > cue.verb.i and cue.topic is None:
        owners.append(cue.verb.doc[cue.last])
    return owners + [t for t in cue.verb.rights if t is not cue.topic and t.lemma_.lower() in _GRATITUDE]


def _addresses(preposition: Token, lemma: str, cue: Cue) -> bool:
    if preposition.lower_ != "to":
        return lemma in _PREPOSITIONS.get(preposition.lower_, ())
    if cue.act not in _ADDRESSING and preposition.head.lemma_.lower() not in _GRATITUDE:
        return False
    return lemma not in lexicon().words["not_to"]


def _parties(passage: Passage, sides: Sides, head: Token, cue: Cue, speakers: tuple[str, ...]) -> tuple[str, ...]:
    if cue.topic is not None and head.i == cue.topic.i:
        return ()
    if head.lower_ in ("you", "yourself"):
        others = tuple(c for c in sides.all if c not in speakers)
        return others if len(others) == 1 else ()
    found = sides.of(passage, head)
    if found is not None:
        return found.codes
    if head.lemma_.lower() not in lexicon().words["addressed"]:
        return ()
    return sides.parties_in(passage, head.left_edge.i, max(t.i for t in head.subtree) + 1)
