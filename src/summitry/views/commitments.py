"""What was promised: each commitment with its status from evidence and its time state from the calendar."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from datetime import date

from summitry.ledger import Finding, Followed, FollowUp, Ledger, Shows
from summitry.model.errors import SummitryError
from summitry.model.records import Commitment, CommitmentKind
from summitry.views.question import Question
from summitry.views.tables import Answer, Json, answer, document_cells, document_data
from summitry.views.time_state import TimeState, time_state
from summitry.views.words import fold

COLUMNS = (
    *("status", "time_state", "due", "due_first", "due_last", "due_text", "parties", "kind", "quote", "body", "caveat"),
    *(
        "shown_by",
        "shown_in",
        "heading",
        "assessment",
        "id",
        "document",
        "title",
        "publisher",
        "published",
        "file",
        "url",
    ),
)


# What later texts show of a commitment; ``silent`` where they say nothing of it.
Status = Shows


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """A commitment as the account shows it: what the calendar says, and what later texts show."""

    finding: Finding
    commitment: Commitment
    time_state: TimeState
    followed: Followed = field(default_factory=Followed)

    @property
    def status(self) -> Status:
        """What later texts show of it, or what a person said."""
        return self.followed.status

    @property
    def evidence(self) -> tuple[FollowUp, ...]:
        """The passages of later texts that show it, best first."""
        return self.followed.evidence

    @property
    def matches(self) -> frozenset[str]:
        """The status and the time state, as a filter names them."""
        return frozenset({self.status.value, self.time_state.value})

    def data(self) -> Json:
        """Return the commitment as JSON-ready data."""
        commitment, finding = self.commitment, self.finding
        return {
            "id": finding.id,
            "quote": finding.quote,
            "document": document_data(finding),
            "parties": list(commitment.parties),
            "kind": commitment.kind.value,
            "due": str(commitment.due) if commitment.due else None,
            "due_first": finding.first,
            "due_last": finding.last,
            "due_text": commitment.due_text,
            "body": commitment.body,
            "caveat": commitment.caveat,
            "heading": finding.heading,
            "status": self.status.value,
            "time_state": self.time_state.value,
            "assessment": finding.assessment,
            "settled_by": self.followed.settled_by,
            "evidence": [_evidence_data(item) for item in self.evidence],
            "start": finding.evidence.start,
            "end": finding.evidence.end,
        }

    def cells(self) -> Json:
        """Return the commitment flat, by :data:`COLUMNS`."""
        best = self.evidence[0] if self.evidence else None
        shown = {
            "shown_by": fold(best.evidence.quote) if best else None,
            "shown_in": best.source.source if best else None,
        }
        data = {**self.data(), **document_cells(self.finding), "quote": fold(self.finding.quote), **shown}
        return {column: data[column] for column in COLUMNS}


def commitments(
    ledger: Ledger,
    question: Question,
    *,
    states: frozenset[str] = frozenset(),
    kinds: frozenset[str] = frozenset(),
    limit: int | None = None,
) -> Answer[CommitmentLine]:
    """Return the commitments that a question is about, the earliest deadline first, undated ones last.

    Args:
        ledger: the ledger to ask.
        question: parties and day.
        states: keep only these statuses and time states; a status and a time state together must both hold.
        kinds: keep only these kinds of commitment.
        limit: how many at most.

    Raises:
        SummitryError: a state or kind is none.
    """
    _check(states, {*Status, *TimeState})
    _check(kinds, set(CommitmentKind))
    found = ledger.commitments(**question.filters)
    followed = ledger.followed([finding.id for finding in found], **question.when)
    lines = [_line(finding, question.day, followed[finding.id]) for finding in found]
    kept = [line for line in lines if _asked(line, states) and (not kinds or line.commitment.kind.value in kinds)]
    return answer(sorted(kept, key=_deadline), limit)


def _check(asked: frozenset[str], known: Set[str]) -> None:
    for word in sorted(asked - known):
        raise SummitryError(f"commitments are not asked for by {word!r}", f"there are: {', '.join(sorted(known))}")


def _line(finding: Finding, today: date, followed: Followed) -> CommitmentLine:
    record = finding.record
    assert isinstance(record, Commitment)
    return CommitmentLine(finding, record, time_state(record.due, today), followed)


def _evidence_data(item: FollowUp) -> Json:
    return {**item.as_dict(), "document": document_data(item.source)}


def _asked(line: CommitmentLine, states: frozenset[str]) -> bool:
    statuses, times = states & set(Status), states & set(TimeState)
    return (not statuses or line.status in statuses) and (not times or line.time_state in times)


def _deadline(line: CommitmentLine) -> tuple[str, str, str, int]:
    finding = line.finding
    # What has no end comes after what has, what has no date at all after that, what merely goes on last.
    rank = (line.commitment.due is None) + (line.commitment.kind is CommitmentKind.CONTINUING)
    return finding.last or f"9999-{rank}", finding.published or "", finding.document, finding.evidence.start
