"""Accounts of invented officials, read up to their statements."""

from __future__ import annotations

from summitry.model.document import Document, Metadata, Segment, SegmentKind
from summitry.model.records import DocumentKind, Statement
from summitry.reading.en.header import Header, Person
from summitry.reading.en.parse import Parsed, parse
from summitry.reading.en.sides import Sides
from summitry.reading.en.statements import read_statements

PEOPLE = (
    Person(("Adrian Voss", "Voss"), ("President of France", "President"), "FR", True),
    Person(("Kenji Mori", "Mori"), ("Prime Minister of Japan", "Prime Minister"), "JP", True),
)
READOUT = Header(DocumentKind.READOUT, ("FR",), "2021-01-01", "2021-01-01", ("FR", "JP"), people=PEOPLE)
JOINT = Header(DocumentKind.JOINT_STATEMENT, ("FR", "JP"), "2021-01-01", "2021-01-01", ("FR", "JP"), people=PEOPLE)


def document(*segments: str | tuple[SegmentKind, str] | tuple[SegmentKind, str, str]) -> Document:
    """Return a document of paragraphs, or of segments given with their kind and their speaker."""
    text, made = "", []
    for segment in segments:
        kind, words, *speaker = segment if isinstance(segment, tuple) else (SegmentKind.PARAGRAPH, segment)
        made.append(Segment(kind, len(text), len(text) + len(words), speaker=speaker[0] if speaker else None))
        text += words + "\n\n"
    return Document("d", text, tuple(made), Metadata("test", title="A meeting of two leaders"))


def parsed(*segments: str | tuple[SegmentKind, str]) -> Parsed:
    """Return a document of these segments with its parse."""
    return next(parse([document(*segments)]))


def statements(
    *segments: str | tuple[SegmentKind, str] | tuple[SegmentKind, str, str], header: Header = READOUT
) -> tuple[Statement, ...]:
    """Return the statements of a document of these segments."""
    read = next(parse([document(*segments)]))
    return read_statements(read, header, Sides(read, header))


def told(*segments: str | tuple[SegmentKind, str], header: Header = READOUT) -> list[tuple[str, str, str, str]]:
    """Return each statement as (act, speakers, addressees, quote), codes joined by spaces."""
    return [
        (s.act.value, " ".join(s.speakers), " ".join(s.addressees), s.grounds.evidence.quote)
        for s in statements(*segments, header=header)
    ]
