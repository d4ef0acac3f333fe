"""Undertakings: what one or more sides will do, by when, through which body, with which caveat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from summitry.model.document import SegmentKind
from summitry.model.evidence import Grounds, Method, Support
from summitry.model.records import Commitment, DocumentKind, Statement
from summitry.reading.en.bodies import find_body
from summitry.reading.en.candidates import Candidate
from summitry.reading.en.caveats import find_caveat
from summitry.reading.en.clauses import own_subject, subject_of
from summitry.reading.en.dues import Due, find_due
from summitry.reading.en.header import Header
from summitry.reading.en.kinds import kind_of
from summitry.reading.en.parse import Parsed, Passage, text_of
from summitry.reading.en.quotes import Part, parts_of
from summitry.reading.en.refusals import refusal
from summitry.reading.en.sides import Sides
from summitry.reading.en.stems import Item, find_items
from summitry.reading.en.undertakings import find_candidates
from summitry.reading.en.verdicts import Reading

_SPOKEN = frozenset({"cue-verb", "plan", "cue-verb-nominal"})
# From this many sides on, one that is the object of the act is not among those who undertake it.
_MANY = 3
_JOINT = frozenset({DocumentKind.JOINT_STATEMENT, DocumentKind.COMMUNIQUE})


@dataclass(frozen=True, slots=True)
class _Found:
    reading: Reading
    part: Part
    codes: tuple[str, ...]


def read_commitments(
    parsed: Parsed, header: Header, sides: Sides, statements: tuple[Statement, ...]
) -> tuple[Commitment, ...]:
    """Return the commitments of a text, in text order."""
    return _Reader(parsed, header, sides, statements).read()


def read_candidates(
    parsed: Parsed, header: Header, sides: Sides, statements: tuple[Statement, ...]
) -> Iterator[Reading]:
    """Yield the candidates for commitments with their features, taken or refused: what a model learns from."""
    return (reading for reading, _ in _Reader(parsed, header, sides, statements).candidates())


class _Reader:
    """Reads the commitments of one document."""

    def __init__(self, parsed: Parsed, header: Header, sides: Sides, statements: tuple[Statement, ...]) -> None:
        self.parsed = parsed
        self.header = header
        self.sides = sides
        self.statements = statements
        self.joint = header.kind in _JOINT
        self.all_sides = tuple(sorted({*header.sides, *header.publisher}))
        self._dues: dict[tuple[int, int, int], Due | None] = {}

    def read(self) -> tuple[Commitment, ...]:
        found = list(self._judged())
        items = [f for item in find_items(self.parsed) for f in self._item(item)]
        taken = {(f.reading.candidate.passage.index, f.part.start): f for f in items}
        kept = [f for f in found if not _inside(f, items)]
        chosen = _outermost(kept) + list(taken.values())
        chosen.sort(key=lambda f: (f.reading.candidate.passage.index, f.part.start))
        return tuple(self._record(f) for f in chosen)

    def _passages(self) -> Iterator[Passage]:
        """Yield the title of an announcement, which states the undertaking, and the body."""
        if self.header.kind is DocumentKind.ANNOUNCEMENT:
            yield from (p for p in self.parsed.passages if p.segment.kind is SegmentKind.TITLE)
        yield from self.parsed.body()

    def _foreign(self, passage: Passage, part: Part) -> bool:
        """Whether the words name parties and none of them is a side of the text."""
        span = _span(passage, part)
        named = self.sides.parties_in(passage, span.start, span.end)
        return bool(named) and not self._ours(named)

    def candidates(self) -> Iterator[tuple[Reading, Part]]:
        """Yield everything that has the form of an undertaking, with what is known of it."""
        for passage in self._passages():
            for candidate in find_candidates(passage):
                outer = self._outer(candidate)
                codes = self._subject_codes(candidate, outer)
                for part in parts_of(candidate):
                    when = _when(self._due(passage, part, candidate.rule))
                    foreign = not codes and self._foreign(passage, part)
                    yield Reading(candidate, codes, self._ours(codes), outer, self.joint, when, foreign), part

    def _judged(self) -> Iterator[_Found]:
        for reading, part in self.candidates():
            if refusal(reading) is None and self._is_ones_own(reading.candidate, reading.codes):
                parties = self._parties(reading)
                if parties:
                    yield _Found(reading, part, parties)

    def _is_ones_own(self, candidate: Candidate, codes: tuple[str, ...]) -> bool:
        """Whether those who are set to work by name are people of the side that sets them to work."""
        if candidate.rule != "delegation-named":
            return True
        named = (c for c in candidate.cue.rights if c.dep_ in ("dobj", "obj", "dative", "ccomp", "xcomp"))
        who = next((own_subject(c) if c.pos_ == "VERB" else c for c in named), None)
        return bool(codes) and self._codes(candidate.passage, who) == codes

    def _item(self, item: Item) -> list[_Found]:
        stem = item.stem
        codes = self._codes(stem.passage, stem.subject)
        if codes and not self._ours(codes):
            return []
        codes = codes or self._spoken(stem.passage, stem.cue) or self.all_sides
        candidate = Candidate(item.passage, "list-item", stem.cue, item.act, None)
        reading = Reading(candidate, codes, True, codes, self.joint, "undated")
        return [_Found(reading, Part(item.act, item.start, item.end), codes)] if codes else []

    def _subject_codes(self, candidate: Candidate, outer: tuple[str, ...]) -> tuple[str, ...]:
        """Return the sides that undertake: the owner of what is agreed on, else the subject."""
        passage, act = candidate.passage, candidate.act
        if act.pos_ == "NOUN" and candidate.rule in ("cue-noun", "cue-verb-nominal"):
            owner = next((c for c in act.lefts if c.dep_ == "poss"), None)
            owned = self._codes(passage, owner)
            if owned:
                return owned
        codes = self._codes(passage, candidate.subject)
        if _is_shared(candidate):
            return self.all_sides
        owner = candidate.subject
        if not codes and owner is not None and (owner.tag_ == "PRP$" or (len(outer) == 1 and _speaks_for(owner))):
            return outer
        if not codes and candidate.subject is not None and candidate.subject.lower_ == "it" and len(outer) == 1:
            return outer
        if codes or candidate.rule not in _SPOKEN or own_subject(candidate.cue) is not None:
            return codes
        return self._unspoken(candidate)

    def _unspoken(self, candidate: Candidate) -> tuple[str, ...]:
        """Return the sides of a cue without a subject: the parse lost it, or an item opens with it ("Agreed to …")."""
        cue, root = candidate.cue, candidate.cue.sent.root
        opens = cue.i - cue.sent.start <= 2
        if not opens and root.i < cue.i:
            codes = self._codes(candidate.passage, own_subject(root))
            if codes:
                return codes
        listed = candidate.passage.segment.kind is SegmentKind.LIST_ITEM or (opens and cue.text[0].isupper())
        return self.all_sides if candidate.subject is None and (self.joint or listed) else ()

    def _codes(self, passage: Passage, subject: Token | None) -> tuple[str, ...]:
        if subject is None:
            return ()
        found = self.sides.of(passage, subject)
        return found.codes if found is not None else ()

    def _ours(self, codes: tuple[str, ...]) -> bool:
        return bool(set(codes) & set(self.all_sides))

    def _outer(self, candidate: Candidate) -> tuple[str, ...]:
        """Return the sides that voice a clause: by its reporting verb, else by the statement it stands in."""
        word = candidate.outer
        if word is not None:
            codes = self._codes(candidate.passage, subject_of(word) if word.pos_ in ("VERB", "AUX") else word)
            if codes:
                return codes
            if any(c.lower_ == "it" and c.dep_ in ("nsubjpass", "expl") for c in word.lefts):
                return self.all_sides
        return self._spoken(candidate.passage, candidate.cue)

    def _spoken(self, passage: Passage, token: Token) -> tuple[str, ...]:
        at = passage.segment.start + token.idx
        inside = [s for s in self.statements if s.grounds.evidence.start <= at < s.grounds.evidence.end]
        return max(inside, key=lambda s: s.grounds.evidence.start).speakers if inside else ()

    def _parties(self, reading: Reading) -> tuple[str, ...]:
        rule = reading.candidate.rule
        if rule == "accepted-passive":
            return self._invited(reading.candidate)
        if rule == "hosting":
            return reading.codes
        if rule == "awaited-guest":
            guest = next((c for c in reading.candidate.act.rights if c.dep_ in ("dobj", "obj")), None)
            guests = self._codes(reading.candidate.passage, guest) or self.all_sides
            return tuple(sorted({*reading.codes, *guests}))
        if reading.codes:
            travels = rule == "modal" and reading.candidate.act.lemma_ in ("visit", "travel", "arrive", "tour")
            host = self.header.publisher if travels and len(self.header.publisher) == 1 else ()
            return tuple(sorted({*self._without_recipient(reading), *host}))
        if reading.candidate.rule == "cue-noun":
            return reading.outer_codes or self.all_sides
        if len(reading.outer_codes) == 1 and reading.subject_kind() == "meeting":
            return self.all_sides or reading.outer_codes
        return reading.outer_codes or self.all_sides

    def _without_recipient(self, reading: Reading) -> tuple[str, ...]:
        """Return the sides of "we" without the one that the act is done to ("we will provide A with …")."""
        it = reading.candidate
        if len(reading.codes) < _MANY:
            return reading.codes
        objects = (c for c in it.act.rights if c.dep_ in ("dobj", "obj", "dative") and c.pos_ == "PROPN")
        done_to = {code for c in objects for code in self._codes(it.passage, c)}
        return tuple(c for c in reading.codes if c not in done_to)

    def _invited(self, candidate: Candidate) -> tuple[str, ...]:
        """Return the sides that were invited last before an acceptance that names nobody."""
        at = candidate.passage.segment.start + candidate.cue.idx
        earlier = (s for s in self.statements if s.grounds.evidence.start < at)
        before = [s for s in earlier if "invit" in s.grounds.evidence.quote.lower()]
        host = max(before, key=lambda s: s.grounds.evidence.start).speakers if before else ()
        return tuple(c for c in self.all_sides if c not in host) or self.all_sides

    def _due(self, passage: Passage, part: Part, rule: str = "") -> Due | None:
        key = (passage.index, part.start, part.end)
        if key not in self._dues:
            self._dues[key] = find_due(
                part.act, part.start, part.end, self.header.reference, ahead=rule != "nominal-visit"
            )
        return self._dues[key]

    def _record(self, found: _Found) -> Commitment:
        candidate, part = found.reading.candidate, found.part
        passage = candidate.passage
        due = self._due(passage, part, candidate.rule)
        text = text_of(passage.doc)[part.start : part.end]
        caveat = find_caveat(text)
        body = find_body(candidate, part.act, _span(passage, part))
        support = []
        if body is not None and not (part.start <= body[0] and body[1] <= part.end):
            support.append(Support("body", passage.at(*body)))
        if candidate.subject is not None and not part.start <= candidate.subject.idx < part.end:
            support.append(Support("parties", passage.evidence(candidate.subject)))
        return Commitment(
            Grounds(passage.at(part.start, part.end), Method(f"commitment/{candidate.rule}"), tuple(support)),
            parties=tuple(sorted(found.codes)),
            kind=kind_of(candidate, part.act, dated=due is not None and due.value is not None),
            due=due.value if due else None,
            due_text=text_of(passage.doc)[due.start : due.end] if due else None,
            body=text_of(passage.doc)[slice(*body)] if body else None,
            caveat=text[slice(*caveat)] if caveat else None,
            section=passage.section,
        )


def _speaks_for(owner: Token) -> bool:
    """Whether an owner that is not resolved is the speaker's own: "the administration", "President A"."""
    if owner.lemma_.lower() in ("administration", "government"):
        return True
    return owner.pos_ == "PROPN" and any(c.lower_ in ("president", "minister", "chancellor") for c in owner.lefts)


