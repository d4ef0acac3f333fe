"""Persons with all their posts, as the texts print them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from summitry.ledger import Ledger, OfficialRow
from summitry.views.question import Question
from summitry.views.tables import Answer, Json, answer, document_data

COLUMNS = ("name", "post", "party", "first_seen", "last_seen", "documents", "names", "other_posts")


@dataclass(frozen=True, slots=True)
class Person:
    """A person of a party with their posts, the one seen latest first."""

    name: str
    names: tuple[str, ...]
    party: str | None
    posts: tuple[OfficialRow, ...]

    @property
    def first_seen(self) -> str | None:
        """Day of the oldest text that names them (ISO)."""
        return min((post.first_seen for post in self.posts if post.first_seen), default=None)

    @property
    def last_seen(self) -> str | None:
        """Day of the newest text that names them (ISO)."""
        return max((post.last_seen for post in self.posts if post.last_seen), default=None)

    def data(self) -> Json:
        """Return the person as JSON-ready data, each post with the words it was read from."""
        seen = {"first_seen": self.first_seen, "last_seen": self.last_seen}
        posts = [_post(row) for row in self.posts]
        return {"name": self.name, "names": list(self.names), "party": self.party, **seen, "posts": posts}

    def cells(self) -> Json:
        """Return the person flat, by :data:`COLUMNS`; ``documents`` counts the texts that give the latest post."""
        first, *others = self.posts
        own = {"name": self.name, "post": first.post, "party": self.party, "documents": first.documents}
        seen = {"first_seen": self.first_seen, "last_seen": self.last_seen}
        return {**own, **seen, "names": list(self.names), "other_posts": [row.post for row in others if row.post]}


def persons(officials: Iterable[OfficialRow]) -> tuple[Person, ...]:
    """Return the persons among officials, by party and name."""
    groups: dict[tuple[str, str], list[OfficialRow]] = {}
    for row in officials:
        groups.setdefault((row.party or "", row.key), []).append(row)
    found = (_person(rows) for rows in groups.values())
    return tuple(sorted(found, key=lambda person: (person.party or "", person.name)))


def officials(ledger: Ledger, question: Question, words: str = "", *, limit: int | None = None) -> Answer[Person]:
    """Return the officials that texts name, by party and name.

    Args:
        ledger: the ledger to ask.
        question: the parties they are of, and the day.
        words: all of them stand in the person's names and posts.
        limit: how many at most.
    """
    return answer(named(persons(ledger.officials(**question.filters)), words=words), limit)


def named(found: Iterable[Person], party: str = "", words: str = "") -> list[Person]:
    """Return the persons of a party, where one is given, in whose names and posts all the words stand."""
    wanted = words.casefold().split()
    of_it = [person for person in found if not party or person.party == party]
    return [person for person in of_it if all(word in _told(person) for word in wanted)] if wanted else of_it


def _person(rows: list[OfficialRow]) -> Person:
    posts = sorted(rows, key=lambda row: (row.last_seen or "", row.documents), reverse=True)
    most = max(rows, key=lambda row: (row.documents, row.name))
    names = tuple(sorted({name for row in rows for name in row.names}))
    return Person(most.name, names, posts[0].party, tuple(posts))


def _post(row: OfficialRow) -> Json:
    seen = {"first_seen": row.first_seen, "last_seen": row.last_seen, "documents": row.documents}
    words = {"quote": row.evidence.quote, "start": row.evidence.start, "end": row.evidence.end}
    return {"post": row.post, **seen, **words, "document": document_data(row.source)}


def _told(person: Person) -> str:
    return " ".join((*person.names, *(post.post or "" for post in person.posts))).casefold()
