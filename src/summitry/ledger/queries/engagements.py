"""Engagements: the accounts that tell of one, side by side, with the joint texts, plans and mentions of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger import gathering, grouping, identity
from summitry.ledger.clock import end_of
from summitry.ledger.identity import Account, Match
from summitry.ledger.queries import decided, findings
from summitry.ledger.queries.documents import SOURCE, source_of
from summitry.ledger.queries.filters import Filters, Scope, batches, decided_by, known_by
from summitry.ledger.rows import EngagementRow, Finding, Link, Mention, Source
from summitry.ledger.schema import accounts, documents, links, parties, records
from summitry.model.codec import Json, dump_record


@dataclass(slots=True)
class _Net:
    """Accounts, what holds them together, and which engagement each is of."""

    accounts: dict[str, Account] = field(default_factory=dict)
    engagement: dict[str, str] = field(default_factory=dict)
    links: list[tuple[str, str, Match]] = field(default_factory=list)
    mentions: dict[str, tuple[str, Match]] = field(default_factory=dict)


def engagements(connection: Connection, scope: Scope) -> tuple[EngagementRow, ...]:
    """Return the engagements that an account in the scope tells of, by date; each with all its accounts."""
    unpaged = Scope({**scope.wanted, "limit": None, "offset": 0})
    wanted = [finding.id for finding in findings.found(connection, "engagements", unpaged)]
    net = _kept(connection, wanted) if scope.as_of is None else _as_of(connection, scope)
    names = {net.engagement[name] for name in wanted if name in net.engagement}
    rows = sorted(_rows(connection, net, names, scope), key=lambda row: (row.first or "", row.id))
    start, limit = scope.wanted.get("offset", 0), scope.wanted.get("limit")
    return tuple(rows[start:] if limit is None else rows[start : start + limit])


def one(connection: Connection, name: str, scope: Scope) -> EngagementRow | None:
    """Return the engagement that an account of this id tells of, or ``None``."""
    document = findings.by_id(connection, name, scope)
    if document is None:
        return None
    near = engagements(connection, Scope({**scope.wanted, "document": document.document}))
    return next((row for row in near if any(account.id == name for account in row.accounts)), None)


def _kept(connection: Connection, wanted: Sequence[str]) -> _Net:
    """The engagements as they were made up while writing."""
    net = _Net()
    for batch in batches(wanted):
        mine = sa.select(accounts.c.engagement).where(accounts.c.id.in_(batch))
        for row in connection.execute(sa.select(accounts).where(accounts.c.engagement.in_(mine))):
            net.accounts[row.id] = gathering.undump(json.loads(row.facts))
            net.engagement[row.id] = row.engagement
    told = set()
    for batch in batches(net.accounts):
        for row in connection.execute(sa.select(links).where(links.c.b.in_(batch))):
            if row.a in net.accounts:
                net.links.append((row.a, row.b, grouping.match_of(row)))
            else:
                told.add(row.a)
    for batch in batches(sorted(told)):
        net.mentions.update(_best(connection, batch))
    return net


def _best(connection: Connection, mentions: Sequence[str]) -> Iterator[tuple[str, tuple[str, Match]]]:
    """What each mention fits best, be it outside the question."""
    every = sa.select(links, accounts.c.first).join(accounts, accounts.c.id == links.c.b)
    fits: dict[str, list[tuple[str, Match]]] = {}
    days: dict[str, Account] = {}
    for row in connection.execute(every.where(links.c.a.in_(mentions))):
        fits.setdefault(row.a, []).append((row.b, grouping.match_of(row)))
        days[row.b] = Account(row.b, "", "account", (), (), row.first, row.first)
    for name in fits:
        fit = identity.best(fits[name], days)
        if fit:
            yield name, fit


def _as_of(connection: Connection, scope: Scope) -> _Net:
    """The engagements as they would have been made up on a day, from what was known and decided then."""
    known: Filters = {"as_of": scope.as_of, "parties": scope.wanted.get("parties", ())}
    known["hindsight"] = scope.wanted.get("hindsight", False)
    everything = list(_accounts(connection, Scope(known)))
    told = {account.id: account for account in everything if account.kind in ("account", "text")}
    net = _Net(told, links=list(identity.edges_among(told.values())))
    until = end_of(scope.decided) if scope.decided else None
    rulings = [ruling for batch in batches(told) for ruling in grouping.rulings(connection, batch, until)]
    net.engagement = identity.cluster(told, [(a, b, fit.score) for a, b, fit in net.links], rulings)
    for mention in everything:
        if mention.id not in told:
            fits = [(name, fit) for name, account in told.items() if (fit := identity.match_mention(mention, account))]
            found = identity.best(fits, told)
            if found:
                net.mentions[mention.id] = found
    return net


def _accounts(connection: Connection, scope: Scope) -> Iterable[Account]:
    """All accounts and mentions in a scope, as its day knew them."""
    conditions = scope.on_documents()
    inside = sa.select(documents.c.pk).where(*conditions)
    sides: dict[int, list[str]] = {}
    about = sa.select(parties.c.document, parties.c.party).where(parties.c.role == "side")
    for document, party in connection.execute(about.where(parties.c.document.in_(inside)).order_by(parties.c.party)):
        sides.setdefault(document, []).append(party)
    held: dict[int, list[tuple[str, str, Json]]] = {}
    for row in connection.execute(_present(inside, scope)):
        held.setdefault(row.document, []).append((row.kind, row.id, json.loads(row.data)))
    for row in connection.execute(sa.select(documents.c.pk, documents.c.day, *SOURCE).where(*conditions)):
        source = source_of(row)
        page = gathering.Page(
            source.document, source.kind, source.language, source.publisher, tuple(sides.get(row.pk, ())), row.day
        )
        yield from gathering.accounts_of(page, held.get(row.pk, ()))


def _present(inside: sa.Select[tuple[int]], scope: Scope) -> sa.Select[Any]:
    query = sa.select(records.c.document, records.c.kind, records.c.id, records.c.data).where(
        records.c.kind.in_(("engagements", "commitments", "events")),
        records.c.document.in_(inside),
        records.c.state != "rejected",
        records.c.unverified == 0,
        *decided_by(scope.decided),
    )
    return query.order_by(records.c.position, records.c.start)


def _rows(connection: Connection, net: _Net, names: set[str], scope: Scope) -> list[EngagementRow]:
    members: dict[str, list[str]] = {name: [] for name in names}
    for account, engagement in net.engagement.items():
        if engagement in members:
            members[engagement].append(account)
    shown = {account for group in members.values() for account in group}
    told = {name: fit for name, fit in net.mentions.items() if fit[0] in shown}
    found = _findings(connection, [*shown, *told], scope)
    texts = _texts(
        connection, [net.accounts[name].document for name in shown if net.accounts[name].kind == "text"], scope
    )
    rows = [_row(net, name, group, found, texts) for name, group in members.items()]
    given = decided.names(connection, scope.decided)
    return [replace(row, name=_name(row, given)) for row in rows if row.accounts]


def _name(row: EngagementRow, given: Mapping[str, str]) -> str | None:
    return next((given[account.id] for account in row.accounts if account.id in given), None)


def _row(
    net: _Net, name: str, group: list[str], found: Mapping[str, Finding], texts: Mapping[str, Source]
) -> EngagementRow:
    told = ((m, fit) for m, (of, fit) in net.mentions.items() if of in group and m in found)
    mentions = _by_time(Mention(found[m], fit.score, fit.reasons) for m, fit in told)
    joint = (net.accounts[a].document for a in sorted(group) if net.accounts[a].kind == "text")
    return EngagementRow(
        id=name,
        accounts=_in_time(found[account] for account in group if account in found),
        texts=tuple(texts[document] for document in joint if document in texts),
        links=tuple(sorted(Link(a, b, f.score, f.reasons) for a, b, f in net.links if a in group and b in group)),
        plans=tuple(m for m in mentions if _plans(m.finding)),
        mentions=tuple(m for m in mentions if not _plans(m.finding)),
    )


def _findings(connection: Connection, names: Iterable[str], scope: Scope) -> Mapping[str, Finding]:
    conditions = (*known_by(scope.as_of), *decided_by(scope.decided))
    out = {}
    for batch in batches(names):
        query = findings.select().where(records.c.id.in_(batch), *conditions)
        out.update({row.record_id: findings.row_of(row) for row in connection.execute(query)})
    return out


def _texts(connection: Connection, ids: Iterable[str], scope: Scope) -> Mapping[str, Source]:
    out = {}
    for batch in batches(ids):
        query = sa.select(*SOURCE).where(documents.c.id.in_(batch), *known_by(scope.as_of))
        out.update({row.document_id: source_of(row) for row in connection.execute(query)})
    return out


def _in_time(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda f: (f.publisher, f.published or "", f.document, f.evidence.start)))


def _by_time(mentions: Iterable[Mention]) -> list[Mention]:
    return sorted(mentions, key=lambda m: (m.finding.published or "", m.finding.document, m.finding.evidence.start))


def _plans(finding: Finding) -> bool:
    return finding.kind_of_record == "commitments" or dump_record(finding.record).get("status") == "planned"
