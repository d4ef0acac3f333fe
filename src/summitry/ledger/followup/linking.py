"""The store of follow-ups: which later words speak of which commitment, found by relation and by words.

A document's own commitments are looked for in the later texts of its relations, and its own text is looked through for
the earlier commitments of its relations; either way only where enough words are shared, by an index. What it costs
depends on how much the texts of its relations say of the same things, never on the size of the ledger. Every pair of
a commitment and a text is judged by itself, so that the order in which documents come makes no difference.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger import gathering
from summitry.ledger.followup.finding import Later, Told, later_of, links_of
from summitry.ledger.followup.matching import least
from summitry.ledger.followup.meetings import meeting_years, told_stems
from summitry.ledger.followup.pages import Page, page_of, promises_of
from summitry.ledger.followup.promise import Promise, dump, undump
from summitry.ledger.pack import to_json
from summitry.ledger.project import pairs_of
from summitry.ledger.schema import documents, followups, promise_words, promises, text_words

# Up to so many parties a text speaks for each two of them. What more say together is followed in texts of many parties.
_FEW = 6
# Files texts that tell of an engagement, and promises of one, by year.
_MEETING = "=meeting "
# Sums of weights differ in their last digits with the order of adding.
_ROUNDING = 1e-6
# Numbers that one query asks for at a time.
_MANY = 500


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise in the store, with the number of its record's row."""

    record: int
    promise: Promise


def follow(connection: Connection, pk: int) -> None:
    """Link a document's commitments with later texts and its text with earlier commitments, both anew."""
    release(connection, pk)
    page = page_of(connection, pk)
    if page is None or len(page.parties) < 2:
        return
    pairs = _keys_of(page.parties)
    mine = [Kept(record, promise) for record, promise in promises_of(connection, page)]
    later = _later(page)
    _insert_promises(connection, page, pairs, mine)
    _insert_words(connection, page, pairs, later)
    found: list[dict[str, Any]] = []
    for other, wanted in _texts_after(connection, page, pairs, mine):
        its = _later(other)
        found += [row for kept in wanted for row in _rows(kept, other.pk, its)]
    found += [row for kept in _promises_before(connection, page, pairs, later) for row in _rows(kept, pk, later)]
    if found:
        connection.execute(sa.insert(followups), found)


def release(connection: Connection, pk: int) -> None:
    """Take a document's commitments, words and passages out of the store."""
    for table in (followups, text_words, promises):
        connection.execute(sa.delete(table).where(table.c.document == pk))


def follow_all(connection: Connection) -> None:
    """Link everything in a ledger that knew no follow-ups."""
    for pk in connection.execute(sa.select(documents.c.pk).order_by(documents.c.pk)).scalars().all():
        follow(connection, pk)


def _later(page: Page) -> Later:
    found = [("engagements", item["id"], item) for item in page.engagements]
    spans = {item["id"]: (item["start"], item["end"]) for item in page.engagements}
    accounts = gathering.accounts_of(page.gathered, found)
    return later_of(page.text, page.stretches, (Told(account, spans.get(account.id)) for account in accounts))


def _keys_of(parties: Sequence[str]) -> tuple[str, ...]:
    """What a text of these parties (sorted) is filed under: their relations two by two; of many parties a part."""
    if len(parties) <= _FEW:
        return pairs_of(parties)
    return tuple(f"*{a} {b}" for a, b in pairwise(parties))


def _insert_promises(connection: Connection, page: Page, pairs: Iterable[str], mine: Iterable[Kept]) -> None:
    rows, words = [], []
    for kept in mine:
        facts, need = to_json(dump(kept.promise)), least(kept.promise)
        own = {"record": kept.record, "document": page.pk, "day": page.day, "name": page.name}
        rows.append({**own, "least": need, "facts": facts})
        words += [
            {"pair": pair, "stem": stem, "record": kept.record, "weight": weight}
            for pair in pairs
            for stem, weight in _keys(kept.promise)
        ]
    if rows:
        connection.execute(sa.insert(promises), rows)
    if words:
        connection.execute(sa.insert(promise_words), words)


