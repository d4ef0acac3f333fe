"""Transcripts: who speaks is printed as a label before the words ("PRIME MINISTER: …")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from summitry.intake import cues
from summitry.intake.blocks import Block
from summitry.model.document import SegmentKind

_LABEL = re.compile(
    r"(?P<label>[A-Z][^:.!?;…“”\"]{0,140}?(?:\b(?:Mr|Mrs|Ms|Dr|Hon|Rt)\.[^:.!?;…“”\"]{1,80})?)"
    r" ?(?:\[[^\]]{1,40}\]|\([^)]{1,60}\))? ?:(?=\s|$)"
)
_LETTER = re.compile(r"(?P<label>[QA])(?:[.:]|\s)\s*(?=[A-Z“\"(])")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# Inside a run of text a label follows the end of a sentence.
_INLINE = re.compile(r"(?:(?<=^)|(?<=[.?!…>)”\"] ))(?P<label>[A-Z][^:.!?;…“”\"<>]{2,160}?): (?=[A-Z“\"<(])")
_SHORTEST_TALK = 400


def turns(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks with every speaker's label as a block of its own, if the text is a transcript."""
    held = [part for block in blocks for part in _inline(block)]
    labels = [_label(block) for block in held]
    names = Counter(label["label"] for label in labels if label)
    if not _transcript(names):
        return held
    return [part for block, label in zip(held, labels, strict=True) for part in _turn(block, label)]


def _turn(block: Block, label: re.Match[str] | None) -> Iterator[Block]:
    if label is None:
        yield block
        return
    yield Block(block.content.slice(0, label.end()).strip(), SegmentKind.SPEAKER)
    rest = block.content.slice(label.end(), len(block.text)).strip()
    if rest.text:
        yield replace(block, content=rest, strong=False)


def _label(block: Block) -> re.Match[str] | None:
    if block.kind not in {None, SegmentKind.LIST_ITEM, SegmentKind.HEADING}:
        return None
    found = _LABEL.match(block.text)
    if found and _names_speaker(found["label"], alone=found.end() == len(block.text) or block.strong):
        return found
    return _LETTER.match(block.text)


def _names_speaker(label: str, *, alone: bool) -> bool:
    found = _WORD.findall(label)
    never = cues.words("speakers", "never")
    if not found or found[0].lower() in never or label.lower() in never:
        return False
    capitals = sum(word.isupper() and len(word) > 1 for word in found)
    role = any(word.lower() in cues.words("speakers", "words") for word in found)
    titled = all(word[0].isupper() or word in cues.words("small_words") for word in found)
    return capitals * 2 > len(found) or (capitals > 0 and role) or (role and alone and titled)


def _transcript(names: Counter[str]) -> bool:
    """Return whether the labels are of people: one of a known role, or one that comes back."""
    letters = sum(names[letter] for letter in cues.words("speakers", "letters"))
    full = {name: count for name, count in names.items() if len(name) > 1}
    roles = cues.words("speakers", "words")
    known = any(roles & {word.lower() for word in _WORD.findall(name)} for name in full)
    return known or any(count > 1 for count in full.values()) or letters > 2


def _inline(block: Block) -> Iterator[Block]:
    """Yield the turns of a run of text in which several people speak; they are told by names that come back."""
    # Shorter texts hold no conversation, and need not be searched.
    matches = _INLINE.finditer(block.text) if len(block.text) > _SHORTEST_TALK else ()
    found = [match for match in matches if _is_name(match["label"])]
    tails = Counter(_tail(match["label"]) for match in found)
    found = [match for match in found if tails[_tail(match["label"])] > 1 or match.start() == 0]
    if block.kind is not None or len(found) < 2 or max(tails.values()) < 2:
        yield block
        return
    done = 0
    for match in found:
        before = block.content.slice(done, match.start()).strip()
        if before.text:
            yield replace(block, content=before)
        yield Block(block.content.slice(match.start(), match.end()).strip(), SegmentKind.SPEAKER)
        done = match.end()
    yield replace(block, content=block.content.slice(done, len(block.text)).strip())


def _is_name(label: str) -> bool:
    words = label.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words[-2:])


def _tail(label: str) -> str:
    return " ".join(label.split()[-2:])
