"""An engagement's accounts laid side by side, two by two, and the sides that published none."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from summitry.ledger import EngagementRow, Ledger
from summitry.views.comparison import Account, Comparison, compare
from summitry.views.engagements import silent_sides
from summitry.views.question import Question
from summitry.views.tables import Json


@dataclass(frozen=True, slots=True)
class Sides:
    """What each side published of an engagement.

    Args:
        row: the engagement.
        accounts: each document that tells of it, joint texts last.
        silent: codes of the sides that published no account.
        comparisons: every two accounts laid side by side.
    """

    row: EngagementRow
    accounts: tuple[Account, ...]
    silent: tuple[str, ...]
    comparisons: tuple[Comparison, ...]

    def data(self) -> Json:
        """Return the sides as JSON-ready data."""
        return {
            "engagement": self.row.id,
            "dates": list(self.row.dates),
            "parties": list(self.row.parties),
            "no_account": list(self.silent),
            "comparisons": [comparison.data() for comparison in self.comparisons],
        }


def account_of(ledger: Ledger, document: str, question: Question) -> Account:
    """Return a document of the ledger as an account; ``document`` is its id, source, file name or address.

    Raises:
        LedgerError: there is no such document, or more than one.
    """
    identity = ledger.document(document).document
    return Account(ledger.text(identity), ledger.records(identity, **question.when))


def sides_of(ledger: Ledger, row: EngagementRow, question: Question) -> Sides:
    """Return what each side published of an engagement, every two accounts compared."""
    documents = dict.fromkeys([*(account.document for account in row.accounts), *(text.document for text in row.texts)])
    accounts = tuple(account_of(ledger, document, question) for document in documents)
    return Sides(row, accounts, silent_sides(row), tuple(compare(a, b) for a, b in combinations(accounts, 2)))


def find(ledger: Ledger, name: str, question: Question) -> EngagementRow | None:
    """Return the engagement that an account tells of, by the account's id or its beginning (from 6 characters on)."""
    found = ledger.engagement(name, **question.when)
    if found or len(name) < 6:
        return found
    begun = [account.id for account in ledger.accounts(**question.filters) if account.id.startswith(name.lower())]
    return ledger.engagement(begun[0], **question.when) if len(begun) == 1 else None
