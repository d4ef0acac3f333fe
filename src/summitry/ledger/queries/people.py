"""The register of officials: who held which post, as the texts themselves print it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger.fold import fold
from summitry.ledger.queries import decided
from summitry.ledger.queries.documents import SOURCE, source_of
from summitry.ledger.queries.filters import Scope
from summitry.ledger.rows import OfficialRow
from summitry.ledger.schema import documents, officials
from summitry.model.evidence import Evidence


def register(connection: Connection, scope: Scope) -> tuple[OfficialRow, ...]:
    """Return every person with each post, by party and name; spellings of one name are put together."""
    conditions = scope.on_documents()
    if scope.parties:
        conditions.append(officials.c.party.in_(scope.parties))
    people = (officials.c.key, officials.c.name, officials.c.post, officials.c.party)
    places = (officials.c.start, officials.c.stop, officials.c.quote)
    query = (
        sa.select(*SOURCE, *people, *places, documents.c.day)
        .join(documents, documents.c.pk == officials.c.document)
        .where(*conditions)
        .order_by(sa.func.coalesce(documents.c.day, ""), documents.c.pk, officials.c.pk)
    )
    groups: dict[tuple[str, str, str], list[Any]] = {}
    for row in connection.execute(query):
        groups.setdefault((row.party or "", row.key, fold(row.post or "")), []).append(row)
    given = decided.names(connection, scope.decided)
    return tuple(_official(rows, given) for _, rows in sorted(groups.items()))


def _official(rows: list[Any], given: Mapping[str, str]) -> OfficialRow:
    names = Counter(row.name for row in rows)
    days = sorted(row.day for row in rows if row.day)
    last = rows[-1]
    key = f"{last.party or ''}: {last.key}"
    return OfficialRow(
        key=key,
        name=given.get(key) or max(names, key=lambda name: (names[name], name)),
        names=tuple(sorted(names)),
        post=last.post,
        party=last.party,
        first_seen=days[0] if days else None,
        last_seen=days[-1] if days else None,
        documents=len({row.document_id for row in rows}),
        evidence=Evidence(last.document_id, last.start, last.stop, last.quote),
        source=source_of(last),
    )
