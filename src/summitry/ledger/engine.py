"""The one seam between the ledger and its database: SQLite (one file) or PostgreSQL (a team).

Everything that the two do differently stands here: connecting, beginning to write, waiting for another
writer, full-text matching.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import StaticPool

from summitry.ledger import locations
from summitry.ledger.guard import guarded
from summitry.ledger.terms import Query
from summitry.model.errors import LedgerError

MEMORY = ":memory:"
# Seconds that a writer waits for another one before it gives up.
PATIENCE = 60
# Seconds between two tries of what SQLite does not wait for by itself.
_PAUSE = 0.02
# "SMTY" as a number: tells a ledger from any other SQLite file.
APPLICATION_ID = 0x534D5459
# Any fixed number will do: it names the lock that writers of one PostgreSQL database wait for.
_LOCK = APPLICATION_ID
_WRITE = "summitry_write"


class Seam(Protocol):
    """What a database must offer."""

    def lock(self, connection: Connection) -> None:
        """Wait until no other process writes; held to the end of the transaction."""
        ...

    def is_foreign(self, connection: Connection) -> bool:
        """Whether the database already holds something that is no ledger."""
        ...

    def hits(self, table: str, query: Query) -> sa.Subquery:
        """Return ``pk`` and ``rank`` (lower is better) of the rows of ``documents`` or ``records`` that match."""
        ...


class SqliteSeam:
    """SQLite: write-ahead log, FTS5."""

    def lock(self, connection: Connection) -> None:
        """Nothing to do: BEGIN IMMEDIATE has waited already."""

    def is_foreign(self, connection: Connection) -> bool:
        """Whether the file has tables but not a ledger's mark."""
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
        return bool(tables) and mark != APPLICATION_ID

    def hits(self, table: str, query: Query) -> sa.Subquery:
        """Match by FTS5, ranked by BM25."""
        name = f"{table}_fts"
        match = sa.text(f"SELECT rowid AS pk, bm25({name}) AS rank FROM {name} WHERE {name} MATCH :words")  # noqa: S608
        columns = match.bindparams(words=query.fts5()).columns(pk=sa.Integer, rank=sa.Float)
        return columns.subquery("hits")


class PostgresSeam:
    """PostgreSQL: an advisory lock among writers, tsvector."""

    def lock(self, connection: Connection) -> None:
        """Wait for the ledger's advisory lock; writers go one after another, so none meets a deadlock."""
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))

    def is_foreign(self, connection: Connection) -> bool:
        """Whether a table of one of our names is there without our schema's version."""
        names = set(sa.inspect(connection).get_table_names())
        return bool(names & {"documents", "entries", "records"}) and "summitry_schema" not in names

    def hits(self, table: str, query: Query) -> sa.Subquery:
        """Match by tsvector, ranked by cover density."""
        rows = sa.table(table, sa.column("pk", sa.Integer), sa.column("vector"))
        words = sa.func.to_tsquery(sa.text("'english'"), sa.func.summitry_fold(query.tsquery()))
        rank = (-sa.func.ts_rank_cd(rows.c.vector, words)).label("rank")
        return sa.select(rows.c.pk, rank).where(rows.c.vector.op("@@")(words)).subquery("hits")


@dataclass(frozen=True)
class Store:
    """An opened database: its engine, its seam and the name that errors give it."""

    engine: Engine
    seam: Seam
    name: str
    read_only: bool = False

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Yield a connection that sees one unchanging state of the ledger."""
        with guarded(self.name), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Yield a connection in a transaction that is kept whole or not at all.

        Raises:
            LedgerError: the ledger may only be read, is full, or stayed busy.
        """
        if self.read_only:
            raise LedgerError(f"ledger {self.name}: may only be read", "Give yourself the right to write to the file.")
        writer = self.engine.execution_options(**{_WRITE: True})
        with guarded(self.name), writer.connect() as connection, connection.begin():
            self.seam.lock(connection)
            yield connection

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


def open_store(place: str | Path | None = None, *, create: bool = True, read_only: bool = False) -> Store:
    """Return the database at a path or address (``postgresql://…``); ``None`` is the user's own ledger.

    Raises:
        LedgerError: it cannot be opened, is none, or its driver is not installed.
    """
    text = str(place) if place is not None else str(locations.default_path())
    if "://" in text and not text.startswith("sqlite:"):
        return _open_postgres(text, read_only=read_only)
    if text.startswith("sqlite:"):
        text = make_url(text).database or MEMORY
    return _open_sqlite(text, create=create, read_only=read_only)


def _open_sqlite(text: str, *, create: bool, read_only: bool) -> Store:
    if text == MEMORY:
        engine = sa.create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
        _configure_sqlite(engine, read_only=False)
        return Store(engine, SqliteSeam(), MEMORY)
    path = Path(text).expanduser()
    locations.prepare(path, create=create and not read_only)
    read_only = read_only or _is_protected(path)
    query = {"uri": "true", "mode": "ro" if read_only else "rwc"}
    url = URL.create("sqlite", database=path.absolute().as_uri(), query=query)
    engine = sa.create_engine(url, connect_args={"timeout": PATIENCE})
    _configure_sqlite(engine, read_only=read_only)
    return Store(engine, SqliteSeam(), str(path), read_only)


def _is_protected(path: Path) -> bool:
    return path.exists() and not os.access(path, os.W_OK)


def _configure_sqlite(engine: Engine, *, read_only: bool) -> None:
    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: Any) -> None:
        # The driver's own transactions begin too late to be told that they will write.
        connection.isolation_level = None
        if not read_only:
            _log_ahead(connection)
        # A committed document survives a power cut too, not only the end of the process.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        # A writer takes its place in the queue at once: a reader that turns writer would fail instead of wait.
        immediate = connection.get_execution_options().get(_WRITE, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log; SQLite does not wait for others here, so this does."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _open_postgres(text: str, *, read_only: bool) -> Store:
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise LedgerError(f"{text!r} is no address of a ledger", "Give a file, or postgresql://host/name.") from error
    if url.get_backend_name() not in ("postgresql", "postgres"):
        raise LedgerError(f"ledgers are kept in SQLite or PostgreSQL, not in {url.get_backend_name()}")
    try:
        engine = sa.create_engine(url.set(drivername="postgresql+psycopg"), isolation_level="READ COMMITTED")
    except ModuleNotFoundError as error:
        hint = "Install the extra: pip install 'summitry[postgres]'."
        raise LedgerError("PostgreSQL's driver is not installed", hint) from error
    return Store(engine, PostgresSeam(), url.render_as_string(hide_password=True), read_only)
