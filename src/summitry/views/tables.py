"""Answers: rows with their total, as nested data for JSON and as flat cells for CSV and DataFrames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from summitry.ledger import Source

Json = dict[str, Any]


class Row(Protocol):
    """A row of an answer."""

    def data(self) -> Json:
        """Return the row as JSON-ready data."""
        ...

    def cells(self) -> Json:
        """Return the row flat: a value, or a list of words, for each column."""
        ...


R = TypeVar("R", bound=Row, covariant=True)


@dataclass(frozen=True, slots=True)
class Answer(Generic[R]):
    """Rows that answer a question.

    Args:
        rows: the rows, in the answer's order.
        total: how many rows there are, with those that a limit left out.
    """

    rows: tuple[R, ...]
    total: int

    def __iter__(self) -> Iterator[R]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def left_out(self) -> int:
        """How many rows a limit left out."""
        return self.total - len(self.rows)

    def data(self) -> list[Json]:
        """Return the rows as JSON-ready data."""
        return [row.data() for row in self.rows]

    def cells(self) -> list[Json]:
        """Return the rows flat, for CSV and DataFrames."""
        return [row.cells() for row in self.rows]


def answer(rows: list[R], limit: int | None = None) -> Answer[R]:
    """Return rows as an answer, the first ``limit`` of them."""
    return Answer(tuple(rows[:limit]), len(rows))


def document_data(source: Source) -> Json:
    """Return where something was read, JSON-ready: the document's file and address, title, issuer and day."""
    return {
        "id": source.document,
        "source_id": source.source_id,
        "file": source.source,
        "url": source.url,
        "title": source.title,
        "published": source.published,
        "publisher": list(source.publisher),
    }


def document_cells(source: Source) -> Json:
    """Return the same flat."""
    return {
        "document": source.document,
        "title": source.title,
        "publisher": list(source.publisher),
        "published": source.published,
        "file": source.source,
        "url": source.url,
    }
