"""Where the ledger as a whole stands: how far its entries have come, and which relations its documents are of."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger.queries.filters import Scope
from summitry.ledger.schema import documents, entries, relations


def revision(connection: Connection) -> int:
    """Return the number of the newest entry; while it stays the same, so does every answer."""
    return int(connection.execute(sa.select(sa.func.max(entries.c.id))).scalar() or 0)


def relations_of(connection: Connection, scope: Scope) -> dict[str, tuple[str | None, frozenset[str]]]:
    """Return the day of publication and the relations (pairs, as the counts name them) of each document in a scope."""
    query = sa.select(documents.c.id, documents.c.day, relations.c.pair)
    query = query.join(relations, relations.c.document == documents.c.pk, isouter=True).where(*scope.on_documents())
    days: dict[str, str | None] = {}
    pairs: dict[str, set[str]] = {}
    for row in connection.execute(query):
        days[row.id] = row.day
        pairs.setdefault(row.id, set()).update([row.pair] if row.pair else [])
    return {name: (days[name], frozenset(pairs[name])) for name in days}
