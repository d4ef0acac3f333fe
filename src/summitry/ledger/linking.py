"""The store of links: which accounts fit which, found by parties and day.

What a document costs depends on how many accounts of the same parties lie near its own days, never on the size
of the ledger.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger import gathering, identity
from summitry.ledger.grouping import MEETINGS, regroup
from summitry.ledger.identity import Account
from summitry.ledger.pack import to_json
from summitry.ledger.project import pairs_of
from summitry.ledger.schema import account_pairs, accounts, documents, links, parties, records

# Accounts begin at most this many days before those they are compared with: the longest window of an account.
_REACH = 35
# Up to so many parties, all their relations are looked through.
_FEW = 8


def relink(connection: Connection, pk: int) -> None:
    """Compare a document's accounts with those near them, and make up the engagements concerned anew."""
    touched = release(connection, pk)
    standing = page_of(connection, pk)
    if standing:
        made = list(gathering.accounts_of(*standing))
        if made:
            _insert(connection, pk, made)
            _compare(connection, pk, made)
            touched.update(account.id for account in made)
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


def _insert(connection: Connection, pk: int, made: Sequence[Account]) -> None:
    rows = [
        {
            "id": account.id,
            "document": pk,
            "kind": account.kind,
            "first": account.first,
            "last": account.last,
            "facts": to_json(gathering.dump(account)),
        }
        for account in made
    ]
    connection.execute(sa.insert(accounts), rows)
    keys = [
        {"pair": pair, "first": account.first, "account": account.id}
        for account in made
        if account.first
        for pair in _keys(account)
    ]
    if keys:
        connection.execute(sa.insert(account_pairs), keys)


def _keys(account: Account) -> tuple[str, ...]:
    """The relations to file an account under and to look for others: of many parties a part, to the same effect."""
    if len(account.parties) <= _FEW:
        return pairs_of(account.parties)
    ordered = sorted(account.parties)
    return tuple(f"{a} {b}" for a, b in pairwise(ordered))


def _compare(connection: Connection, pk: int, made: Sequence[Account]) -> None:
    """Link a document's accounts with those of others; alike ones are looked for together."""
    alike: dict[tuple[bool, tuple[str, ...]], list[Account]] = {}
    for account in made:
        if account.first and account.last:
            alike.setdefault((account.kind in MEETINGS, _keys(account)), []).append(account)
    found = []
    for (meeting, keys), group in alike.items():
        for other in _near(connection, pk, keys, _windows(group, meeting=meeting), meeting=meeting):
            found += [link for account in group if (link := _link(account, other))]
    if found:
        connection.execute(sa.insert(links), found)


def _link(account: Account, other: Account) -> dict[str, Any] | None:
    if account.kind in MEETINGS and other.kind in MEETINGS:
        a, b = sorted((account, other), key=lambda one: one.id)
        fit, least = identity.match(a, b), identity.THRESHOLD
    else:
        a, b = (account, other) if other.kind in MEETINGS else (other, account)
        fit, least = identity.match_mention(a, b), identity.MENTION_THRESHOLD
    if fit is None or fit.score < least:
        return None
    return {"a": a.id, "b": b.id, "score": fit.score, "reasons": to_json([list(reason) for reason in fit.reasons])}


def _windows(group: Iterable[Account], *, meeting: bool) -> list[tuple[str, str]]:
    """The stretches of days in which those begin that are to be compared with these, overlapping ones made one."""
    before = timedelta(days=identity.WIDEST if meeting else _REACH)
    stretches = sorted(
        (date.fromisoformat(account.first) - before, date.fromisoformat(account.last) + timedelta(days=1))
        for account in group
        if account.first and account.last
    )
    merged = stretches[:1]
    for low, high in stretches[1:]:
        if low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return [(low.isoformat(), high.isoformat()) for low, high in merged]


def _near(
    connection: Connection, pk: int, keys: Sequence[str], windows: Sequence[tuple[str, str]], *, meeting: bool
) -> Iterator[Account]:
    begun = sa.or_(*[account_pairs.c.first.between(low, high) for low, high in windows])
    inside = sa.select(account_pairs.c.account).where(account_pairs.c.pair.in_(keys), begun)
    query = sa.select(accounts.c.facts).where(accounts.c.id.in_(inside), accounts.c.document != pk)
    if meeting:
        # What lasted long may have begun long before; most has ended by then.
        earliest = date.fromisoformat(windows[0][0]) + timedelta(days=identity.WIDEST - 1)
        query = query.where(accounts.c.last >= earliest.isoformat())
    else:
        query = query.where(accounts.c.kind.in_(MEETINGS))
    for facts in connection.execute(query).scalars():
        yield gathering.undump(json.loads(facts))
