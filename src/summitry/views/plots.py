"""Small plots of a relation: meetings a year by level, promises and what became of them, who initiates, topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from summitry.views.commitments import CommitmentLine, Status
from summitry.views.engagements import EngagementLine
from summitry.views.issues import Issue
from summitry.views.party_names import party_name
from summitry.views.tracks import level_of, track_name

# Issues drawn over time.
_TOPICS = 8


class Shape(StrEnum):
    """How a plot is drawn: columns of stacked parts, a field of dots, or bars."""

    COLUMNS = "columns"
    FIELD = "field"
    BARS = "bars"


@dataclass(frozen=True, slots=True)
class Plot:
    """Counts to be drawn: a row for each of ``rows``, a number in it for each of ``columns``.

    Args:
        title: what is counted.
        rows: names of the rows.
        columns: names of the columns: years, or a single one.
        counts: row by row.
        shape: how it is drawn.
        note: how it was counted, where that is not plain.
    """

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    shape: Shape
    note: str = ""

    @property
    def largest(self) -> int:
        """The largest single count."""
        return max((max(row) for row in self.counts), default=0)

    @property
    def highest(self) -> int:
        """The highest sum of a column."""
        return max((sum(column) for column in zip(*self.counts, strict=True)), default=0)


def plots(
    met: Sequence[EngagementLine], promised: Iterable[CommitmentLine], found: Sequence[Issue]
) -> tuple[Plot, ...]:
    """Return the plots of a relation's engagements, commitments and issues; those with nothing to show are left out."""
    made = (_meetings(met), _promises(promised), _topics(found), _initiators(met))
    return tuple(plot for plot in made if plot.highest)


def _meetings(met: Iterable[EngagementLine]) -> Plot:
    seen: Counter[tuple[str, int]] = Counter()
    for line in met:
        if line.row.first:
            seen[track_name(level_of(line)), int(line.row.first[:4])] += 1
    return _by_year("Engagements a year, by level", seen)


def _promises(promised: Iterable[CommitmentLine]) -> Plot:
    seen: Counter[tuple[str, int]] = Counter()
    for line in promised:
        if line.finding.published:
            told = "nothing heard" if line.status is Status.SILENT else line.status.value
            seen[told, int(line.finding.published[:4])] += 1
    return _by_year("Promises a year, by what later texts show", seen, "By the year of the text that promises.")


def _topics(found: Sequence[Issue]) -> Plot:
    seen: Counter[tuple[str, int]] = Counter()
    for issue in found[:_TOPICS]:
        for year in issue.years:
            seen[issue.name, year] += 1
    return _by_year("Issues over time, by their headings", seen, "Documents in which the heading stands.", Shape.FIELD)


def _initiators(met: Iterable[EngagementLine]) -> Plot:
    seen: Counter[str] = Counter()
    for line in met:
        seen.update(party_name(code) for code in line.facts(lambda told: told.initiator))
    names = tuple(sorted(seen, key=lambda name: (-seen[name], name)))
    note = "Only engagements whose texts say at whose initiative they were held."
    return Plot("Who initiates", names, ("engagements",), tuple((seen[name],) for name in names), Shape.BARS, note)


def _by_year(title: str, seen: Counter[tuple[str, int]], note: str = "", shape: Shape = Shape.COLUMNS) -> Plot:
    rows = tuple(dict.fromkeys(name for name, _ in seen))
    years = range(min((y for _, y in seen), default=0), max((y for _, y in seen), default=-1) + 1)
    counts = tuple(tuple(seen[row, year] for year in years) for row in rows)
    return Plot(title, rows, tuple(map(str, years)), counts, shape, note)
