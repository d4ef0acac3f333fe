"""A published text: one normalised text, its segments, what is known of it, and the way back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from summitry.model.evidence import Evidence


class SegmentKind(StrEnum):
    """What a stretch of the text is on its page."""

    TITLE = "title"
    SUMMARY = "summary"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    SPEAKER = "speaker"
    BOILERPLATE = "boilerplate"
    NAVIGATION = "navigation"


# Segments whose words are the text's own account; the rest is kept and marked, and never read as speech.
BODY_KINDS = frozenset({SegmentKind.PARAGRAPH, SegmentKind.LIST_ITEM})


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the normalised text.

    Args:
        kind: what it is.
        start: offset of its first character (after a heading's number or an item's marker).
        end: offset after its last character.
        number: a heading's printed number without its punctuation ("1", "IV", "2.3").
        marker: a list item's printed marker ("-", "(a)", "3.").
        level: depth of a heading (1 is the highest) or of a list item (0 is the outermost).
        speaker: who speaks in a transcript, as printed.
        language: BCP 47 tag where it differs from the document's.
    """

    kind: SegmentKind
    start: int
    end: int
    number: str | None = None
    marker: str | None = None
    level: int = 0
    speaker: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document beside its words.

    Args:
        source: where it came from, as given: a path, an address, ``-``; with ``#n`` for the nth of many.
        source_id: the input's own id, kept as given.
        title: the title, as printed.
        issuers: codes of the publishing sides, as far as the input tells (reading may find more).
        issuer_name: the publishing office, as printed.
        published: EDTF date of publication.
        url: address of publication.
        language: BCP 47 tag.
        location: place that the input names for the text.
        media_type: media type of the original.
        encoding: character encoding of the original, where it is text.
        tags: further fields of the input as (name, value), in input order.
    """

    source: str
    source_id: str | None = None
    title: str | None = None
    issuers: tuple[str, ...] = ()
    issuer_name: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "en"
    location: str | None = None
    media_type: str = "text/plain"
    encoding: str | None = None
    tags: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class OriginRun:
    """Characters ``start``–``end`` of the normalised text come from ``origin_start``–``origin_end`` of the original.

    The original text is the decoded input (for PDF and DOCX: the text their library extracts).
    """

    start: int
    end: int
    origin_start: int
    origin_end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One published text.

    Args:
        id: hash of the normalised text and the title; the same text has the same id everywhere.
        text: the normalised text that all offsets refer to.
        segments: the stretches of the text, in order, without overlap.
        meta: what is known beside the words.
        original: SHA-256 (hexadecimal) of the original bytes.
        origin: runs leading from the normalised text back to the original text, in order.
    """

    id: str
    text: str
    segments: tuple[Segment, ...]
    meta: Metadata
    original: str = ""
    origin: tuple[OriginRun, ...] = field(default=(), repr=False)

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the evidence at these offsets (in characters of the normalised text)."""
        return Evidence(self.id, start, end, self.text[start:end])

    def of_kind(self, *kinds: SegmentKind) -> Iterator[Segment]:
        """Yield the segments of the given kinds, in text order."""
        return (segment for segment in self.segments if segment.kind in kinds)

    def words(self, segment: Segment) -> str:
        """Return a segment's text."""
        return self.text[segment.start : segment.end]

    def origin_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where characters ``start``–``end`` stand in the original text, or ``None`` if they do not."""
        if not self.origin:
            return None
        first = max(bisect_right(self.origin, start, key=lambda run: run.start) - 1, 0)
        last = max(bisect_right(self.origin, max(end - 1, start), key=lambda run: run.start) - 1, first)
        low, high = self.origin[first], self.origin[last]
        begin = min(low.origin_start + max(start - low.start, 0), low.origin_end)
        finish = min(high.origin_start + max(end - high.start, 0), high.origin_end)
        return (begin, finish) if finish >= begin else None
