"""A document's reading and the decisions about it, laid out as the rows that queries are answered from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, overload

from summitry.ledger.clock import bounds
from summitry.ledger.decisions import Judgement, Span, timeline
from summitry.model.codec import Json

KINDS = ("engagements", "statements", "commitments", "events", "instruments")
# Column ``type`` and the date column of each kind.
_TYPES = {"engagements": "form", "statements": "act", "commitments": "kind", "events": "status"}
_DATES = {"engagements": "date", "commitments": "due", "events": "when"}
_ROLES = {"speakers": "speaker", "addressees": "addressee", "parties": "party", "sides": "side"}
_SETTLED = ("accepted", "corrected")


@dataclass(frozen=True, slots=True)
class Found:
    """A record of the current reading (or kept by a person's word) with what was decided about it."""

    id: str
    kind: str
    position: int
    data: Json
    unverified: bool
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One condition of one record: its columns, and who stands in which role in it."""

    columns: dict[str, Any]
    roles: frozenset[tuple[str, str]]


def listed(reading: Json) -> Iterator[Found]:
    """Yield the records of a dumped reading, in order, the unverified ones last."""
    for kind in KINDS:
        for position, data in enumerate(reading[kind]):
            yield Found(data["id"], kind, position, data, unverified=False)
    for position, data in enumerate(reading["unverified"]):
        record = {key: value for key, value in data.items() if key != "record"}
        yield Found(data["id"], data["record"], position, record, unverified=True)


def rows_of(found: Found, sections: Sequence[Json]) -> Iterator[RecordRow]:
    """Yield a row for every condition that a record went through."""
    for span in timeline(found.data, found.judgements):
        yield RecordRow(_columns(found, span, sections), frozenset(_roles(span.data)))


def sides_of(reading: Json) -> tuple[str, ...]:
    """Return the codes of all parties whose dealings a reading is about, sorted.

    These are its publishers and the sides of its engagements; where that leaves one party or none, also
    those who speak, are spoken to, or undertake something.
    """
    sides = set(reading["document"]["publisher"])
    for engagement in reading["engagements"]:
        sides.update(_engaged(engagement))
    if len(sides) < 2:
        for statement in reading["statements"]:
            sides.update(statement["speakers"], statement["addressees"])
        for commitment in reading["commitments"]:
            sides.update(commitment["parties"])
    return tuple(sorted(sides))


def pairs_of(sides: Iterable[str]) -> tuple[str, ...]:
    """Return the relations among parties, two by two, as their index keys."""
    return tuple(f"{a} {b}" for a, b in combinations(sorted(set(sides)), 2))


@overload
def plain(text: str) -> str: ...
@overload
def plain(text: str | None) -> str | None: ...
def plain(text: str | None) -> str | None:
    """Return a text for a column: without the NUL characters that PostgreSQL cannot hold, which JSON keeps."""
    return text.replace("\0", "") if text else text


def facets_of(
    document: Mapping[str, Any], sides: Iterable[str], rows: Iterable[Mapping[str, Any]]
) -> Counter[tuple[str, str]]:
    """Return what a document adds to the kept counts, as (facet, value) → number.

    Args:
        document: its row; a superseded version counts as nothing but a version.
        sides: the parties whose dealings it is about.
        rows: its records' present rows.
    """
    if document["known_until"] is not None:
        return Counter({("versions", "superseded"): 1})
    year = (document["day"] or "")[:4]
    out = Counter({("documents", "all"): 1, ("kind", document["kind"]): 1, ("language", document["language"]): 1})
    out[("year", year)] += 1
    out.update(("publisher", code) for code in document["publisher"].split())
    out.update(("relation", pair) for pair in pairs_of(sides))
    for row in rows:
        if row["state"] == "rejected":
            out[("records", "rejected")] += 1
        elif row["unverified"]:
            out[("records", "unverified")] += 1
        else:
            out[("records", row["kind"])] += 1
            if row["type"]:
                out[(row["kind"], row["type"])] += 1
    return out


def _columns(found: Found, span: Span, sections: Sequence[Json]) -> dict[str, Any]:
    data = span.data
    section = data.get("section")
    first, last = bounds(data.get(_DATES.get(found.kind, "")))
    return {
        "id": found.id,
        "kind": found.kind,
        "position": found.position,
        "start": data["start"],
        "stop": data["end"],
        "quote": plain(data["quote"]),
        "data": {**data, "id": found.id},
        "type": data.get(_TYPES.get(found.kind, "")),
        "name": plain(data.get("name")),
        "first": first,
        "last": last,
        "section": section,
        "heading": plain(sections[section]["heading"])
        if section is not None and 0 <= section < len(sections)
        else None,
        "unverified": int(found.unverified and span.state not in _SETTLED),
        "state": span.state,
        "assessment": span.assessment,
        "valid_from": span.since,
        "valid_until": span.until,
    }


def _roles(data: Json) -> Iterator[tuple[str, str]]:
    for field, role in _ROLES.items():
        for party in data.get(field, ()):
            yield party, role
    for outer in data.get("chain", ()):
        for party in outer:
            yield party, "chain"
    for participant in data.get("participants", ()):
        if participant["party"]:
            yield participant["party"], "side"


def _engaged(engagement: Json) -> set[str]:
    return {*engagement["sides"], *(p["party"] for p in engagement["participants"] if p["party"])}
