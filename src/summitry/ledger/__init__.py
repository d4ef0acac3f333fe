"""Records → a database: append-only entries, queries, links."""

from summitry.ledger.ledger import Ledger
from summitry.ledger.queries.filters import Filters
from summitry.ledger.queries.search import Ask
from summitry.ledger.rows import (
    Added,
    DocumentRow,
    Entry,
    Finding,
    Found,
    Hit,
    InstrumentRow,
    OfficialRow,
    Snippet,
    Source,
    Status,
)

__all__ = [
    "Added",
    "Ask",
    "DocumentRow",
    "Entry",
    "Filters",
    "Finding",
    "Found",
    "Hit",
    "InstrumentRow",
    "Ledger",
    "OfficialRow",
    "Snippet",
    "Source",
    "Status",
]
