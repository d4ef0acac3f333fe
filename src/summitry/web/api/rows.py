"""Rows of the ledger that no view wraps, with the ``data()`` that pages of answers take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from summitry.views.persons import Person
from summitry.views.tables import Json, document_data


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


@dataclass(frozen=True, slots=True)
class Official:
    """A person with all their posts."""

    person: Person

    def data(self) -> Json:
        """Return the person as JSON-ready data."""
        one = self.person
        posts: list[dict[str, Any]] = [
            {
                "post": post.post,
                "first_seen": post.first_seen,
                "last_seen": post.last_seen,
                "documents": post.documents,
                "quote": post.evidence.quote,
                "start": post.evidence.start,
                "end": post.evidence.end,
                "document": document_data(post.source),
            }
            for post in one.posts
        ]
        seen = {"first_seen": one.first_seen, "last_seen": one.last_seen}
        return {"name": one.name, "names": list(one.names), "party": one.party, **seen, "posts": posts}
