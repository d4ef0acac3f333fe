"""Small documents for the tests of the header: a title and paragraphs, as intake gives them."""

from __future__ import annotations

from summitry.model.document import Document, Metadata, Segment, SegmentKind
from summitry.model.evidence import content_id
from summitry.model.records import Engagement
from summitry.reading.en.header import Header, read_header
from summitry.reading.en.parse import Parsed


def document(title: str, *paragraphs: str, issuer: str = "JP", published: str = "2019-05-20") -> Document:
    """Return a document of one issuer; a paragraph that begins with "# " is a heading."""
    text, segments = title, [Segment(SegmentKind.TITLE, 0, len(title))]
    for paragraph in paragraphs:
        kind = SegmentKind.HEADING if paragraph.startswith("# ") else SegmentKind.PARAGRAPH
        words = paragraph.removeprefix("# ")
        text += "\n\n"
        segments.append(Segment(kind, len(text), len(text) + len(words)))
        text += words
    meta = Metadata("test", title=title, issuers=(issuer,), published=published)
    return Document(content_id(text), text, tuple(segments), meta)


def header(title: str, *paragraphs: str, issuer: str = "JP", published: str = "2019-05-20") -> Header:
    """Return the header of such a document."""
    return read_header(Parsed(document(title, *paragraphs, issuer=issuer, published=published), ()))


def engagement(title: str, *paragraphs: str, issuer: str = "JP", published: str = "2019-05-20") -> Engagement:
    """Return the main engagement of such a document."""
    return header(title, *paragraphs, issuer=issuer, published=published).engagements[0]


def guests(found: Engagement) -> list[tuple[str, str | None]]:
    """Return names and sides of those who took part."""
    return [(person.name, person.party) for person in found.participants]
