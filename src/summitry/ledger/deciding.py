"""Takes persons' decisions in: each an entry with author, time and reason, on the words it was made about."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger import entering, indexing, linking, tally
from summitry.ledger.clock import Clock, stamp
from summitry.ledger.decisions import ON_LINKS, ON_RECORDS, Action, corrected
from summitry.ledger.engine import Store
from summitry.ledger.followup.linking import follow
from summitry.ledger.followup.rulings import passage_of, status_of
from summitry.ledger.schema import accounts, anchors, documents, entries, records
from summitry.model.codec import Json, load_record
from summitry.model.errors import LedgerError, RecordError

# What a correction may not touch: they follow from the rest.
_FIXED = frozenset({"id", "quote", "method", "support", "refused"})


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decides.

    Args:
        action: ``accept``, ``correct``, ``reject``, ``assess``, ``settle``, ``link``, ``unlink``, ``merge``, ``split``,
            ``rename`` or ``undo``.
        subject: id of the record, of any account of the engagement, of what is renamed, or number of the entry to undo.
        author: who decides.
        reason: why.
        value: ``correct``: fields and their new values, as the JSON of records has them (with ``start`` and ``end``
            the quote is moved); ``assess``: −1, 0 or +1; ``settle``: a commitment's status; ``link``,
            ``unlink``: the other record's id, or an object
            with it under ``to`` and whatever else is to be kept; of a commitment also a passage of a later text, as an
            object with ``document``, ``start``, ``end`` and, for ``link``, what it ``shows``;
            ``merge``: ids of other engagements; ``split``:
            ids of the accounts that are of another engagement; ``rename``: the new name.
    """

    action: Action
    subject: str
    author: str
    reason: str = ""
    value: Any = None


@dataclass(frozen=True, slots=True)
class Decider:
    """Writes decisions to a store; ``clock`` gives their time."""

    store: Store
    clock: Clock

    def decide(self, decision: Decision) -> int:
        """Enter a decision, let everything follow from it, and return the entry's number.

        Raises:
            LedgerError: there is no such subject, the value is none for this action, or nobody decides.
        """
        if not decision.author.strip():
            raise LedgerError("a decision needs an author", "Say who decides.")
        with self.store.write() as connection:
            now = stamp(self.clock())
            if decision.action is Action.UNDO:
                return _undo(connection, decision, now)
            payload = _payload(connection, decision)
            draft = entering.Draft(now, decision.action, decision.subject, decision.author, decision.reason, payload)
            number = entering.enter(connection, draft)
            _anchor(connection, number, payload.get("anchors", ()))
            _follow(connection, _documents(connection, number))
            return number


def _payload(connection: Connection, decision: Decision) -> Json:
    if decision.action in ON_RECORDS:
        anchor = _anchor_of(connection, decision.subject)
        return {"value": _checked(connection, decision, anchor), "anchors": [anchor]}
    if decision.action in ON_LINKS:
        return _linking(connection, decision)
    if decision.action is Action.RENAME:
        if not isinstance(decision.value, str) or not decision.value.strip():
            raise LedgerError("a new name is needed")
        known = connection.execute(sa.select(records.c.id).where(records.c.id == decision.subject).limit(1)).first()
        found = [_anchor_of(connection, decision.subject)] if known else []
        return {"value": decision.value.strip(), "anchors": found}
    raise LedgerError(f"{decision.action.value} is not for a person to decide")


def _linking(connection: Connection, decision: Decision) -> Json:
    value = decision.value
    note: Json = {}
    if isinstance(value, dict) and "document" in value:
        anchor = _anchor_of(connection, decision.subject)
        return {"value": passage_of(connection, value, anchor["kind"]), "anchors": [anchor]}
    if isinstance(value, dict) and "shows" in value:
        status_of(value["shows"], "commitments")
    if decision.action in (Action.LINK, Action.UNLINK):
        note = value if isinstance(value, dict) else {"to": value}
        groups = [[decision.subject], _named(decision, [note.get("to")])]
    else:
        groups = _groups(connection, decision, _named(decision, [value] if isinstance(value, str) else value))
    names = [name for group in groups for name in group]
    if len(groups) < 2:
        raise LedgerError("these are accounts of one engagement already")
    if len(set(names)) < len(names):
        raise LedgerError("a record cannot be linked with itself, nor kept apart from itself")
    place = {name: number for number, name in enumerate(names)}
    pairs = [[place[a], place[b]] for one, other in combinations(groups, 2) for a, b in product(one, other)]
    same = decision.action in (Action.LINK, Action.MERGE)
    return {"value": note, "same": same, "pairs": pairs, "anchors": [_anchor_of(connection, name) for name in names]}


def _named(decision: Decision, names: Any) -> list[str]:
    if not isinstance(names, list | tuple) or not names or any(not isinstance(name, str) for name in names):
        raise LedgerError(f"{decision.action.value} needs the id of the other record")
    return list(names)


