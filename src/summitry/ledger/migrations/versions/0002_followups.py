"""What became of commitments: their words by relation, the words of texts, and the links between them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables; they are filled when the ledger is next opened for writing."""
    _promises()
    _words("promise_words", "record", "promises.record", sa.Column("weight", sa.Float(), nullable=False))
    _words("text_words", "document", "documents.pk")
    _followups()


def _promises() -> None:
    op.create_table(
        "promises",
        sa.Column("record", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("least", sa.Float(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["record"], ["records.pk"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["document"], ["documents.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("record"),
    )
    op.create_index("promises_document", "promises", ["document"], unique=False)


def _words(table: str, column: str, parent: str, *more: sa.Column[float]) -> None:
    op.create_table(
        table,
        sa.Column("pair", sa.Text(), nullable=False),
        sa.Column("stem", sa.Text(), nullable=False),
        sa.Column(column, sa.Integer(), nullable=False),
        *more,
        sa.ForeignKeyConstraint([column], [parent], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pair", "stem", column),
    )
    op.create_index(f"{table}_{column}", table, [column], unique=False)


def _followups() -> None:
    op.create_table(
        "followups",
        sa.Column("record", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("shows", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("engagement", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["record"], ["promises.record"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["document"], ["documents.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("record", "document", "start", "stop"),
    )
    op.create_index("followups_document", "followups", ["document"], unique=False)
