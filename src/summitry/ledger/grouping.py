"""Which accounts make up one engagement: kept beside them, made up anew where something changed.

What a change costs depends on how many accounts hang together with it, never on the size of the ledger.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger import gathering, identity
from summitry.ledger.decisions import ON_LINKS, Action
from summitry.ledger.identity import Account, Match, Ruling
from summitry.ledger.schema import accounts, anchors, entries, links

# Kinds of accounts that make up engagements; mentions are only compared with them.
MEETINGS = ("account", "text")


def regroup(connection: Connection, names: Iterable[str]) -> None:
    """Make up the engagements of these accounts, and of all that hang together with them, anew."""
    chosen = sa.select(accounts.c.id).where(accounts.c.id.in_(list(names)), accounts.c.kind.in_(MEETINGS))
    todo = set(connection.execute(chosen).scalars())
    while todo:
        whole = _component(connection, {todo.pop()})
        todo -= set(whole)
        made = identity.cluster(whole, _edges(connection, whole), rulings(connection, whole))
        values = [{"account": name, "made": engagement} for name, engagement in made.items()]
        update = sa.update(accounts).where(accounts.c.id == sa.bindparam("account"))
        connection.execute(update.values(engagement=sa.bindparam("made")), values)


def rulings(connection: Connection, names: Iterable[str], until: str | None = None) -> list[Ruling]:
    """Return persons' decisions on which of these accounts are of one engagement.

    Args:
        connection: to the ledger.
        names: ids of accounts.
        until: only decisions made, and not undone, by this time.
    """
    wanted = list(names)
    undo = entries.alias("undo")
    undone = (undo.c.supersedes == entries.c.id) & (undo.c.action == Action.UNDO)
    about = sa.select(anchors.c.entry).where(anchors.c.record.in_(wanted))
    query = (
        sa.select(entries.c.id, entries.c.payload, anchors.c.place, anchors.c.record)
        .join(anchors, anchors.c.entry == entries.c.id)
        .outerjoin(undo, undone if until is None else undone & (undo.c.at <= until))
        .where(entries.c.id.in_(about), entries.c.action.in_(ON_LINKS), undo.c.id.is_(None))
        .order_by(entries.c.id)
    )
    if until is not None:
        query = query.where(entries.c.at <= until)
    ends: dict[int, dict[int, list[str]]] = {}
    payloads: dict[int, str] = {}
    for row in connection.execute(query):
        payloads[row.id] = row.payload
        if row.record:
            ends.setdefault(row.id, {}).setdefault(row.place, []).append(row.record)
    return [ruling for number, at in ends.items() for ruling in _pairs(number, json.loads(payloads[number]), at)]


def _component(connection: Connection, names: set[str]) -> dict[str, Account]:
    """All accounts that links or persons' decisions lead to from these, step by step."""
    whole: dict[str, Account] = {}
    fresh = names
    while fresh:
        query = sa.select(accounts.c.id, accounts.c.facts).where(
            accounts.c.id.in_(fresh), accounts.c.kind.in_(MEETINGS)
        )
        found = {row.id: gathering.undump(json.loads(row.facts)) for row in connection.execute(query)}
        if not found:
            break
        whole.update(found)
        out = sa.select(links.c.b).where(links.c.a.in_(found)).union(sa.select(links.c.a).where(links.c.b.in_(found)))
        ruled = {end for ruling in rulings(connection, found) for end in (ruling.a, ruling.b)}
        fresh = ({*connection.execute(out).scalars()} | ruled) - set(whole)
    return whole


def _edges(connection: Connection, whole: dict[str, Account]) -> list[tuple[str, str, float]]:
    query = sa.select(links.c.a, links.c.b, links.c.score).where(links.c.a.in_(whole), links.c.b.in_(whole))
    return [(row.a, row.b, row.score) for row in connection.execute(query)]


def _pairs(number: int, payload: Any, at: dict[int, list[str]]) -> Iterator[Ruling]:
    for one, other in payload.get("pairs", ()):
        for a in at.get(one, ()):
            for b in at.get(other, ()):
                yield Ruling(min(a, b), max(a, b), bool(payload["same"]), number)


def match_of(row: Any) -> Match:
    """Return the match in a row of ``links``."""
    return Match(row.score, tuple((name, weight) for name, weight in json.loads(row.reasons)))
