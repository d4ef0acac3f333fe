"""What reading the engagements needs to know of a text, and those found to take part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summitry.model.document import Document, Segment
from summitry.model.records import DocumentKind, Level
from summitry.reading.en.header.lead import Lead, body_segments
from summitry.reading.en.header.people import Figure, Named
from summitry.reading.en.header.publisher import JOINT


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its people and the sentence that reports its engagement.

    Args:
        document: the document.
        kind: what sort of text it is.
        publisher: whose text it is.
        people: every place where people are named.
        figures: the persons behind these places.
        lead: the sentence that reports the engagement, if one was found.
    """

    document: Document
    kind: DocumentKind
    publisher: tuple[str, ...]
    people: tuple[Named, ...]
    figures: list[Figure]
    lead: Lead | None

    @property
    def title(self) -> str:
        """The title, or an empty string."""
        return self.document.meta.title or ""

    @property
    def own(self) -> str | None:
        """The side that publishes the text, where it is one."""
        issuers = self.document.meta.issuers or self.publisher
        return issuers[0] if len(issuers) == 1 else None

    @property
    def joint(self) -> bool:
        """Whether it is the text of several sides."""
        return self.kind in JOINT

    @property
    def lead_text(self) -> str:
        """The text of the lead's segment; an empty string without a lead."""
        return self.document.words(self.lead.segment) if self.lead else ""

    @property
    def report(self) -> str:
        """The words that report the engagement, before purpose and content begin."""
        return self.lead_text[self.lead.start : self.lead.scope] if self.lead else ""

    @property
    def sentence(self) -> str:
        """The whole sentence that reports the engagement."""
        return self.lead_text[self.lead.start : self.lead.end] if self.lead else ""

    def told(self) -> Iterator[Segment]:
        """Yield the body's segments that nobody speaks in a transcript."""
        return (segment for segment in body_segments(self.document) if not segment.speaker)

    def within(self, segment: Segment, start: int, end: int) -> list[Named]:
        """Return the people named between two offsets of a segment (in its characters)."""
        return [n for n in self.people if n.segment is segment and start <= n.naming.start < end]

    def figure_of(self, named: Named) -> Figure | None:
        """Return the person behind a name at its place."""
        return next((f for f in self.figures if named in f.places), None) if named.name else None


@dataclass(slots=True)
class Guest:
    """Somebody who took part.

    Args:
        named: where the text names them as taking part.
        figure: the person with every other place, where a name is printed.
        party: the side.
        subject: whether they stand before the verb that reports the engagement.
        in_title: whether only the title gives them as taking part.
        level: the level of their post.
    """

    named: Named
    figure: Figure | None
    party: str | None = None
    subject: bool = False
    in_title: bool = False
    level: Level | None = None
