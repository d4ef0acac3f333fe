"""Undertakings: what one or more sides will do, by when, through which body, with which caveat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from summitry.model.document import SegmentKind
from summitry.model.evidence import Grounds, Method, Support
from summitry.model.records import Commitment, DocumentKind, Statement
from summitry.reading.en.bodies import find_body
from summitry.reading.en.candidates import Candidate
from summitry.reading.en.caveats import find_caveat
from summitry.reading.en.dues import Due, find_due
from summitry.reading.en.header import Header
from summitry.reading.en.kinds import kind_of
from summitry.reading.en.parse import Parsed, Passage, text_of
from summitry.reading.en.quotes import Part, parts_of
from summitry.reading.en.refusals import refusal
from summitry.reading.en.sides import Sides
from summitry.reading.en.stems import Item, find_items
from summitry.reading.en.undertakers import Undertakers
from summitry.reading.en.undertakings import find_candidates
from summitry.reading.en.verdicts import Reading


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
) -> Iterator[tuple[Reading, Part]]:
    """Yield the candidates for commitments, taken or refused, each with the words it would be quoted by."""
    return _Reader(parsed, header, sides, statements).candidates()


class _Reader:
    """Reads the commitments of one document."""

    def __init__(self, parsed: Parsed, header: Header, sides: Sides, statements: tuple[Statement, ...]) -> None:
        self.parsed = parsed
        self.header = header
        self.who = Undertakers(header, sides, statements)
        self._dues: dict[tuple[int, int, int], Due | None] = {}

    def read(self) -> tuple[Commitment, ...]:
        listed = list(find_items(self.parsed))
        stems = {(item.stem.passage.index, item.stem.cue.i) for item in listed}
        found = [f for f in self._judged() if _place(f) not in stems]
        items = [f for item in listed for f in self._item(item)]
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

    def candidates(self) -> Iterator[tuple[Reading, Part]]:
        """Yield everything that has the form of an undertaking, with what is known of it."""
        for passage in self._passages():
            for candidate in find_candidates(passage):
                outer = self.who.of_voice(candidate)
                codes = self.who.of_subject(candidate, outer)
                for part in parts_of(candidate):
                    when = _when(self._due(passage, part, candidate.rule))
                    foreign = not codes and self.who.are_foreign(passage, _span(passage, part))
                    ours = self.who.are_ours(codes)
                    yield Reading(candidate, codes, ours, outer, self.who.joint, when, foreign), part

    def _judged(self) -> Iterator[_Found]:
        for reading, part in self.candidates():
            if refusal(reading) is None and self.who.are_ones_own(reading.candidate, reading.codes):
                parties = self.who.of(reading)
                if parties:
                    yield _Found(reading, part, parties)

    def _item(self, item: Item) -> list[_Found]:
        stem = item.stem
        codes = self.who.codes(stem.passage, stem.subject)
        if codes and not self.who.are_ours(codes):
            return []
        codes = codes or self.who.of_statement(stem.passage, stem.cue) or self.who.all_sides
        candidate = Candidate(item.passage, "list-item", stem.cue, item.act, None)
        reading = Reading(candidate, codes, True, codes, self.who.joint, "undated")
        return [_Found(reading, Part(item.act, item.start, item.end), codes)] if codes else []

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
        subject = candidate.subject
        alone = subject is not None and self.who.codes(passage, subject) == found.codes
        if subject is not None and alone and not part.start <= subject.idx < part.end:
            # Where host or guest undertake as well, the subject's words do not stand for the parties.
            support.append(Support("parties", passage.evidence(subject)))
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


def _span(passage: Passage, part: Part) -> Span:
    span = passage.doc.char_span(part.start, part.end, alignment_mode="expand")
    return span if span is not None else passage.doc[:]


def _when(due: Due | None) -> str:
    if due is None:
        return "undated"
    return "ahead" if due.ahead else "dated" if due.value else "vague"


def _place(found: _Found) -> tuple[int, int]:
    return found.reading.candidate.passage.index, found.reading.candidate.cue.i


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
