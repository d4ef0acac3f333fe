"""Full-text search over texts or over records' quotes, with the words in their surroundings and counts by facet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger.engine import Seam
from summitry.ledger.fold import fold
from summitry.ledger.queries.documents import SOURCE, source_of
from summitry.ledger.queries.filters import Scope
from summitry.ledger.rows import Found, Hit, Snippet
from summitry.ledger.schema import documents, records
from summitry.ledger.terms import Query, parse
from summitry.model.errors import LedgerError

# Characters shown around the words found.
_WIDTH = 240
_WORD = re.compile(r"\w+")
_BEGINNING = re.compile(r"(?<!\S)\S")
# Beyond the first hundred thousand characters a word is found, but not shown.
_LOOK = 100_000


@dataclass(frozen=True, slots=True)
class Ask:
    """A search: the words, what to look in (``documents`` or a kind of record), the page and its order.

    ``order`` is ``rank`` (best first) or ``date`` (newest first).
    """

    words: str
    kind: str = "documents"
    limit: int = 20
    cursor: str | None = None
    order: str = "rank"


def search(connection: Connection, seam: Seam, ask: Ask, scope: Scope) -> Found:
    """Return a page of hits.

    Raises:
        LedgerError: the cursor, the limit, the order or the kind is none.
    """
    query, offset = parse(ask.words), _offset(ask)
    if query is None:
        return Found((), 0, {})
    rows = _matching(seam, query, ask, scope)
    facets, total = _facets(connection, rows)
    newest = (sa.func.coalesce(rows.c.day, "").desc(), rows.c.rank, rows.c.pk)
    best = (rows.c.rank, sa.func.coalesce(rows.c.day, "").desc(), rows.c.pk)
    order = newest if ask.order == "date" else best
    page = list(connection.execute(sa.select(rows.c.pk).order_by(*order).limit(ask.limit).offset(offset)).scalars())
    cursor = str(offset + len(page)) if page and offset + len(page) < total else None
    return Found(tuple(_hits(connection, page, query, ask.kind)), total, facets, cursor)


def _matching(seam: Seam, query: Query, ask: Ask, scope: Scope) -> sa.Subquery:
    of_document = (documents.c.day, documents.c.publisher, documents.c.kind)
    if ask.kind == "documents":
        hits = seam.hits("documents", query)
        base = sa.select(hits.c.pk, hits.c.rank, *of_document).join(documents, documents.c.pk == hits.c.pk)
        return base.where(*scope.on_documents()).subquery("matching")
    hits = seam.hits("records", query)
    base = sa.select(hits.c.pk, hits.c.rank, *of_document).join(records, records.c.pk == hits.c.pk)
    base = base.join(documents, documents.c.pk == records.c.document)
    conditions = (*scope.on_documents(), *scope.on_records())
    if ask.kind != "records":
        conditions = (*conditions, records.c.kind == ask.kind)
    return base.where(*conditions).subquery("matching")


def _facets(connection: Connection, rows: sa.Subquery) -> tuple[dict[str, dict[str, int]], int]:
    year = sa.func.substr(sa.func.coalesce(rows.c.day, ""), 1, 4)
    grouped = sa.select(rows.c.publisher, year.label("year"), rows.c.kind, sa.func.count().label("n"))
    out: dict[str, dict[str, int]] = {"publisher": {}, "year": {}, "kind": {}}
    total = 0
    for row in connection.execute(grouped.group_by(rows.c.publisher, year, rows.c.kind)):
        total += row.n
        for code in row.publisher.split():
            out["publisher"][code] = out["publisher"].get(code, 0) + row.n
        out["year"][row.year] = out["year"].get(row.year, 0) + row.n
        out["kind"][row.kind] = out["kind"].get(row.kind, 0) + row.n
    most_first = {name: dict(sorted(of.items(), key=lambda item: (-item[1], item[0]))) for name, of in out.items()}
    return most_first, total


def _hits(connection: Connection, page: list[int], query: Query, kind: str) -> Iterator[Hit]:
    if kind == "documents":
        chosen = sa.select(documents.c.pk, documents.c.text, *SOURCE).where(documents.c.pk.in_(page))
        rows: dict[int, Any] = {row.pk: row for row in connection.execute(chosen)}
        for pk in page:
            yield Hit(source_of(rows[pk]), snippet(rows[pk].text, query))
        return
    columns = (records.c.pk, records.c.id.label("record_id"), records.c.kind, records.c.start, records.c.quote)
    joined = sa.select(*columns, *SOURCE).join(documents, documents.c.pk == records.c.document)
    rows = {row.pk: row for row in connection.execute(joined.where(records.c.pk.in_(page)))}
    for pk in page:
        row = rows[pk]
        yield Hit(source_of(row), snippet(row.quote, query, row.start), row.record_id, row.kind)


def snippet(text: str, query: Query, start: int = 0) -> Snippet:
    """Return the stretch of a text with the most of the words looked for.

    Args:
        text: where they were found.
        query: what was looked for.
        start: offset of the text within its document.
    """
    stems = tuple(fold(word)[: max(3, len(word) - 2)] for word in query.words)
    places = [m.span() for m in _WORD.finditer(text[:_LOOK]) if fold(m[0]).startswith(stems)]
    low = _window(places)
    begins = _BEGINNING.search(text, low, low + 40)
    low = begins.start() if begins else low
    high = min(len(text), low + _WIDTH)
    if high < len(text):
        high = max(text.rfind(" ", low + 1, high), low + _WIDTH // 2)
    marks = tuple((a - low, b - low) for a, b in places if a >= low and b <= high)
    return Snippet(start + low, start + high, text[low:high], marks)


def _window(places: list[tuple[int, int]]) -> int:
    if not places:
        return 0
    inside = [
        sum(1 for a, b in places[i : i + 40] if b <= place[0] + _WIDTH * 3 // 4) for i, place in enumerate(places)
    ]
    best = places[inside.index(max(inside))]
    return max(0, best[0] - _WIDTH // 4)


def _offset(ask: Ask) -> int:
    if ask.limit < 1:
        raise LedgerError(f"a page has at least one hit, not {ask.limit}")
    if ask.order not in ("rank", "date"):
        raise LedgerError(f"hits are ordered by rank or date, not by {ask.order!r}")
    if ask.kind not in ("documents", "records", "engagements", "statements", "commitments", "events", "instruments"):
        raise LedgerError(f"nothing is kept under {ask.kind!r}", "Search documents, records, statements, commitments …")
    if ask.cursor is None:
        return 0
    if not ask.cursor.isdecimal():
        raise LedgerError(f"not a place to go on from: {ask.cursor!r}", "Give the cursor of the page before.")
    return int(ask.cursor)
