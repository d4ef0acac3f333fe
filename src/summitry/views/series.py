"""Series: the runs of like engagements with their numbers, the numbers that nobody tells of, and contradictions."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.ledger import EngagementRow, Ledger, SeriesRow
from summitry.views.engagements import silent_sides
from summitry.views.question import Question
from summitry.views.tables import Answer, Json, answer
from summitry.views.words import fold

COLUMNS = ("series", "parties", "number", "date", "place", "published_by", "no_account", "note", "id")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a run: an engagement with its number, or a number that no document tells of.

    ``notes`` are the contradictions, in words, that name the engagement's day and number.
    """

    series: str
    parties: tuple[str, ...]
    number: int | None
    row: EngagementRow | None
    notes: tuple[str, ...] = ()

    @property
    def publishers(self) -> tuple[str, ...]:
        """Codes of those who published an account or a joint text of it."""
        sources = (*self.row.accounts, *self.row.texts) if self.row else ()
        return tuple(sorted({code for source in sources for code in source.publisher}))

    @property
    def silent(self) -> tuple[str, ...]:
        """Codes of the sides that published no account of it."""
        return silent_sides(self.row) if self.row else ()

    @property
    def places(self) -> tuple[str, ...]:
        """Where it took place, by each account that says so."""
        told = self.row.told if self.row else ()
        return tuple(dict.fromkeys(fold(item.place) for item in told if item.place))

    def data(self) -> Json:
        """Return the place as JSON-ready data."""
        return self.cells()

    def cells(self) -> Json:
        """Return the place flat, by :data:`COLUMNS`."""
        missing = ["no document tells of it"] if self.row is None else []
        return {
            "series": self.series,
            "parties": list(self.parties),
            "number": self.number,
            "date": list(self.row.dates) if self.row else [],
            "place": list(self.places),
            "published_by": list(self.publishers),
            "no_account": list(self.silent),
            "note": [*missing, *self.notes],
            "id": self.row.id if self.row else None,
        }


def series(ledger: Ledger, question: Question, *, limit: int | None = None) -> Answer[Place]:
    """Return the places of all series of a question, series by series, by number; those without one come last.

    Args:
        ledger: the ledger to ask.
        question: parties and day.
        limit: how many places at most.
    """
    runs = sorted(ledger.series(**question.filters), key=lambda run: (-len(run.members), run.key))
    return answer([place for run in runs for place in _places(run)], limit)


def _places(run: SeriesRow) -> list[Place]:
    name = fold(run.name)
    found = [Place(name, run.parties, number, row, _notes(run, row)) for number, row in run.members]
    found += [Place(name, run.parties, number, None) for number in run.missing]
    return sorted(found, key=lambda place: (place.number is None, place.number or 0, place.row is None))


def _notes(run: SeriesRow, row: EngagementRow) -> tuple[str, ...]:
    """The contradictions that are about an engagement: those that name its day."""
    said = " or ".join(row.dates) or "undated"
    return tuple(words for words in run.contradictions if said in words)
