"""Where the words of an undertaking begin and end, and where two joined undertakings part."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from summitry.reading.en.candidates import Candidate, vocabulary
from summitry.reading.en.clauses import SUBJECTS, coordinates, own_subject
from summitry.reading.en.parse import text_of

_TRAILING = " \t\n,;:.…*-–—'\"’”“)(]["
_TIME_WORDS = frozenset(
    {"year", "month", "months", "week", "weeks", "days", "spring", "summer", "autumn", "coming"}
) | {
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "tomorrow",
}
_FRONTED = 8
# A full stop without a space before the next sentence ("by 2015.The partnership").
_GLUED = re.compile(r"(?<=[a-z0-9])\.(?=[A-Z][a-z])")
# With these verbs the noun's undertaking is made, so that they belong to the quote.
_VOICED_WHOLE = frozenset(
    {"affirm", "reaffirm", "confirm", "reconfirm", "reiterate", "restate", "express", "renew", "announce", "reach"}
)


@dataclass(frozen=True, slots=True)
class Part:
    """One undertaking of a candidate: its act and the characters of the passage that state it."""

    act: Token
    start: int
    end: int


def parts_of(candidate: Candidate) -> list[Part]:
    """Return the undertakings that a candidate joins, each with its span."""
    acts = coordinates(_listed_act(candidate.act)) if candidate.act.pos_ in ("VERB", "AUX") else [candidate.act]
    if acts[0] != candidate.act and len(acts) < (2 if candidate.act.lemma_ == "continue" else 3):
        acts = coordinates(candidate.act)
    acts = acts[:1] + [act for act in acts[1:] if not any(c.tag_ == "MD" for c in act.lefts)]
    edges = [_first_token(candidate)] + [_own_left(act) for act in acts[1:]]
    last = _end_token(candidate, acts)
    ends = [_step_back(edge, acts[i].i) for i, edge in enumerate(edges[1:])] + [last]
    doc = candidate.act.doc
    parts = []
    for act, first, end in zip(acts, edges, ends, strict=True):
        start = doc[first].idx
        text = text_of(doc)[start : doc[end].idx + len(doc[end])]
        text = trim(text)
        if text:
            parts.append(Part(act, start, start + len(text)))
    return parts


def _listed_act(act: Token) -> Token:
    """Return the act that carries the list in "will work together to A, B and C" and "continue to A and B"."""
    if act.lemma_ in ("work", "continue", "seek", "strive"):
        for child in act.rights:
            if child.dep_ in ("xcomp", "advcl") and child.tag_ == "VB" and child.i - act.i <= 3:
                return child
    return act


def trim(text: str) -> str:
    """Return a quote without trailing punctuation, conjunctions, unpaired brackets and a sentence run into it."""
    text = _GLUED.split(text, maxsplit=1)[0]
    while True:
        shorter = text.rstrip()
        if shorter.endswith(")") and shorter.count("(") >= shorter.count(")"):
            return shorter
        if shorter.endswith(("”", '"')) and sum(map(shorter.count, '“”"')) % 2 == 0:
            return shorter
        shorter = shorter.rstrip(_TRAILING) if shorter and shorter[-1] in _TRAILING else shorter
        for word in (" and", " or", " while", " as well as", " but", " also", " in addition"):
            if shorter.lower().endswith(word):
                shorter = shorter[: -len(word)]
        if shorter == text:
            return text
        text = shorter


def _first_token(candidate: Candidate) -> int:
    cue = candidate.cue
    if candidate.rule == "plans-under-way":
        return cue.left_edge.i
    if candidate.rule == "cue-noun":
        voice = candidate.outer
        direct = cue.dep_ in ("dobj", "obj") and voice is not None and cue.head == voice
        if direct and voice is not None and voice.lemma_.lower() in _VOICED_WHOLE:
            return voice.i
        return cue.left_edge.i
    if candidate.rule in ("nominal-visit", "planned-visit"):
        return candidate.act.left_edge.i
    verb = candidate.act if candidate.rule == "modal" else cue
    own = own_subject(verb) or (own_subject(verb.head) if verb.dep_ in ("acomp", "attr") else None)
    if own is not None and (not candidate.bare or own.lower_ in ("we", "i", "it")):
        return _fronted_time(verb, own.left_edge.i if own.left_edge.i < cue.i else own.i)
    if candidate.rule == "modal":
        helpers = [c.i for c in verb.lefts if c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.i >= cue.i]
        return min([cue.i, *helpers])
    copulas = [c.i for c in cue.lefts if c.dep_ in ("auxpass", "aux") and cue.i - c.i <= 3]
    if cue.dep_ in ("acomp", "attr", "oprd") and cue.head.i < cue.i and cue.i - cue.head.i <= 3:
        copulas.append(cue.head.i)
    return min([cue.i, *copulas])


def _fronted_time(verb: Token, first: int) -> int:
    """Return where a time before the subject begins ("In the coming months, A will …"), or the subject's first word."""
    for child in verb.lefts:
        short = child.right_edge.i - child.left_edge.i <= _FRONTED
        if child.i >= first or not short or child.dep_ not in ("prep", "npadvmod"):
            continue
        if any(t.tag_ == "CD" or t.lower_ in _TIME_WORDS for t in child.subtree):
            return child.left_edge.i
    return first


