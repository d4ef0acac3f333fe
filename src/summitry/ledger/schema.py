"""The tables of a ledger. What has been said is in ``entries`` and ``readings``, which only grow;

the other tables are an index over them, made anew for a document whenever it is read or decided upon.
Times are UTC, days are ISO dates, both as text: they sort alike in both databases.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

# The newest migration that this program knows.
HEAD = "0002"
VERSION_TABLE = "summitry_schema"

metadata = MetaData()


def _document() -> Column[int]:
    return Column("document", Integer, ForeignKey("documents.pk", ondelete="CASCADE"), nullable=False)


entries = Table(
    "entries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("supersedes", Integer, ForeignKey("entries.id")),
    Index("entries_subject", "subject"),
    Index("entries_action", "action"),
    Index("entries_supersedes", "supersedes"),
    sqlite_autoincrement=True,
)

documents = Table(
    "documents",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("publisher", Text, nullable=False),  # codes, separated by blanks
    Column("published", Text),  # EDTF
    Column("day", Text),  # its last day
    Column("known_from", Text, nullable=False),
    Column("known_until", Text),  # the day from which a newer version stands in its place
    Column("source", Text, nullable=False),
    Column("source_id", Text),
    Column("url", Text),
    Column("original", Text, nullable=False),
    Column("words", Text, nullable=False),  # hash of the words alone
    Column("added", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("change", Text),  # "words" or "layout"
    Column("reading", Integer, nullable=False),
    Index("documents_day", "day"),
    Index("documents_source", "source"),
    Index("documents_url", "url"),
    sqlite_autoincrement=True,
)

addresses = Table(
    "addresses",
    metadata,
    Column("address", Text, primary_key=True),
    Column("document", Integer, ForeignKey("documents.pk", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, nullable=False),
    Index("addresses_document", "document"),
)

readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    _document(),
    Column("reader", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),  # document and records, JSON, zlib
    Index("readings_document", "document"),
    sqlite_autoincrement=True,
)

parties = Table(
    "parties",
    metadata,
    Column("party", Text, primary_key=True),
    Column("role", Text, primary_key=True),  # "publisher" or "side"
    Column("document", Integer, ForeignKey("documents.pk", ondelete="CASCADE"), primary_key=True),
    Index("parties_document", "document"),
)

relations = Table(
    "relations",
    metadata,
    Column("pair", Text, primary_key=True),  # two codes, sorted, with a blank between
    Column("document", Integer, ForeignKey("documents.pk", ondelete="CASCADE"), primary_key=True),
    Index("relations_document", "document"),
)

records = Table(
    "records",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    _document(),
    Column("kind", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("type", Text),  # act, form, kind of commitment, status of event
    Column("name", Text),  # of an event or instrument
    Column("first", Text),  # first and last day of date, due, when
    Column("last", Text),
    Column("section", Integer),
    Column("heading", Text),
    Column("unverified", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("assessment", Integer),
    Column("valid_from", Text, nullable=False),  # time of the decision that made it so; "" for the reading itself
    Column("valid_until", Text),
    Index("records_document", "document", "kind"),
    Index("records_id", "id"),
    Index("records_kind", "kind", "first"),
    sqlite_autoincrement=True,
)

roles = Table(
    "roles",
    metadata,
    Column("party", Text, primary_key=True),
    Column("role", Text, primary_key=True),  # speaker, addressee, chain, party, side
    Column("record", Integer, ForeignKey("records.pk", ondelete="CASCADE"), primary_key=True),
    Index("roles_record", "record"),
)

officials = Table(
    "officials",
    metadata,
    Column("pk", Integer, primary_key=True),
    _document(),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("post", Text),
    Column("party", Text),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Index("officials_document", "document"),
    Index("officials_party", "party", "key"),
)

anchors = Table(
    "anchors",
    metadata,
    Column("entry", Integer, ForeignKey("entries.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.pk", ondelete="CASCADE"), primary_key=True),
    Column("record", Text),  # the record that the decision is about now; NULL while no reading finds it
    Index("anchors_document", "document"),
    Index("anchors_record", "record"),
)

accounts = Table(
    "accounts",
    metadata,
    Column("id", Text, primary_key=True),
    _document(),
    Column("kind", Text, nullable=False),  # account, text, plan, mention
    Column("first", Text),
    Column("last", Text),
    Column("facts", Text, nullable=False),
    Column("engagement", Text),
    Index("accounts_document", "document"),
    Index("accounts_engagement", "engagement"),
)

account_pairs = Table(
    "account_pairs",
    metadata,
    Column("pair", Text, primary_key=True),
    Column("first", Text, primary_key=True),
    Column("account", Text, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Index("account_pairs_account", "account"),
)

links = Table(
    "links",
    metadata,
    Column("a", Text, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("b", Text, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    Index("links_b", "b"),
)

counts = Table(
    "counts",
    metadata,
    Column("facet", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("n", Integer, nullable=False),
)

promises = Table(
    "promises",
    metadata,
    Column("record", Integer, ForeignKey("records.pk", ondelete="CASCADE"), primary_key=True),
    _document(),
    Column("day", Text, nullable=False),
    Column("name", Text, nullable=False),  # of its text's source: orders the texts of a day
    Column("least", Float, nullable=False),  # weight of shared words from which a text can be about it
    Column("facts", Text, nullable=False),
    Index("promises_document", "document"),
)

promise_words = Table(
    "promise_words",
    metadata,
    Column("pair", Text, primary_key=True),
    Column("stem", Text, primary_key=True),
    Column("record", Integer, ForeignKey("promises.record", ondelete="CASCADE"), primary_key=True),
    Column("weight", Float, nullable=False),
    Index("promise_words_record", "record"),
)

text_words = Table(
    "text_words",
    metadata,
    Column("pair", Text, primary_key=True),
    Column("stem", Text, primary_key=True),
    Column("day", Text, primary_key=True),  # of the text
    Column("document", Integer, ForeignKey("documents.pk", ondelete="CASCADE"), primary_key=True),
    Index("text_words_document", "document"),
)

followups = Table(
    "followups",
    metadata,
    Column("record", Integer, ForeignKey("promises.record", ondelete="CASCADE"), primary_key=True),
    Column("document", Integer, ForeignKey("documents.pk", ondelete="CASCADE"), primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("stop", Integer, primary_key=True),
    Column("shows", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("engagement", Integer, nullable=False),  # whether it is the account of an engagement
    Index("followups_document", "document"),
)
