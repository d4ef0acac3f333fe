"""Findings: engagements, statements, commitments, events, instruments, each with its document."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger.fold import fold
from summitry.ledger.queries import decided
from summitry.ledger.queries.documents import SOURCE, source_values
from summitry.ledger.queries.filters import Scope, decided_by, known_by
from summitry.ledger.rows import Finding, InstrumentRow
from summitry.ledger.schema import documents, records
from summitry.model.codec import load_record

_COLUMNS = (
    records.c.id.label("record_id"),
    records.c.kind,
    records.c.data,
    records.c.first,
    records.c.last,
    records.c.heading,
    records.c.state,
    records.c.assessment,
    records.c.unverified,
)


def found(connection: Connection, kind: str, scope: Scope) -> tuple[Finding, ...]:
    """Return the records of a kind in a scope, by publication, then in text order."""
    conditions = (records.c.kind == kind, *scope.on_documents(), *scope.on_records())
    query = select().where(*conditions).order_by(*IN_TEXT_ORDER)
    return tuple(row_of(row) for row in connection.execute(scope.page(query)))


def by_id(connection: Connection, identity: str, scope: Scope) -> Finding | None:
    """Return a record by its id, whatever was decided about it, or ``None``."""
    query = select().where(records.c.id == identity, *scope.on_documents(), *decided_by(scope.decided)).limit(1)
    row = connection.execute(query).first()
    return row_of(row) if row else None


def begun(connection: Connection, beginning: str, limit: int) -> tuple[str, ...]:
    """Return the ids of records, rejected ones too, that begin so, in the standing versions of the texts."""
    query = sa.select(records.c.id).join(documents, documents.c.pk == records.c.document).distinct()
    here = (records.c.id.startswith(beginning.lower(), autoescape=True), *known_by(None))
    return tuple(connection.execute(query.where(*here).order_by(records.c.id).limit(limit)).scalars())


def of_document(connection: Connection, identity: str, scope: Scope) -> tuple[Finding, ...]:
    """Return every record of one document, of a superseded one too, in text order; rejected ones are left out."""
    conditions = (documents.c.id == identity, records.c.state != "rejected", *decided_by(scope.decided))
    return tuple(row_of(row) for row in connection.execute(select().where(*conditions).order_by(*IN_TEXT_ORDER)))


def instruments(connection: Connection, scope: Scope) -> tuple[InstrumentRow, ...]:
    """Return the instruments in a scope, each with its mentions; names are folded to be compared."""
    groups: dict[str, list[Finding]] = {}
    for mention in found(connection, "instruments", scope):
        groups.setdefault(fold(getattr(mention.record, "name", "")).removeprefix("the "), []).append(mention)
    given = decided.names(connection, scope.decided)
    return tuple(_instrument(key, mentions, given.get(key)) for key, mentions in sorted(groups.items()))


def select() -> sa.Select[Any]:
    """Return the query of findings with their documents, to be narrowed."""
    return sa.select(*SOURCE, *_COLUMNS).join(documents, documents.c.pk == records.c.document)


def row_of(row: Any) -> Finding:
    """Return the finding in a row of :func:`select`."""
    return Finding(
        **source_values(row),
        id=row.record_id,
        kind_of_record=row.kind,
        record=load_record(row.kind, row.document_id, json.loads(row.data)),
        first=row.first,
        last=row.last,
        heading=row.heading,
        state=row.state,
        assessment=row.assessment,
        unverified=bool(row.unverified),
    )


def _instrument(key: str, mentions: list[Finding], given: str | None) -> InstrumentRow:
    days = sorted(mention.published for mention in mentions if mention.published)
    name = max((getattr(mention.record, "name", "") for mention in mentions), key=lambda n: (len(n), n))
    return InstrumentRow(key, given or name, days[0] if days else None, days[-1] if days else None, tuple(mentions))


IN_TEXT_ORDER = (sa.func.coalesce(documents.c.day, ""), documents.c.pk, records.c.position, records.c.start)
