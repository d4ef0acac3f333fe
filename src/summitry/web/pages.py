"""Long lists in pages of a few rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stretch(Generic[T]):
    """Some rows of a list: page ``number`` of ``pages``, of ``total`` rows altogether."""

    rows: Sequence[T]
    number: int
    pages: int
    total: int
    first: int

    @property
    def last(self) -> int:
        """The number of the last row shown, counted from 1."""
        return self.first + len(self.rows) - 1


def stretch(rows: Sequence[T], number: int, size: int) -> Stretch[T]:
    """Return a page of rows; the last one where there are not so many."""
    pages = max(1, -(-len(rows) // size))
    number = min(number, pages)
    start = (number - 1) * size
    return Stretch(rows[start : start + size], number, pages, len(rows), start + 1)
