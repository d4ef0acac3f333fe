"""Whether a candidate is an undertaking: for each construction, the reasons to refuse it, in their order."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from summitry.reading.en.candidates import vocabulary
from summitry.reading.en.clauses import has_object, own_subject
from summitry.reading.en.verdicts import Features, Reading

Test = Callable[[Reading, Features], bool]
Reasons = tuple[tuple[str, Test], ...]

_UNSURE = frozenset({"could", "would", "should", "might", "may", "can", "to", "must"})
_DECIDING = frozenset({"agree", "decide", "confirm", "announce", "undertake"})
_REACHED = frozenset({"reach", "come", "have", "make", "conclude", "achieve", "confirm", "announce"})
_TALK = frozenset({"discuss", "talk", "focus", "have", "mark", "consider", "quote"})
_SAME_DAY = frozenset({"discuss", "make", "consider", "have", "look", "sign"})


def refusal(reading: Reading) -> str | None:
    """Return why a candidate is no undertaking, or ``None`` if it is one."""
    features = reading.features()
    rule = str(features["rule"])
    for reason, refuses in (*_ALWAYS, *_BY_RULE.get(rule, _ARRANGED)):
        if refuses(reading, features):
            return reason
    return _refuse_modal_subject(reading, features) if rule == "modal" else None


def _is_awaited(f: Features) -> bool:
    """Whether what is looked forward to is a visit or guest whose time is fixed."""
    visit = f["rule"] in ("nominal-visit", "planned-visit") and f["outer"] == "look" and bool(f["ahead"])
    return visit or f["rule"] in ("awaited-guest", "hosting")


def _is_foreign(reading: Reading, f: Features) -> bool:
    return f["subject"] in ("other", "you") or (bool(f["foreign"]) and f["subject"] != "side")


# -- "will" and "would"


def _is_state(reading: Reading, f: Features) -> bool:
    act = reading.candidate.act
    if f["act"] == "accompany" or (f["act"] == "do" and not has_object(act) and act.tag_ != "VBN"):
        return True
    if f["act"] == "have" and any(c.lemma_.lower() in vocabulary("meetings") for c in act.rights):
        return False
    return f["act"] in vocabulary("states") and not _will_be_none(reading, f)


def _will_be_none(reading: Reading, f: Features) -> bool:
    """Whether the words say what there will be by a day ("there will be no … by December")."""
    subject = reading.candidate.subject
    stated = bool(f["dated"]) and bool(f["joint"] or f["voiced"])
    return f["act"] == "be" and subject is not None and subject.dep_ == "expl" and stated


def _is_advice(reading: Reading, f: Features) -> bool:
    """Whether "should" says what would be right rather than what will be done by a day or can be checked off."""
    act = reading.candidate.act
    if reading.candidate.cue.lower_ != "should" or (act.tag_ == "VBN" and any(c.lower_ == "be" for c in act.lefts)):
        # "agreed that the measures should be implemented" is agreed to be done.
        return False
    firm = f["dated"] or f["act"] in vocabulary("deliverables") or f["act"] in vocabulary("engagements")
    return f["subject"] not in ("side", "meeting", "body") or f["tag"] == "VBG" or not firm


def _is_turn_of_talk(reading: Reading, f: Features) -> bool:
    subject = reading.candidate.subject
    if subject is None or f["dated"]:
        return False
    said = f["act"] in vocabulary("remarks")
    if subject.lower_ == "i":
        return said
    return subject.lower_ == "we" and bool(f["spoken"]) and (said or f["act"] in _TALK)


def _is_of_today(reading: Reading, f: Features) -> bool:
    return bool(f["today"]) and (f["act"] in vocabulary("remarks") or f["act"] in _SAME_DAY)


def _is_conditional(reading: Reading, f: Features) -> bool:
    it = reading.candidate
    if it.cue.lower_ != "would":
        return False
    conditions = (c for c in it.act.children if c.dep_ == "advcl" and any(m.lower_ == "if" for m in c.lefts))
    first_person = it.subject is not None and it.subject.lower_ in ("i", "we")
    unreported = it.outer is None and (bool(f["relative"]) or first_person or bool(f["spoken"]))
    return unreported or (it.act.sent.root == it.act and any(conditions))


def _is_described(reading: Reading, f: Features) -> bool:
    """Whether a relative clause only describes something ("a plan that will strengthen …")."""
    subject = reading.candidate.subject
    if subject is None:
        return False
    named = subject.pos_ != "PRON" and not f["dated"]
    return subject.lower_ in ("that", "which") or (f["subject"] == "side" and bool(f["relative"]) and named)


def _refuse_modal_subject(reading: Reading, f: Features) -> str | None:
    """Return why what something will do is not undertaken by the sides."""
    it, act, kind = reading.candidate, f["act"], f["subject"]
    if kind == "side" or _will_be_none(reading, f):
        return None
    if f["relative"]:
        return "relative"
    passive = it.act.tag_ == "VBN" and any(c.lower_ in ("be", "been") for c in it.act.lefts)
    checked = act in vocabulary("deliverables") or act in vocabulary("holding")
    if kind == "none" and it.subject is None and f["joint"] and (checked or act in vocabulary("continuing")):
        # The parse lost the subject of a joint text's "will".
        return None
    if kind == "body" or (kind == "vehicle" and (checked or passive)):
        return None
    if kind == "meeting":
        return None if act in vocabulary("holding") or passive else "consequence"
    if kind in ("thing", "name") and f["joint"] and f["dated"] and act in vocabulary("holding"):
        # "The first class of Fellows will begin their studies in the third quarter."
        return None
    if passive and (kind in ("thing", "none") or (kind == "name" and act in vocabulary("holding"))):
        agreed = it.outer is not None and it.outer.lemma_ in _DECIDING
        agreed = agreed or (bool(f["joint"]) and not any(c.dep_ == "agent" for c in it.act.rights))
        done = agreed or checked or act in ("do", "make", "pay", "carry")
        return None if done and (f["voiced"] or f["joint"] or f["dated"]) else "agentless"
    return "consequence" if kind == "vehicle" else "no party"


# -- "agreed to", "committed to", "intend to"


def _is_without_party(reading: Reading, f: Features) -> bool:
    impersonal = f["subject"] == "none" and reading.candidate.subject is not None
    joint_body = f["subject"] == "body" and bool(f["joint"]) and bool(f["dated"])
    return f["subject"] != "side" and not impersonal and not joint_body


def _is_unsure(reading: Reading, f: Features) -> bool:
    return any(c.lower_ in _UNSURE for c in reading.candidate.cue.lefts if c.dep_ == "aux")


def _is_view(reading: Reading, f: Features) -> bool:
    """Whether what is agreed is an opinion ("agreed that peace is essential", "agreed on the importance")."""
    act = reading.candidate.act
    if str(f["rule"]).endswith("nominal"):
        return f["act"] not in vocabulary("results") or f["act"] in vocabulary("views")
    stated = act.dep_ == "ccomp" and not any(c.tag_ == "TO" for c in act.lefts)
    return stated and (act.tag_ != "VB" or own_subject(act) is None)


# -- "their commitment to", "an agreement was reached on"


def _is_unowned(reading: Reading, f: Features) -> bool:
    impersonal = reading.candidate.cue.dep_ == "nsubjpass" or bool(reading.outer_codes)
    return not (reading.ours or (f["subject"] == "none" and impersonal))


def _is_unvoiced(reading: Reading, f: Features) -> bool:
    voice = reading.candidate.outer.lemma_.lower() if reading.candidate.outer is not None else ""
    if f["cue"] == "agreement":
        return voice not in _REACHED
    own = f["cue"] not in vocabulary("weak_nouns") and voice in ("be", "remain", "stand")
    return voice not in vocabulary("voicing") and not own


def _is_missing(reading: Reading, f: Features) -> bool:
    cue = reading.candidate.cue
    return any(t.lower_ in ("without", "no") for t in (cue.head, *cue.lefts))


def _is_nominal_view(reading: Reading, f: Features) -> bool:
    nominal = reading.candidate.act.pos_ in ("NOUN", "PROPN")
    return nominal and (f["act"] not in vocabulary("results") or f["act"] in vocabulary("views"))


def _is_value(reading: Reading, f: Features) -> bool:
    """Whether what follows names a value: "commitment to open trade", where the tagger sees a verb."""
    act = reading.candidate.act
    adjective = f["act"] in ("open", "close") and act.tag_ == "VB"
    return f["act"] in ("see", "be", "include") or (adjective and not _has_determiner(act))


def _has_determiner(act: Token) -> bool:
    objects = (c for c in act.rights if c.dep_ in ("dobj", "obj"))
    return any(c.dep_ in ("det", "poss", "nummod") for o in objects for c in o.lefts)


# -- what is under way, announced, delegated, planned


def _is_ongoing(reading: Reading, f: Features) -> bool:
    return f["rule"] == "under-way" and f["act"] not in vocabulary("ends") and not f["timed"]


def _is_nobodys(reading: Reading, f: Features) -> bool:
    subject = reading.candidate.subject
    if f["rule"] in ("is-to", "under-way") and f["subject"] in ("meeting", "body") and f["dated"]:
        return False
    if f["rule"] == "is-to" and subject is not None and subject.lemma_.lower() in vocabulary("nouns"):
        return not any(c.lower_ in ("our", "their") for c in subject.lefts)
    return f["subject"] != "side"


_ALWAYS: Reasons = (
    ("expectation", lambda r, f: bool(f["expected"]) and not _is_awaited(f)),
    ("question", lambda r, f: bool(f["question"])),
    ("denied", lambda r, f: bool(f["denied"])),
    ("third party", _is_foreign),
    ("negated", lambda r, f: f["rule"] != "modal" and bool(f["negated"])),
)
_MODAL: Reasons = (
    ("a view", _is_advice),
    ("a state", _is_state),
    ("nobody", lambda r, f: f["subject"] == "none" and r.candidate.subject is None and not f["joint"]),
    ("subordinate", lambda r, f: f["subordinate"] != ""),
    ("turn of talk", _is_turn_of_talk),
    ("today", _is_of_today),
    ("conditional", _is_conditional),
    ("relative", _is_described),
)
_CUE_VERB: Reasons = (
    ("not yet", _is_unsure),
    ("no party", _is_without_party),
    ("relative", lambda r, f: bool(f["relative"])),
    ("a view", _is_view),
    ("a state", lambda r, f: f["act"] in ("see", "disagree", "differ", "believe", "be")),
)
_CUE_NOUN: Reasons = (
    ("no party", _is_unowned),
    ("not voiced", _is_unvoiced),
    ("negated", _is_missing),
    ("a view", _is_nominal_view),
    ("a state", _is_value),
)
_OWNED: Reasons = (
    ("relative", lambda r, f: bool(f["relative"]) and f["rule"] != "announced-act"),
    ("a state", lambda r, f: f["rule"] == "is-to" and f["act"] in vocabulary("states")),
    ("ongoing", _is_ongoing),
    ("no party", _is_nobodys),
)
_AWAITED: Reasons = (("no date", lambda r, f: not f["ahead"] or f["subject"] != "side"),)
_VISIT: Reasons = (
    ("no date", lambda r, f: not (f["ahead"] or (f["rule"] == "planned-visit" and f["timed"]))),
    ("not voiced", lambda r, f: not (f["voiced"] or f["joint"])),
    ("the engagement itself", lambda r, f: f["outer"] in ("pay", "make", "conduct", "undertake", "begin")),
)
_ARRANGED: Reasons = (("no party", lambda r, f: f["subject"] not in ("side", "body", "meeting", "none")),)
_BY_RULE: dict[str, Reasons] = {
    "modal": _MODAL,
    **dict.fromkeys(("cue-verb", "plan", "cue-verb-nominal", "plan-nominal"), _CUE_VERB),
    "cue-noun": _CUE_NOUN,
    **dict.fromkeys(("under-way", "is-to", "announced-act", "announced", "accepted"), _OWNED),
    **dict.fromkeys(("delegation", "delegation-named"), _OWNED),
    **dict.fromkeys(("awaited-guest", "hosting"), _AWAITED),
    **dict.fromkeys(("nominal-visit", "planned-visit"), _VISIT),
    "accepted-passive": (),
}
