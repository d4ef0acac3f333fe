"""The review queue: findings that wait for a person's word, and what a person can say of one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from summitry.ledger import Filters, Finding, Ledger
from summitry.model.codec import dump_record
from summitry.model.edtf import Edtf
from summitry.model.errors import RecordError, SummitryError
from summitry.model.records import Act, CommitmentKind, EventStatus, Form, Level
from summitry.views.question import Question

KINDS = ("commitments", "statements", "engagements", "events")
# Findings looked through at once: more would make a queue slow, and nobody reviews so many in a row.
WINDOW = 300


class Waiting(StrEnum):
    """Which findings a queue holds: those the gate refused, those nobody has judged, those somebody has."""

    UNVERIFIED = "unverified"
    UNDECIDED = "undecided"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a finding that can be corrected; ``choices`` are its words, where it has only some."""

    name: str
    label: str
    value: str
    choices: tuple[str, ...] = ()
    many: bool = False
    number: bool = False


def queue(
    ledger: Ledger, question: Question, *, kind: str, waiting: Waiting, document: str = "", offset: int = 0
) -> tuple[Finding, ...]:
    """Return up to :data:`WINDOW` findings of a kind that wait in this way, by publication and place in the text."""
    filters: Filters = {**question.filters, "limit": WINDOW, "offset": offset}
    if document:
        filters["document"] = document
    if waiting is Waiting.UNVERIFIED:
        filters["unverified"], filters["state"] = True, ""
    else:
        filters["state"] = "" if waiting is Waiting.UNDECIDED else waiting.value
    asked = {
        "commitments": ledger.commitments,
        "statements": ledger.statements,
        "engagements": ledger.accounts,
        "events": ledger.events,
    }
    return asked[kind](**filters)


def fields_of(finding: Finding) -> tuple[Field, ...]:
    """Return the fields of a finding that a person can correct, with their present values."""
    data = dump_record(finding.record)
    return tuple(_field(data, *spec) for spec in _FIELDS.get(finding.kind_of_record, ()))


def correction(finding: Finding, given: Mapping[str, str]) -> dict[str, Any]:
    """Return what a person changed, as the ledger takes it: fields and their new values.

    Raises:
        SummitryError: nothing was changed, there is no such field, or it cannot have such a value.
    """
    changed: dict[str, Any] = {}
    fields = fields_of(finding)
    for name in sorted(set(given) - {item.name for item in fields}):
        there = ", ".join(item.name for item in fields) or "none that can be corrected"
        raise SummitryError(f"{finding.kind_of_record} have no field {name[:40]!r}", f"Fields: {there}.")
    for item in fields:
        new = given.get(item.name, item.value).strip()
        if new != item.value:
            changed[item.name] = _value(item, new)
    if not changed:
        raise SummitryError("nothing was changed", "Change a field, or accept the finding as it is.")
    return changed


def _field(data: Mapping[str, Any], name: str, label: str, choices: Sequence[str] = (), shape: str = "") -> Field:
    value = data[name]
    shown = " ".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return Field(name, label, shown, tuple(choices), shape == "many", shape == "number")


def _value(item: Field, new: str) -> Any:
    if item.many:
        return [code.upper() for code in re.split(r"[\s,;]+", new) if code]
    if not new:
        return None
    if item.number:
        if not new.isdecimal():
            raise SummitryError(f"{item.name} is a number, not {new[:40]!r}")
        return int(new)
    if item.choices and new not in item.choices:
        raise SummitryError(f"{item.name} cannot be {new[:40]!r}", f"It is one of: {', '.join(item.choices)}.")
    if item.name in _DATES:
        _check_date(item, new)
    return new


def _check_date(item: Field, new: str) -> None:
    try:
        Edtf(new)
    except RecordError as error:
        hint = "Write 2018-05-26, 2018-05, 2018-21 (spring), 2018-09/2018-11, ../2018-12-31 (by) or 2018/.. (from)."
        raise SummitryError(f"{item.name} cannot be {new[:40]!r}: it is no date", hint) from error


_DATES = frozenset({"date", "due", "when"})
_ACTS = tuple(act.value for act in Act)
_FIELDS: Mapping[str, tuple[tuple[Any, ...], ...]] = {
    "commitments": (
        ("parties", "Promised by (codes)", (), "many"),
        ("kind", "Kind", tuple(kind.value for kind in CommitmentKind)),
        ("due", "Due (EDTF, such as 2018-05 or ../2018-12-31)"),
        ("due_text", "Words that give the time"),
        ("body", "Through"),
        ("caveat", "Caveat"),
    ),
    "statements": (
        ("speakers", "Speaks (codes)", (), "many"),
        ("act", "Act", _ACTS),
        ("addressees", "To (codes)", (), "many"),
    ),
    "engagements": (
        ("date", "Date (EDTF)"),
        ("form", "Form", tuple(form.value for form in Form)),
        ("level", "Level", tuple(level.value for level in Level)),
        ("ordinal", "Number", (), "number"),
        ("series", "Series"),
        ("place", "Place"),
        ("occasion", "Occasion"),
        ("minutes", "Minutes", (), "number"),
        ("sides", "Sides (codes)", (), "many"),
    ),
    "events": (
        ("name", "Name"),
        ("when", "When (EDTF)"),
        ("status", "Status", tuple(status.value for status in EventStatus)),
    ),
}
