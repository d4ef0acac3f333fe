"""Records as plain data and back: the shape that ``summitry read --format jsonl`` prints, nothing lost.

The keys are those of the labelling guide; ``start``, ``end``, ``method`` and the like are added to each record.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from summitry.model.edtf import Edtf
from summitry.model.evidence import Evidence, Gate, Grounds, Method, MethodKind, Support
from summitry.model.records import (
    Act,
    Commitment,
    CommitmentKind,
    DocumentKind,
    Engagement,
    EngagementSegment,
    Event,
    EventStatus,
    Form,
    Format,
    Instrument,
    Level,
    Official,
    Participant,
    Records,
    Section,
    Statement,
)

Record = Engagement | Statement | Commitment | Event | Instrument
Json = dict[str, Any]

_KINDS: dict[str, type[Record]] = {
    "engagements": Engagement,
    "statements": Statement,
    "commitments": Commitment,
    "events": Event,
    "instruments": Instrument,
}
_TYPES: dict[str, Any] = {
    "form": Form,
    "level": Level,
    "format": Format,
    "segment": Format,
    "act": Act,
    "date": Edtf,
    "due": Edtf,
    "when": Edtf,
    "status": EventStatus,
}


def dump(records: Records) -> Json:
    """Return records as JSON-ready data."""
    return {
        "document": {
            "publisher": list(records.publisher),
            "published": records.published,
            "kind": records.kind.value,
            "text_id": records.document,
            "reader": records.reader,
        },
        "sections": [
            {"number": s.number, "heading": s.heading, "start": s.start, "end": s.end, "at": _dump_evidence(s.evidence)}
            for s in records.sections
        ],
        **{kind: [dump_record(r) for r in getattr(records, kind)] for kind in _KINDS},
        "officials": [_dump_person(o) for o in records.officials],
        "unverified": [{"record": _kind_of(r), **dump_record(r)} for r in records.unverified],
    }


def dump_record(record: Record) -> Json:
    """Return one record as JSON-ready data; ``quote`` holds its evidence's words."""
    evidence = record.grounds.evidence
    out: Json = {"id": record.id, "quote": evidence.quote, "start": evidence.start, "end": evidence.end}
    for item in fields(record):
        if item.name != "grounds":
            out[item.name] = _dump_value(getattr(record, item.name))
    method = record.grounds.method
    out["method"] = {"name": method.name, "kind": method.kind.value, "score": method.score}
    out["support"] = [{"field": s.field, **_dump_evidence(s.evidence)} for s in record.grounds.support]
    out["refused"] = list(record.grounds.gate.reasons)
    return out


def load(data: Json) -> Records:
    """Return the records that :func:`dump` wrote; the inverse of it.

    Raises:
        KeyError: a key is absent.
        ValueError: a value is not one of its vocabulary.
        RecordError: a date or an evidence contradicts itself.
    """
    head = data["document"]
    document = head["text_id"]
    return Records(
        document=document,
        publisher=tuple(head["publisher"]),
        published=head["published"],
        kind=DocumentKind(head["kind"]),
        sections=tuple(
            Section(s["number"], s["heading"], _load_evidence(document, s["at"]), s["start"], s["end"])
            for s in data["sections"]
        ),
        officials=tuple(_load_person(Official, document, o) for o in data["officials"]),
        unverified=tuple(load_record(u["record"], document, u) for u in data["unverified"]),
        reader=head["reader"],
        **{kind: tuple(load_record(kind, document, r) for r in data[kind]) for kind in _KINDS},  # type: ignore[arg-type]
    )


def load_record(kind: str, document: str, data: Json) -> Record:
    """Return one record of a kind (``statements``, ``commitments`` …) from its data."""
    cls = _KINDS[kind]
    values = {f.name: _load_value(document, kind, f.name, data[f.name]) for f in fields(cls) if f.name != "grounds"}
    method = data["method"]
    grounds = Grounds(
        _load_evidence(document, data),
        Method(method["name"], MethodKind(method["kind"]), method["score"]),
        tuple(Support(s["field"], _load_evidence(document, s)) for s in data["support"]),
        Gate(tuple(data["refused"])),
    )
    return cls(grounds=grounds, **values)


def _kind_of(record: Record) -> str:
    return next(name for name, cls in _KINDS.items() if isinstance(record, cls))


def _dump_value(value: Any) -> Any:
    if isinstance(value, Edtf):
        return value.value
    if isinstance(value, Participant):
        return _dump_person(value)
    if isinstance(value, EngagementSegment):
        return {"format": value.format.value, "minutes": value.minutes}
    if isinstance(value, tuple):
        return [_dump_value(item) for item in value]
    return getattr(value, "value", value)


def _load_value(document: str, kind: str, name: str, value: Any) -> Any:
    if value is None:
        return None
    if name == "participants":
        return tuple(_load_person(Participant, document, p) for p in value)
    if name == "segments":
        return tuple(EngagementSegment(Format(s["format"]), s["minutes"]) for s in value)
    if name == "kind":
        return CommitmentKind(value)
    if name == "chain":
        return tuple(tuple(link) for link in value)
    if isinstance(value, list):
        return tuple(value)
    return _TYPES[name](value) if name in _TYPES else value


def _dump_evidence(evidence: Evidence) -> Json:
    return {"start": evidence.start, "end": evidence.end, "quote": evidence.quote}


def _load_evidence(document: str, data: Json) -> Evidence:
    return Evidence(document, data["start"], data["end"], data["quote"])


def _dump_person(person: Participant | Official) -> Json:
    return {"name": person.name, "post": person.post, "party": person.party, "at": _dump_evidence(person.evidence)}


def _load_person(cls: Any, document: str, data: Json) -> Any:
    return cls(data["name"], data["post"], data["party"], _load_evidence(document, data["at"]))
