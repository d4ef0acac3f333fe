"""Which lines are headings: by mark-up, by number, by being set off, or by standing alone over a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summitry.intake import cues
from summitry.intake.blocks import Block
from summitry.model.document import BODY_KINDS, SegmentKind

_WORD = re.compile(r"[^\W_][\w'’.&-]*")
_OPEN_WORD = re.compile(r"\b(?:and|or|the|of|to|by|with|includ\w+|following|follows)$", re.I)
_OPEN_END = re.compile(r"[.!?;:,…]$")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){1,4}$|\b(?:etc|Inc|Ltd|Co)\.$")
_LONGEST_MARKED = 30
_LONGEST_NUMBERED = 16
_LONGEST_BARE = 12
_LONGEST_ANNOUNCED = 6
_RUNNING = 60
_MOST = 0.6

Kinds = list[SegmentKind | None]


def mark(blocks: Sequence[Block], kinds: Kinds) -> Kinds:
    """Return the kinds with the headings among the open ones marked, and none without words under it.

    Args:
        blocks: the blocks of a page.
        kinds: what each is so far; ``None`` where it is open.
    """
    out = [SegmentKind.HEADING if _marked(blocks, kinds, index) else kind for index, kind in enumerate(kinds)]
    if SegmentKind.SPEAKER not in out:
        bare = [index for index in range(len(blocks)) if _bare(blocks, out, index)]
        body = next((i for i, block in enumerate(blocks) if out[i] in {None, *BODY_KINDS} and _running(block)), 0)
        # A lone line over the first paragraph is a subtitle or a place; it is a heading only among others like it.
        kept = [index for index in bare if index > body]
        out = [SegmentKind.HEADING if i in (bare if len(kept) > 1 else kept) else kind for i, kind in enumerate(out)]
    return _with_words(blocks, out)


def _marked(blocks: Sequence[Block], kinds: Kinds, index: int) -> bool:
    block, kind = blocks[index], kinds[index]
    if kind not in {None, SegmentKind.LIST_ITEM}:
        return False
    words = _WORD.findall(block.text)
    like = _heading_like(block.text) or (block.strong and _announces(block.text))
    if not words or not like or not (block.text[0].isupper() or block.text[0].isdigit()):
        return False
    numbered = any(char.isalnum() for char in block.lead.text) and len(block.lead.text) < 8
    if block.strong and len(words) <= _LONGEST_MARKED and (numbered or not block.lead.text):
        return True
    if not numbered or len(words) > _LONGEST_NUMBERED:
        return False
    following = _next(kinds, index)
    if following is None or _sibling(block, blocks[following]) or (index > 0 and _sibling(block, blocks[index - 1])):
        return False
    # An item of a list is a heading only where the list holds nothing else.
    in_list = kinds[following] is kind or (index > 0 and kinds[index - 1] is kind)
    return kind is None or not in_list


def _sibling(block: Block, other: Block) -> bool:
    """Return whether the block beside it is numbered in the same manner, so that both are items of one list."""
    return bool(other.lead.text) and _manner(block.lead.text) == _manner(other.lead.text)


def _manner(lead: str) -> str:
    return re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", re.sub(r"\d+", "1", lead)))


def _heading_like(text: str) -> bool:
    ends = _OPEN_END.search(text) and not _ABBREVIATION.search(text)
    return not ends and not _OPEN_WORD.search(text) and not cues.pattern("never_headings").fullmatch(text)


def _announces(text: str) -> bool:
    """Return whether a line before a colon is a heading ("Defence Cooperation:") and no beginning of a sentence."""
    words = _WORD.findall(text)
    if not words or words[0].lower() in cues.words("pronouns") or _OPEN_WORD.search(text[:-1]):
        return False
    named = text.endswith(":") and len(words) <= _LONGEST_ANNOUNCED and _capitals(words) >= _MOST
    return named and not cues.pattern("never_headings").fullmatch(text)


def _bare(blocks: Sequence[Block], kinds: Kinds, index: int) -> bool:
    """Return whether an unmarked line stands alone over running text, as a heading does."""
    block = blocks[index]
    words = _WORD.findall(block.text)
    if kinds[index] is not None or block.lead.text or not block.alone or not 0 < len(words) <= _LONGEST_BARE:
        return False
    announced = _announces(block.text)
    like = announced or _heading_like(block.text)
    if not like or not block.text[0].isupper() or (index and _short(blocks, kinds, index - 1)):
        return False
    following = _next(kinds, index)
    if announced and following is not None and (blocks[following].lead.text or kinds[following]):
        return False
    over_text = following is not None and (_running(blocks[following]) or kinds[following] is SegmentKind.LIST_ITEM)
    return over_text and _title_like(words)


def _short(blocks: Sequence[Block], kinds: Kinds, index: int) -> bool:
    """Return whether a line is short and open itself: lines one after the other are names or an address."""
    text = blocks[index].text
    return (
        kinds[index] is None
        and not blocks[index].lead.text
        and len(text.split()) <= _LONGEST_BARE
        and _heading_like(text)
    )


def _title_like(words: list[str]) -> bool:
    """Return whether most words of weight have a capital, or the line is too short to be a sentence."""
    return _capitals(words) >= _MOST or len(words) <= 7


def _capitals(words: list[str]) -> float:
    """Return the share of the words of weight that begin with a capital or a digit (0 to 1)."""
    heavy = [word for word in words if word.lower() not in cues.words("small_words")]
    return sum(word[0].isupper() or word[0].isdigit() for word in heavy) / max(len(heavy), 1)


def _running(block: Block) -> bool:
    return len(block.text) > _RUNNING and bool(re.search(r"[.:;”\")]\W*$|[a-z)][.?!]\s", block.text))


def _sentence(text: str) -> bool:
    return len(text) > _RUNNING or text.endswith((".", "!", "?", ":", ";", ".”", '."'))


def _next(kinds: Kinds, index: int) -> int | None:
    """Return the index of the next block that is text, a list or a heading."""
    for following in range(index + 1, len(kinds)):
        if kinds[following] in {None, SegmentKind.HEADING, *BODY_KINDS}:
            return following
        if kinds[following] in {SegmentKind.BOILERPLATE, SegmentKind.NAVIGATION}:
            return None
    return None


def _with_words(blocks: Sequence[Block], kinds: Kinds) -> Kinds:
    """Return the kinds without the headings that no text follows: lines set off at the end are names and signatures."""
    out = list(kinds)
    for index in range(len(kinds) - 1, -1, -1):
        open_end = out[index] is None and _sentence(blocks[index].text)
        if out[index] in BODY_KINDS or out[index] is SegmentKind.SPEAKER or open_end:
            break
        if out[index] is SegmentKind.HEADING and blocks[index].kind is not SegmentKind.HEADING:
            out[index] = None
    return out
