"""The store of links: which accounts fit which, found by parties and day, and the engagements they make up.

What a document costs depends on how many accounts of the same parties lie within a few days of its own,
never on the size of the ledger.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger import gathering, identity
from summitry.ledger.decisions import ON_LINKS, Action
from summitry.ledger.identity import Account, Match, Ruling
from summitry.ledger.pack import to_json
from summitry.ledger.project import pairs_of
from summitry.ledger.schema import account_pairs, accounts, anchors, documents, entries, links, parties, records

# Accounts begin at most this many days before those they are compared with: the longest window of an account.
_REACH = 35
_MEETINGS = ("account", "text")
# Up to so many parties, all their relations are looked through.
_FEW = 8


def relink(connection: Connection, pk: int) -> None:
    """Compare a document's accounts with those near them, and make up the engagements concerned anew."""
    touched = release(connection, pk)
    standing = page_of(connection, pk)
    if standing:
        for account in gathering.accounts_of(*standing):
            _insert(connection, pk, account)
            _compare(connection, account)
            touched.add(account.id)
    regroup(connection, touched)


def release(connection: Connection, pk: int) -> set[str]:
    """Take a document's accounts out and return the accounts of other documents that were linked with them."""
    mine = sa.select(accounts.c.id).where(accounts.c.document == pk)
    near = sa.union(sa.select(links.c.a).where(links.c.b.in_(mine)), sa.select(links.c.b).where(links.c.a.in_(mine)))
    engagements = sa.select(accounts.c.engagement).where(accounts.c.document == pk)
    beside = sa.select(accounts.c.id).where(accounts.c.engagement.in_(engagements), accounts.c.document != pk)
    touched = {*connection.execute(near).scalars(), *connection.execute(beside).scalars()}
    gone = set(connection.execute(mine).scalars())
    connection.execute(sa.delete(accounts).where(accounts.c.document == pk))
    return touched - gone


def regroup(connection: Connection, names: Iterable[str]) -> None:
    """Make up the engagements of these accounts, and of all that hang together with them, anew."""
    todo = set(names)
    while todo:
        whole = _component(connection, {todo.pop()})
        todo -= set(whole)
        edges = _edges(connection, whole)
        for name, engagement in identity.cluster(whole, edges, rulings(connection, whole)).items():
            connection.execute(sa.update(accounts).where(accounts.c.id == name).values(engagement=engagement))


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


def page_of(connection: Connection, pk: int) -> tuple[gathering.Page, list[tuple[str, str, Any]]] | None:
    """Return what identity needs of a document and its present records; ``None`` where it no longer stands."""
    row = connection.execute(sa.select(documents).where(documents.c.pk == pk)).first()
    if row is None or row.known_until is not None:
        return None
    sides = sa.select(parties.c.party).where(parties.c.document == pk, parties.c.role == "side")
    page = gathering.Page(
        row.id,
        row.kind,
        row.language,
        tuple(row.publisher.split()),
        tuple(sorted(connection.execute(sides).scalars())),
        row.day,
    )
    present = (
        sa.select(records.c.kind, records.c.id, records.c.data)
        .where(records.c.document == pk, records.c.valid_until.is_(None))
        .where(records.c.state != "rejected", records.c.unverified == 0)
        .order_by(records.c.position, records.c.start)
    )
    return page, [(r.kind, r.id, json.loads(r.data)) for r in connection.execute(present)]


def _insert(connection: Connection, pk: int, account: Account) -> None:
    values = {"id": account.id, "document": pk, "kind": account.kind, "first": account.first, "last": account.last}
    facts = to_json(gathering.dump(account))
    connection.execute(sa.insert(accounts).values(**values, facts=facts, engagement=None))
    keys = [{"pair": pair, "first": account.first, "account": account.id} for pair in _keys(account)]
    if keys and account.first:
        connection.execute(sa.insert(account_pairs), keys)


def _keys(account: Account) -> tuple[str, ...]:
    """The relations to file an account under and to look for others: of many parties a part, to the same effect."""
    if len(account.parties) <= _FEW:
        return pairs_of(account.parties)
    ordered = sorted(account.parties)
    return tuple(f"{a} {b}" for a, b in pairwise(ordered))


def _compare(connection: Connection, account: Account) -> None:
    found = []
    for other in _near(connection, account):
        mention = {account.kind, other.kind} - set(_MEETINGS)
        if not mention:
            fit, least = identity.match(account, other), identity.THRESHOLD
            a, b = sorted((account.id, other.id))
        elif account.kind == other.kind or len(mention) > 1:
            continue
        else:
            told, met = (account, other) if other.kind in _MEETINGS else (other, account)
            fit, least = identity.match_mention(told, met), identity.MENTION_THRESHOLD
            a, b = told.id, met.id
        if fit and fit.score >= least:
            found.append({"a": a, "b": b, "score": fit.score, "reasons": to_json([list(r) for r in fit.reasons])})
    if found:
        connection.execute(sa.insert(links), found)


def _near(connection: Connection, account: Account) -> Iterator[Account]:
    if not (account.first and account.last):
        return
    reach = identity.WIDEST if account.kind in _MEETINGS else _REACH
    low = (date.fromisoformat(account.first) - timedelta(days=reach)).isoformat()
    soon = (date.fromisoformat(account.first) - timedelta(days=1)).isoformat()
    high = (date.fromisoformat(account.last) + timedelta(days=1)).isoformat()
    inside = account_pairs.c.pair.in_(_keys(account)) & account_pairs.c.first.between(low, high)
    query = sa.select(accounts.c.facts).where(
        accounts.c.id.in_(sa.select(account_pairs.c.account).where(inside)),
        accounts.c.id != account.id,
        accounts.c.last >= soon,
    )
    if account.kind not in _MEETINGS:
        query = query.where(accounts.c.kind.in_(_MEETINGS))
    for facts in connection.execute(query).scalars():
        yield gathering.undump(json.loads(facts))


def _component(connection: Connection, names: set[str]) -> dict[str, Account]:
    """All accounts that links or persons' decisions lead to from these, step by step."""
    whole: dict[str, Account] = {}
    fresh = names
    while fresh:
        query = sa.select(accounts.c.id, accounts.c.facts).where(
            accounts.c.id.in_(fresh), accounts.c.kind.in_(_MEETINGS)
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
