"""The ledger as others use it: open, add, ask, decide."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self, Unpack

from summitry.ledger.clock import Clock, utc_now
from summitry.ledger.deciding import Decider, Decision
from summitry.ledger.decisions import Action
from summitry.ledger.engine import Store, open_store
from summitry.ledger.followup.status import Followed
from summitry.ledger.migrate import bring_up
from summitry.ledger.queries import (
    decided,
    documents,
    engagements,
    findings,
    followups,
    history,
    people,
    search,
    standing,
)
from summitry.ledger.queries.filters import Filters, Scope
from summitry.ledger.queries.search import Ask
from summitry.ledger.rows import (
    Added,
    DecisionRow,
    DocumentRow,
    EngagementRow,
    Entry,
    Finding,
    Found,
    InstrumentRow,
    OfficialRow,
    SeriesRow,
)
from summitry.ledger.series import series_of
from summitry.ledger.writer import Writer
from summitry.model.document import Document
from summitry.model.errors import LedgerError
from summitry.model.records import Records


class Ledger:
    """The account of relationships: documents with what was read from them, and what persons said of it.

    Use :meth:`open`; close it, or use it in a ``with``. All questions take the filters of
    :class:`~summitry.ledger.queries.filters.Filters`, and raise :class:`~summitry.model.errors.LedgerError`
    where the database fails.
    """

    def __init__(self, store: Store, clock: Clock = utc_now) -> None:
        self._store = store
        self._writer = Writer(store, clock)
        self._decider = Decider(store, clock)

    @classmethod
    def open(
        cls,
        path_or_url: str | Path | None = None,
        *,
        create: bool = True,
        read_only: bool = False,
        clock: Clock = utc_now,
    ) -> Self:
        """Return the ledger at a path or address (``postgresql://…``), brought up to the present schema.

        Args:
            path_or_url: where it is; ``None`` is the user's own, ``:memory:`` one that is gone afterwards.
            create: whether to make it where there is none.
            read_only: whether to refuse all writing.
            clock: gives the time of entries, with its zone.

        Raises:
            LedgerError: it cannot be opened, is no ledger, or is newer than this program.
        """
        store = open_store(path_or_url, create=create, read_only=read_only)
        try:
            bring_up(store)
        except BaseException:
            store.close()
            raise
        return cls(store, clock)

    @property
    def name(self) -> str:
        """Its path or address, without a password."""
        return self._store.name

    def close(self) -> None:
        """Give the database back."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, document: Document, records: Records) -> Added:
        """Take a document in with its records, whole or not at all; the same again changes nothing.

        A text that stands where another stood is its next version; the same text read otherwise is a re-reading,
        which keeps all decisions of persons.
        """
        return self._writer.add(document, records)

    def forget(self, document_id: str, author: str, reason: str) -> None:
        """Delete a document with all that was read from it; that it was there stays as an entry."""
        self._writer.forget(document_id, author, reason)

    def decide(self, action: str, subject: str, author: str, reason: str = "", value: Any = None) -> int:
        """Enter a person's decision and return its number; see :class:`~summitry.ledger.deciding.Decision`.

        Raises:
            LedgerError: there is no such action or subject, or the value is none for it.
        """
        try:
            decision = Decision(Action(action), subject, author, reason, value)
        except ValueError as error:
            raise LedgerError(f"nobody can decide to {action!r}") from error
        return self._decider.decide(decision)

    def documents(self, **filters: Unpack[Filters]) -> tuple[DocumentRow, ...]:
        """Return documents by day of publication."""
        with self._store.read() as connection:
            return documents.listed(connection, Scope(filters))

    def document(self, name: str) -> DocumentRow:
        """Return a document by (the beginning of) its id, its source, file name, address or own id."""
        with self._store.read() as connection:
            return documents.one(connection, name)

    def versions(self, name: str) -> tuple[DocumentRow, ...]:
        """Return all texts of a document's address, oldest first."""
        with self._store.read() as connection:
            return documents.versions(connection, documents.one(connection, name).address)

    def text(self, document_id: str) -> Document:
        """Return the text itself with its segments and the way back to its original."""
        with self._store.read() as connection:
            return documents.document(connection, document_id)

    def records(self, document_id: str, *, decided: bool = True, **filters: Unpack[Filters]) -> Records:
        """Return all that was read from a document, with persons' decisions or exactly as read."""
        with self._store.read() as connection:
            if not decided:
                return documents.read(connection, document_id)
            return documents.decided(connection, document_id, Scope(filters))

    def record(self, record_id: str, **filters: Unpack[Filters]) -> Finding | None:
        """Return one record by its id, whatever was decided about it."""
        with self._store.read() as connection:
            return findings.by_id(connection, record_id, Scope(filters))

    def record_ids(self, beginning: str, *, limit: int) -> tuple[str, ...]:
        """Return the ids of records that begin so, ``limit`` at most."""
        with self._store.read() as connection:
            return findings.begun(connection, beginning, limit)

    def findings_of(self, document_id: str, **filters: Unpack[Filters]) -> tuple[Finding, ...]:
        """Return every record of one document, those that the gate refused too, without those that were rejected."""
        with self._store.read() as connection:
            return findings.of_document(connection, document_id, Scope(filters))

    def engagements(self, **filters: Unpack[Filters]) -> tuple[EngagementRow, ...]:
        """Return engagements by date, each with every account of it side by side."""
        with self._store.read() as connection:
            return engagements.engagements(connection, Scope(filters))

    def engagement(self, account_id: str, **filters: Unpack[Filters]) -> EngagementRow | None:
        """Return the engagement that an account tells of, by the id of any of its accounts."""
        with self._store.read() as connection:
            return engagements.one(connection, account_id, Scope(filters))

    def series(self, **filters: Unpack[Filters]) -> tuple[SeriesRow, ...]:
        """Return the series among engagements, with the numbers they lack and their contradictions."""
        return series_of(self.engagements(**filters), self.names(as_of=filters.get("as_of")))

    def accounts(self, **filters: Unpack[Filters]) -> tuple[Finding, ...]:
        """Return every document's account of an engagement, by publication; accounts of one stand side by side."""
        return self._found("engagements", filters)

    def statements(self, **filters: Unpack[Filters]) -> tuple[Finding, ...]:
        """Return statements by publication and place in the text."""
        return self._found("statements", filters)

    def commitments(self, **filters: Unpack[Filters]) -> tuple[Finding, ...]:
        """Return commitments by publication and place in the text."""
        return self._found("commitments", filters)

    def followed(self, names: Sequence[str], **filters: Unpack[Filters]) -> dict[str, Followed]:
        """Return what became of commitments, by their ids; of the filters only ``as_of`` and ``hindsight`` count."""
        with self._store.read() as connection:
            return followups.followed(connection, tuple(names), Scope(filters))

    def events(self, **filters: Unpack[Filters]) -> tuple[Finding, ...]:
        """Return events by publication and place in the text."""
        return self._found("events", filters)

    def instruments(self, **filters: Unpack[Filters]) -> tuple[InstrumentRow, ...]:
        """Return instruments by name, each with its mentions."""
        with self._store.read() as connection:
            return findings.instruments(connection, Scope(filters))

    def officials(self, **filters: Unpack[Filters]) -> tuple[OfficialRow, ...]:
        """Return persons with their posts; ``parties`` are here the parties they are of."""
        with self._store.read() as connection:
            return people.register(connection, Scope(filters))

    def search(self, query: str | Ask, **filters: Unpack[Filters]) -> Found:
        """Return a page of hits in texts; give an :class:`Ask` to look in records, go on, or order by date."""
        ask = query if isinstance(query, Ask) else Ask(query)
        with self._store.read() as connection:
            return search.search(connection, self._store.seam, ask, Scope(filters))

    def counts(self) -> dict[str, dict[str, int]]:
        """Return the kept counts: facet → value → number; no counting is done."""
        with self._store.read() as connection:
            return history.tallies(connection)

    def revision(self) -> int:
        """Return the number of the newest entry; while it stays the same, so does every answer."""
        with self._store.read() as connection:
            return standing.revision(connection)

    def relations_of(self, **filters: Unpack[Filters]) -> dict[str, tuple[str | None, frozenset[str]]]:
        """Return the day of publication and the relations of each document, pairs as the kept counts name them."""
        with self._store.read() as connection:
            return standing.relations_of(connection, Scope(filters))

    def history(self, subject: str | None = None, *, limit: int | None = None) -> tuple[Entry, ...]:
        """Return the entries about a document, record or other subject; all without one."""
        with self._store.read() as connection:
            return history.history(connection, subject, limit=limit)

    def decisions(self, *, action: str | None = None, as_of: date | str | None = None) -> tuple[DecisionRow, ...]:
        """Return persons' decisions that stand, oldest first, with the records that they are about now."""
        with self._store.read() as connection:
            return decided.decisions(connection, action=action, as_of=as_of)

    def names(self, *, as_of: date | str | None = None) -> dict[str, str]:
        """Return the names that persons gave, by subject (id of an account, key of a series, official, instrument)."""
        with self._store.read() as connection:
            return decided.names(connection, as_of)

    def _found(self, kind: str, filters: Filters) -> tuple[Finding, ...]:
        with self._store.read() as connection:
            return findings.found(connection, kind, Scope(filters))
