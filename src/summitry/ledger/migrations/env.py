"""Alembic's way in: runs on the connection that the ledger hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from summitry.ledger.schema import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
