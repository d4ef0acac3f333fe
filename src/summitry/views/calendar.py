"""What is coming: events, meetings and deadlines, each with a date as exact as the text gives it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from summitry.ledger import Filters, Finding, Ledger
from summitry.model.edtf import Edtf
from summitry.model.records import Commitment, CommitmentKind, Event
from summitry.views.engagements import engagements
from summitry.views.question import Question
from summitry.views.tables import Answer, Json, answer, document_cells, document_data
from summitry.views.words import fold, ordinal_words

COLUMNS = (
    *("when", "first", "last", "what", "name", "parties", "mentions", "quote", "id"),
    *("document", "title", "publisher", "published", "file", "url"),
)


class What(StrEnum):
    """What a calendar's entry is: a happening, a meeting promised, or the window of another undertaking."""

    EVENT = "event"
    MEETING = "meeting"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a date; ``mentions`` counts the passages that name it, ``finding`` is the latest of them."""

    when: Edtf
    what: What
    name: str
    parties: tuple[str, ...]
    finding: Finding
    mentions: int = 1

    def data(self) -> Json:
        """Return the entry as JSON-ready data."""
        first, last = self.when.bounds
        return {
            "when": str(self.when),
            "first": first.isoformat() if first else None,
            "last": last.isoformat() if last else None,
            "what": self.what.value,
            "name": self.name,
            "parties": list(self.parties),
            "mentions": self.mentions,
            "quote": self.finding.quote,
            "id": self.finding.id,
            "document": document_data(self.finding),
        }

    def cells(self) -> Json:
        """Return the entry flat, by :data:`COLUMNS`."""
        data = {**self.data(), **document_cells(self.finding), "quote": fold(self.finding.quote)}
        return {column: data[column] for column in COLUMNS}


def calendar(
    ledger: Ledger, question: Question, *, start: date | None, end: date | None = None, limit: int | None = None
) -> Answer[Entry]:
    """Return what happens between two days, both included and either open, in order of time.

    What is dated imprecisely is in where any part of it may lie between the days. The same happening
    named by several documents is one entry.
    """
    near = Filters({**question.filters, "within": (start, end)})
    found = [*_events(ledger, near), *_promises(ledger, near), *_meetings(ledger, question)]
    inside = [entry for entry in found if _between(entry.when, start, end)]
    return answer(sorted(_merged(inside), key=_order), limit)


def _events(ledger: Ledger, near: Filters) -> Iterator[Entry]:
    for finding in ledger.events(**near):
        record = finding.record
        if isinstance(record, Event) and record.when is not None:
            yield Entry(record.when, What.EVENT, fold(record.name), (), finding)


def _promises(ledger: Ledger, near: Filters) -> Iterator[Entry]:
    for finding in ledger.commitments(**near):
        record = finding.record
        if isinstance(record, Commitment) and record.due is not None and record.kind is not CommitmentKind.CONTINUING:
            what = What.MEETING if record.kind is CommitmentKind.ENGAGEMENT else What.DEADLINE
            yield Entry(record.due, what, fold(finding.quote), record.parties, finding)


def _meetings(ledger: Ledger, question: Question) -> Iterator[Entry]:
    for line in engagements(ledger, question):
        dated = [(account, account.engagement.date) for account in line.accounts if account.engagement.date]
        for account, day in dated[:1]:
            name = f"{ordinal_words(account.engagement.ordinal)} {line.name}".strip()
            yield Entry(day, What.MEETING, name, line.row.parties, account.finding, len(line.accounts))


def _between(when: Edtf, start: date | None, end: date | None) -> bool:
    first, last = when.bounds
    if first is None and last is None:
        return False
    if start and last is None and (first is None or first < start):
        # A window that stays open for ever and has begun is no appointment.
        return False
    return not (start and last and last < start) and not (end and first and first > end)


def _merged(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries of one name, kind and date as one; events that a promise or a meeting tells are left out."""
    kept: dict[tuple[str, str, str], Entry] = {}
    everything = sorted(entries, key=lambda e: (e.finding.published or "", e.finding.evidence))
    promised: dict[str, list[Finding]] = {}
    for entry in everything:
        if entry.what is not What.EVENT:
            promised.setdefault(entry.finding.document, []).append(entry.finding)
    for entry in everything:
        if entry.what is What.EVENT and any(
            _holds(finding, entry) for finding in promised.get(entry.finding.document, ())
        ):
            continue
        key = (entry.name.casefold(), entry.what.value, str(entry.when))
        before = kept.get(key)
        kept[key] = replace(entry, mentions=before.mentions + 1) if before else entry
    return list(kept.values())


def _holds(finding: Finding, entry: Entry) -> bool:
    record = finding.record
    when = record.due if isinstance(record, Commitment) else getattr(record, "date", None)
    outer, inner = finding.evidence, entry.finding.evidence
    return outer.start <= inner.start and inner.end <= outer.end and when == entry.when


def _order(entry: Entry) -> tuple[str, str, str]:
    first, last = entry.when.bounds
    end = last.isoformat() if last else "9999"
    return (first.isoformat() if first else end, end, entry.name)