def _is_shared(candidate: Candidate) -> bool:
    """Whether one side speaks for all ("we will both attend", "have a joint commitment")."""
    if candidate.rule == "modal":
        we = candidate.subject is not None and candidate.subject.lower_ == "we"
        return we and any(c.lower_ == "both" for c in candidate.act.lefts)
    joint = any(c.lower_ in ("joint", "mutual") for c in candidate.cue.lefts)
    return candidate.rule == "cue-noun" and candidate.subject is None and joint


def _span(passage: Passage, part: Part) -> Span:
    span = passage.doc.char_span(part.start, part.end, alignment_mode="expand")
    return span if span is not None else passage.doc[:]


def _when(due: Due | None) -> str:
    if due is None:
        return "undated"
    return "ahead" if due.ahead else "dated" if due.value else "vague"


def _inside(found: _Found, items: list[_Found]) -> bool:
    """Whether a finding lies within an item of a list or overlaps it."""
    index = found.reading.candidate.passage.index
    beside = (item.part for item in items if item.reading.candidate.passage.index == index)
    return any(part.start < found.part.end and found.part.start < part.end for part in beside)


def _outermost(found: list[_Found]) -> list[_Found]:
    """Drop what lies within the words of another finding: it is part of that undertaking."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda f: (f.reading.candidate.passage.index, f.part.start, -f.part.end)):
        index = one.reading.candidate.passage.index
        if not any(
            k.reading.candidate.passage.index == index and k.part.start <= one.part.start and one.part.end <= k.part.end
            for k in kept
        ):
            kept.append(one)
    return kept
