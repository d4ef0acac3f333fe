"""Counts that are kept while writing, so that no question has to count a whole ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger.project import facets_of
from summitry.ledger.schema import counts, documents, parties, records

Tally = Counter[tuple[str, str]]


@contextmanager
def kept(connection: Connection, pks: Iterable[int]) -> Iterator[None]:
    """Bring the counts up to what the work inside makes of these documents."""
    numbers = tuple(pks)
    before = _contribution(connection, numbers)
    yield
    after = _contribution(connection, numbers)
    after.subtract(before)
    _apply(connection, after)


def add(connection: Connection, pk: int) -> None:
    """Count a document that was not there before."""
    _apply(connection, _contribution(connection, (pk,)))


def _apply(connection: Connection, change: Tally) -> None:
    """Add a change to the kept counts; a count that comes to nothing is dropped."""
    for (facet, value), n in sorted(change.items()):
        if not n:
            continue
        here = (counts.c.facet == facet) & (counts.c.value == value)
        if connection.execute(sa.update(counts).where(here).values(n=counts.c.n + n)).rowcount == 0:
            connection.execute(sa.insert(counts).values(facet=facet, value=value, n=n))
    connection.execute(sa.delete(counts).where(counts.c.n == 0))


def _contribution(connection: Connection, pks: tuple[int, ...]) -> Tally:
    total: Tally = Counter()
    for document in connection.execute(sa.select(*_COLUMNS).where(documents.c.pk.in_(pks))).mappings():
        here = parties.c.document == document["pk"]
        sides = set(connection.execute(sa.select(parties.c.party).where(here)).scalars())
        total.update(facets_of(dict(document), sides, _rows(connection, document["pk"])))
    return total


def _rows(connection: Connection, pk: int) -> list[Any]:
    columns = (records.c.kind, records.c.type, records.c.state, records.c.unverified)
    present = sa.select(*columns).where(records.c.document == pk, records.c.valid_until.is_(None))
    return list(connection.execute(present).mappings())


_COLUMNS = (
    documents.c.pk,
    documents.c.kind,
    documents.c.language,
    documents.c.publisher,
    documents.c.day,
    documents.c.known_until,
)
