"""A text cut where findings begin and end, so that each can be marked in its place however they overlap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summitry.ledger import Finding
from summitry.model.document import Document, Segment, SegmentKind

# The order of kinds in which findings that begin at one place are numbered.
_ORDER = ("engagements", "statements", "commitments", "events", "instruments")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with its number on the page."""

    number: int
    finding: Finding

    @property
    def kind(self) -> str:
        """The kind of record in the singular: ``statement`` …"""
        return self.finding.kind_of_record.removesuffix("s")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text over which the same findings lie; ``begins`` are those that begin with it."""

    text: str
    over: tuple[Numbered, ...] = ()
    begins: tuple[Numbered, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the findings over it, each once."""
        return tuple(dict.fromkeys(item.kind for item in self.over))


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment of a text in pieces, with the findings that begin in it."""

    segment: Segment | None
    pieces: tuple[Piece, ...]
    findings: tuple[Numbered, ...]

    @property
    def kind(self) -> str:
        """What the segment is on its page; ``rest`` for words outside all segments."""
        return self.segment.kind.value if self.segment else "rest"


def numbered(findings: Iterable[Finding]) -> tuple[Numbered, ...]:
    """Return findings in the order of the text, numbered from 1."""
    ranked = sorted(findings, key=lambda f: (f.evidence.start, -f.evidence.end, _ORDER.index(f.kind_of_record), f.id))
    return tuple(Numbered(number, finding) for number, finding in enumerate(ranked, 1))


def passages(document: Document, findings: Sequence[Numbered]) -> Iterator[Passage]:
    """Yield the text from its beginning to its end, nothing left out but blanks between segments.

    Args:
        document: the text.
        findings: what was found in it, by their places.
    """
    starts = [item.finding.evidence.start for item in findings]
    longest = max((item.finding.evidence.end - item.finding.evidence.start for item in findings), default=0)
    for segment, start, end in _stretches(document):
        # Only findings that begin before the end, and not so early that even the longest would be over.
        low, high = bisect_left(starts, start - longest), bisect_left(starts, end)
        near = [item for item in findings[low:high] if item.finding.evidence.end > start]
        pieces = tuple(_pieces(document.text, start, end, near))
        yield Passage(segment, pieces, tuple(i for i in near if start <= i.finding.evidence.start))


def _stretches(document: Document) -> Iterator[tuple[Segment | None, int, int]]:
    at = 0
    for segment in document.segments:
        if document.text[at : segment.start].strip() and not _is_lead(document.text[at : segment.start], segment):
            yield None, at, segment.start
        yield segment, segment.start, segment.end
        at = segment.end
    if document.text[at:].strip():
        yield None, at, len(document.text)


def _is_lead(words: str, segment: Segment) -> bool:
    """Whether the words before a segment are only the number or marker that is shown with it."""
    if segment.kind is SegmentKind.HEADING or segment.marker or segment.number:
        shown = (segment.number or "") + (segment.marker or "")
        return not "".join(c for c in words if c.isalnum() and c not in shown)
    return False


def _pieces(text: str, start: int, end: int, near: Sequence[Numbered]) -> Iterator[Piece]:
    spans = [(item, max(item.finding.evidence.start, start), min(item.finding.evidence.end, end)) for item in near]
    cuts = sorted({start, end, *(low for _, low, _ in spans), *(high for _, _, high in spans)})
    for low, high in pairwise(cuts):
        over = tuple(item for item, first, last in spans if first <= low and high <= last)
        begins = tuple(item for item in over if item.finding.evidence.start == low)
        yield Piece(text[low:high], over, begins)
