"""Reported speech: who said what to whom, by which act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from summitry.model.document import SegmentKind
from summitry.model.evidence import Grounds, Method
from summitry.model.records import Act, DocumentKind, Format, Statement
from summitry.reading.en.addressees import addressed
from summitry.reading.en.attribution import (
    Attributions,
    finite,
    governing_verb,
    is_infinitive,
    is_participle,
    is_passive,
    postposed,
)
from summitry.reading.en.cues import Cue, find_cues, hands_on, lexicon
from summitry.reading.en.header import Header
from summitry.reading.en.parse import Parsed, Passage
from summitry.reading.en.persons import vocabulary
from summitry.reading.en.quotations import Quotation, find_quotations
from summitry.reading.en.sides import Resolution, Sides
from summitry.reading.en.spans import first_token, last_token, left_bound, sentence_end

_OWN_WORDS = frozenset({DocumentKind.JOINT_STATEMENT, DocumentKind.COMMUNIQUE, DocumentKind.PRESS_REMARKS,
                        DocumentKind.ANNOUNCEMENT, DocumentKind.FACT_SHEET, DocumentKind.OTHER})
# Acts that a participle performs beside a plan ("will …, recognising …"); others belong to the plan.
_BESIDE_PLANS = frozenset({Act.ACKNOWLEDGE, Act.AFFIRM, Act.EMPHASISE, Act.WELCOME, Act.CONCERN, Act.CONDEMN, Act.STATE, Act.CONDOLE})

# How far after its verb a quotation may carry on ("…," the President noted, "and …").
_CARRIED_ON = 6


@dataclass(frozen=True, slots=True)
class _Said:
    """A cue with those who perform it and the tokens of its quote's beginning."""

    cue: Cue
    who: Resolution
    act: Act
    start: int
    bound: int
    chain: tuple[tuple[str, ...], ...] = ()


def read_statements(parsed: Parsed, header: Header, sides: Sides) -> tuple[Statement, ...]:
    """Return the statements of a text, in text order."""
    found: list[Statement] = []
    stem: Resolution | None = None
    covered = 0
    passages = list(parsed.body())
    for n, passage in enumerate(passages):
        listed = passage.segment.kind is SegmentKind.LIST_ITEM
        reading = _Reading(passage, header, sides, stem if listed else None)
        items = _list_after(passages, n)
        read = list(reading.statements(items))
        found.extend(s for s in read if not (listed and covered >= s.grounds.evidence.end))
        covered = max([covered, *(s.grounds.evidence.end for s in read)])
        if not listed:
            stem = reading.stem()
    return tuple(sorted(found, key=lambda s: (s.grounds.evidence.start, s.grounds.evidence.end)))


def _list_after(passages: list[Passage], n: int) -> Passage | None:
    """The last item of the list that a passage introduces, if it does."""
    if not passages[n].doc.text.rstrip().endswith(":"):
        return None
    last = None
    for passage in passages[n + 1 :]:
        if passage.segment.kind is not SegmentKind.LIST_ITEM:
            break
        last = passage
    return last


