"""The register of officials: who held which post, as the texts themselves print it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger.fold import fold
from summitry.ledger.persons import Named, same_persons
from summitry.ledger.queries import decided
from summitry.ledger.queries.documents import SOURCE, source_of
from summitry.ledger.queries.filters import Scope
from summitry.ledger.rows import OfficialRow
from summitry.ledger.schema import documents, officials
from summitry.model.evidence import Evidence


def register(connection: Connection, scope: Scope) -> tuple[OfficialRow, ...]:
    """Return every person with each post, by party and name; spellings of one name are put together."""
    conditions = [*scope.on_documents(), officials.c.name != ""]
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
    given = decided.names(connection, scope.decided)
    by_party: dict[str, list[Any]] = {}
    for row in connection.execute(query):
        by_party.setdefault(row.party or "", []).append(row)
    return tuple(official for party, rows in sorted(by_party.items()) for official in _of_party(party, rows, given))


def _of_party(party: str, rows: list[Any], given: Mapping[str, str]) -> Iterator[OfficialRow]:
    fuller = same_persons(Named(row.key, row.name, row.post) for row in rows) if party else {}
    groups: dict[tuple[str, str], list[Any]] = {}
    for row in rows:
        groups.setdefault((fuller.get(row.key, row.key), fold(row.post or "")), []).append(row)
    return (_official(f"{party}: {key}", found, given) for (key, _), found in sorted(groups.items()))


def _official(key: str, rows: list[Any], given: Mapping[str, str]) -> OfficialRow:
    names = Counter(row.name for row in rows)
    days = sorted(row.day for row in rows if row.day)
    last = rows[-1]
    own = (given.get(f"{last.party or ''}: {row.key}") for row in rows)
    named = given.get(key) or next(filter(None, own), None)
    return OfficialRow(
        key=key,
        name=named or max(names, key=lambda name: (names[name], name)),
        names=tuple(sorted(names)),
        post=last.post,
        party=last.party,
        first_seen=days[0] if days else None,
        last_seen=days[-1] if days else None,
        documents=len({row.document_id for row in rows}),
        evidence=Evidence(last.document_id, last.start, last.stop, last.quote),
        source=source_of(last),
    )
