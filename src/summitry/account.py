"""A ledger from Python: ask it, and see the answers as tables in a notebook or as DataFrames."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from summitry import ledger as kept
from summitry.intake import Refusal
from summitry.notebook import headed, table_html
from summitry.pipeline import Entered, add_sources
from summitry.views import calendar as calendar_view
from summitry.views import commitments as commitments_view
from summitry.views import documents as documents_view
from summitry.views import engagements as engagements_view
from summitry.views import relation as relation_view
from summitry.views import search as search_view
from summitry.views.calendar import Entry
from summitry.views.commitments import CommitmentLine
from summitry.views.documents import DocumentLine
from summitry.views.engagements import EngagementLine
from summitry.views.frames import to_frame
from summitry.views.question import Question
from summitry.views.search import HitLine
from summitry.views.tables import Answer, Row

if TYPE_CHECKING:
    import pandas as pd

R = TypeVar("R", bound=Row)
Day = date | str | None
# Rows that a notebook shows of an answer; the answer holds them all.
_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Table(Generic[R], Sequence[R]):
    """An answer as a sequence of typed rows; ``columns`` are those of its flat form."""

    answer: Answer[R]
    columns: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.answer)

    def __getitem__(self, index: Any) -> Any:
        return self.answer.rows[index]

    def __iter__(self) -> Iterator[R]:
        return iter(self.answer)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the rows as JSON-ready data, as the commands print them with ``--format json``."""
        return self.answer.data()

    def to_frame(self) -> pd.DataFrame:
        """Return the rows as a pandas DataFrame.

        Raises:
            SummitryError: pandas is not installed.
        """
        return to_frame(self.answer.cells(), self.columns)

    def _repr_html_(self) -> str:
        return self._html("")

    def _html(self, caption: str) -> str:
        rows = self.answer.cells()[:_SHOWN]
        used = [column for column in self.columns if any(row[column] not in (None, [], "") for row in rows)]
        more = len(self) - len(rows)
        body = table_html(used, ([_cell(row[column]) for column in used] for row in rows), caption)
        return body + (f"<p>{more:,} more</p>" if more else "")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a relation stands on a day."""

    relation: relation_view.Relation

    @property
    def engagements(self) -> Table[EngagementLine]:
        """The latest engagements."""
        return Table(self.relation.engagements, engagements_view.COLUMNS)

    @property
    def overdue(self) -> Table[CommitmentLine]:
        """The commitments whose window has closed."""
        return Table(self.relation.overdue, commitments_view.COLUMNS)

    @property
    def standing(self) -> Table[CommitmentLine]:
        """The commitments that are due, still to come, or without a date."""
        return Table(self.relation.standing, commitments_view.COLUMNS)

    @property
    def coming(self) -> Table[Entry]:
        """What the calendar holds."""
        return Table(self.relation.coming, calendar_view.COLUMNS)

    def to_dict(self) -> dict[str, Any]:
        """Return everything as JSON-ready data."""
        return self.relation.data()

    def _repr_html_(self) -> str:
        parts = (("Latest engagements", self.engagements), ("Overdue", self.overdue), ("Open", self.standing))
        tables = [table._html(title) for title, table in (*parts, ("Coming", self.coming))]
        title = f"{' – '.join(self.relation.parties)} as of {self.relation.day.isoformat()}"
        return headed(title, f"{self.relation.documents:,} documents") + "".join(tables)


class Ledger:
    """The account of relationships, to be asked; use it in a ``with``, or close it.

    Args:
        place: path or address of the ledger; ``None`` is the user's own.
        create: whether to make it where there is none.

    Every question takes the codes of parties, all of which a document must be about, and ``as_of``, the day
    it is asked as of. Every one raises ``LedgerError`` where the database fails.

    Raises:
        LedgerError: it cannot be opened, or is no ledger.
    """

    def __init__(self, place: str | Path | None = None, *, create: bool = True) -> None:
        self._kept = kept.Ledger.open(place, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the database back."""
        self._kept.close()

    def add(self, *sources: str | Path, jobs: int = 1) -> list[Entered | Refusal]:
        """Read files, folders and addresses into the ledger; return what became of each document, in order.

        Raises:
            ModelMissingError: the reader's model is not installed.
        """
        return list(add_sources(self._kept, sources, jobs=jobs))

    def relation(self, *parties: str, as_of: Day = None, limit: int = 10) -> Standing:
        """Return where a relation stands; ``limit`` is how many rows each part has at most."""
        return Standing(relation_view.relation(self._kept, _question(parties, as_of), limit=limit))

    def commitments(
        self, *parties: str, status: str | Iterable[str] = (), kind: str | Iterable[str] = (), as_of: Day = None
    ) -> Table[CommitmentLine]:
        """Return what was promised, the earliest deadline first.

        Args:
            *parties: codes.
            status: only these: ``open``, ``due``, ``overdue``, ``undated``, or ``fulfilled``, ``silent`` …
            kind: only these: ``engagement``, ``deliverable``, ``continuing``.
            as_of: the day to judge by.
        """
        ask = _question(parties, as_of)
        found = commitments_view.commitments(self._kept, ask, states=_several(status), kinds=_several(kind))
        return Table(found, commitments_view.COLUMNS)

    def calendar(self, *parties: str, start: Day = None, end: Day = None, as_of: Day = None) -> Table[Entry]:
        """Return events, meetings and deadlines from ``start`` (without it: the day asked as of) to ``end``."""
        ask = _question(parties, as_of)
        found = calendar_view.calendar(self._kept, ask, start=_day(start) or ask.day, end=_day(end))
        return Table(found, calendar_view.COLUMNS)

    def engagements(self, *parties: str, as_of: Day = None) -> Table[EngagementLine]:
        """Return who met, the latest first."""
        return self._table(engagements_view.engagements, engagements_view.COLUMNS, parties, as_of)

    def documents(self, *parties: str, as_of: Day = None) -> Table[DocumentLine]:
        """Return the documents, the latest first."""
        return self._table(documents_view.documents, documents_view.COLUMNS, parties, as_of)

    def search(self, words: str, *parties: str, place: str = "documents", limit: int = 20) -> Table[HitLine]:
        """Return where words are mentioned, the best hits first; ``place`` is ``documents`` or a kind of record."""
        found = search_view.search(self._kept, words, _question(parties, None), place=place, limit=limit)
        return Table(found.hits, search_view.COLUMNS)

    def _table(
        self, view: Callable[..., Answer[R]], columns: tuple[str, ...], parties: tuple[str, ...], as_of: Day
    ) -> Table[R]:
        return Table(view(self._kept, _question(parties, as_of)), columns)

    def __repr__(self) -> str:
        return f"Ledger({self._kept.name!r})"

    def _repr_html_(self) -> str:
        counts = self._kept.counts()
        rows = [("documents", f"{counts.get('documents', {}).get('all', 0):,}")]
        rows += [(kind, f"{number:,}") for kind, number in sorted(counts.get("records", {}).items())]
        return headed("Ledger", self._kept.name) + table_html(("what", "how many"), rows)


def _question(parties: tuple[str, ...], as_of: Day) -> Question:
    return Question(tuple(code.upper() for code in parties), _day(as_of))


def _day(day: Day) -> date | None:
    return date.fromisoformat(day) if isinstance(day, str) else day


def _several(words: str | Iterable[str]) -> frozenset[str]:
    return frozenset([words] if isinstance(words, str) else words)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