class _Reading:
    """Reads the statements of one passage."""

    def __init__(self, passage: Passage, header: Header, sides: Sides, stem: Resolution | None) -> None:
        self.passage = passage
        self.header = header
        self.sides = sides
        self.quotations = find_quotations(passage.doc)
        self.masked = self._masked()
        cues = list(find_cues(t for t in passage.doc if t.i not in self.masked))
        self.leads = leads = frozenset(c.verb.i for c in cues if hands_on(c) or self._greeting(c))
        self.cues = {c.verb.i: c for c in cues if c.verb.i not in leads}
        self.attributions = Attributions(passage, sides, self.cues, leads)
        self.attributions.stem = stem

    def stem(self) -> Resolution | None:
        """Return who speaks in the list that this passage introduces by its last words ("The two sides:")."""
        doc = self.passage.doc
        if not doc.text.rstrip().endswith(":"):
            return None
        root = list(doc.sents)[-1].root
        found = self.sides.of(self.passage, root) if root.pos_ in ("NOUN", "PROPN") else self.attributions.of(root).who
        return found

    def statements(self, items: Passage | None) -> Iterator[Statement]:
        """Yield the passage's statements; ``items`` is the last item of the list that it introduces."""
        said = [s for cue in self.cues.values() if (s := self._said(cue)) is not None]
        bounds = sorted({edge for s in said for edge in (s.bound, s.start)} | {q.start for q in self.quotations if q.verb is not None})
        said += [s for cue in self.cues.values() if (s := self._told(cue, said)) is not None]
        for one in said:
            end = last_token(one.cue, one.start, bounds, self._limit(one.cue))
            if postposed(one.cue.verb) is not None:
                end = one.cue.verb.i + 1
            yield self._record(one, end, items)
        for quotation in self.quotations:
            record = self._quoted(quotation)
            if record is not None:
                yield record

    def _masked(self) -> frozenset[int]:
        covered: set[int] = set()
        for q in self.quotations:
            if q.verb is not None or self.header.kind not in _OWN_WORDS:
                covered.update(range(q.start, q.end))
            if q.verb is not None:
                covered.add(q.verb.i)
        return frozenset(covered)

    def _limit(self, cue: Cue) -> int:
        end = sentence_end(cue.verb)
        for q in self.quotations:
            if cue.verb.i < q.start < end < q.end:
                return q.end
        return end

    # -- is it an act, and whose

    def _said(self, cue: Cue) -> _Said | None:
        verb = cue.verb
        if not self._performed(cue):
            return None
        found = self.attributions.of(verb)
        if found.outer is not None or found.who is None or not found.who.codes:
            return None
        if found.agentless and not (cue.talk or self._agentless_act(cue, found.own)):
            return None
        who = self._everybody_of(cue, found.who) if not found.agentless else self._reported(cue, found.who)
        if self.sides.all and not set(who.codes) <= set(self.sides.all):
            return None
        act = cue.act if len(who.codes) > 1 else cue.alone
        start = first_token(cue)
        return _Said(cue, who, act, start, left_bound(cue, start))

    def _told(self, cue: Cue, said: list[_Said]) -> _Said | None:
        """A chain: what a statement says that somebody else of the account had said ("said that X had told Y")."""
        found = self.attributions.of(cue.verb)
        outer = next((s for s in said if found.outer is not None and s.cue.verb.i == found.outer.i), None)
        if outer is None or found.who is None or found.own is None or cue.act is not Act.STATE or cue.verb.dep_ != "ccomp":
            return None
        past = cue.verb.tag_ == "VBD" or any(t.lower_ in ("had", "has") for t in cue.verb.children if t.dep_ == "aux")
        sides = set(found.who.codes)
        if not past or found.agentless or not sides <= set(self.sides.all) or sides <= set(outer.who.codes):
            return None
        start = first_token(cue)
        return _Said(cue, found.who, cue.alone, start, left_bound(cue, start), (outer.who.codes,))

    def _performed(self, cue: Cue) -> bool:
        """Whether the act is performed, not planned, wished, or the background's."""
        verb, words = cue.verb, lexicon().words
        modals = {t.lower_ for t in verb.children if t.tag_ == "MD" and t.i < verb.i}
        if modals and not (modals <= {"would", "'d", "’d"} and verb.lemma_.lower() in words["would"]):
            return False
        if not modals and self._under_modal(cue):
            return False
        if verb.tag_ == "VBN" and verb.dep_ not in ("ROOT", "conj") and not any(t.dep_ in ("aux", "auxpass") for t in verb.children):
            return False
        if verb.lemma_.lower() == "thank" and any(t.lower_ == "you" for t in verb.children) and not any(t.lower_ == "for" for t in verb.subtree):
            return False
        if not cue.name.startswith("be ") or self.header.kind in _OWN_WORDS or verb.tag_ not in ("VBZ", "VBP"):
            return True
        return any(t.lower_ in ("i", "we") for t in verb.children)

    def _under_modal(self, cue: Cue) -> bool:
        """Whether a verb shares the modal of the verb it is coordinated with, or qualifies a planned act."""
        verb = cue.verb
        head = verb
        while head.dep_ == "conj" and not any(t.dep_ in ("nsubj", "nsubjpass") for t in head.children):
            head = head.head
        if head.i != verb.i and verb.tag_ in ("VB", "VBP") and any(t.tag_ == "MD" for t in head.children):
            return True
        if is_infinitive(head):
            above = governing_verb(head)
            return above is not None and above.i not in self.leads and any(t.tag_ == "MD" for t in above.children)
        if not is_participle(head) or cue.act in _BESIDE_PLANS:
            return False
        above = governing_verb(head)
        return above is not None and any(t.tag_ == "MD" for t in above.children)

    def _agentless_act(self, cue: Cue, own: Token | None) -> bool:
        if is_passive(cue.verb):
            if not finite(cue.verb):
                return False
            if cue.act in (Act.DISCUSS, Act.AGREE) or own is None or own.lower_ == "it":
                return cue.act is not Act.SIGN
            reported = cue.verb.lemma_.lower() in lexicon().words["reported"] or cue.topic is not None
            return reported and self.sides.of(self.passage, own) is None
        return cue.topic is not None or cue.act in (Act.DISCUSS, Act.EMPHASISE, Act.AFFIRM)

    def _reported(self, cue: Cue, everybody: Resolution) -> Resolution:
        """Who acts in a passive without an agent: talks and agreements are of all, a report of the publishing side."""
        publisher = self.header.publisher
        if len(publisher) != 1 or cue.act in (Act.DISCUSS, Act.AGREE, Act.AFFIRM, Act.SIGN) or cue.talk:
            return everybody
        return Resolution(publisher, "passive")

    def _everybody_of(self, cue: Cue, who: Resolution) -> Resolution:
        """Talks and agreements that a speaker of remarks reports as "we" are of all sides."""
        if cue.act in (Act.DISCUSS, Act.AGREE, Act.SIGN):
            if who.how == "we":
                return self.sides.everybody("we") or who
            return self.sides.together(self.passage, cue.verb, who, cue.topic)
        return who

    def _greeting(self, cue: Cue) -> bool:
        """Whether "welcomed" only greets somebody who arrives."""
        if cue.verb.lemma_ != "welcome":
            return False
        target = next((t for t in cue.verb.children if t.dep_ == "dobj"), None)
        if target is None:
            return not any(t.dep_ in ("ccomp", "prep", "nsubjpass", "xcomp") for t in cue.verb.children)
        if target.lemma_.lower() == "delegation":
            return True
        if any(t.dep_ == "prep" and t.lower_ in ("to", "at", "back") for t in cue.verb.children) and any(
            t.lemma_.lower() in vocabulary().posts or t.lemma_.lower() in ("delegation", "excellency") for t in target.subtree
        ):
            return True
        person = self.sides.of(self.passage, target)
        if person is None or person.how not in ("name", "post", "pronoun", "named-side", "both-sides", "coordination", "we", "honorific"):
            return False
        return target.pos_ in ("PROPN", "PRON") or target.lemma_.lower() in ("president", "minister", "delegation", "secretary", "counterpart", "chancellor")

    # -- the records

    def _record(self, said: _Said, end: int, items: Passage | None) -> Statement:
        cue, doc = said.cue, self.passage.doc
        span = doc[said.start : end]
        evidence = self.passage.evidence(span)
        if items is not None and end >= len(doc) - 1 - (doc[len(doc) - 1].is_space):
            tail = self.passage.document
            evidence = tail.evidence(evidence.start, items.segment.start + len(items.doc.text.rstrip(" .;\n")))
        cue_start = cue.first
        if not is_passive(cue.verb) and postposed(cue.verb) is None and cue_start == cue.verb.i:
            cue_start = min(cue_start, _verb_start(cue, said.start))
        return Statement(
            Grounds(evidence, Method(f"cue:{cue.name}")),
            cue=doc[cue_start : cue.last + 1].text,
            act=said.act,
            speakers=said.who.codes,
            addressees=addressed(self.passage, self.sides, cue, said.who.codes),
            chain=said.chain,
            segment=_segment(self.passage, cue.verb),
            section=self.passage.section,
            speaker_name=said.who.person,
            negated=any(t.dep_ == "neg" for t in cue.verb.children),
        )

    def _quoted(self, quotation: Quotation) -> Statement | None:
        verb = quotation.verb
        if verb is None:
            return None
        who = self.sides.of(self.passage, quotation.subject) if quotation.subject is not None else None
        if who is None or (self.sides.all and not set(who.codes) <= set(self.sides.all)):
            return None
        last = verb.i + 1
        carried_on = next((q for q in self.quotations if verb.i < q.start <= verb.i + _CARRIED_ON and q.verb is None), None)
        if carried_on is not None and self.passage.doc[carried_on.start - 1].text == ",":
            last = carried_on.end
        evidence = self.passage.evidence(self.passage.doc[quotation.start : last])
        return Statement(
            Grounds(evidence, Method("quotation")),
            cue=verb.text,
            act=quotation.act,
            speakers=who.codes,
            segment=_segment(self.passage, verb),
            section=self.passage.section,
            speaker_name=who.person,
        )


def _verb_start(cue: Cue, start: int) -> int:
    """Where the cue's own words begin: auxiliaries and adverbs of manner from the quote's start."""
    return start if start < cue.verb.i and not is_participle(cue.verb) else cue.verb.i


def _segment(passage: Passage, verb: Token) -> Format | None:
    """The format that a sentence's opening words tie it to ("In the one-on-one meeting …")."""
    opening = passage.doc[verb.sent.start : verb.i].text.lower()
    for words, form in (
        ("one-on-one", Format.ONE_ON_ONE), ("tête-à-tête", Format.ONE_ON_ONE), ("tete-a-tete", Format.ONE_ON_ONE),
        ("small-group", Format.SMALL_GROUP), ("small group", Format.SMALL_GROUP), ("restricted format", Format.SMALL_GROUP),
        ("plenary", Format.PLENARY), ("expanded format", Format.PLENARY), ("working lunch", Format.WORKING_MEAL),
        ("working dinner", Format.WORKING_MEAL), ("working breakfast", Format.WORKING_MEAL),
    ):
        if words in opening:
            return form
    return None
