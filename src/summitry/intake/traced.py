"""Text that remembers where each of its characters came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from summitry.model.document import OriginRun


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the offsets of the original that it stands for.

    A piece as long as its original is a copy of it, character by character; any other stands for it as a whole,
    and its parts for their share of it.
    """

    text: str
    start: int
    end: int

    def cut(self, first: int, last: int) -> Piece:
        """Return the part between two offsets of this piece."""
        if len(self.text) == self.end - self.start:
            return Piece(self.text[first:last], self.start + first, self.start + last)
        span, length = self.end - self.start, max(len(self.text), 1)
        return Piece(self.text[first:last], self.start + first * span // length, self.start + last * span // length)


@dataclass(frozen=True, slots=True)
class Traced:
    """A text made of pieces of an original text, in order."""

    pieces: tuple[Piece, ...] = ()
    text: str = field(init=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", "".join(piece.text for piece in self.pieces))
        object.__setattr__(self, "_starts", tuple(accumulate((len(p.text) for p in self.pieces), initial=0)))

    @classmethod
    def of(cls, text: str, start: int = 0) -> Traced:
        """Return a copy of an original's characters from ``start`` on."""
        return cls((Piece(text, start, start + len(text)),)) if text else cls()

    @classmethod
    def join(cls, parts: Iterable[Traced], separator: str = "") -> Traced:
        """Return the parts one after the other; the separator stands for what lies between them."""
        pieces: list[Piece] = []
        for part in parts:
            if pieces and separator and part.pieces:
                last = pieces[-1].end
                pieces.append(Piece(separator, last, max(last, part.pieces[0].start)))
            pieces.extend(part.pieces)
        return cls(tuple(pieces))

    def __len__(self) -> int:
        return len(self.text)

    def slice(self, first: int, last: int) -> Traced:
        """Return the part between two offsets of this text."""
        return Traced(tuple(self._between(max(first, 0), min(last, len(self.text)))))

    def sub(self, pattern: re.Pattern[str], replacement: str | Callable[[re.Match[str]], str]) -> Traced:
        """Return the text with every match replaced; a replacement stands for the match as a whole."""
        out: list[Piece] = []
        done = 0
        for match in pattern.finditer(self.text):
            new = replacement if isinstance(replacement, str) else replacement(match)
            if new == match.group():
                continue
            out.extend(self._between(done, match.start()))
            if new:
                low, high = self.span(match.start(), match.end())
                out.append(Piece(new, low, high))
            done = match.end()
        if not done and not out:
            return self
        out.extend(self._between(done, len(self.text)))
        return Traced(tuple(out))

    def strip(self) -> Traced:
        """Return the text without white space at its ends."""
        left = len(self.text) - len(self.text.lstrip())
        return self.slice(left, max(len(self.text.rstrip()), left))

    def split(self, pattern: re.Pattern[str]) -> Iterator[Traced]:
        """Yield the stretches between the matches of a pattern."""
        bounds = [0, *(edge for match in pattern.finditer(self.text) for edge in match.span()), len(self.text)]
        for first, last in zip(bounds[::2], bounds[1::2], strict=True):
            yield self.slice(first, last)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of the original that a non-empty part of this text stands for."""
        parts = [*self._between(first, last)]
        return (parts[0].start, parts[-1].end) if parts else (0, 0)

    def runs(self, offset: int = 0) -> Iterator[OriginRun]:
        """Yield the ways back, with this text beginning at ``offset``; neighbouring copies are one run."""
        begin = offset
        held: OriginRun | None = None
        for piece in self.pieces:
            run = OriginRun(begin, begin + len(piece.text), piece.start, piece.end)
            begin = run.end
            if held and _copies(held) and _copies(run) and held.origin_end == run.origin_start:
                held = OriginRun(held.start, run.end, held.origin_start, run.origin_end)
                continue
            if held:
                yield held
            held = run
        if held:
            yield held

    def _between(self, first: int, last: int) -> Iterator[Piece]:
        index = max(bisect_right(self._starts, first) - 1, 0)
        # Counted by index: a copy of what remains would make every cut as dear as the whole.
        for at in range(index, len(self.pieces)):
            start, piece = self._starts[at], self.pieces[at]
            if start >= last:
                return
            part = piece.cut(max(first - start, 0), min(last - start, len(piece.text)))
            if part.text:
                yield part


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end (without the line break) of every line."""
    breaks = [-1, *(match.start() for match in re.finditer("\n", text)), len(text)]
    yield from ((before + 1, after) for before, after in pairwise(breaks))


def _copies(run: OriginRun) -> bool:
    return run.end - run.start == run.origin_end - run.origin_start
