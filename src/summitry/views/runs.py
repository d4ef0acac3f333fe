"""The documents of a series: those that tell of its engagements."""

from __future__ import annotations

from collections.abc import Iterable

from summitry.ledger import EngagementRow, Ledger
from summitry.model.errors import SummitryError
from summitry.model.records import Level
from summitry.views.question import Question
from summitry.views.words import fold


def documents_of(ledger: Ledger, question: Question, series: str) -> frozenset[str]:
    """Return the ids of the documents that tell of the engagements of a series.

    Args:
        ledger: the ledger to ask.
        question: parties and day.
        series: the series' printed name or a part of it, or a level of engagements ("summit", "ministerial").

    Raises:
        SummitryError: there is no such series.
    """
    rows = engagements_of(ledger, question, series)
    told = (source.document for row in rows for source in (*row.accounts, *row.texts))
    return frozenset(told)


def engagements_of(ledger: Ledger, question: Question, series: str) -> tuple[EngagementRow, ...]:
    """Return the engagements of a series, in order of time; the arguments are those of :func:`documents_of`.

    Raises:
        SummitryError: there is no such series.
    """
    wanted = fold(series).casefold()
    if wanted in set(Level):
        rows = ledger.engagements(**question.filters)
        return _in_time(row for row in rows if any(told.level == wanted for told in row.told))
    known = ledger.series(**question.filters)
    for run in sorted(known, key=lambda item: len(item.name)):
        if wanted == run.key or wanted in fold(run.name).casefold():
            return _in_time(row for _, row in run.members)
    names = [fold(run.name) for run in known]
    raise SummitryError(f"there is no series {series!r} here", f"there are: {', '.join([*names, *Level])}")


def _in_time(rows: Iterable[EngagementRow]) -> tuple[EngagementRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.first or "", row.id)))
