"""Whom a statement addresses, where its own clause names them."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.model.records import Act
from summitry.reading.en.cues import Cue
from summitry.reading.en.parse import Passage
from summitry.reading.en.sides import Sides

_DIRECT = frozenset({"dobj", "dative", "iobj", "nsubjpass"})
_TO = frozenset({"to", "on", "upon", "with"})
# Verbs whose object is the one spoken to.
_SPOKEN_TO = frozenset({
    "urge", "thank", "congratulate", "invite", "ask", "encourage", "request", "assure", "reassure", "inform", "remind", "tell", "press",
    "implore", "exhort", "notify", "brief", "update", "apprise", "warn", "advise", "task", "instruct", "commend", "praise", "beseech", "order",
    "acquaint", "familiarise", "offer", "extend", "send", "give", "wish", "promise", "compliment", "condole", "applaud", "salute", "accuse", "honor", "honour",
})
_ADDRESSING = frozenset({Act.WELCOME, Act.CONDOLE, Act.PROPOSE, Act.STATE, Act.HOPE, Act.URGE, Act.CONCERN})
_PREPOSITIONS = {"on": ("call", "press"), "upon": ("call",), "with": ("share", "raise", "sympathise", "sympathize")}


def addressed(passage: Passage, sides: Sides, cue: Cue, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes of the sides that a statement's clause names as addressed, sorted.

    Args:
        passage: the passage the cue stands in.
        sides: the document's sides.
        cue: the statement's cue.
        speakers: codes of those who speak, who are never their own addressees.
    """
    codes: set[str] = set()
    lemma = cue.verb.lemma_.lower()
    for owner in (cue.verb, cue.topic):
        if owner is None:
            continue
        for child in owner.children:
            if child.i < owner.i and child.dep_ != "nsubjpass":
                continue
            if owner is cue.verb and child.dep_ in _DIRECT and child.pos_ != "ADP" and lemma in _SPOKEN_TO:
                codes.update(_parties(passage, sides, child, cue, speakers))
            elif child.dep_ in ("prep", "dative") and _addresses(child, lemma, cue):
                for target in child.children:
                    if target.dep_ == "pobj":
                        codes.update(_parties(passage, sides, target, cue, speakers))
    return tuple(sorted(codes - set(speakers)))


def _addresses(preposition: Token, lemma: str, cue: Cue) -> bool:
    lower = preposition.lower_
    if lower == "to":
        thanks = cue.topic is not None or any(t.lemma_.lower() in ("appreciation", "gratitude", "thanks") for t in preposition.head.children)
        if cue.act not in _ADDRESSING and not (thanks and preposition.head.lemma_.lower() in ("appreciation", "gratitude")):
            return False
        return lemma not in ("commit", "listen", "refer", "point", "object", "accede", "come", "pay", "draw", "call", "recommit")
    return lower in _PREPOSITIONS and lemma in _PREPOSITIONS[lower]


def _parties(passage: Passage, sides: Sides, head: Token, cue: Cue, speakers: tuple[str, ...]) -> tuple[str, ...]:
    if cue.topic is not None and head.i == cue.topic.i:
        return ()
    if head.lower_ in ("you", "yourself"):
        others = tuple(c for c in sides.all if c not in speakers)
        return others if len(others) == 1 else ()
    found = sides.of(passage, head)
    if found is not None:
        return found.codes
    if head.lemma_.lower() in ("people", "family", "side", "nation", "citizen", "victim", "authority", "public", "relative", "government", "friend", "participant"):
        end = max(t.i for t in head.subtree) + 1
        return sides.parties_in(passage, head.left_edge.i, end)
    return ()
