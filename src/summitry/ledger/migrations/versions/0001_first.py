"""The first schema: what has been said, the index over it, and full-text search in either database."""

from __future__ import annotations

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, then what is particular to the database."""

    _counts()
    _documents()
    _entries()
    _accounts()
    _addresses()
    _anchors()
    _officials()
    _parties()
    _readings()
    _records()
    _relations()
    _account_pairs()
    _links()
    _roles()

    if op.get_bind().dialect.name == "sqlite":
        _sqlite()
    else:
        _postgresql()


def _counts() -> None:
    op.create_table(
        "counts",
        sa.Column("facet", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("facet", "value"),
    )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("known_from", sa.Text(), nullable=False),
        sa.Column("known_until", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("original", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("change", sa.Text(), nullable=True),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("pk"),
        sa.UniqueConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("documents_day", "documents", ["day"], unique=False)
    op.create_index("documents_source", "documents", ["source"], unique=False)
    op.create_index("documents_url", "documents", ["url"], unique=False)


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("supersedes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["supersedes"],
            ["entries.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("entries_action", "entries", ["action"], unique=False)
    op.create_index("entries_subject", "entries", ["subject"], unique=False)
    op.create_index("entries_supersedes", "entries", ["supersedes"], unique=False)


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("first", sa.Text(), nullable=True),
        sa.Column("last", sa.Text(), nullable=True),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("engagement", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("accounts_document", "accounts", ["document"], unique=False)
    op.create_index("accounts_engagement", "accounts", ["engagement"], unique=False)


def _addresses() -> None:
    op.create_table(
        "addresses",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("address", "document"),
    )
    op.create_index("addresses_document", "addresses", ["document"], unique=False)


def _anchors() -> None:
    op.create_table(
        "anchors",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.pk"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["entry"],
            ["entries.id"],
        ),
        sa.PrimaryKeyConstraint("entry", "place", "document"),
    )
    op.create_index("anchors_document", "anchors", ["document"], unique=False)
    op.create_index("anchors_record", "anchors", ["record"], unique=False)


def _officials() -> None:
    op.create_table(
        "officials",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=True),
        sa.Column("party", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk"),
    )
    op.create_index("officials_document", "officials", ["document"], unique=False)
    op.create_index("officials_party", "officials", ["party", "key"], unique=False)


def _parties() -> None:
    op.create_table(
        "parties",
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("party", "role", "document"),
    )
    op.create_index("parties_document", "parties", ["document"], unique=False)


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("readings_document", "readings", ["document"], unique=False)


def _records() -> None:
    op.create_table(
        "records",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("first", sa.Text(), nullable=True),
        sa.Column("last", sa.Text(), nullable=True),
        sa.Column("section", sa.Integer(), nullable=True),
        sa.Column("heading", sa.Text(), nullable=True),
        sa.Column("unverified", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("assessment", sa.Integer(), nullable=True),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk"),
        sqlite_autoincrement=True,
    )
    op.create_index("records_document", "records", ["document", "kind"], unique=False)
    op.create_index("records_id", "records", ["id"], unique=False)
    op.create_index("records_kind", "records", ["kind", "first"], unique=False)


def _relations() -> None:
    op.create_table(
        "relations",
        sa.Column("pair", sa.Text(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pair", "document"),
    )
    op.create_index("relations_document", "relations", ["document"], unique=False)


def _account_pairs() -> None:
    op.create_table(
        "account_pairs",
        sa.Column("pair", sa.Text(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["accounts.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pair", "first", "account"),
    )
    op.create_index("account_pairs_account", "account_pairs", ["account"], unique=False)


def _links() -> None:
    op.create_table(
        "links",
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["a"], ["accounts.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["b"], ["accounts.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("a", "b"),
    )
    op.create_index("links_b", "links", ["b"], unique=False)


def _roles() -> None:
    op.create_table(
        "roles",
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("record", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["record"], ["records.pk"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("party", "role", "record"),
    )
    op.create_index("roles_record", "roles", ["record"], unique=False)


def _sqlite() -> None:
    # "SMTY": tells a ledger from any other SQLite file.
    op.execute("PRAGMA application_id = 1397576793")
    for table, columns in (("documents", ("title", "text")), ("records", ("quote",))):
        names = ", ".join(columns)
        old = ", ".join(f"old.{name}" for name in columns)
        new = ", ".join(f"new.{name}" for name in columns)
        remove = f"INSERT INTO {table}_fts({table}_fts, rowid, {names}) VALUES ('delete', old.pk, {old});"  # noqa: S608
        insert = f"INSERT INTO {table}_fts(rowid, {names}) VALUES (new.pk, {new});"  # noqa: S608
        op.execute(
            f"CREATE VIRTUAL TABLE {table}_fts USING fts5({names}, content='{table}', content_rowid='pk', "
            "tokenize='porter unicode61 remove_diacritics 2')"
        )
        op.execute(f"CREATE TRIGGER {table}_in AFTER INSERT ON {table} BEGIN {insert} END")
        op.execute(f"CREATE TRIGGER {table}_out AFTER DELETE ON {table} BEGIN {remove} END")
        op.execute(f"CREATE TRIGGER {table}_new AFTER UPDATE OF {names} ON {table} BEGIN {remove} {insert} END")
    for deed, words in (
        ("DELETE", "DELETE"),
        ("UPDATE", "UPDATE OF id, at, author, action, subject, reason, supersedes"),
    ):
        op.execute(
            f"CREATE TRIGGER entries_no_{deed.lower()} BEFORE {words} ON entries "
            "BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END"
        )


def _postgresql() -> None:
    marked, plain = _letters()
    op.execute(
        "CREATE FUNCTION summitry_fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS "
        f"$$ SELECT translate($1, '{marked}', '{plain}') $$"
    )
    # A vector holds at most 1 MB of words; the limit leaves room.
    for table, words in (("documents", "title || ' ' || left(text, 800000)"), ("records", "quote")):
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN vector tsvector "
            f"GENERATED ALWAYS AS (to_tsvector('english', summitry_fold({words}))) STORED"
        )
        op.execute(f"CREATE INDEX {table}_vector ON {table} USING gin (vector)")
    op.execute(
        "CREATE FUNCTION summitry_keep() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'entries are never changed'; END $$"
    )
    op.execute(
        "CREATE TRIGGER entries_keep BEFORE DELETE OR UPDATE OF id, at, author, action, subject, reason, supersedes "
        "ON entries FOR EACH ROW EXECUTE FUNCTION summitry_keep()"
    )


def _letters() -> tuple[str, str]:
    """Latin letters with marks, and the same without (Latin-1 to Latin Extended-B)."""
    marked = [chr(code) for code in range(0xC0, 0x250)]
    plain = [unicodedata.normalize("NFKD", letter)[0] for letter in marked]
    pairs = [(m, p) for m, p in zip(marked, plain, strict=True) if m != p]
    return "".join(m for m, _ in pairs), "".join(p for _, p in pairs)
