"""The passages of a text: its sentences and their clauses, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summitry.ledger.followup.cues import cues_by_deed, folded

_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Jr|Sr|Hon|Prof|Adm|Capt|Maj|Sgt|St|No|Nos|Gen|Lt|Col|Sen|Gov|Rep|Amb|Art|vs|cf"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b[A-Z](?:\.[A-Z])*)\.$"
)
_END = re.compile(r"[.!?]+[”\"’')]*(?=\s+|$|[A-Z][a-z])|\n+")
# Where a clause may end: at a semicolon, a dash, or a comma or "and" before what carries a thought of its own.
_BREAK = re.compile(
    r"\s*[;:]\s+|\s+[–—]+\s+|—|,\s+(?=(?:and|but|while|which|who|where|including|as well as|with|to|the|a|an|our|its"
    r"|his|her|their|we|he|she|they|following|building|such|through|in|at|by|from|on)\b|\w+(?:ed|ing)\b)"
    r"|\s+(?=(?:and|but|while|as well as|including|which|following)\b)"
)


# What people met for: "to discuss …", "during which …".
_PURPOSE = re.compile(r"\s+(?:to\s+(?!the\b|a\b|an\b|his\b|her\b|their\b|our\b|its\b)[a-z]+\b|during which\b|where\b)")
# A verb this near the beginning of its clause has its subject before that, where the sentence is not long by then.
_SUBJECT, _OPENING = 10, 120


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


def meeting_words(passage: Passage) -> tuple[int, int]:
    """Return the stretch of a sentence that says that people met: the clause of the verb, up to what they met for."""
    verb = cues_by_deed("done")["meet"].search(folded(passage.text))
    if verb is None:
        return passage.start, passage.end
    at = passage.start + verb.start()
    clause = next(((a, b) for a, b in passage.clauses if a <= at < b), (passage.start, passage.end))
    start = passage.start if at - clause[0] < _SUBJECT and at - passage.start < _OPENING else clause[0]
    purpose = _PURPOSE.search(passage.text, verb.end(), clause[1] - passage.start)
    return start, passage.start + purpose.start() if purpose else clause[1]
