"""Everything on a relation's page: what was promised and what became of it, who met, what comes, issues, officials."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from summitry.ledger import Ledger, OfficialRow
from summitry.ledger.series import series_of
from summitry.views.calendar import Entry, calendar
from summitry.views.commitments import CommitmentLine, Status, commitments
from summitry.views.engagements import EngagementLine, engagements, unevenness
from summitry.views.issues import Issue, issues
from summitry.views.plots import Plot, plots
from summitry.views.question import Question
from summitry.views.tables import Answer
from summitry.views.time_state import TimeState
from summitry.views.tracks import Track, tracks

# What needs no watching any more.
_DONE = frozenset({Status.FULFILLED, Status.SUPERSEDED})
# Years before and after the day asked about that a drawing may want.
_BEFORE, _AFTER = 8, 3


@dataclass(frozen=True, slots=True)
class Standing:
    """A relation on a day.

    Args:
        parties: the codes asked for.
        day: the day that windows are judged by.
        documents: how many documents it rests on; ``published``: EDTF dates of the oldest and the newest of them.
        late: commitments whose window has closed and that no text shows to be kept, the latest first.
        waiting: the other commitments that nothing shows to be kept; ``kept``: those that something does.
        met: engagements, the latest first; ``tracks``: the same by level; ``uneven``: in words, what is missing.
        coming: what the calendar holds from that day on; ``around``: what it holds in the years around.
        issues: those in most documents first.
        officials: of its parties.
        plots: counts to draw.
    """

    parties: tuple[str, ...]
    day: date
    documents: int
    published: tuple[str | None, str | None]
    late: Answer[CommitmentLine]
    waiting: Answer[CommitmentLine]
    kept: Answer[CommitmentLine]
    met: tuple[EngagementLine, ...]
    tracks: tuple[Track, ...]
    uneven: tuple[str, ...]
    coming: Answer[Entry]
    around: tuple[Entry, ...]
    issues: tuple[Issue, ...]
    officials: tuple[OfficialRow, ...]
    plots: tuple[Plot, ...]


def standing(ledger: Ledger, question: Question, *, limit: int = 8) -> Standing:
    """Return where a relation stands, everything asked of the ledger once; ``limit`` is how many rows a list has."""
    rows = ledger.documents(**question.filters)
    days = sorted(row.published for row in rows if row.published)
    promised = commitments(ledger, question).rows
    met = engagements(ledger, question).rows
    found = issues(ledger, question)
    day = question.day
    near = date(day.year - _BEFORE, 1, 1), date(day.year + _AFTER, 12, 31)
    return Standing(
        parties=question.parties,
        day=day,
        documents=len(rows),
        published=(days[0], days[-1]) if days else (None, None),
        late=_some(latest_first(line for line in promised if is_late(line)), limit),
        waiting=_some([line for line in promised if not is_done(line) and not is_late(line)], limit),
        kept=_some(latest_first(line for line in promised if is_done(line)), limit),
        met=met,
        tracks=tracks(met),
        uneven=unevenness(series_of((line.row for line in met), ledger.names(as_of=question.as_of))),
        coming=calendar(ledger, question, start=day, limit=limit),
        around=calendar(ledger, question, start=near[0], end=near[1]).rows,
        issues=found,
        officials=tuple(o for o in ledger.officials(**question.filters) if o.party in question.parties),
        plots=plots(met, promised, found),
    )


def is_done(line: CommitmentLine) -> bool:
    """Return whether a later text shows a commitment to be kept or superseded."""
    return line.status in _DONE


def is_late(line: CommitmentLine) -> bool:
    """Return whether a commitment's window has closed while no text shows it to be kept."""
    return line.time_state is TimeState.OVERDUE and not is_done(line)


def latest_first(lines: Iterable[CommitmentLine]) -> list[CommitmentLine]:
    """Return commitments by the end of their window, what ran out last first: it may still be asked about."""
    return sorted(lines, key=lambda line: line.finding.last or "", reverse=True)


def _some(lines: list[CommitmentLine], limit: int) -> Answer[CommitmentLine]:
    return Answer(tuple(lines[:limit]), len(lines))
