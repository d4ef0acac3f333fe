"""Event data: who did what to whom, as rows of CAMEO codes and PLOVER categories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import permutations
from typing import Any

import pycountry

from summitry.data import load
from summitry.ledger import Finding
from summitry.model.codec import Record
from summitry.model.edtf import Edtf
from summitry.model.records import Commitment, Engagement, Statement
from summitry.views.cells import csv_text
from summitry.views.exports.chosen import Chosen, What
from summitry.views.words import fold

COLUMNS = (
    *(
        "id",
        "event",
        "date",
        "published",
        "source",
        "target",
        "cameo",
        "cameo_name",
        "plover",
        "future",
        "negated",
        "joint",
    ),
    *("record", "act", "source_party", "target_party", "quote", "document", "publisher", "url"),
)


def export(chosen: Chosen) -> bytes:
    """Return event data as CSV, a row for each pair of a source and a target.

    ``future`` is 1 for what is undertaken or announced and not yet done, ``negated`` is 1 for an act that is denied
    ("did not agree"): its code is that of the act, so leave such rows out or code them yourself.
    """
    return csv_text(COLUMNS, rows(chosen)).encode()


def rows(chosen: Chosen) -> Iterator[dict[str, Any]]:
    """Yield the rows of event data: engagements, then statements, then commitments.

    Accounts of one engagement have rows of their own, with the same ``event``.
    """
    ledger, filters = chosen.ledger, chosen.question.filters
    if chosen.wants(What.ENGAGEMENTS):
        for line in chosen.answer(What.ENGAGEMENTS):
            for account in line.accounts:
                yield from _rows(account.finding, line.row.id)
    for what, ask in ((What.STATEMENTS, ledger.statements), (What.COMMITMENTS, ledger.commitments)):
        if chosen.wants(what):
            for finding in ask(**filters):
                yield from _rows(finding, finding.id)


def actor(code: str) -> str:
    """Return a party as CAMEO and PLOVER name actors: ``JPNGOV``, ``IGOUNO``; empty for no party."""
    table = load("exports/events")
    state = pycountry.countries.get(alpha_2=code) if len(code) == 2 else None
    three = state.alpha_3 if state else table["states"].get(code)
    if three:
        return f"{three}GOV"
    return f"IGO{table['groups'].get(code, '')}" if code else ""


def coding_of(record: Record) -> tuple[list[tuple[str, str]], dict[str, Any]]:
    """Return what a record says as event data: its pairs of source and target (party codes), and the coding they share.

    A record of another kind than engagements, statements and commitments has no pairs.
    """
    if isinstance(record, Statement):
        told = {"act": record.act.value, "negated": int(record.negated), "future": 0, "joint": int(record.joint)}
        mutual = load("exports/events")["acts"][record.act.value].get("mutual", False)
        return _pairs(record.speakers, record.addressees, mutual=mutual), {
            **told,
            **_codes("acts", record.act.value, record.joint),
        }
    if isinstance(record, Commitment):
        told = {"act": record.kind.value, "negated": 0, "future": 1, "joint": int(len(record.parties) > 1)}
        return _pairs(record.parties), {**told, **_codes("kinds", record.kind.value)}
    if isinstance(record, Engagement):
        told = {"act": record.form.value, "negated": 0, "future": 0, "joint": 1}
        return _pairs(record.sides), {**told, **_codes("forms", record.form.value)}
    return [], {}


def _rows(finding: Finding, event: str) -> Iterator[dict[str, Any]]:
    record = finding.record
    pairs, coding = coding_of(record)
    if isinstance(record, Engagement):
        coding["future"] = int(_is_ahead(record, finding))
    held = record.date.value if isinstance(record, Engagement) and record.date else finding.published
    for number, (source, target) in enumerate(pairs, 1):
        yield {
            **coding,
            "id": f"{finding.id}-{number}",
            "event": event,
            "date": held,
            "published": finding.published,
            "source": actor(source),
            "target": actor(target),
            "record": finding.kind_of_record.removesuffix("s"),
            "source_party": source,
            "target_party": target,
            "quote": fold(finding.quote),
            "document": finding.document,
            "publisher": list(finding.publisher),
            "url": finding.url,
        }


def _pairs(sources: Sequence[str], targets: Sequence[str] = (), *, mutual: bool = True) -> list[tuple[str, str]]:
    """Pair those who act with those they act upon; where a text names none of these, those who act with one another.

    What is not mutual has no target then: who condemn something together do not condemn each other.
    """
    if targets:
        return [(source, target) for source in sources or ("",) for target in targets if source != target]
    return (list(permutations(sources, 2)) if mutual else []) or [(source, "") for source in sources]


def _is_ahead(record: Engagement, finding: Finding) -> bool:
    told = Edtf(finding.published).last if finding.published else None
    held = record.date.first if record.date else None
    return bool(told and held and held > told)


@cache
def _codes(table: str, word: str, joint: bool = False) -> Mapping[str, str]:
    known = load("exports/events")
    codes = known[table][word]
    codes = codes.get("joint", codes) if joint else codes
    return {"cameo": codes["cameo"], "cameo_name": known["names"][codes["cameo"]], "plover": codes.get("plover", "")}