def _groups(connection: Connection, decision: Decision, others: list[str]) -> list[list[str]]:
    whole = _engagement(connection, decision.subject)
    if decision.action is Action.MERGE:
        groups = [whole, *(_engagement(connection, name) for name in others)]
        return [group for place, group in enumerate(groups) if group not in groups[:place]]
    if not set(others) <= set(whole) or len(set(others)) == len(whole):
        raise LedgerError("only some of an engagement's own accounts can be split off", "See its accounts first.")
    return [[name for name in whole if name not in others], others]


def _engagement(connection: Connection, name: str) -> list[str]:
    """The accounts (that rest on a record) of the engagement that one of them belongs to."""
    mine = sa.select(accounts.c.engagement).where(accounts.c.id == name).scalar_subquery()
    of_it = sa.select(accounts.c.id).where(accounts.c.engagement == mine, accounts.c.kind == "account")
    found = list(connection.execute(of_it.order_by(accounts.c.id)).scalars())
    if not found:
        raise LedgerError(f"there is no engagement {name!r} in the ledger", "See the list: summitry engagements.")
    return found


def _anchor_of(connection: Connection, name: str) -> Json:
    """The record as it was read, with its document: what a decision is about, whatever is read later."""
    query = (
        sa.select(records.c.kind, records.c.data, documents.c.id)
        .join(documents, documents.c.pk == records.c.document)
        .where(records.c.id == name, records.c.valid_from == "")
        .order_by(documents.c.known_until.is_not(None), records.c.pk)
    )
    row = connection.execute(query.limit(1)).first()
    if row is None:
        raise LedgerError(f"there is no record {name!r} in the ledger", "Give the id that the lists show.")
    return {"document": row.id, "kind": row.kind, "record": json.loads(row.data)}


def _checked(connection: Connection, decision: Decision, anchor: Json) -> Any:
    value = decision.value
    if decision.action is Action.ASSESS:
        if value not in (-1, 0, 1) or isinstance(value, bool):
            raise LedgerError(f"an assessment is -1, 0 or +1, not {value!r}")
        return value
    if decision.action is Action.SETTLE:
        return status_of(decision.value, anchor["kind"])
    if decision.action is not Action.CORRECT:
        return None
    data = anchor["record"]
    if not isinstance(value, dict) or not value or set(value) - (set(data) - _FIXED):
        fields = ", ".join(sorted(set(data) - _FIXED))
        raise LedgerError(f"a correction names fields and their values, not {value!r}", f"Fields: {fields}.")
    if {"start", "end"} & set(value):
        value = {**value, "quote": _quoted(connection, anchor, value)}
    try:
        load_record(anchor["kind"], anchor["document"], corrected(data, value, decision.author))
    except (KeyError, TypeError, ValueError, AttributeError, RecordError) as error:
        raise LedgerError(f"not a correction that the record can take: {error}") from error
    return value


def _quoted(connection: Connection, anchor: Json, value: Json) -> str:
    start, end = (value.get(name, anchor["record"][name]) for name in ("start", "end"))
    text = connection.execute(sa.select(documents.c.text).where(documents.c.id == anchor["document"])).scalar_one()
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text):
        raise LedgerError(f"not a stretch of the text: {start}–{end}", f"The text has {len(text)} characters.")
    return str(text[start:end])


def _undo(connection: Connection, decision: Decision, now: str) -> int:
    number = int(decision.subject) if decision.subject.isdecimal() else -1
    row = connection.execute(sa.select(entries).where(entries.c.id == number)).first()
    if row is None or row.action not in {*ON_RECORDS, *ON_LINKS, Action.RENAME}:
        raise LedgerError(f"there is no decision with the number {decision.subject}", "See: summitry history.")
    done = sa.select(entries.c.id).where(entries.c.supersedes == number, entries.c.action == Action.UNDO)
    if connection.execute(done).first():
        raise LedgerError(f"decision {number} has been undone already")
    touched = _documents(connection, number)
    draft = entering.Draft(now, Action.UNDO, row.subject, decision.author, decision.reason, {}, number)
    undo = entering.enter(connection, draft)
    _follow(connection, touched)
    return undo


def _anchor(connection: Connection, number: int, found: Iterable[Json]) -> None:
    for place, anchor in enumerate(found):
        pk = connection.execute(sa.select(documents.c.pk).where(documents.c.id == anchor["document"])).scalar_one()
        values = {"entry": number, "place": place, "document": pk, "record": anchor["record"]["id"]}
        connection.execute(sa.insert(anchors).values(values))


def _documents(connection: Connection, number: int) -> tuple[int, ...]:
    query = sa.select(anchors.c.document).where(anchors.c.entry == number).distinct().order_by(anchors.c.document)
    return tuple(connection.execute(query).scalars())


def _follow(connection: Connection, pks: tuple[int, ...]) -> None:
    with tally.kept(connection, pks):
        for pk in pks:
            indexing.reindex(connection, pk)
    for pk in pks:
        linking.relink(connection, pk)
        follow(connection, pk)
