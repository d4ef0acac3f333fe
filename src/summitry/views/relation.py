"""Where a relation stands: the latest engagements, what is promised and what is late, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from summitry.ledger import Ledger
from summitry.views.calendar import Entry, calendar
from summitry.views.commitments import CommitmentLine, Status, commitments
from summitry.views.engagements import EngagementLine, engagements, unevenness
from summitry.views.question import Question
from summitry.views.tables import Answer, Json
from summitry.views.time_state import TimeState

# What no text shows to be kept or superseded still stands, or is late, by the calendar.
UNKEPT = frozenset(status.value for status in Status) - {Status.FULFILLED.value, Status.SUPERSEDED.value}
STANDING = UNKEPT | {TimeState.OPEN.value, TimeState.DUE.value, TimeState.UNDATED.value}
LATE = UNKEPT | {TimeState.OVERDUE.value}


@dataclass(frozen=True, slots=True)
class Relation:
    """The standing of a relation on a day.

    Args:
        parties: the codes asked for.
        day: the day that windows are judged by.
        documents: how many documents it rests on.
        published: EDTF dates of the oldest and the newest of them.
        engagements: the latest ones.
        uneven: in words, what is missing from series and where their accounts contradict each other.
        overdue: unkept commitments whose window has closed, the one that closed last first.
        standing: the other unkept commitments.
        coming: what the calendar holds from that day on.
    """

    parties: tuple[str, ...]
    day: date
    documents: int
    published: tuple[str | None, str | None]
    engagements: Answer[EngagementLine]
    uneven: tuple[str, ...]
    overdue: Answer[CommitmentLine]
    standing: Answer[CommitmentLine]
    coming: Answer[Entry]

    def data(self) -> Json:
        """Return the standing as JSON-ready data."""
        return {
            "parties": list(self.parties),
            "as_of": self.day.isoformat(),
            "documents": self.documents,
            "first_published": self.published[0],
            "last_published": self.published[1],
            "engagements": self.engagements.data(),
            "uneven": list(self.uneven),
            "overdue": self.overdue.data(),
            "standing": self.standing.data(),
            "coming": self.coming.data(),
        }


def relation(ledger: Ledger, question: Question, *, limit: int = 10) -> Relation:
    """Return where a relation stands; ``limit`` is how many rows each part has at most."""
    rows = ledger.documents(**question.filters)
    days = sorted(row.published for row in rows if row.published)
    met = engagements(ledger, question)
    late = commitments(ledger, question, states=LATE)
    return Relation(
        parties=question.parties,
        day=question.day,
        documents=len(rows),
        published=(days[0], days[-1]) if days else (None, None),
        engagements=Answer(met.rows[:limit], met.total),
        uneven=unevenness(ledger.series(**question.filters)),
        overdue=Answer(late.rows[::-1][:limit], late.total),
        standing=commitments(ledger, question, states=STANDING, limit=limit),
        coming=calendar(ledger, question, start=question.day, limit=limit),
    )
