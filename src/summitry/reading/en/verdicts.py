"""Whether a candidate is an undertaking, of which kind, and why: readable features and the rules over them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from summitry.model.records import CommitmentKind
from summitry.reading.en.clauses import governors, is_negated, own_subject
from summitry.reading.en.undertakings import Candidate, vocabulary

_SUBORDINATE = frozenset({"if", "when", "whenever", "until", "before", "after", "because", "since", "as", "once", "unless", "how",
                          "whether", "where", "what", "though", "although"})


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

    def features(self) -> dict[str, float | bool | str]:
        """Return what decides, by name: words as strings, tests as truth values."""
        it = self.candidate
        above = {g.lemma_.lower() for g in governors(it.act)}
        return {
            "rule": it.rule,
            "cue": it.cue.lemma_.lower(),
            "act": it.act.lemma_.lower(),
            "tag": it.act.tag_,
            "outer": it.outer.lemma_.lower() if it.outer is not None else "",
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
            "views": bool(above & vocabulary("views")),
        }

    def subject_kind(self) -> str:
        """Return what the subject is: side, other, meeting, body, vehicle, none, you, name, thing."""
        subject = self.candidate.subject
        if self.codes:
            return "side" if self.ours else "other"
        if subject is None:
            return "none"
        lemma = subject.lemma_.lower()
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
            kinds = ("expectation_verbs",) if word.pos_ in ("VERB", "AUX") else ("expectation_nouns", "expectation_adjectives")
            if any(lemma in vocabulary(kind) for kind in kinds):
                return True
            if lemma == "be" and any(c.lemma_.lower() in vocabulary("expectation_adjectives") for c in word.rights
                                     if c.dep_ == "acomp"):
                return True
        return False


def refusal(reading: Reading) -> str | None:
    """Return why a candidate is no undertaking, or ``None`` if it is one."""
    f = reading.features()
    if f["expected"] and f["rule"] not in ("awaited-guest", "hosting"):
        return "expectation"
    if f["question"]:
        return "question"
    if f["denied"]:
        return "denied"
    if f["subject"] in ("other", "you") or (f["foreign"] and f["subject"] != "side"):
        return "third party"
    rule = str(f["rule"])
    if rule == "modal":
        return _refuse_modal(reading, f)
    if f["negated"]:
        return "negated"
    if rule in ("cue-verb", "plan", "cue-verb-nominal", "plan-nominal"):
        return _refuse_cue_verb(reading, f)
    if rule == "cue-noun":
        return _refuse_cue_noun(reading, f)
    if rule in ("under-way", "is-to", "announced-act", "delegation", "announced", "accepted"):
        return _refuse_owned(reading, f)
    if rule in ("awaited-guest", "hosting"):
        return None if f["ahead"] and f["subject"] == "side" else "no date"
    if rule == "nominal-visit":
        return None if f["ahead"] and (f["voiced"] or f["joint"]) else "no date"
    return None if f["subject"] in ("side", "body", "meeting", "none") else "no party"


def _refuse_modal(reading: Reading, f: dict[str, float | bool | str]) -> str | None:
    it = reading.candidate
    act, kind = str(f["act"]), f["subject"]
    modal = it.cue.lower_
    if modal == "should" and kind not in ("side", "meeting", "body"):
        return "a view"
    if act == "be" and it.subject is not None and it.subject.dep_ == "expl" and f["dated"] and (f["joint"] or f["voiced"]):
        return None
    if act in vocabulary("states") and not _active_be(it.act):
        return "a state"
    if kind == "none" and it.subject is None and not f["joint"]:
        return "nobody"
    if f["subordinate"] in _SUBORDINATE:
        return "subordinate"
    if it.subject is not None and it.subject.lower_ == "i" and act in vocabulary("remarks"):
        return "turn of talk"
    if f["today"] and act in vocabulary("remarks") | {"discuss", "make", "consider", "have", "look", "sign"}:
        return "today"
    if modal == "would" and (it.outer is None and (f["relative"] or kind == "side") or _conditional(it.act)):
        return "conditional"
    if act == "accompany":
        return "a state"
    if it.subject is not None and it.subject.lower_ in ("that", "which"):
        return "relative"
    if kind == "side":
        return "relative" if f["relative"] and it.subject is not None and it.subject.pos_ != "PRON" and not f["dated"] else None
    return _refuse_things(reading, f)


def _refuse_things(reading: Reading, f: dict[str, float | bool | str]) -> str | None:
    it, act, kind = reading.candidate, str(f["act"]), f["subject"]
    if f["relative"]:
        return "relative"
    passive = it.act.tag_ == "VBN" and any(c.lower_ in ("be", "been") for c in it.act.lefts)
    if kind == "meeting":
        return None if act in vocabulary("holding") or passive else "consequence"
    if kind == "body":
        return None
    if kind == "vehicle":
        done = act in vocabulary("deliverables") or act in vocabulary("holding") or passive
        return None if done else "consequence"
    if passive and kind in ("thing", "none"):
        done = act in vocabulary("deliverables") or act in vocabulary("holding") or act in ("do", "make", "pay", "give")
        return None if done and (f["voiced"] or f["joint"] or f["dated"]) else "agentless"
    return "no party"


def _refuse_cue_verb(reading: Reading, f: dict[str, float | bool | str]) -> str | None:
    it, kind = reading.candidate, f["subject"]
    if any(c.lower_ in ("could", "would", "should", "might", "may", "can", "to", "must") for c in it.cue.lefts if c.dep_ == "aux"):
        return "not yet"
    passive_it = kind == "none" and it.subject is not None
    if kind != "side" and not passive_it:
        return "no party"
    if f["relative"]:
        return "relative"
    if str(f["rule"]).endswith("nominal"):
        lemma = str(f["act"])
        return None if lemma in vocabulary("results") and lemma not in vocabulary("views") else "a view"
    if it.act.dep_ == "ccomp" and not any(c.tag_ == "TO" for c in it.act.lefts):
        if it.act.tag_ != "VB" or own_subject(it.act) is None:
            return "a view"
    if f["act"] in ("see", "disagree", "differ", "believe", "be"):
        return "a state"
    return None


def _refuse_cue_noun(reading: Reading, f: dict[str, float | bool | str]) -> str | None:
    it = reading.candidate
    if not (reading.ours or (reading.outer_codes and f["subject"] == "none")):
        return "no party"
    voice = it.outer.lemma_.lower() if it.outer is not None else ""
    owned = f["cue"] not in vocabulary("weak_nouns") and voice in ("be", "remain", "stand")
    if voice not in vocabulary("voicing") and not owned:
        return "not voiced"
    if any(t.lower_ in ("without", "no") for t in (it.cue.head, *it.cue.lefts)):
        return "negated"
    if f["cue"] == "agreement" and voice not in ("reach", "come", "have", "make", "conclude", "achieve", "confirm", "announce"):
        return "not voiced"
    if it.act.pos_ in ("NOUN", "PROPN") and (f["act"] not in vocabulary("results") or f["act"] in vocabulary("views")):
        return "a view"
    if f["act"] in ("see", "be") or (f["act"] == "open" and it.act.tag_ == "VB" and not _has_determiner(it.act)):
        return "a state"
    return None


def _has_determiner(act: Token) -> bool:
    """Whether an act's object has an article: "to open a consulate", against "commitment to open trade"."""
    return any(any(c.dep_ in ("det", "poss", "nummod") for c in o.lefts) for o in act.rights if o.dep_ in ("dobj", "obj"))