def _keys(promise: Promise) -> Iterator[tuple[str, float]]:
    """What a promise is filed under: its words, and the years of a meeting that would keep it."""
    more = frozenset(told_stems(promise))
    yield from ((stem, weight) for stem, weight in promise.terms.items() if stem not in more)
    for year in meeting_years(promise):
        yield f"{_MEETING}{year}", least(promise)
    for stem in told_stems(promise):
        yield stem, least(promise)


def _insert_words(connection: Connection, page: Page, pairs: Iterable[str], later: Later) -> None:
    rows = [
        {"pair": pair, "stem": stem, "day": page.day, "document": page.pk} for pair in pairs for stem in _stems(later)
    ]
    if rows:
        connection.execute(sa.insert(text_words), rows)


def _stems(later: Later) -> tuple[str, ...]:
    years = {item.account.first[:4] for item in later.accounts if item.account.first}
    return (*later.places, *(f"{_MEETING}{year}" for year in sorted(years)))


def _promises_before(connection: Connection, page: Page, pairs: Iterable[str], later: Later) -> Iterator[Kept]:
    """The commitments of earlier texts of these relations that share enough words with a text."""
    stems, shared = _stems(later), {}
    weight = sa.func.sum(promise_words.c.weight)
    for pair in pairs:
        here = promise_words.c.pair == pair, promise_words.c.stem.in_(stems)
        query = sa.select(promise_words.c.record, weight).where(*here).group_by(promise_words.c.record)
        shared.update({row[0]: row[1] for row in connection.execute(query)})
    for some in _portions(sorted(shared)):
        query = (
            sa.select(promises.c.record, promises.c.least, promises.c.facts)
            .join(documents, documents.c.pk == promises.c.document)
            .where(promises.c.record.in_(some), _precedes(page), documents.c.address != page.address)
            .order_by(promises.c.record)
        )
        for row in connection.execute(query):
            if shared[row.record] >= row.least - _ROUNDING:
                yield Kept(row.record, undump(json.loads(row.facts)))


def _portions(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for place in range(0, len(numbers), _MANY):
        yield numbers[place : place + _MANY]


def _precedes(page: Page) -> sa.ColumnElement[bool]:
    same_day = sa.and_(promises.c.day == page.day, promises.c.name < page.name)
    return sa.or_(promises.c.day < page.day, same_day)


def _texts_after(
    connection: Connection, page: Page, pairs: Iterable[str], mine: Iterable[Kept]
) -> Iterator[tuple[Page, list[Kept]]]:
    """Later texts of these relations, each with the commitments that it shares enough words with."""
    wanted: dict[int, list[Kept]] = {}
    held = _held(connection, page, pairs, mine)
    for kept in mine:
        need = least(kept.promise) - _ROUNDING
        weights: dict[int, float] = {}
        for stem, weight in _keys(kept.promise):
            for document in held.get(stem, ()):
                weights[document] = weights.get(document, 0.0) + weight
        for document, weight in weights.items():
            if weight >= need:
                wanted.setdefault(document, []).append(kept)
    for document in sorted(wanted):
        other = page_of(connection, document)
        if other and other.after(page):
            yield other, wanted[document]


def _held(connection: Connection, page: Page, pairs: Iterable[str], mine: Iterable[Kept]) -> Mapping[str, set[int]]:
    """The later texts of these relations that hold each of the words of some commitments."""
    stems = {stem for kept in mine for stem, _ in _keys(kept.promise)}
    held: dict[str, set[int]] = {}
    for pair in pairs:
        query = sa.select(text_words.c.stem, text_words.c.document).where(
            text_words.c.pair == pair, text_words.c.stem.in_(stems), text_words.c.day >= page.day
        )
        for stem, document in connection.execute(query):
            if document != page.pk:
                held.setdefault(stem, set()).add(document)
    return held


def _rows(kept: Kept, document: int, later: Later) -> Iterator[dict[str, Any]]:
    seen: set[tuple[int, int]] = set()
    for link in links_of(kept.promise, later):
        if (link.start, link.end) in seen:
            continue
        seen.add((link.start, link.end))
        yield {
            "record": kept.record,
            "document": document,
            "start": link.start,
            "stop": link.end,
            "shows": link.shows.value,
            "score": link.score,
            "reasons": to_json([list(reason) for reason in link.reasons]),
            "engagement": int(link.engagement),
        }
