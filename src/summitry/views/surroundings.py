"""The words around a quote: the passage of the text that it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.model.document import Document
from summitry.model.evidence import Evidence

# Characters shown before and after the quote, at most.
_AROUND = 320


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A quote with the words before and after it in its passage; ``cut`` marks words left out on that side."""

    before: str
    quote: str
    after: str
    cut_before: bool = False
    cut_after: bool = False


def surroundings(document: Document, evidence: Evidence) -> Surroundings:
    """Return a quote within its segment, or within its line where no segment holds it."""
    text = document.text
    inside = [s for s in document.segments if s.start <= evidence.start < s.end]
    start = inside[0].start if inside else text.rfind("\n", 0, evidence.start) + 1
    end = next((s.end for s in document.segments if s.start < evidence.end <= s.end), evidence.end)
    low = max(start, evidence.start - _AROUND)
    high = min(max(end, evidence.end), evidence.end + _AROUND)
    if low > start:
        low = text.find(" ", low, evidence.start) + 1 or evidence.start
    if high < end:
        high = max(text.rfind(" ", evidence.end, high), evidence.end)
    return Surroundings(text[low : evidence.start], evidence.quote, text[evidence.end : high], low > start, high < end)
