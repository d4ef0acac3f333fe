"""Rows of the ledger that no view wraps, with the ``data()`` that pages of answers take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from summitry.views.tables import Json


class Dictated(Protocol):
    """A row of the ledger that knows its data."""

    def as_dict(self) -> Json:
        """Return it as JSON-ready data."""
        ...


@dataclass(frozen=True, slots=True)
class Plain:
    """A row as the ledger tells it."""

    row: Dictated

    def data(self) -> Json:
        """Return the row as JSON-ready data."""
        return self.row.as_dict()
