"""Small texts of two invented governments' meeting, read with a header given by hand."""

from __future__ import annotations

import hashlib
from functools import cache

from summitry.model.document import Document, Metadata, Segment, SegmentKind
from summitry.model.edtf import Edtf
from summitry.model.evidence import Evidence, Grounds, Method
from summitry.model.records import Commitment, DocumentKind, Engagement, Event, Form, Instrument
from summitry.reading.en.commitments import read_candidates, read_commitments
from summitry.reading.en.events import read_events
from summitry.reading.en.header import Header, Person
from summitry.reading.en.instruments import read_instruments
from summitry.reading.en.parse import Parsed, parse
from summitry.reading.en.sides import Sides
from summitry.reading.en.statements import read_statements
from summitry.reading.en.verdicts import Reading

DAY = "2024-05-01"
_PEOPLE = (
    Person(("Taro Sato", "Sato"), ("Prime Minister of Japan", "Prime Minister"), "JP", True),
    Person(("Anne Moreau", "Moreau"), ("President of France", "President"), "FR", True),
)


def document(text: str, *, items: bool = False) -> Document:
    """A document of one segment a line; with ``items``, lines that begin with "- " are list items."""
    lines, segments, at = [], [], 0
    for line in text.strip().split("\n"):
        bullet = items and line.startswith("- ")
        words = line.removeprefix("- ") if bullet else line
        kind = SegmentKind.LIST_ITEM if bullet else SegmentKind.PARAGRAPH
        segments.append(Segment(kind, at, at + len(words), marker="-" if bullet else None))
        lines.append(words)
        at += len(words) + 1
    body = "\n".join(lines)
    digest = hashlib.sha256(body.encode()).hexdigest()[:16]
    return Document(digest, body, tuple(segments), Metadata("-", published=DAY, issuers=("JP",)))


@cache
def parsed(text: str, items: bool = False) -> Parsed:
    return next(iter(parse([document(text, items=items)])))


def header(kind: DocumentKind = DocumentKind.READOUT) -> Header:
    evidence = Evidence("d", 0, 1, "x")
    met = Engagement(Grounds(evidence, Method("given")), Form.MEETING, None, date=Edtf(DAY))
    publisher = ("JP",) if kind is DocumentKind.READOUT else ("FR", "JP")
    return Header(kind, publisher, DAY, DAY, ("FR", "JP"), engagements=(met,), people=_PEOPLE)


def commitments(text: str, kind: DocumentKind = DocumentKind.READOUT, *, items: bool = False) -> tuple[Commitment, ...]:
    text_parsed, head = parsed(text, items), header(kind)
    sides = Sides(text_parsed, head)
    return read_commitments(text_parsed, head, sides, read_statements(text_parsed, head, sides))


def joint(text: str) -> tuple[Commitment, ...]:
    return commitments(text, DocumentKind.JOINT_STATEMENT, items=True)


def readings(text: str) -> list[Reading]:
    """The candidates of a text with what is known of them, before any is refused."""
    text_parsed, head = parsed(text), header()
    sides = Sides(text_parsed, head)
    found = read_candidates(text_parsed, head, sides, read_statements(text_parsed, head, sides))
    return [reading for reading, _ in found]


def only(text: str, kind: DocumentKind = DocumentKind.READOUT) -> Commitment:
    (one,) = commitments(text, kind)
    return one


def events(text: str) -> tuple[Event, ...]:
    text_parsed, head = parsed(text), header()
    return read_events(text_parsed, head, Sides(text_parsed, head))


def instruments(text: str) -> list[str]:
    text_parsed, head = parsed(text), header()
    found: tuple[Instrument, ...] = read_instruments(text_parsed, head, Sides(text_parsed, head))
    return [one.name for one in found]


def quotes(found: tuple[Commitment, ...]) -> list[str]:
    return [one.grounds.evidence.quote for one in found]
