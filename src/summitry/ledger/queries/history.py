"""Entries and kept counts: what happened to the ledger, and how much is in it."""

from __future__ import annotations

import json

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger.rows import Entry
from summitry.ledger.schema import anchors, counts, documents, entries


def history(connection: Connection, subject: str | None = None, *, limit: int | None = None) -> tuple[Entry, ...]:
    """Return the entries about a document, record or anything else by its id, oldest first; all without one."""
    query = sa.select(entries).order_by(entries.c.id)
    if subject is not None:
        of_document = sa.select(documents.c.pk).where(documents.c.id == subject)
        about = sa.select(anchors.c.entry).where(
            sa.or_(anchors.c.record == subject, anchors.c.document.in_(of_document))
        )
        here = sa.or_(entries.c.subject == subject, entries.c.id.in_(about), entries.c.supersedes.in_(about))
        query = query.where(here)
    if limit is not None:
        query = query.limit(limit)
    return tuple(
        Entry(**{**row, "payload": json.loads(row["payload"])}) for row in connection.execute(query).mappings()
    )


def tallies(connection: Connection) -> dict[str, dict[str, int]]:
    """Return the kept counts: facet → value → number, most first."""
    out: dict[str, dict[str, int]] = {}
    query = sa.select(counts).order_by(counts.c.facet, counts.c.n.desc(), counts.c.value)
    for row in connection.execute(query):
        out.setdefault(row.facet, {})[row.value] = row.n
    return out
