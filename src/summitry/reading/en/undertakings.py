"""Candidates for undertakings: every construction by which the genre undertakes something, with its parts.

A finder only says that words have the form of an undertaking; whether they are one is decided from the candidate's
features (:mod:`summitry.reading.en.verdicts`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from summitry.data import load
from summitry.reading.en.clauses import own_subject, reporting_verb, subject_of
from summitry.reading.en.parse import Passage

MODALS = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
_TO = frozenset({"to", "toward", "towards"})


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


def find_candidates(passage: Passage) -> Iterator[Candidate]:
    """Yield the candidates of a passage, in the order of their cues."""
    for token in passage.doc:
        tag = token.tag_
        if tag == "MD":
            if token.lower_ in MODALS or token.lower_ == "should":
                yield from _modal(passage, token)
        elif tag[:2] in ("VB", "JJ"):
            yield from _verb(passage, token)
        elif tag[:2] == "NN":
            yield from _noun(passage, token)


def _modal(passage: Passage, token: Token) -> Iterator[Candidate]:
    act = token.head
    if token.dep_ not in ("aux", "ROOT", "conj", "ccomp", "auxpass") or act.pos_ not in ("VERB", "AUX"):
        return
    outer = reporting_verb(act)
    if token.lower_ == "should" and not (outer is not None and outer.lemma_ in ("agree", "decide")):
        return
    own = own_subject(act)
    subject = own or subject_of(act) or _nominal_before(token)
    yield Candidate(passage, "modal", token, act, subject, outer, bare=own is None and (subject is None or subject.i < token.i - 3))


# Verbs whose object is owed once they are said.
_GIVING = frozenset({"announce", "pledge", "commit", "promise", "unveil"})


def _nominal_before(modal: Token) -> Token | None:
    """Return the noun right before a modal, for where the parse leaves the clause without its subject."""
    for i in range(modal.i - 1, max(modal.i - 4, modal.sent.start - 1), -1):
        token = modal.doc[i]
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            return token
        if token.pos_ not in ("ADV",):
            return None
    return None


def _verb(passage: Passage, token: Token) -> Iterator[Candidate]:
    lemma = token.lemma_.lower()
    lower = token.lower_
    if lemma in _GIVING:
        yield from _announced(passage, token)
    if lemma in vocabulary("verbs") or lower in vocabulary("adjectives"):
        yield from _cue_verb(passage, token)
    elif lemma in vocabulary("delegation"):
        yield from _delegated(passage, token)
    elif lemma == "accept":
        yield from _accepted(passage, token)
    elif lower in ("scheduled", "planned", "slated", "due", "set", "planed", "envisaged"):
        yield from _scheduled(passage, token)
    elif lower in ("working", "preparing", "finalizing", "finalising", "negotiating"):
        yield from _under_way(passage, token)
    elif lemma == "be":
        yield from _is_to(passage, token)
    elif lemma == "host" and token.tag_ == "VBG":
        yield from _hosting(passage, token)
    elif lemma in ("welcome", "see", "receive") and token.tag_ == "VBG":
        yield from _awaited_guest(passage, token)


def _cue_verb(passage: Passage, token: Token) -> Iterator[Candidate]:
    rule = "plan" if token.lemma_.lower() in vocabulary("plans") else "cue-verb"
    for act in complements(token):
        if _modal_clause(act):
            continue
        nominal = act.pos_ in ("NOUN", "PROPN")
        name = f"{rule}-nominal" if nominal else rule
        bare = rule != "plan" or own_subject(token) is None
        yield Candidate(passage, name, token, act, subject_of(token), reporting_verb(token), bare)


def _modal_clause(act: Token) -> bool:
    return any(c.tag_ == "MD" for c in act.lefts)


def complements(cue: Token) -> Iterator[Token]:
    """Yield the verbs and nouns that a cue takes: "to do", "to doing", "that A do", "on the doing"."""
    for child in cue.rights:
        relation = child.dep_
        if relation == "prep" and any(c.lemma_.lower() in vocabulary("views") for c in child.rights if c.dep_ == "pobj"):
            return
        if relation in ("xcomp", "ccomp", "acl", "advcl", "relcl") and child.pos_ in ("VERB", "AUX"):
            marked = any(c.lower_ == "to" and c.tag_ == "TO" for c in child.lefts)
            if marked and (relation != "advcl" or child.i - cue.i <= 5 or relation in ("xcomp", "acl")):
                yield child
            elif relation == "ccomp" and any(c.lower_ == "that" for c in child.lefts):
                yield child
        elif relation == "prep":
            yield from _prepositional(cue, child)
        elif relation in ("dobj", "obj") and cue.lemma_.lower() == "commit" and child.pos_ in ("NOUN", "PRON"):
            yield from _prepositions_of(child)


def _prepositions_of(noun: Token) -> Iterator[Token]:
    for preposition in noun.rights:
        if preposition.dep_ == "prep" and preposition.lower_ in _TO:
            yield from (c for c in preposition.rights if c.dep_ == "pcomp")


def _prepositional(cue: Token, preposition: Token) -> Iterator[Token]:
    lower = preposition.lower_
    if lower in _TO or lower in ("on", "upon", "in"):
        for child in preposition.rights:
            if child.dep_ == "pcomp" and child.tag_ == "VBG":
                yield child
            elif child.dep_ == "pobj" and child.tag_ == "VBG":
                yield child
            elif child.dep_ == "pobj" and lower in ("on", "upon") and cue.pos_ != "NOUN":
                yield child
            elif child.dep_ == "pobj" and cue.lower_ == "agreement" and lower in ("on", "upon"):
                yield child


def _noun(passage: Passage, token: Token) -> Iterator[Candidate]:
    lemma = token.lemma_.lower()
    if lemma in vocabulary("nouns"):
        owner = _owner(token)
        for act in _noun_complements(token):
            if act.pos_ in ("NOUN", "PROPN") and act.tag_ != "VBG" and lemma != "agreement":
                continue
            yield Candidate(passage, "cue-noun", token, act, owner, _voice(token))
        if lemma == "plan" and _is_under_way(token):
            yield Candidate(passage, "plans-under-way", token, token, owner, _voice(token), bare=False)
    elif lemma in ("visit", "trip") or lemma in ("meeting", "summit", "session", "consultation", "dialogue", "round"):
        for child in token.rights:
            if child.dep_ in ("acl", "relcl") and child.lower_ in _PLANNED:
                yield Candidate(passage, "nominal-visit", child, token, token, _voice(token), bare=False)
                return
        planned = any(c.lower_ in _PLANNED for c in token.lefts)
        if (planned or lemma in ("visit", "trip")) and token.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass", "conj"):
            yield Candidate(passage, "nominal-visit", token, token, token, _voice(token), bare=False)


def _noun_complements(noun: Token) -> Iterator[Token]:
    """Yield what a noun takes, also where the parse hangs it on the verb ("reaffirmed commitments at the summit to help")."""
    own = list(complements(noun))
    if own:
        yield from own
    elif noun.dep_ in ("dobj", "obj") and noun.head.pos_ == "VERB":
        yield from (a for a in complements(noun.head) if a.i > noun.i and a.dep_ != "ccomp")
        if noun.lower_ == "agreement":
            for token in noun.doc[noun.i + 1 : min(noun.i + 8, noun.sent.end)]:
                if token.lower_ in ("on", "upon"):
                    yield from _prepositional(noun, token)


# Of a visit: somebody has fixed it.
_PLANNED = frozenset({"planned", "planed", "scheduled", "due", "slated", "upcoming", "forthcoming", "agreed"})


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


def _delegated(passage: Passage, token: Token) -> Iterator[Candidate]:
    who = None
    for child in token.rights:
        if child.dep_ in ("dobj", "obj", "dative"):
            who = child
        elif child.dep_ in ("ccomp", "xcomp") and own_subject(child) is not None and not _modal_clause(child):
            who = own_subject(child)
    if who is None and token.tag_ == "VBN":
        who = own_subject(token)
    if who is None or not _own_people(who):
        return
    acts = [a for a in complements(token) if not _modal_clause(a)]
    acts += [p for c in token.rights if c.dep_ == "prep" and c.lower_ == "with" for p in c.rights if p.dep_ == "pcomp"]
    acts += [a for a in who.rights if a.dep_ in ("acl", "relcl") and any(c.lower_ == "to" for c in a.lefts)]
    for act in acts[:1]:
        yield Candidate(passage, "delegation", token, act, subject_of(token), reporting_verb(token))


def _own_people(who: Token) -> bool:
    if who.lemma_.lower() not in vocabulary("delegates"):
        return False
    return any(c.dep_ == "poss" or c.lower_ in ("relevant", "respective", "competent", "both") for c in who.lefts) or (
        who.tag_ == "NNS"
    )


def _announced(passage: Passage, token: Token) -> Iterator[Candidate]:
    for child in token.rights:
        if child.dep_ in ("dobj", "obj") and child.lemma_.lower() in vocabulary("announced"):
            if any(True for _ in complements(child)) and child.lemma_.lower() in vocabulary("nouns"):
                continue
            yield Candidate(passage, "announced", token, child, subject_of(token), reporting_verb(token))
        elif child.dep_ == "ccomp" and child.tag_ == "VBG" and not _modal_clause(child):
            yield Candidate(passage, "announced-act", token, child, subject_of(child), token, bare=False)


def _accepted(passage: Passage, token: Token) -> Iterator[Candidate]:
    for child in token.children:
        if child.lemma_.lower() == "invitation" and child.dep_ in ("dobj", "obj", "nsubjpass"):
            passive = child.dep_ == "nsubjpass"
            yield Candidate(passage, "accepted-passive" if passive else "accepted", token, child,
                            child if passive else subject_of(token), reporting_verb(token), bare=not passive)


def _scheduled(passage: Passage, token: Token) -> Iterator[Candidate]:
    subject = own_subject(token)
    verb = token
    if subject is None and token.dep_ in ("acomp", "attr") and token.head.lemma_ == "be":
        verb = token.head
        subject = own_subject(verb)
    be = verb != token or any(c.dep_ == "auxpass" for c in token.lefts)
    if subject is None or not be or any(c.tag_ == "MD" for c in verb.lefts):
        return
    acts = [c for c in token.rights if c.dep_ == "xcomp"]
    timed = any(c.dep_ in ("prep", "npadvmod") and c.lower_ not in ("by", "out", "up") for c in token.rights)
    if acts or (timed and token.lower_ != "set"):
        yield Candidate(passage, "scheduled", token, acts[0] if acts else subject, subject, reporting_verb(verb), bare=False)


def _under_way(passage: Passage, token: Token) -> Iterator[Candidate]:
    if any(c.lemma_ == "be" and c.tag_ in ("VBP", "VBZ") for c in token.lefts if c.dep_ == "aux"):
        acts = [c for c in token.rights if c.dep_ in ("xcomp", "advcl") and any(k.lower_ == "to" for k in c.lefts)]
        acts += [p for c in token.rights if c.dep_ == "prep" and c.lower_ in ("on", "towards", "toward")
                 for p in c.rights if p.dep_ in ("pcomp", "pobj")]
        for act in acts[:1]:
            yield Candidate(passage, "under-way", token, act, subject_of(token), reporting_verb(token), bare=False)


def _is_to(passage: Passage, token: Token) -> Iterator[Candidate]:
    for child in token.rights:
        if child.dep_ == "xcomp" and child.i - token.i <= 4 and any(c.lower_ == "to" for c in child.lefts):
            subject = own_subject(token)
            if subject is not None and token.tag_ in ("VBP", "VBZ", "VBD") and subject.lemma_.lower() not in _TOPICS:
                yield Candidate(passage, "is-to", token, child, subject, reporting_verb(token), bare=False)


# "The goal is to …" tells a purpose, not a plan.
_TOPICS = frozenset({"goal", "aim", "purpose", "objective", "task", "priority", "it", "this", "that", "challenge", "role",
                     "job", "mission", "hope", "intention", "point", "way", "step", "message", "focus", "interest"})


def _awaited_guest(passage: Passage, token: Token) -> Iterator[Candidate]:
    ahead = token.head.head if token.dep_ == "pcomp" else token.head
    if ahead.lemma_ == "look" and any(c.dep_ in ("dobj", "obj") for c in token.rights):
        yield Candidate(passage, "awaited-guest", token, token, subject_of(ahead), None)


def _hosting(passage: Passage, token: Token) -> Iterator[Candidate]:
    """Whoever is thanked for hosting a coming meeting has undertaken it."""
    if not any(c.dep_ in ("dobj", "obj") for c in token.rights):
        return
    host = own_subject(token) or next((c for c in token.lefts if c.dep_ == "poss"), None)
    if host is None and token.dep_ == "pcomp" and token.head.head.pos_ == "VERB":
        host = next((c for c in token.head.head.rights if c.dep_ in ("dobj", "obj") and c.i < token.i), None)
    yield Candidate(passage, "hosting", token, token, host or subject_of(token))
