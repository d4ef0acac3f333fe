"""What is exported: which kind of finding, about whom, as of when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from summitry.ledger import Ledger
from summitry.views import commitments, documents, engagements, events, statements
from summitry.views.question import Question
from summitry.views.tables import Answer


class What(StrEnum):
    """Kinds of row that can be exported."""

    COMMITMENTS = "commitments"
    STATEMENTS = "statements"
    ENGAGEMENTS = "engagements"
    EVENTS = "events"
    DOCUMENTS = "documents"


_VIEWS: Mapping[What, tuple[Callable[..., Answer[Any]], tuple[str, ...]]] = {
    What.COMMITMENTS: (commitments.commitments, commitments.COLUMNS),
    What.STATEMENTS: (statements.statements, statements.COLUMNS),
    What.ENGAGEMENTS: (engagements.engagements, engagements.COLUMNS),
    What.EVENTS: (events.events, events.COLUMNS),
    What.DOCUMENTS: (documents.documents, documents.COLUMNS),
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What an export is made of.

    Args:
        ledger: the ledger to ask.
        question: parties and day.
        what: one kind; ``None`` for the format's own choice: commitments for a table, everything for the others.
    """

    ledger: Ledger
    question: Question
    what: What | None = None

    @property
    def kind(self) -> What:
        """The kind that a table holds."""
        return self.what or What.COMMITMENTS

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the table."""
        return _VIEWS[self.kind][1]

    def wants(self, what: What) -> bool:
        """Whether a format of several kinds is to hold this one."""
        return self.what in (None, what)

    def answer(self, what: What | None = None) -> Answer[Any]:
        """Return the rows of a kind; without one those of the table."""
        view, _ = _VIEWS[what or self.kind]
        return view(self.ledger, self.question)
