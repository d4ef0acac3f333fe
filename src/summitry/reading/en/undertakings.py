"""Candidates for undertakings: every construction by which the genre undertakes something, with its parts.

A finder only says that words have the form of an undertaking; whether they are one is decided from the candidate's
features (:mod:`summitry.reading.en.verdicts`, :mod:`summitry.reading.en.refusals`).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitry.reading.en.candidates import Candidate, complements, is_modal, vocabulary
from summitry.reading.en.clauses import own_subject, reporting_verb, subject_of
from summitry.reading.en.parse import Passage
from summitry.reading.en.undertaking_nouns import fixed_meeting, noun_candidates

MODALS = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
_FIXED = frozenset({"scheduled", "planned", "slated", "due", "set", "planed", "envisaged"})
_UNDER_WAY = frozenset({"working", "preparing", "finalizing", "finalising", "negotiating", "continuing"})
# Verbs whose object is owed once they are said.
_GIVING = frozenset({"announce", "pledge", "commit", "promise", "unveil"})


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
            yield from noun_candidates(passage, token)


def _modal(passage: Passage, token: Token) -> Iterator[Candidate]:
    act = token.head
    if act == token or act.pos_ not in ("VERB", "AUX") or token.dep_ not in ("aux", "auxpass", "conj", "ccomp"):
        return
    outer = reporting_verb(act)
    if token.lower_ == "should" and not (outer is not None and outer.lemma_ in ("agree", "decide")):
        return
    own = own_subject(act)
    subject = own or subject_of(act) or _nominal_before(token)
    bare = own is None and (subject is None or subject.i < token.i - 3)
    yield Candidate(passage, "modal", token, act, subject, outer, bare)


def _nominal_before(modal: Token) -> Token | None:
    """Return the noun right before a modal, for where the parse leaves the clause without its subject."""
    for i in range(modal.i - 1, max(modal.i - 4, modal.sent.start - 1), -1):
        token = modal.doc[i]
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            while token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN") and token.head.i < token.i:
                token = token.head
            return token
        if token.pos_ != "ADV":
            return None
    return None


def _verb(passage: Passage, token: Token) -> Iterator[Candidate]:
    lemma = token.lemma_.lower()
    if lemma in _GIVING:
        yield from _announced(passage, token)
    if lemma in vocabulary("verbs") or token.lower_ in vocabulary("adjectives"):
        yield from _cue_verb(passage, token)
    elif lemma in vocabulary("delegation"):
        yield from _delegated(passage, token)
    elif lemma == "accept":
        yield from _accepted(passage, token)
    else:
        yield from _arranged(passage, token)


def _arranged(passage: Passage, token: Token) -> Iterator[Candidate]:
    """Yield what is arranged rather than undertaken: fixed dates, work under way, guests awaited."""
    lemma, lower = token.lemma_.lower(), token.lower_
    if lower in _FIXED:
        yield from _scheduled(passage, token)
    elif lower in _UNDER_WAY:
        yield from _under_way(passage, token)
    elif lemma == "be":
        yield from _is_to(passage, token)
    elif (meeting := fixed_meeting(token)) is not None:
        yield Candidate(passage, "planned-visit", token, meeting, meeting, reporting_verb(token), bare=False)
    elif lemma == "host" and token.tag_ == "VBG":
        yield from _hosting(passage, token)
    elif lemma in ("welcome", "see", "receive", "visit") and token.tag_ == "VBG":
        yield from _awaited_guest(passage, token)


def _cue_verb(passage: Passage, token: Token) -> Iterator[Candidate]:
    rule = "plan" if token.lemma_.lower() in vocabulary("plans") else "cue-verb"
    for act in complements(token):
        if is_modal(act):
            continue
        nominal = act.pos_ in ("NOUN", "PROPN")
        name = f"{rule}-nominal" if nominal else rule
        bare = rule != "plan" or own_subject(token) is None
        yield Candidate(passage, name, token, act, subject_of(token), reporting_verb(token), bare)


def _delegated(passage: Passage, token: Token) -> Iterator[Candidate]:
    who = None
    for child in token.rights:
        if child.dep_ in ("dobj", "obj", "dative"):
            who = child
        elif child.dep_ in ("ccomp", "xcomp") and own_subject(child) is not None and not is_modal(child):
            who = own_subject(child)
    if who is None and token.tag_ == "VBN":
        who = own_subject(token)
    if who is None or not (who.pos_ == "PROPN" or _own_people(who)):
        return
    rule = "delegation" if _own_people(who) else "delegation-named"
    acts = [a for a in complements(token) if not is_modal(a)]
    acts += [p for c in token.rights if c.dep_ == "prep" and c.lower_ == "with" for p in c.rights if p.dep_ == "pcomp"]
    acts += [a for a in who.rights if a.dep_ in ("acl", "relcl") and any(c.lower_ == "to" for c in a.lefts)]
    for act in acts[:1]:
        yield Candidate(passage, rule, token, act, subject_of(token), reporting_verb(token))


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
        elif child.dep_ == "ccomp" and child.tag_ == "VBG" and not is_modal(child):
            yield Candidate(passage, "announced-act", token, child, subject_of(child), token, bare=False)


def _accepted(passage: Passage, token: Token) -> Iterator[Candidate]:
    for child in token.children:
        meant = child.lemma_.lower() == "invitation" or (child.lower_ == "it" and _mentions_invitation(token))
        if meant and child.dep_ in ("dobj", "obj", "nsubjpass"):
            passive = child.dep_ == "nsubjpass"
            rule = "accepted-passive" if passive else "accepted"
            who = child if passive else subject_of(token)
            yield Candidate(passage, rule, token, child, who, reporting_verb(token), bare=not passive)


def _mentions_invitation(verb: Token) -> bool:
    before = verb.doc[max(verb.i - 60, 0) : verb.i]
    return any(t.lemma_.lower() in ("invitation", "invite") for t in before)


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
        act = acts[0] if acts else subject
        yield Candidate(passage, "scheduled", token, act, subject, reporting_verb(verb), bare=False)


def _under_way(passage: Passage, token: Token) -> Iterator[Candidate]:
    if any(c.lemma_ == "be" and c.tag_ in ("VBP", "VBZ") for c in token.lefts if c.dep_ == "aux"):
        acts = [c for c in token.rights if c.dep_ in ("xcomp", "advcl") and any(k.lower_ == "to" for k in c.lefts)]
        prepositions = [c for c in token.rights if c.dep_ == "prep" and c.lower_ in ("on", "towards", "toward")]
        acts += [p for c in prepositions for p in c.rights if p.dep_ in ("pcomp", "pobj")]
        acts = [token] if token.lower_ == "continuing" else acts
        for act in acts[:1]:
            yield Candidate(passage, "under-way", token, act, subject_of(token), reporting_verb(token), bare=False)


def _is_to(passage: Passage, token: Token) -> Iterator[Candidate]:
    for child in token.rights:
        if child.dep_ == "xcomp" and child.i - token.i <= 4 and any(c.lower_ == "to" for c in child.lefts):
            subject = own_subject(token)
            finite = token.tag_ in ("VBP", "VBZ", "VBD")
            if finite and subject is not None and subject.lemma_.lower() not in vocabulary("purposes"):
                yield Candidate(passage, "is-to", token, child, subject, reporting_verb(token), bare=False)


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
