"""What became of commitments: their words by relation, the words of texts, and the links between them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables; they are filled when the ledger is next opened for writing."""
    _promises()
    _promise_words()
    _text_words()
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


def _promise_words() -> None:
    op.create_table(
        "promise_words",
        sa.Column("pair", sa.Text(), nullable=False),
        sa.Column("stem", sa.Text(), nullable=False),
        sa.Column("record", sa.Integer(), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["record"], ["promises.record"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pair", "stem", "record"),
    )
    op.create_index("promise_words_record", "promise_words", ["record"], unique=False)


def _text_words() -> None:
    op.create_table(
        "text_words",
        sa.Column("pair", sa.Text(), nullable=False),
        sa.Column("stem", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pair", "stem", "day", "document"),
    )
    op.create_index("text_words_document", "text_words", ["document"], unique=False)


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
