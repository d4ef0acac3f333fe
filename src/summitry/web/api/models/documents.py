"""Documents: their rows, texts, records and changes."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from summitry.model.document import SegmentKind
from summitry.views.versions import Change
from summitry.web.api.models.base import DocumentRef, Told
from summitry.web.api.models.findings import Finding


class Document(DocumentRef):
    """A document of the ledger."""

    kind: str
    language: str
    version: int
    superseded: bool
    added: str
    reader: str


class DocumentPage(Told):
    """A document with its versions and how much was found in it."""

    document: Document
    versions: list[Document]
    counts: dict[str, int]
    findings: list[Finding]
    unverified: list[Finding] = Field(description="What the gate refused: kept, and not counted.")


class Segment(Told):
    """A stretch of a text."""

    kind: SegmentKind
    start: int
    end: int
    number: str | None
    marker: str | None
    level: int
    speaker: str | None
    language: str | None


class Text(Told):
    """A text as published; all offsets of the API count its characters (Unicode code points)."""

    id: str
    title: str | None
    language: str
    text: str
    segments: list[Segment]


class Records(Told):
    """All that was read from a document."""

    document: dict[str, Any]
    sections: list[dict[str, Any]]
    engagements: list[dict[str, Any]]
    statements: list[dict[str, Any]]
    commitments: list[dict[str, Any]]
    events: list[dict[str, Any]]
    instruments: list[dict[str, Any]]
    officials: list[dict[str, Any]]
    unverified: list[dict[str, Any]]


class Stretch(Told):
    """A stretch of text and what became of it; of a folded one only its length is told."""

    change: Change
    text: str
    words: int


class Changes(Told):
    """What changed between a version of a text and the one before it."""

    before: str
    after: str
    silent_edit: bool = Field(description="Whether words changed, and not only their layout.")
    stretches: list[Stretch]
