"""Where something is mentioned: the words found in their surroundings."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.ledger import Ask, Hit, Ledger
from summitry.views.question import Question
from summitry.views.tables import Answer, Json, document_cells, document_data
from summitry.views.words import fold

COLUMNS = ("published", "publisher", "title", "found", "snippet", "start", "end", "record", "document", "file", "url")
# What can be searched: whole texts, all that was read from them, or one kind of it.
PLACES = ("documents", "records", "engagements", "statements", "commitments", "events", "instruments")


@dataclass(frozen=True, slots=True)
class HitLine:
    """A document or record in which words were found."""

    hit: Hit

    @property
    def marked(self) -> tuple[tuple[str, bool], ...]:
        """The words around, cut where the words found begin and end; true for those found."""
        text, at, parts = self.hit.snippet.text, 0, []
        for start, end in self.hit.snippet.marks:
            parts += [(text[at:start], False), (text[start:end], True)]
            at = end
        return tuple((part, found) for part, found in [*parts, (text[at:], False)] if part)

    def data(self) -> Json:
        """Return the hit as JSON-ready data; ``start`` and ``end`` are the snippet's place in the text."""
        snippet = self.hit.snippet
        return {
            "document": document_data(self.hit.source),
            "found": self.hit.kind,
            "record": self.hit.record,
            "snippet": snippet.text,
            "start": snippet.start,
            "end": snippet.end,
        }

    def cells(self) -> Json:
        """Return the hit flat, by :data:`COLUMNS`."""
        data = {**self.data(), **document_cells(self.hit.source), "snippet": fold(self.hit.snippet.text)}
        return {column: data[column] for column in COLUMNS}


@dataclass(frozen=True, slots=True)
class Search:
    """What a search found: the best hits, and how all hits spread over publishers, years and kinds."""

    hits: Answer[HitLine]
    facets: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]

    def data(self) -> Json:
        """Return the search as JSON-ready data."""
        return {"total": self.hits.total, "facets": {k: dict(v) for k, v in self.facets}, "hits": self.hits.data()}


def search(
    ledger: Ledger, words: str, question: Question, *, place: str = "documents", newest: bool = False, limit: int = 20
) -> Search:
    """Return where words are found.

    Args:
        ledger: the ledger to ask.
        words: all wanted; ``"…"`` keeps words together, ``OR`` gives a choice, ``-word`` refuses, ``word*`` goes on.
        question: parties and day.
        place: what to look in, of :data:`PLACES`.
        newest: the newest first rather than the best.
        limit: how many hits at most.
    """
    ask = Ask(words, kind=place, limit=limit, order="date" if newest else "rank")
    found = ledger.search(ask, **question.filters)
    facets = tuple((name, tuple(counts.items())) for name, counts in found.facets.items())
    return Search(Answer(tuple(map(HitLine, found.hits)), found.total), facets)
