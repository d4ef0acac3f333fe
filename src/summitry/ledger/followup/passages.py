"""The passages of a text: its sentences and their clauses, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|No|Nos|Gen|Lt|Col|Sen|Gov|Rep|Amb|Art|vs|cf|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b[A-Z](?:\.[A-Z])*)\.$"
)
_END = re.compile(r"[.!?]+[”\"’')]*(?=\s+|$|[A-Z][a-z])|\n+")
# Where a clause may end: at a semicolon, a dash, or a comma or "and" before what carries a thought of its own.
_BREAK = re.compile(
    r"\s*[;:]\s+|\s+[–—]+\s+|—|,\s+(?=(?:and|but|while|which|who|where|including|as well as|with|to|the|a|an|our|its"
    r"|his|her|their|we|he|she|they|following|building|such|through|in|at|by|from|on)\b|\w+(?:ed|ing)\b)"
    r"|\s+(?=(?:and|but|while|as well as|including|which|following)\b)"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its clauses as offsets (in characters of the text)."""

    start: int
    end: int
    text: str
    clauses: tuple[tuple[int, int], ...]


def passages_of(text: str, stretches: Iterable[tuple[int, int]]) -> Iterator[Passage]:
    """Yield the sentences in the given stretches (start, end) of a text, in order."""
    for start, end in stretches:
        for first, last in _sentences(text, start, end):
            said = text[first:last]
            yield Passage(first, last, said, tuple((first + a, first + b) for a, b in _clauses(said)))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        if text[match.start()] == "." and _ABBREVIATED.search(text, max(begin, match.start() - 12), match.start() + 1):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    said = text[start:end]
    start += len(said) - len(said.lstrip())
    said = said.strip()
    if len(said) > 2:
        yield start, start + len(said)


def _clauses(said: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for match in _BREAK.finditer(said):
        if match.start() > begin:
            yield begin, match.start()
            begin = match.end()
    if begin < len(said):
        yield begin, len(said)
