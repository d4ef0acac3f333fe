"""What a question may be narrowed by, and the same as SQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, TypedDict

import sqlalchemy as sa

from summitry.ledger.clock import as_day, end_of
from summitry.ledger.project import pairs_of
from summitry.ledger.schema import documents, parties, records, relations, roles
from summitry.model.errors import LedgerError

Condition = sa.ColumnElement[bool]
# Roles in which a party acts; being spoken to or quoted from is another matter.
_OWN = ("speaker", "party", "side")
# Values in one statement: well below SQLite's 32,766.
_MOST = 5000


class Filters(TypedDict, total=False):
    """Everything that a question may be narrowed by; each may be left out.

    Args:
        parties: codes, all of which the document is about, and one of which acts in the record.
        as_of: only what was published, and decided, by that day.
        hindsight: with ``as_of``: what was published by that day, with persons' decisions as they stand today.
        document: id of one.
        publisher: a code.
        type: act of a statement, form of an engagement, kind of a commitment, status of an event.
        speaker: a code; ``addressee`` likewise.
        since: first day of publication; ``until``: the last one.
        within: two days that the record's own date or window overlaps; either may be ``None``.
        state: ``accepted``, ``corrected``, ``rejected``, or ``""`` for undecided; without it all but the rejected.
        unverified: only what the gate refused; without it only what it passed.
        kind: of the document.
        language: BCP 47 tag of the document.
        limit: number of rows; ``offset``: number of rows before them.
    """

    parties: Sequence[str]
    as_of: date | str | None
    hindsight: bool
    document: str | None
    publisher: str | None
    type: str | None
    speaker: str | None
    addressee: str | None
    since: date | str | None
    until: date | str | None
    within: tuple[date | str | None, date | str | None] | None
    state: str | None
    unverified: bool
    kind: str | None
    language: str | None
    limit: int | None
    offset: int


@dataclass(frozen=True, slots=True)
class Scope:
    """Filters, checked and in SQL."""

    wanted: Filters

    @property
    def as_of(self) -> date | None:
        """The day that the question is asked as of."""
        return as_day(self.wanted.get("as_of"))

    @property
    def decided(self) -> date | None:
        """The day by which persons' decisions count; ``None`` for all that stand."""
        return None if self.wanted.get("hindsight") else self.as_of

    @property
    def parties(self) -> tuple[str, ...]:
        """The codes asked for, sorted.

        Raises:
            LedgerError: a code is none.
        """
        given = self.wanted.get("parties") or ()
        if isinstance(given, str):
            raise LedgerError(f"parties are a list of codes, not {given!r}", 'Write ("JP", "RU").')
        if any(not isinstance(code, str) or not code.strip() for code in given):
            raise LedgerError(f"not a list of party codes: {list(given)!r}")
        return tuple(sorted({code.strip().upper() for code in given}))

    def on_documents(self) -> list[Condition]:
        """Return the conditions that a document must meet."""
        out = [*known_by(self.as_of), *_about(self.parties)]
        for name, column in (
            ("document", documents.c.id),
            ("kind", documents.c.kind),
            ("language", documents.c.language),
        ):
            if self.wanted.get(name):
                out.append(column == self.wanted.get(name))
        publisher = self.wanted.get("publisher")
        if publisher:
            out.append(_has(publisher.upper(), "publisher"))
        since, until = as_day(self.wanted.get("since")), as_day(self.wanted.get("until"))
        if since:
            out.append(documents.c.day >= since.isoformat())
        if until:
            out.append(documents.c.day <= until.isoformat())
        return out

    def on_records(self) -> list[Condition]:
        """Return the conditions that a record must meet beside those on its document."""
        out = [*decided_by(self.decided), records.c.unverified == int(self.wanted.get("unverified", False))]
        state = self.wanted.get("state")
        out.append(records.c.state != "rejected" if state is None else records.c.state == state)
        if self.wanted.get("type"):
            out.append(records.c.type == self.wanted.get("type"))
        for role in ("speaker", "addressee"):
            code = self.wanted.get(role)
            if code:
                out.append(_plays((str(code).upper(),), (role,)))
        if self.parties:
            nobody = ~sa.exists().where((roles.c.record == records.c.pk) & roles.c.role.in_(_OWN))
            out.append(sa.or_(_plays(self.parties, _OWN), nobody))
        return out + self._overlap()

    def page(self, query: sa.Select[Any]) -> sa.Select[Any]:
        """Return the query with the wanted stretch of its rows.

        Raises:
            LedgerError: a number is negative.
        """
        limit, offset = self.wanted.get("limit"), self.wanted.get("offset", 0)
        if (limit is not None and limit < 0) or offset < 0:
            raise LedgerError(f"limit and offset cannot be negative: {limit}, {offset}")
        # SQLite knows no offset without a limit; SQLAlchemy writes one.
        query = query.offset(offset) if offset else query
        return query if limit is None else query.limit(limit)

    def _overlap(self) -> list[Condition]:
        within = self.wanted.get("within")
        if not within:
            return []
        first, last = (as_day(day) for day in within)
        out: list[Condition] = [sa.or_(records.c.first.is_not(None), records.c.last.is_not(None))]
        if first:
            out.append(sa.or_(records.c.last.is_(None), records.c.last >= first.isoformat()))
        if last:
            out.append(sa.or_(records.c.first.is_(None), records.c.first <= last.isoformat()))
        return out


def batches(items: Iterable[str]) -> Iterator[list[str]]:
    """Yield the items in lists short enough for one statement: databases limit the values it may hold."""
    rest = iter(items)
    while batch := list(islice(rest, _MOST)):
        yield batch


def known_by(day: date | None) -> list[Condition]:
    """Return the conditions on documents: those that stand today, or stood on a day."""
    if day is None:
        return [documents.c.known_until.is_(None)]
    until = sa.or_(documents.c.known_until.is_(None), documents.c.known_until > day.isoformat())
    return [documents.c.known_from <= day.isoformat(), until]


def decided_by(day: date | None) -> list[Condition]:
    """Return the conditions on records: their present condition, or that at the end of a day (UTC)."""
    if day is None:
        return [records.c.valid_until.is_(None)]
    moment = end_of(day)
    return [records.c.valid_from <= moment, sa.or_(records.c.valid_until.is_(None), records.c.valid_until > moment)]


def _about(codes: tuple[str, ...]) -> list[Condition]:
    if len(codes) == 1:
        return [_has(codes[0], "side")]
    pairs = pairs_of(codes)
    return [documents.c.pk.in_(sa.select(relations.c.document).where(relations.c.pair == pair)) for pair in pairs]


def _has(code: str, role: str) -> Condition:
    here = sa.select(parties.c.document).where(parties.c.party == code, parties.c.role == role)
    return documents.c.pk.in_(here)


def _plays(codes: tuple[str, ...], wanted: tuple[str, ...]) -> Condition:
    mine = (roles.c.record == records.c.pk) & roles.c.party.in_(codes) & roles.c.role.in_(wanted)
    return sa.exists().where(mine)
