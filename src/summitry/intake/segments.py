"""Blocks → what each of them is on its page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from summitry.intake import cues, headings
from summitry.intake.blocks import Block, fold
from summitry.intake.metadata import Fields
from summitry.intake.speakers import turns
from summitry.intake.traced import Traced
from summitry.model.document import BODY_KINDS, SegmentKind

_LEAD = re.compile(
    r"(?P<lead>\(?(?P<number>\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-Za-z]|[ivx]{1,5})[.)]|(?P<dotted>\d{1,2}(?:\.\d{1,2})+)"
    r"|(?P<bullet>[-*+•·▪●◦‣∙–—]))\s+(?=\S)"
)
_BARE = re.compile(r"(?P<lead>(?P<number>\d{1,2}))\s+(?=[A-Z“\"])")
_PLACE = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}, [A-Z][\w.'’-]+(?:[ ,]+[A-Z][\w.'’-]+){0,3}")
_CERTAIN = frozenset(
    {SegmentKind.NAVIGATION, SegmentKind.SPEAKER, SegmentKind.TITLE, SegmentKind.SUMMARY, SegmentKind.BOILERPLATE}
)
_HEAD = 12
_LONGEST_CHROME = 300


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with its part on the page; ``speaker`` is set on the words of a transcript."""

    block: Block
    kind: SegmentKind
    number: str | None = None
    marker: str | None = None
    speaker: str | None = None


def place(blocks: list[Block], fields: Fields) -> list[Placed]:
    """Return the blocks with their parts, in order, none left out.

    Args:
        blocks: what the format's parser found.
        fields: what is known beside the words; its title is recognised among the blocks.
    """
    spoken = turns(_led(blocks))
    start = _body_start(spoken)
    kinds = [_kind(block, index < start, fields.title) for index, block in enumerate(spoken)]
    kinds = _one_title(kinds)
    kinds = _captions(spoken, kinds)
    kinds = headings.mark(spoken, kinds)
    placed = [_placed(block, kind) for block, kind in zip(spoken, kinds, strict=True)]
    return _with_speakers(placed)


def _led(blocks: list[Block]) -> list[Block]:
    """Return the blocks with their printed numbers and bullets taken from their words."""
    bare = sum(1 for block in blocks if _BARE.match(block.text) and len(block.text) < 100) > 1
    return [_lead(block, bare) for block in blocks]


def _lead(block: Block, bare: bool) -> Block:
    if block.lead.text or block.kind not in {None, SegmentKind.HEADING, SegmentKind.PARAGRAPH, SegmentKind.LIST_ITEM}:
        return block
    if cues.dateline().fullmatch(block.text) or cues.pattern("boilerplate").fullmatch(block.text[:_LONGEST_CHROME]):
        return block
    match = _LEAD.match(block.text) or (_BARE.match(block.text) if bare and len(block.text) < 100 else None)
    if not match or not block.text[match.end() :].strip("*_#-–—. "):
        return block
    content = block.content
    return replace(block, lead=content.slice(0, match.end("lead")), content=content.slice(match.end(), len(content)))


def _body_start(blocks: list[Block]) -> int:
    """Return the index of the first block that is running text."""
    for index, block in enumerate(blocks):
        text = block.text
        running = len(text) > 80 and text.endswith((".", ":", ";", "”", '"'))
        if block.kind is SegmentKind.SPEAKER or (block.kind in {None, *BODY_KINDS} and running):
            return index
    return min(len(blocks), _HEAD)


def _kind(block: Block, early: bool, title: str | None) -> SegmentKind | None:
    """Return what a block is by its own words, or ``None`` where its neighbours must tell."""
    text = block.text
    if early and title and len(text) < len(title) * 2 and not block.lead.text and fold(text) == fold(title):
        return SegmentKind.TITLE
    if early and block.kind is SegmentKind.NAVIGATION and cues.dateline().fullmatch(text[:_LONGEST_CHROME]):
        return SegmentKind.DATELINE
    if block.kind in _CERTAIN:
        return block.kind
    if len(text) <= _LONGEST_CHROME and not block.lead.text:
        found = _chrome(block, early)
        if found:
            return found
    return block.kind


def _chrome(block: Block, early: bool) -> SegmentKind | None:
    text = block.text
    if cues.pattern("boilerplate").fullmatch(text):
        return SegmentKind.BOILERPLATE
    if block.kind is SegmentKind.HEADING:
        return None
    if cues.pattern("credit").fullmatch(text):
        return SegmentKind.CREDIT
    if block.kind is SegmentKind.CAPTION or (cues.pattern("caption").fullmatch(text) and not text.endswith(".")):
        return SegmentKind.CAPTION
    if early and cues.pattern("byline").fullmatch(text):
        return SegmentKind.BOILERPLATE
    if cues.dateline().fullmatch(text) or (
        early and (_PLACE.fullmatch(text) or cues.pattern("dateline").fullmatch(text))
    ):
        return SegmentKind.DATELINE
    short = len(text.split()) <= 14 and not text.endswith((".", ";"))
    if short and block.kind is None and (cues.pattern("navigation").fullmatch(text) or block.linked):
        return SegmentKind.NAVIGATION
    return None


def _one_title(kinds: list[SegmentKind | None]) -> list[SegmentKind | None]:
    """Return the kinds with the last title before the text as the title, earlier ones as the page's chrome."""
    titles = [index for index, kind in enumerate(kinds) if kind is SegmentKind.TITLE]
    return [SegmentKind.NAVIGATION if index in titles[:-1] else kind for index, kind in enumerate(kinds)]


def _captions(blocks: list[Block], kinds: list[SegmentKind | None]) -> list[SegmentKind | None]:
    """Return the kinds with a short line right before a photograph's credit as its caption."""
    out = list(kinds)
    for index in range(1, len(blocks)):
        before = blocks[index - 1]
        short = len(before.text) <= 200 and not before.text.endswith(".") and not before.alone
        if kinds[index] is SegmentKind.CREDIT and kinds[index - 1] is None and short:
            out[index - 1] = SegmentKind.CAPTION
    return out


def _placed(block: Block, kind: SegmentKind | None) -> Placed:
    lead = block.lead.text
    if kind is SegmentKind.HEADING:
        return Placed(block, kind, number=lead.strip("(). ") or None if not _is_bullet(lead) else None)
    if kind in {None, SegmentKind.LIST_ITEM} and lead:
        return Placed(block, SegmentKind.LIST_ITEM, marker=lead)
    if kind is SegmentKind.LIST_ITEM:
        return Placed(block, kind)
    return Placed(block, kind or SegmentKind.PARAGRAPH)


def _is_bullet(lead: str) -> bool:
    return not any(char.isalnum() for char in lead)


def _with_speakers(placed: list[Placed]) -> list[Placed]:
    out: list[Placed] = []
    speaker: str | None = None
    for item in placed:
        if item.kind is SegmentKind.SPEAKER:
            speaker = item.block.text.rstrip(":. ")
            out.append(replace(item, speaker=speaker))
        else:
            out.append(replace(item, speaker=speaker) if item.kind in BODY_KINDS else item)
    return out


def whole(item: Placed) -> Traced:
    """Return a block's words with the printed number or marker before them."""
    return Traced.join((item.block.lead, item.block.content), " ") if item.block.lead.text else item.block.content
