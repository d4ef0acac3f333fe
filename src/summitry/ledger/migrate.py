"""Brings a ledger to the schema that this program knows, step by step, when it is opened."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger.engine import Store
from summitry.ledger.schema import HEAD, VERSION_TABLE
from summitry.model.errors import LedgerError

MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up(store: Store) -> None:
    """Make the ledger's tables or bring them up to date; does nothing where they are.

    Raises:
        LedgerError: the database is no ledger, is newer than this program, or is older and may only be read.
    """
    with store.read() as connection:
        version = _checked(store, connection)
    if version == HEAD:
        return
    if store.read_only:
        hint = "Open it once with the right to write; it is then brought up to date."
        raise LedgerError(f"ledger {store.name} is of an older schema and may only be read", hint)
    with store.write() as connection:
        # Another process may have been at it while this one waited.
        before = _checked(store, connection)
        if before != HEAD:
            _upgrade(connection)
            if before is not None:
                _fill(connection)


def _checked(store: Store, connection: Connection) -> str | None:
    if store.seam.is_foreign(connection):
        raise LedgerError(f"{store.name} is a database, but not a ledger", "Name another one; it is left as it is.")
    if not sa.inspect(connection).has_table(VERSION_TABLE):
        return None
    version = connection.execute(sa.select(sa.column("version_num")).select_from(sa.table(VERSION_TABLE))).scalar()
    if version is not None and str(version) > HEAD:
        hint = "Install the newer version of Summitry that wrote it."
        raise LedgerError(f"ledger {store.name} is of schema {version}; this program knows up to {HEAD}", hint)
    return None if version is None else str(version)


def _upgrade(connection: Connection) -> None:
    # Loaded here only: it takes longer than opening an up-to-date ledger.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _fill(connection: Connection) -> None:
    """Link the commitments of a ledger that knew no follow-ups."""
    from summitry.ledger.followup.linking import follow_all

    follow_all(connection)
