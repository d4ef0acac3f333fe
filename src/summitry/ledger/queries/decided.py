"""Persons' decisions as they stand: who decided what about which records, and the names that were given."""

from __future__ import annotations

import json
from datetime import date

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger.clock import as_day, end_of
from summitry.ledger.decisions import ON_LINKS, ON_RECORDS, Action
from summitry.ledger.rows import DecisionRow
from summitry.ledger.schema import anchors, documents, entries


def decisions(
    connection: Connection, *, action: str | None = None, as_of: date | str | None = None
) -> tuple[DecisionRow, ...]:
    """Return the decisions that stand (not undone), oldest first; as of a day those that stood at its end (UTC)."""
    day = as_day(as_of)
    undo = entries.alias("undo")
    undone = (undo.c.supersedes == entries.c.id) & (undo.c.action == Action.UNDO)
    wanted = [action] if action else [*ON_RECORDS, *ON_LINKS, Action.RENAME]
    query = sa.select(entries).where(entries.c.action.in_(wanted))
    if day is not None:
        undone &= undo.c.at <= end_of(day)
        query = query.where(entries.c.at <= end_of(day))
    query = query.outerjoin(undo, undone).where(undo.c.id.is_(None)).order_by(entries.c.id)
    found = list(connection.execute(query).mappings())
    records = _records(connection, query.with_only_columns(entries.c.id).order_by(None))
    return tuple(
        DecisionRow(
            id=row["id"],
            at=row["at"],
            author=row["author"],
            action=row["action"],
            subject=row["subject"],
            reason=row["reason"],
            value=json.loads(row["payload"]).get("value"),
            records=records.get(row["id"], ()),
        )
        for row in found
    )


def names(connection: Connection, as_of: date | str | None = None) -> dict[str, str]:
    """Return the names that persons gave, by subject; the latest of each."""
    out: dict[str, str] = {}
    for row in decisions(connection, action=Action.RENAME, as_of=as_of):
        out.update(dict.fromkeys([row.subject, *(record for record in row.records if record)], row.value))
    return {subject: name for subject, name in out.items() if name}


def _records(connection: Connection, numbers: sa.Select[tuple[int]]) -> dict[int, tuple[str | None, ...]]:
    """The records that decisions are about now, in the standing version of each document."""
    query = (
        sa.select(anchors.c.entry, anchors.c.place, anchors.c.record)
        .join(documents, documents.c.pk == anchors.c.document)
        .where(anchors.c.entry.in_(numbers), documents.c.known_until.is_(None))
        .order_by(anchors.c.entry, anchors.c.place, anchors.c.document)
    )
    out: dict[int, dict[int, str | None]] = {}
    for row in connection.execute(query):
        out.setdefault(row.entry, {})[row.place] = row.record
    return {number: tuple(places[place] for place in sorted(places)) for number, places in out.items()}
