"""What was said: reported acts of speech, in order of publication and place in the text."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.ledger import Finding, Ledger
from summitry.model.records import Statement
from summitry.views.question import Question
from summitry.views.tables import Answer, Json, answer, document_cells, document_data
from summitry.views.words import fold

COLUMNS = (
    *("act", "cue", "speakers", "addressees", "speaker_name", "joint", "negated", "inferred", "segment", "quote"),
    *("heading", "id", "document", "title", "publisher", "published", "file", "url"),
)


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement with where it stands."""

    finding: Finding
    statement: Statement

    def data(self) -> Json:
        """Return the statement as JSON-ready data."""
        said, finding = self.statement, self.finding
        return {
            "id": finding.id,
            "act": said.act.value,
            "cue": said.cue,
            "speakers": list(said.speakers),
            "addressees": list(said.addressees),
            "chain": [list(link) for link in said.chain],
            "speaker_name": said.speaker_name,
            "joint": said.joint,
            "negated": said.negated,
            "inferred": said.inferred,
            "segment": said.segment.value if said.segment else None,
            "heading": finding.heading,
            "quote": finding.quote,
            "start": finding.evidence.start,
            "end": finding.evidence.end,
            "document": document_data(finding),
        }

    def cells(self) -> Json:
        """Return the statement flat, by :data:`COLUMNS`."""
        data = {**self.data(), **document_cells(self.finding), "quote": fold(self.finding.quote)}
        return {column: data[column] for column in COLUMNS}


def statements(
    ledger: Ledger,
    question: Question,
    *,
    act: str | None = None,
    speaker: str | None = None,
    addressee: str | None = None,
    limit: int | None = None,
) -> Answer[StatementLine]:
    """Return the statements that a question is about, the oldest first.

    Args:
        ledger: the ledger to ask.
        question: parties and day.
        act: only those that do this (``urge``, ``welcome`` …).
        speaker: only those of this party; ``addressee``: only those to this one.
        addressee: code of a party.
        limit: how many at most.
    """
    wanted = question.filters
    wanted["type"], wanted["speaker"], wanted["addressee"] = act, speaker, addressee
    return answer([line for finding in ledger.statements(**wanted) if (line := statement_line(finding))], limit)


def statement_line(finding: Finding) -> StatementLine | None:
    """Return a finding as a statement, or ``None`` where it is none."""
    return StatementLine(finding, finding.record) if isinstance(finding.record, Statement) else None
