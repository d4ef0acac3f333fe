"""Placed blocks → the document: one text, its segments, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from summitry.intake import days, language
from summitry.intake.blocks import Block, fold
from summitry.intake.metadata import Fields, complete
from summitry.intake.segments import Placed, place, whole
from summitry.intake.traced import Piece, Traced
from summitry.model.document import BODY_KINDS, Document, Metadata, OriginRun, Segment, SegmentKind
from summitry.model.errors import InputError
from summitry.model.evidence import content_id

_GAP = "\n\n"
_LONGEST_TITLE = 300


def document(blocks: Iterable[Block], fields: Fields) -> Document:
    """Return the document that a page's blocks make.

    Args:
        blocks: what the format's parser found, in order.
        fields: what is known beside the words.

    Raises:
        InputError: no words are left on the page.
    """
    found = [block for block in blocks if block.text]
    if not any(char.isalnum() for block in found for char in block.text):
        raise InputError(fields.source, "holds no text", "Check that the file was saved completely.")
    fields = _titled(found, fields)
    placed = [*_opening(found, fields), *place(found, fields)]
    text, segments, origin = _lay(placed)
    meta = _metadata(placed, text, fields)
    return Document(content_id("document", meta.title or "", text), text, segments, meta, fields.original, origin)


def _titled(blocks: list[Block], fields: Fields) -> Fields:
    """Return the fields with the page's first line as title, if it is one and no other is known."""
    if fields.title:
        return fields
    for block in blocks[:12]:
        if block.kind is SegmentKind.TITLE or (block.kind is SegmentKind.HEADING and block.level <= 1):
            return replace(fields, title=block.text)
    first = next((block for block in blocks if block.kind is not SegmentKind.NAVIGATION), blocks[0])
    title_like = (
        len(first.text) <= _LONGEST_TITLE and not first.text.endswith((".", ":", ";", ",")) and not first.lead.text
    )
    if (
        len(blocks) > 1
        and first.kind in {None, SegmentKind.HEADING}
        and first.alone
        and title_like
        and not days.from_words(first.text)
    ):
        return replace(fields, title=first.text)
    return fields


def _opening(blocks: list[Block], fields: Fields) -> Iterator[Placed]:
    """Yield the title and the summary that the metadata give, where the body does not begin with them."""
    longest = max(len(fields.title or ""), len(fields.summary or "")) * 2
    early = [fold(block.text[:longest]) for block in blocks[:12] if not block.lead.text]
    if fields.title and fold(fields.title) not in early:
        yield Placed(Block(_unprinted(fields.title)), SegmentKind.TITLE)
    summary = fold(fields.summary or "")
    if fields.summary and summary and not any(text.startswith(summary) for text in early[:4]):
        yield Placed(Block(_unprinted(fields.summary)), SegmentKind.SUMMARY)


def _unprinted(text: str) -> Traced:
    """Return words that the body does not hold; they lead back to nothing."""
    return Traced((Piece(text, 0, 0),))


def _lay(placed: list[Placed]) -> tuple[str, tuple[Segment, ...], tuple[OriginRun, ...]]:
    parts: list[str] = []
    segments: list[Segment] = []
    runs: list[OriginRun] = []
    at = 0
    for item in placed:
        words = whole(item)
        if parts:
            parts.append(_GAP)
            at += len(_GAP)
        begin = at + len(words) - len(item.block.content)
        segments.append(_segment(item, begin, at + len(words)))
        runs.extend(words.runs(at))
        parts.append(words.text)
        at += len(words)
    return "".join(parts), tuple(segments), tuple(runs)


def _segment(item: Placed, start: int, end: int) -> Segment:
    return Segment(item.kind, start, end, item.number, item.marker, item.block.level, item.speaker)


def _metadata(placed: list[Placed], text: str, fields: Fields) -> Metadata:
    body = " ".join(item.block.text for item in placed if item.kind in BODY_KINDS)
    title = next((item.block.text for item in placed if item.kind is SegmentKind.TITLE), fields.title)
    known = complete(fields)
    datelines = (item.block.text for item in placed if item.kind is SegmentKind.DATELINE)
    return Metadata(
        source=fields.source,
        source_id=fields.source_id,
        title=title,
        issuers=known.issuers,
        issuer_name=fields.issuer_name,
        published=fields.published or next(filter(None, map(days.from_words, datelines)), None) or known.published,
        url=fields.url,
        language=language.detect(body or text, fields.language),
        location=fields.location,
        media_type=fields.media_type,
        encoding=fields.encoding,
        tags=fields.tags,
    )