def _own_left(act: Token) -> int:
    lefts = [c.i for c in act.lefts if c.dep_ in ("aux", "auxpass", "neg", "advmod")]
    return min([act.i, *lefts])


def _step_back(edge: int, floor: int) -> int:
    """Return the last token before a boundary, passing conjunctions and adverbs of joining."""
    return max(edge - 1, floor)


def _end_token(candidate: Candidate, acts: list[Token]) -> int:
    act, cue = acts[-1], candidate.cue
    sentence = act.sent
    above = _above(candidate)
    right = [t for t in above if t.i > act.i]
    last = sentence.end - 1
    if right and right[0].dep_ == "ROOT" and own_subject(right[0]) is None:
        # The parse makes the clause's own content its governor ("ensure prosperity is shared").
        right = right[1:]
    if right:
        return max(act.right_edge.i, cue.right_edge.i if cue.right_edge.i < right[0].i else act.right_edge.i)
    chain = {t.i for t in above} | {cue.i} | {a.i for a in acts}
    for token in sentence:
        if token.i > act.i and token.tag_ == "WRB" and token.lower_ == "where" and _promises(token.head):
            return _before_joint(sentence, token.i, act.i)
        if token.i > act.i and token.dep_ in ("conj", "parataxis") and token.head.i in chain:
            if not _is_boundary(token, acts):
                continue
            edge = token.left_edge.i if token.left_edge.i > act.i else token.i
            return _before_joint(sentence, edge, act.i)
    return last


def _before_joint(sentence: Span, edge: int, floor: int) -> int:
    doc = sentence.doc
    index = edge - 1
    while index > floor and (doc[index].dep_ in ("cc", "punct") or doc[index].lower_ in ("also", "further", "and")):
        index -= 1
    return max(index, floor)


def _is_boundary(token: Token, acts: list[Token]) -> bool:
    if token.pos_ not in ("VERB", "AUX"):
        return False
    if token.head in acts and token.dep_ == "conj":
        return any(c.tag_ == "MD" or c.dep_ in SUBJECTS for c in token.lefts)
    return token.dep_ != "conj" or _joined(token)


def _promises(verb: Token) -> bool:
    """Whether a clause undertakes something of its own ("…, where he will meet …")."""
    return any(c.lower_ == "will" for c in verb.lefts)


def _joined(token: Token) -> bool:
    """Whether a conjunction or a comma stands before a coordinated clause, as the parse alone is not trusted."""
    edge = token.left_edge.i if token.left_edge.i <= token.i else token.i
    before = token.doc[max(edge - 2, 0) : edge]
    return any(t.dep_ in ("cc", "punct") or t.lower_ in ("and", "but", "or", "while") for t in before)


def _above(candidate: Candidate) -> list[Token]:
    found = []
    token = candidate.act if candidate.rule == "modal" else candidate.cue
    seen = 0
    while token.head != token and seen < 25:
        token = token.head
        seen += 1
        if token.pos_ in ("VERB", "AUX"):
            found.append(token)
    return found


def is_joint_noun(token: Token) -> bool:
    """Whether a noun names a happening that is held."""
    return token.lemma_.lower() in vocabulary("meetings")
