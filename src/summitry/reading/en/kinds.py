"""The kind of an undertaking: could somebody say on a given day "this is done"?"""

from __future__ import annotations

from spacy.tokens import Token

from summitry.model.records import CommitmentKind
from summitry.reading.en.candidates import Candidate, vocabulary

_VISITS = frozenset({"nominal-visit", "planned-visit", "accepted", "accepted-passive", "awaited-guest", "hosting"})
_GOING_ON = frozenset({"continue", "maintain", "remain", "keep", "stay"})
_STARTING = frozenset({"start", "begin", "resume"})
# Acts that are carried on until a day rather than done by it.
_CARRIED_ON = frozenset({"work", "support", "cooperate", "consult", "coordinate", "collaborate", "engage"})
# Nouns of contact that are carried on rather than held.
_LOOSE = frozenset({"contact", "work", "engagement", "exchange"})


def kind_of(candidate: Candidate, act: Token, *, dated: bool) -> CommitmentKind:
    """Return the kind of an undertaking.

    Args:
        candidate: the construction it was found by.
        act: the verb or noun of what is undertaken.
        dated: whether a time with a value is set for it.
    """
    lemma = act.lemma_.lower()
    if candidate.rule in _VISITS:
        return CommitmentKind.ENGAGEMENT
    if candidate.rule in ("announced", "announced-act"):
        return CommitmentKind.ENGAGEMENT if lemma in ("visit", "trip") else CommitmentKind.DELIVERABLE
    objects = {c.lemma_.lower() for c in act.rights if c.dep_ in ("dobj", "obj")}
    if lemma == "meet" and objects & vocabulary("aims"):
        return CommitmentKind.CONTINUING
    if _is_held(candidate, act, objects, dated=dated):
        return CommitmentKind.ENGAGEMENT
    if lemma in _GOING_ON or (lemma == "provide" and "support" in objects):
        return CommitmentKind.CONTINUING
    if lemma in ("develop", "make", "work", "undertake") and _results(act) & vocabulary("products"):
        return CommitmentKind.DELIVERABLE
    if lemma in vocabulary("deliverables") or (dated and lemma not in _CARRIED_ON):
        return CommitmentKind.DELIVERABLE
    return CommitmentKind.CONTINUING


def _results(act: Token) -> set[str]:
    """Return what an act makes: its objects, and those of "work on …", "work towards developing …"."""
    nouns = [c for c in act.rights if c.dep_ in ("dobj", "obj")]
    for preposition in act.rights:
        if preposition.dep_ == "prep" and preposition.lower_ in ("on", "towards", "toward"):
            for child in preposition.rights:
                nouns += [child, *(c for c in child.rights if c.dep_ in ("dobj", "obj"))]
    return {noun.lemma_.lower() for noun in nouns}


def _is_held(candidate: Candidate, act: Token, objects: set[str], *, dated: bool) -> bool:
    lemma = act.lemma_.lower()
    if act.pos_ == "NOUN" and lemma in vocabulary("meetings") and lemma not in _LOOSE:
        return True
    subject = candidate.subject.lemma_.lower() if candidate.subject is not None else ""
    meeting = bool(objects & vocabulary("meetings")) or subject in vocabulary("meetings")
    if lemma == "convene" or (meeting and lemma in ("have", "join", "attend")):
        return True
    if lemma in ("make", "pay", "undertake", "conduct") and objects & vocabulary("paid"):
        return True
    held = lemma in vocabulary("holding") or lemma == "commence"
    if meeting and held and (dated or lemma not in _GOING_ON | _STARTING):
        return True
    hosting = lemma in ("hold", "host", "convene", "organize")
    return lemma in vocabulary("engagements") and (not hosting or meeting or dated)
