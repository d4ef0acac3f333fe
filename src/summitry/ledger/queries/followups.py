"""What became of commitments, as it was known on a day: links, persons' words, and the status they come to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger.clock import end_of
from summitry.ledger.decisions import Action
from summitry.ledger.followup.pages import name_of
from summitry.ledger.followup.shows import Shows
from summitry.ledger.followup.status import Followed, FollowUp, Word, settle
from summitry.ledger.queries.documents import SOURCE, source_of
from summitry.ledger.queries.filters import Scope, decided_by, known_by
from summitry.ledger.schema import anchors, documents, entries, followups, records
from summitry.model.evidence import Evidence

# What a person's link shows where the person does not say.
_LEAST = Shows.RESTATED
# Ids that one query asks for at a time; databases take only so many.
_MANY = 500


def followed(connection: Connection, names: Sequence[str], scope: Scope) -> dict[str, Followed]:
    """Return what became of these commitments (by their ids) with what was published and decided by the scope's day."""
    out: dict[str, Followed] = {}
    for place in range(0, len(names), _MANY):
        some = names[place : place + _MANY]
        found, said = _links(connection, some, scope), _words(connection, some, scope)
        out.update({name: settle(found.get(name, ()), said.get(name, ())) for name in some})
    return out


def _links(connection: Connection, names: Sequence[str], scope: Scope) -> dict[str, list[FollowUp]]:
    quote = sa.func.substr(documents.c.text, followups.c.start + 1, followups.c.stop - followups.c.start)
    query = (
        sa.select(records.c.id.label("name"), followups, documents.c.day, quote.label("quote"), *SOURCE)
        .join(records, records.c.pk == followups.c.record)
        .join(documents, documents.c.pk == followups.c.document)
        .where(records.c.id.in_(names), *decided_by(scope.decided), *known_by(scope.as_of))
        .order_by(documents.c.day, documents.c.id, followups.c.start, followups.c.stop)
    )
    found: dict[str, list[FollowUp]] = {}
    for row in connection.execute(query):
        found.setdefault(row.name, []).append(_link(row))
    return found


def _link(row: Any) -> FollowUp:
    return FollowUp(
        source=source_of(row),
        evidence=Evidence(row.document_id, row.start, row.stop, row.quote),
        shows=Shows(row.shows),
        score=row.score,
        reasons=tuple((name, weight) for name, weight in json.loads(row.reasons)),
        when=(row.day or "", name_of(row.source), row.start),
        engagement=bool(row.engagement),
    )


def _words(connection: Connection, names: Sequence[str], scope: Scope) -> dict[str, list[Word]]:
    """What persons said of these commitments, and had not undone, by the scope's day; the oldest first.

    What became of a commitment by a person's word alone was not known before it was said, also in hindsight.
    """
    until = end_of(scope.decided) if scope.decided else None
    undo = entries.alias("undo")
    undone = (undo.c.supersedes == entries.c.id) & (undo.c.action == Action.UNDO)
    query = (
        sa.select(entries, anchors.c.record)
        .join(anchors, (anchors.c.entry == entries.c.id) & (anchors.c.place == 0))
        .outerjoin(undo, undone if until is None else undone & (undo.c.at <= until))
        .where(entries.c.action.in_((Action.LINK, Action.UNLINK, Action.SETTLE)), undo.c.id.is_(None))
        .where(anchors.c.record.in_(names))
        .order_by(entries.c.id)
    )
    if until is not None:
        query = query.where(entries.c.at <= until)
    said: dict[str, list[Word]] = {}
    for row in connection.execute(query):
        if row.action != Action.SETTLE or scope.as_of is None or row.at <= end_of(scope.as_of):
            said.setdefault(row.record, []).extend(_word(connection, row, scope))
    return said


def _word(connection: Connection, row: Any, scope: Scope) -> Iterator[Word]:
    payload = json.loads(row.payload)
    if row.action == Action.SETTLE:
        yield Word(linked=True, shows=Shows(payload["value"]), author=row.author)
        return
    note = payload.get("value") or {}
    shows = Shows(note.get("shows") or _LEAST)
    place = _passage(payload, note)
    if place is None:
        return
    query = sa.select(documents.c.day, *SOURCE).where(documents.c.id == place.document, *known_by(scope.as_of))
    home = connection.execute(query).first()
    if home is None:
        return
    when = (home.day or "", name_of(home.source), place.start)
    reasons = ((row.reason, 1.0),) if row.reason else ()
    passage = FollowUp(
        source=source_of(home), evidence=place, shows=shows, score=1.0, reasons=reasons, when=when, author=row.author
    )
    yield Word(linked=row.action == Action.LINK, shows=shows, passage=passage, author=row.author)


def _passage(payload: Mapping[str, Any], note: Mapping[str, Any]) -> Evidence | None:
    """The passage that a decision is about: named by its place, or that of the record it names."""
    if "document" in note:
        return Evidence(note["document"], note["start"], note["end"], note["quote"])
    others: Iterable[Any] = payload.get("anchors", ())[1:2]
    for anchor in others:
        data = anchor["record"]
        return Evidence(anchor["document"], data["start"], data["end"], data["quote"])
    return None
