"""The index over what has been said: made anew for one document, from its current reading and all decisions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger import anchors as anchoring
from summitry.ledger.decisions import ON_LINKS, ON_RECORDS, Action, Judgement
from summitry.ledger.fold import person_key
from summitry.ledger.pack import to_json, unpack
from summitry.ledger.project import Found, listed, pairs_of, plain, rows_of, sides_of
from summitry.ledger.schema import anchors, documents, entries, officials, parties, readings, records, relations, roles
from summitry.model.codec import Json


def reindex(connection: Connection, pk: int) -> None:
    """Lay out a document's rows again; whatever was decided about its records finds its record again."""
    row = connection.execute(
        sa.select(documents.c.id, documents.c.text, readings.c.payload)
        .join(readings, readings.c.id == documents.c.reading)
        .where(documents.c.pk == pk)
    ).one()
    reading = unpack(row.payload)["records"]
    clear(connection, pk)
    found = _with_decisions(connection, pk, row.id, row.text, list(listed(reading)))
    _insert_records(connection, pk, found, reading["sections"])
    _insert_people(connection, pk, reading)
    _insert_sides(connection, pk, reading)


def clear(connection: Connection, pk: int) -> None:
    """Take a document's rows out of the index."""
    for table in (records, officials, parties, relations):
        connection.execute(sa.delete(table).where(table.c.document == pk))


def _with_decisions(connection: Connection, pk: int, identity: str, text: str, found: list[Found]) -> list[Found]:
    judged: dict[str, list[Judgement]] = {}
    lost: dict[str, list[Judgement]] = {}
    for entry in _decided(connection, pk):
        anchor = entry["anchors"][entry["place"]]
        same_text = anchor["document"] == identity
        candidates = [f.data for f in found if f.kind == anchor["kind"]]
        record = anchoring.find(anchor["record"], candidates, same_text=same_text)
        here = (anchors.c.entry == entry["id"]) & (anchors.c.place == entry["place"]) & (anchors.c.document == pk)
        connection.execute(sa.update(anchors).where(here).values(record=record))
        if entry["action"] in ON_RECORDS:
            home = judged.setdefault(record, []) if record else lost.setdefault(anchor["record"]["id"], [])
            home.append(_judgement(entry, anchor, same_text=same_text))
    out = [Found(f.id, f.kind, f.position, f.data, f.unverified, tuple(judged.get(f.id, ()))) for f in found]
    for judgements in lost.values():
        kept = _kept(connection, judgements, identity, text)
        if kept:
            out.append(kept)
            _point(connection, pk, judgements, kept.id)
    return out


def _kept(connection: Connection, judgements: Sequence[Judgement], identity: str, text: str) -> Found | None:
    """The record that a person's word keeps although the reading no longer finds it."""
    keeping = [j for j in judgements if j.keeps]
    if not keeping:
        return None
    data, home = keeping[-1].snapshot["record"], keeping[-1].snapshot["document"]
    if home != identity:
        old = connection.execute(sa.select(documents.c.text).where(documents.c.id == home)).scalar()
        moved = anchoring.move(data, old if old is not None else text, text)
        if moved is None:
            return None
        data = moved
    return Found(data["id"], keeping[-1].kind, _AFTER_ALL, data, unverified=False, judgements=tuple(judgements))


def _point(connection: Connection, pk: int, judgements: Iterable[Judgement], record: str) -> None:
    numbers = [j.entry for j in judgements]
    here = anchors.c.entry.in_(numbers) & (anchors.c.document == pk)
    connection.execute(sa.update(anchors).where(here).values(record=record))


def _decided(connection: Connection, pk: int) -> list[dict[str, Any]]:
    undo = entries.alias("undo")
    undone = (undo.c.supersedes == entries.c.id) & (undo.c.action == Action.UNDO)
    query = (
        sa.select(entries, anchors.c.place, undo.c.at.label("until"))
        .join(anchors, anchors.c.entry == entries.c.id)
        .outerjoin(undo, undone)
        .where(anchors.c.document == pk, entries.c.action.in_([*ON_RECORDS, *ON_LINKS, Action.RENAME]))
        .order_by(entries.c.id)
    )
    return [{**row, **json.loads(row["payload"])} for row in connection.execute(query).mappings()]


def _judgement(entry: dict[str, Any], anchor: Json, *, same_text: bool) -> Judgement:
    value = entry["value"]
    if isinstance(value, dict) and not same_text:
        # Offsets are those of the text that was decided upon.
        value = {key: item for key, item in value.items() if key not in ("start", "end", "quote")}
    action = Action(entry["action"])
    return Judgement(
        entry["id"], entry["at"], entry["until"], entry["author"], action, value, anchor["kind"], anchor
    )  # fmt: skip


def _insert_records(connection: Connection, pk: int, found: Iterable[Found], sections: Sequence[Json]) -> None:
    made = [row for item in found for row in rows_of(item, sections)]
    if not made:
        return
    values = [{**row.columns, "document": pk, "data": to_json(row.columns["data"])} for row in made]
    insert = sa.insert(records).returning(records.c.pk, sort_by_parameter_order=True)
    keys = connection.execute(insert, values).scalars()
    held = [
        {"party": party, "role": role, "record": key}
        for key, row in zip(keys, made, strict=True)
        for party, role in sorted(row.roles)
    ]
    if held:
        connection.execute(sa.insert(roles), held)


def _insert_people(connection: Connection, pk: int, reading: Json) -> None:
    people = [*reading["officials"], *(p for e in reading["engagements"] for p in e["participants"])]
    seen = {
        (person_key(p["name"]), p["post"], p["party"]): {
            "document": pk,
            "key": person_key(plain(p["name"])),
            "name": plain(p["name"]),
            "post": plain(p["post"]),
            "party": p["party"],
            "start": p["at"]["start"],
            "stop": p["at"]["end"],
            "quote": plain(p["at"]["quote"]),
        }
        for p in reversed(people)
    }
    if seen:
        connection.execute(sa.insert(officials), list(seen.values()))


def _insert_sides(connection: Connection, pk: int, reading: Json) -> None:
    sides = sides_of(reading)
    rows = [{"party": code, "role": "side", "document": pk} for code in sides]
    rows += [
        {"party": code, "role": "publisher", "document": pk} for code in sorted(set(reading["document"]["publisher"]))
    ]
    if rows:
        connection.execute(sa.insert(parties), rows)
    pairs = [{"pair": pair, "document": pk} for pair in pairs_of(sides)]
    if pairs:
        connection.execute(sa.insert(relations), pairs)


# Kept records come after all that the reading finds.
_AFTER_ALL = 1_000_000