def _refuse_owned(reading: Reading, f: dict[str, float | bool | str]) -> str | None:
    if f["relative"] and f["rule"] != "announced-act":
        return "relative"
    if f["rule"] in ("is-to", "under-way") and f["subject"] in ("meeting", "body") and f["dated"]:
        return None
    if f["rule"] == "is-to" and f["act"] in vocabulary("states"):
        return "a state"
    subject = reading.candidate.subject
    if f["rule"] == "is-to" and subject is not None and subject.lemma_.lower() in ("resolve", "intention", "plan", "commitment"):
        return None if any(c.lower_ in ("our", "their") for c in subject.lefts) else "no party"
    if f["rule"] == "under-way" and not _ends(reading.candidate.act) and not f["timed"]:
        return "ongoing"
    return None if f["subject"] == "side" else "no party"


def _ends(act: Token) -> bool:
    return act.lemma_.lower() in ("finalize", "finalise", "conclude", "complete", "sign", "finish", "establish", "launch",
                                  "announcement", "agreement")


def _active_be(act: Token) -> bool:
    return act.lemma_.lower() == "have" and any(c.lemma_.lower() in vocabulary("meetings") for c in act.rights)


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
                if child.dep_ in ("mark", "advmod") and child.lower_ in _SUBORDINATE and child.tag_ in ("IN", "WRB"):
                    return child.lower_
        if token.dep_ != "conj":
            return ""
        token, seen = token.head, seen + 1
    return ""


def _conditional(act: Token) -> bool:
    return any(c.dep_ == "advcl" and any(m.lower_ == "if" for m in c.lefts) for c in act.children) and (
        act.sent.root == act
    )


def kind_of(reading: Reading, act: Token, dated: bool) -> CommitmentKind:
    """Return the kind of an undertaking: could somebody say on a given day "this is done"?"""
    it = reading.candidate
    lemma = act.lemma_.lower()
    if it.rule in ("nominal-visit", "accepted", "accepted-passive", "awaited-guest", "hosting"):
        return CommitmentKind.ENGAGEMENT
    if it.rule in ("announced", "announced-act"):
        return CommitmentKind.ENGAGEMENT if lemma in ("visit", "trip") else CommitmentKind.DELIVERABLE
    subject = it.subject.lemma_.lower() if it.subject is not None else ""
    objects = {c.lemma_.lower() for c in act.rights if c.dep_ in ("dobj", "obj")}
    if lemma in vocabulary("meetings") and act.pos_ == "NOUN" and lemma not in ("contact", "work", "engagement", "exchange"):
        return CommitmentKind.ENGAGEMENT
    held = objects & vocabulary("meetings") or subject in vocabulary("meetings")
    if held and lemma in vocabulary("holding") and (lemma not in ("continue", "start", "begin", "resume") or dated):
        return CommitmentKind.ENGAGEMENT
    if lemma in vocabulary("engagements") and not (lemma in ("hold", "host", "convene", "organize") and not held and not dated):
        return CommitmentKind.ENGAGEMENT
    if lemma in ("continue", "maintain", "remain", "keep", "stay"):
        return CommitmentKind.CONTINUING
    if lemma in vocabulary("deliverables") or (dated and lemma not in ("work", "support", "cooperate")):
        return CommitmentKind.DELIVERABLE
    return CommitmentKind.CONTINUING
