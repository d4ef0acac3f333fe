"""What following needs of a document in the ledger: its own words, its day, its parties, its commitments."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger import gathering
from summitry.ledger.followup.promise import Promise, Setting, promise_of
from summitry.ledger.pack import load_document, unpack
from summitry.ledger.schema import documents, officials, parties, readings, records
from summitry.model.codec import Json
from summitry.model.document import BODY_KINDS, Segment

# The language whose cues are known.
LANGUAGE = "en"
# Characters before a commitment in which the full name of what it speaks of may stand.
_BEFORE = 400


@dataclass(frozen=True, slots=True)
class Page:
    """A document as it is followed.

    Args:
        pk: number of its row.
        day: last day of its publication (ISO).
        name: last part of its source's name, which orders the texts of a day.
        address: where it stands; texts of one address are versions of each other.
        title: as printed.
        text: its text.
        segments: the stretches of its text.
        parties: codes of those whose dealings it is about, sorted.
        engagements: the engagements it tells of, as JSON-ready data.
        gathered: the same document as identity sees it.
    """

    pk: int
    day: str
    name: str
    address: str
    title: str
    text: str
    segments: tuple[Segment, ...]
    parties: tuple[str, ...]
    engagements: tuple[Json, ...]
    gathered: gathering.Page

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """The stretches that are the text's own account."""
        return tuple((s.start, s.end) for s in self.segments if s.kind in BODY_KINDS)

    @property
    def order(self) -> tuple[str, str]:
        """Its place among texts: by day, those of a day by name."""
        return self.day, self.name

    def after(self, other: Page) -> bool:
        """Whether it is a later text than another, and not a version of it."""
        return self.order > other.order and self.address != other.address


def name_of(source: str) -> str:
    """Return the last part of a path or address."""
    return source.rstrip("/").replace("\\", "/").rpartition("/")[2]


def page_of(connection: Connection, pk: int) -> Page | None:
    """Return a document as it is followed; ``None`` where it has no day or is in a language without cues."""
    query = (
        sa.select(documents, readings.c.payload)
        .join(readings, readings.c.id == documents.c.reading)
        .where(documents.c.pk == pk)
    )
    row = connection.execute(query).first()
    if row is None or row.day is None or row.language.partition("-")[0] != LANGUAGE:
        return None
    sides = sa.select(parties.c.party).where(parties.c.document == pk, parties.c.role == "side")
    codes = tuple(sorted(connection.execute(sides).scalars()))
    told = sa.select(records.c.data).where(
        records.c.document == pk,
        records.c.kind == "engagements",
        records.c.valid_until.is_(None),
        records.c.state != "rejected",
        records.c.unverified == 0,
    )
    return Page(
        pk,
        row.day,
        name_of(row.source),
        row.address,
        row.title,
        row.text,
        load_document(row.id, row.text, unpack(row.payload)["document"]).segments,
        codes,
        tuple(json.loads(data) for data in connection.execute(told.order_by(records.c.position)).scalars()),
        gathering.Page(row.id, row.kind, row.language, tuple(row.publisher.split()), codes, row.day),
    )


def promises_of(connection: Connection, page: Page) -> Iterator[tuple[int, Promise]]:
    """Yield a document's commitments as they are followed, in every condition they went through, with their rows."""
    people = tuple(connection.execute(sa.select(officials.c.name).where(officials.c.document == page.pk)).scalars())
    level = page.engagements[0]["level"] if page.engagements else None
    query = sa.select(records.c.pk, records.c.data, records.c.start).where(
        records.c.document == page.pk, records.c.kind == "commitments"
    )
    for row in connection.execute(query.order_by(records.c.pk)):
        data = json.loads(row.data)
        setting = Setting(
            page.day,
            tuple(sorted({*page.parties, *data["parties"]})),
            page.text[max(0, row.start - _BEFORE) : row.start],
            people,
            level,
            page.title,
        )
        yield row.pk, promise_of(data, setting)
