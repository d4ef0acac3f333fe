"""What happened or is to happen, as the texts refer to it: each mention with its own words and date."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.ledger import Finding, Ledger
from summitry.model.records import Event
from summitry.views.question import Question
from summitry.views.tables import Answer, Json, answer, document_cells, document_data
from summitry.views.words import fold

COLUMNS = (
    *("name", "when", "first", "last", "status", "quote", "id"),
    *("document", "title", "publisher", "published", "file", "url"),
)


@dataclass(frozen=True, slots=True)
class EventLine:
    """A happening that a text refers to, with where it stands."""

    finding: Finding
    event: Event

    def data(self) -> Json:
        """Return the event as JSON-ready data."""
        finding = self.finding
        return {
            "id": finding.id,
            "name": fold(self.event.name),
            "when": str(self.event.when) if self.event.when else None,
            "first": finding.first,
            "last": finding.last,
            "status": self.event.status.value,
            "quote": finding.quote,
            "start": finding.evidence.start,
            "end": finding.evidence.end,
            "document": document_data(finding),
        }

    def cells(self) -> Json:
        """Return the event flat, by :data:`COLUMNS`."""
        data = {**self.data(), **document_cells(self.finding), "quote": fold(self.finding.quote)}
        return {column: data[column] for column in COLUMNS}


def events(
    ledger: Ledger, question: Question, *, status: str | None = None, limit: int | None = None
) -> Answer[EventLine]:
    """Return the events that a question's documents refer to, by publication and place in the text.

    Args:
        ledger: the ledger to ask.
        question: parties and day.
        status: only those ``past`` or ``planned``.
        limit: how many at most.
    """
    wanted = question.filters
    wanted["type"] = status
    found = ledger.events(**wanted)
    return answer([EventLine(f, f.record) for f in found if isinstance(f.record, Event)], limit)
