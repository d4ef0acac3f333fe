"""What changed between two versions of a text: words, or only its layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from summitry.model.document import Document

_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")
# Words kept around a change; longer stretches that stayed the same are folded.
_AROUND = 40
# Tokens up to which two passages are compared word by word; a longer one is shown as gone and come.
_LONG = 6_000


class Change(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"
    LAYOUT = "layout"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text and what became of it; of a folded one ``text`` is empty and ``words`` its length."""

    change: Change
    text: str
    words: int = 0


@dataclass(frozen=True, slots=True)
class Changes:
    """All stretches in order, with how many words are gone, new, and only laid out otherwise."""

    stretches: tuple[Stretch, ...]

    def count(self, change: str) -> int:
        """Return how many words were changed in this way."""
        return sum(s.words for s in self.stretches if s.change == change)

    @property
    def is_silent_edit(self) -> bool:
        """Whether words changed, not only their layout."""
        return bool(self.count(Change.GONE) or self.count(Change.NEW))


def changes(before: Document, after: Document) -> Changes:
    """Return what changed from one version of a text to another."""
    one, other = before.text.split("\n"), after.text.split("\n")
    stretches: list[Stretch] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            stretches += _same("\n".join(one[a:b]) + "\n")
        else:
            stretches += changed_words("\n".join(one[a:b]) + "\n", "\n".join(other[c:d]) + "\n")
    return Changes(tuple(s for s in stretches if s.text or s.words))


def changed_words(gone: str, new: str) -> Iterator[Stretch]:
    """Yield what became of the words of one stretch of text in another, in order."""
    one, other = _TOKEN.findall(gone), _TOKEN.findall(new)
    if max(len(one), len(other)) > _LONG:
        yield from (_stretch(Change.GONE, one), _stretch(Change.NEW, other))
        return
    for tag, a, b, c, d in SequenceMatcher(_blank, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            yield _stretch(Change.SAME, one[a:b])
        elif not _said(one[a:b]) and not _said(other[c:d]):
            yield _stretch(Change.LAYOUT, other[c:d] or [" "])
        else:
            yield _stretch(Change.GONE, one[a:b])
            yield _stretch(Change.NEW, other[c:d])


def _same(text: str) -> Iterator[Stretch]:
    tokens = _TOKEN.findall(text)
    if len(tokens) <= 3 * _AROUND:
        yield _stretch(Change.SAME, tokens)
        return
    middle = tokens[_AROUND:-_AROUND]
    yield _stretch(Change.SAME, tokens[:_AROUND])
    yield Stretch(Change.FOLDED, "", len(_said(middle)))
    yield _stretch(Change.SAME, tokens[-_AROUND:])


def _stretch(change: Change, tokens: Sequence[str]) -> Stretch:
    return Stretch(change, "".join(tokens), len(_said(tokens)))


def _said(tokens: Sequence[str]) -> list[str]:
    return [token for token in tokens if token[0].isalnum()]


def _blank(token: str) -> bool:
    return token.isspace()
