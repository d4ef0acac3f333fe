"""Records → a database: append-only entries, queries, links."""

from summitry.ledger.decisions import Action
from summitry.ledger.followup.shows import Shows
from summitry.ledger.followup.status import Followed, FollowUp
from summitry.ledger.ledger import Ledger
from summitry.ledger.queries.filters import Filters
from summitry.ledger.queries.search import Ask
from summitry.ledger.rows import (
    Added,
    DecisionRow,
    DocumentRow,
    EngagementRow,
    Entry,
    Finding,
    Found,
    Hit,
    InstrumentRow,
    Link,
    Mention,
    OfficialRow,
    SeriesRow,
    Snippet,
    Source,
    Status,
)

__all__ = [
    "Action",
    "Added",
    "Ask",
    "DecisionRow",
    "DocumentRow",
    "EngagementRow",
    "Entry",
    "Filters",
    "Finding",
    "FollowUp",
    "Followed",
    "Found",
    "Hit",
    "InstrumentRow",
    "Ledger",
    "Link",
    "Mention",
    "OfficialRow",
    "SeriesRow",
    "Shows",
    "Snippet",
    "Source",
    "Status",
]
