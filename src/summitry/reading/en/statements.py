"""Reported speech: who said what to whom, by which act."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from summitry.data import load
from summitry.model.document import SegmentKind
from summitry.model.evidence import Grounds, Method
from summitry.model.records import Format, Statement
from summitry.reading.en.acts import OWN_WORDS, Acts, Said
from summitry.reading.en.addressees import addressed
from summitry.reading.en.header import Header
from summitry.reading.en.lexicon import lexicon
from summitry.reading.en.parse import Parsed, Passage, text_of
from summitry.reading.en.quotations import Quotation, find_quotations
from summitry.reading.en.sides import Resolution, Sides
from summitry.reading.en.spans import last_token, sentence_end
from summitry.reading.en.syntax import finite, is_negated, is_participle, is_passive, postposed

# How far after its verb a quotation may carry on ("…," the President noted, "and …").
_CARRIED_ON = 6


def read_statements(parsed: Parsed, header: Header, sides: Sides) -> tuple[Statement, ...]:
    """Return the statements of a text, in text order."""
    found: list[Statement] = []
    stem: Resolution | None = None
    covered = 0
    passages = list(parsed.body())
    for n, passage in enumerate(passages):
        listed = passage.segment.kind is SegmentKind.LIST_ITEM
        reading = _Reading(passage, header, sides, stem if listed else None)
        read = list(reading.statements(_list_after(passages, n)))
        found.extend(s for s in read if not (listed and covered >= s.grounds.evidence.end))
        covered = max([covered, *(s.grounds.evidence.end for s in read)])
        if not listed:
            stem = reading.stem()
    return tuple(sorted(found, key=lambda s: (s.grounds.evidence.start, s.grounds.evidence.end)))


def _list_after(passages: list[Passage], n: int) -> Passage | None:
    """The last item of the list that a passage introduces, if its items are no sentences of their own."""
    if not text_of(passages[n].doc).rstrip().endswith(":"):
        return None
    last = None
    for before, passage in pairwise(passages[n:]):
        if passage.segment.kind is not SegmentKind.LIST_ITEM or passage.index != before.index + 1:
            break
        if last is None and _is_sentence(passage):
            return None
        last = passage
    return last


def _is_sentence(passage: Passage) -> bool:
    """Whether a passage opens with a clause that has its own subject and a finite verb."""
    root = next(iter(passage.doc.sents)).root
    return finite(root) and any(t.dep_ in ("nsubj", "nsubjpass") for t in root.children)


class _Reading:
    """Reads the statements of one passage."""

    def __init__(self, passage: Passage, header: Header, sides: Sides, stem: Resolution | None) -> None:
        self.passage = passage
        self.header = header
        self.sides = sides
        self.quotations = find_quotations(passage.doc)
        self.acts = Acts(passage, header, sides, stem, self._masked())

    def stem(self) -> Resolution | None:
        """Return who speaks in the list that this passage introduces by its last words ("The two sides:")."""
        doc = self.passage.doc
        if not text_of(doc).rstrip().endswith(":"):
            return None
        root = list(doc.sents)[-1].root
        if any(t.tag_ == "MD" for t in (root, *root.children)):
            return None
        return (
            self.sides.of(self.passage, root) if root.pos_ in ("NOUN", "PROPN") else self.acts.attributions.of(root).who
        )

    def statements(self, items: Passage | None) -> Iterator[Statement]:
        """Yield the passage's statements; ``items`` is the last item of the list that it introduces."""
        said = self.acts.found()
        edges = {edge for s in said if not s.chain for edge in (s.bound, s.start)}
        bounds = sorted(edges | {q.start for q in self.quotations if q.verb is not None})
        for one in said:
            if postposed(one.cue.verb) is not None:
                yield self._record(one, one.cue.verb.i + 1, None)
            elif not self._only_introduces(one):
                yield self._record(one, last_token(one.cue, bounds, self._limit(one)), items)
        for quotation in self.quotations:
            record = self._quoted(quotation)
            if record is not None:
                yield record

    def _only_introduces(self, said: Said) -> bool:
        """Whether a verb of saying closes its passage and says nothing itself ("A spokesperson said:")."""
        verb = said.cue.verb
        bare = verb.lemma_.lower() in lexicon().reporting and said.cue.first == said.cue.last == verb.i
        return bare and self.passage.doc[verb.i + 1 :].text.strip() == ":"

    def _masked(self) -> frozenset[int]:
        """The tokens of quotations, whose verbs report nothing of their own."""
        covered: set[int] = set()
        for q in self.quotations:
            if q.verb is not None or self.header.kind not in OWN_WORDS:
                covered.update(range(q.start, q.end))
            if q.verb is not None:
                covered.add(q.verb.i)
        return frozenset(covered)

    def _limit(self, said: Said) -> int:
        """The token offset after a statement's sentence, or after the quotation that it opens."""
        verb = said.cue.verb
        end = sentence_end(verb)
        return next((q.end for q in self.quotations if verb.i < q.start < end < q.end), end)

    def _record(self, said: Said, end: int, items: Passage | None) -> Statement:
        cue, doc = said.cue, self.passage.doc
        evidence = self.passage.evidence(doc[said.start : end])
        if items is not None and not doc[end:].text.strip(" .:;"):
            finish = items.segment.start + len(text_of(items.doc).rstrip(" .;\n"))
            evidence = self.passage.document.evidence(evidence.start, finish)
        return Statement(
            Grounds(evidence, Method(f"cue:{cue.name}")),
            cue=self.passage.evidence(doc[_cue_start(said) : cue.last + 1]).quote,
            act=said.act,
            speakers=said.who.codes,
            addressees=addressed(self.passage, self.sides, cue, said.who.codes),
            chain=said.chain,
            segment=_segment(self.passage, cue.verb),
            section=self.passage.section,
            speaker_name=said.who.person,
            negated=is_negated(cue.verb, cue.topic),
        )

    def _quoted(self, quotation: Quotation) -> Statement | None:
        verb = quotation.verb
        who = self.sides.of(self.passage, quotation.subject) if quotation.subject is not None else None
        if verb is None or who is None or not self.acts.of_the_account(who):
            return None
        doc, last = self.passage.doc, verb.i + 1
        goes_on = next(
            (q for q in self.quotations if verb.i < q.start <= verb.i + _CARRIED_ON and q.verb is None), None
        )
        if goes_on is not None and doc[goes_on.start - 1].text == ",":
            last = goes_on.end
        return Statement(
            Grounds(self.passage.evidence(doc[quotation.start : last]), Method("quotation")),
            cue=verb.text,
            act=quotation.act,
            speakers=who.codes,
            segment=_segment(self.passage, verb),
            section=self.passage.section,
            speaker_name=who.person,
        )


def _cue_start(said: Said) -> int:
    """Where the cue's own words begin: auxiliaries and adverbs of manner go with the verb, a passive's subject not."""
    cue, verb = said.cue, said.cue.verb
    passive = is_passive(verb) and not cue.stative
    if passive or postposed(verb) is not None or is_participle(verb) or cue.first != verb.i:
        return cue.first
    return min(said.start, verb.i)


def _segment(passage: Passage, verb: Token) -> Format | None:
    """The format that a sentence's opening words tie it to ("In the one-on-one meeting …")."""
    opening = passage.doc[verb.sent.start : verb.i].text.lower()
    formats: dict[str, str] = load("en/cues")["formats"]
    return next((Format(form) for words, form in formats.items() if words in opening), None)
