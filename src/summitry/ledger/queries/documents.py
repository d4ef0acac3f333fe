"""Documents: lists, one by id or source, and all that was read from it."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger.pack import load_document, unpack
from summitry.ledger.project import KINDS
from summitry.ledger.queries.filters import Scope, decided_by
from summitry.ledger.rows import DocumentRow, Source
from summitry.ledger.schema import documents, readings, records
from summitry.model import codec
from summitry.model.document import Document
from summitry.model.errors import LedgerError
from summitry.model.records import Records

# What a row of any kind says of its document.
SOURCE = (
    documents.c.id.label("document_id"),
    documents.c.title,
    documents.c.source,
    documents.c.source_id,
    documents.c.url,
    documents.c.publisher,
    documents.c.published,
    documents.c.kind.label("document_kind"),
    documents.c.language,
)
_OWN = (
    documents.c.address,
    documents.c.original,
    documents.c.added,
    documents.c.version,
    documents.c.change,
    documents.c.known_until,
    readings.c.reader,
)


def source_values(row: Any) -> dict[str, Any]:
    """Return the fields of :class:`Source` from a row that selected ``SOURCE``."""
    return {
        "document": row.document_id,
        "title": row.title,
        "source": row.source,
        "source_id": row.source_id,
        "url": row.url,
        "publisher": tuple(row.publisher.split()),
        "published": row.published,
        "kind": row.document_kind,
        "language": row.language,
    }


def source_of(row: Any) -> Source:
    """Return the source in a row that selected ``SOURCE``."""
    return Source(**source_values(row))


def listed(connection: Connection, scope: Scope) -> tuple[DocumentRow, ...]:
    """Return the documents in a scope, by day of publication; those without one first."""
    query = _documents().where(*scope.on_documents()).order_by(sa.func.coalesce(documents.c.day, ""), documents.c.pk)
    return tuple(_row(row) for row in connection.execute(scope.page(query)))


def versions(connection: Connection, address: str) -> tuple[DocumentRow, ...]:
    """Return the texts that were first seen at an address, oldest first."""
    query = _documents().where(documents.c.address == address).order_by(documents.c.version)
    return tuple(_row(row) for row in connection.execute(query))


def one(connection: Connection, name: str) -> DocumentRow:
    """Return a document by its id, the beginning of its id, its source, file name, address or own id.

    Raises:
        LedgerError: there is none, or more than one.
    """
    exact = sa.or_(
        documents.c.id == name,
        documents.c.source == name,
        documents.c.url == name,
        documents.c.source_id == name,
        documents.c.address == name,
    )
    found = _newest(connection, exact) or _newest(connection, documents.c.id.startswith(name.lower(), autoescape=True))
    found = found or _newest(connection, documents.c.source.endswith(f"/{name}", autoescape=True))
    if not name or not found:
        raise LedgerError(f"there is no document {name!r} in the ledger", "See the list: summitry documents.")
    if len(found) > 1:
        ids = ", ".join(row.document for row in found[:5])
        raise LedgerError(f"{name!r} means more than one document: {ids}", "Give more of the id.")
    return found[0]


def document(connection: Connection, identity: str) -> Document:
    """Return the text itself, as it was taken in, with segments and the way back to its original.

    Raises:
        LedgerError: there is none of this id.
    """
    row = _reading(connection, identity)
    return load_document(row.id, row.text, unpack(row.payload)["document"])


def read(connection: Connection, identity: str) -> Records:
    """Return the records exactly as the last reading gave them.

    Raises:
        LedgerError: there is no document of this id.
    """
    return codec.load(unpack(_reading(connection, identity).payload)["records"])


def decided(connection: Connection, identity: str, scope: Scope) -> Records:
    """Return the records with persons' decisions: corrections made, rejected ones left out.

    Raises:
        LedgerError: there is no document of this id.
    """
    row = _reading(connection, identity)
    reading = unpack(row.payload)["records"]
    query = sa.select(records.c.kind, records.c.data, records.c.unverified).where(
        records.c.document == row.pk, records.c.state != "rejected", *decided_by(scope.decided)
    )
    out: codec.Json = {**reading, **{kind: [] for kind in KINDS}, "unverified": []}
    for found in connection.execute(query.order_by(records.c.position, records.c.start)):
        data = json.loads(found.data)
        if found.unverified:
            out["unverified"].append({"record": found.kind, **data})
        else:
            out[found.kind].append(data)
    return codec.load(out)


def _documents() -> sa.Select[Any]:
    return sa.select(*SOURCE, *_OWN).join(readings, readings.c.id == documents.c.reading)


def _row(row: Any) -> DocumentRow:
    return DocumentRow(
        **source_values(row),
        address=row.address,
        original=row.original,
        added=row.added,
        reader=row.reader,
        version=row.version,
        change=row.change,
        superseded=row.known_until is not None,
    )


def _newest(connection: Connection, condition: sa.ColumnElement[bool]) -> list[DocumentRow]:
    """The documents that fit; of several versions of one address only the one that stands there."""
    rows = [_row(row) for row in connection.execute(_documents().where(condition).order_by(documents.c.pk).limit(50))]
    standing = [row for row in rows if not row.superseded]
    return rows if len(rows) == 1 else standing or rows[-1:]


def _reading(connection: Connection, identity: str) -> Any:
    columns = (documents.c.pk, documents.c.id, documents.c.text, readings.c.payload)
    query = sa.select(*columns).join(readings, readings.c.id == documents.c.reading).where(documents.c.id == identity)
    row = connection.execute(query).first()
    if row is None:
        raise LedgerError(f"there is no document {identity!r} in the ledger", "See the list: summitry documents.")
    return row
