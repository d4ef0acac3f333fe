"""What is in the ledger: its documents."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.ledger import DocumentRow, Ledger
from summitry.views.question import Question
from summitry.views.tables import Answer, Json, answer, document_data

_WHERE = ("id", "source_id", "file", "url", "added", "reader")
COLUMNS = ("published", "publisher", "kind", "title", "version", "superseded", *_WHERE)


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document of the ledger."""

    row: DocumentRow

    def data(self) -> Json:
        """Return the document as JSON-ready data."""
        row = self.row
        own = {"kind": row.kind, "language": row.language, "version": row.version, "superseded": row.superseded}
        return {**document_data(row), **own, "added": row.added, "reader": row.reader}

    def cells(self) -> Json:
        """Return the document flat, by :data:`COLUMNS`."""
        data = self.data()
        return {column: data[column] for column in COLUMNS}


def documents(
    ledger: Ledger,
    question: Question,
    *,
    publisher: str | None = None,
    kind: str | None = None,
    limit: int | None = None,
) -> Answer[DocumentLine]:
    """Return the documents that a question is about, the latest first; superseded versions are left out.

    Args:
        ledger: the ledger to ask.
        question: parties and day.
        publisher: only those that this party published.
        kind: only those of this kind (``readout``, ``joint-statement`` …).
        limit: how many at most.
    """
    wanted = question.filters
    wanted["publisher"], wanted["kind"] = publisher, kind
    return answer([DocumentLine(row) for row in reversed(ledger.documents(**wanted))], limit)
