"""What is known of a candidate for an undertaking, as readable features."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from summitry.reading.en.candidates import Candidate, vocabulary
from summitry.reading.en.clauses import governors, is_negated, noun_lemma

Features = dict[str, float | bool | str]


@dataclass(frozen=True, slots=True)
class Reading:
    """A candidate with what is known of its parties.

    Args:
        candidate: the words.
        codes: the sides that its subject stands for; empty where it stands for none.
        ours: whether one of them is a side of the text.
        outer_codes: the sides that voice it.
        joint: whether the text is a joint one.
        when: ``ahead``, ``dated``, ``vague`` or ``undated``: the time that stands in it.
        foreign: whether its words name parties and none of ours.
    """

    candidate: Candidate
    codes: tuple[str, ...]
    ours: bool
    outer_codes: tuple[str, ...]
    joint: bool
    when: str
    foreign: bool = False

    def features(self) -> Features:
        """Return what decides, by name: words as strings, tests as truth values."""
        it = self.candidate
        return {
            "rule": it.rule,
            "cue": it.cue.lemma_.lower(),
            "act": it.act.lemma_.lower(),
            "tag": it.act.tag_,
            "outer": it.outer.lemma_.lower() if it.outer is not None else "",
            "spoken": it.passage.segment.speaker is not None,
            "subject": self.subject_kind(),
            "segment": it.passage.segment.kind.value,
            "negated": is_negated(it.cue) or (it.rule == "modal" and is_negated(it.act)),
            "denied": it.outer is not None and is_negated(it.outer),
            "expected": self.expected(),
            "relative": _in_relative(it.act),
            "subordinate": _marker(it.act),
            "question": it.act.sent.text.rstrip().endswith("?"),
            "dated": self.when in ("ahead", "dated"),
            "timed": self.when != "undated",
            "ahead": self.when == "ahead",
            "foreign": self.foreign,
            "today": _says_today(it),
            "joint": self.joint,
            "voiced": bool(self.outer_codes),
        }

    def subject_kind(self) -> str:
        """Return what the subject is: side, other, meeting, body, vehicle, none, you, name, thing."""
        subject = self.candidate.subject
        if self.codes:
            return "side" if self.ours else "other"
        if subject is None:
            return "none"
        lemma = noun_lemma(subject)
        if subject.dep_ == "expl" or (lemma == "it" and self.candidate.rule != "modal"):
            return "none"
        if lemma == "you" or subject.lower_ == "you":
            return "you"
        for kind, words in (("body", "bodies"), ("meeting", "meetings"), ("vehicle", "vehicles")):
            if lemma in vocabulary(words):
                return kind
        opens = subject.i == subject.sent.start
        return "name" if subject.pos_ == "PROPN" and not opens else "thing"

    def expected(self) -> bool:
        """Whether a wish, an opinion or an exhortation governs the clause."""
        it = self.candidate
        start = it.cue if it.rule not in ("modal", "announced-act") else it.act
        for word in governors(start):
            lemma = word.lemma_.lower()
            verbal = word.pos_ in ("VERB", "AUX")
            kinds = ("expectation_verbs",) if verbal else ("expectation_nouns", "expectation_adjectives")
            if any(lemma in vocabulary(kind) for kind in kinds):
                return True
            if verbal and (lemma in vocabulary("voicing") or lemma in vocabulary("saying")):
                # What is above an act of speech is about the speaking ("would like to report that …").
                return False
            predicates = (c.lemma_.lower() for c in word.rights if lemma == "be" and c.dep_ == "acomp")
            if any(predicate in vocabulary("expectation_adjectives") for predicate in predicates):
                return True
        return False


def _says_today(candidate: Candidate) -> bool:
    return any(t.lower_ in ("today", "tonight", "now") for t in candidate.act.subtree)


def _in_relative(act: Token) -> bool:
    token, seen = act, 0
    while token.head != token and seen < 12:
        if token.dep_ == "relcl":
            return True
        if token.dep_ in ("ccomp", "ROOT"):
            return False
        token, seen = token.head, seen + 1
    return False


def _marker(act: Token) -> str:
    token, seen = act, 0
    while seen < 4:
        if token.dep_ == "advcl" or seen == 0:
            for child in token.lefts:
                opens = child.dep_ in ("mark", "advmod") and child.tag_ in ("IN", "WRB")
                if opens and child.lower_ in vocabulary("subordinators"):
                    return str(child.lower_)
        if token.dep_ != "conj":
            return ""
        token, seen = token.head, seen + 1
    return ""
