"""The headings of a text and what stands under them."""

from __future__ import annotations

from summitry.model.document import Document, SegmentKind
from summitry.model.records import Section


def read_sections(document: Document) -> tuple[Section, ...]:
    """Return the sections in text order; each reaches to the next heading of its level or a higher one."""
    headings = [s for s in document.of_kind(SegmentKind.HEADING) if s.end > s.start]
    sections = []
    for index, heading in enumerate(headings):
        following = next((h.start for h in headings[index + 1 :] if h.level <= heading.level), len(document.text))
        evidence = document.evidence(heading.start, heading.end)
        sections.append(Section(heading.number, " ".join(evidence.quote.split()), evidence, heading.start, following))
    return tuple(sections)
