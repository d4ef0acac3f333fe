"""The order in which two accounts take up their topics."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.views.comparison.claims import Account
from summitry.views.issues.vocabulary import lasting, named_in
from summitry.views.ordering import in_order
from summitry.views.tables import Json


@dataclass(frozen=True, slots=True)
class Order:
    """The topics of two accounts, each in its order; ``moved`` are those that the two take up in another order."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    moved: frozenset[str]

    def data(self) -> Json:
        """Return the order as JSON-ready data."""
        return {"a": list(self.a), "b": list(self.b), "moved": [topic for topic in self.a if topic in self.moved]}


def order(a: Account, b: Account) -> Order:
    """Return the order of topics of two accounts: lasting issues, by the first statement or undertaking on each."""
    one, other = topics(a), topics(b)
    shared = [topic for topic in one if topic in other]
    steady = in_order([other.index(topic) for topic in shared])
    return Order(one, other, frozenset(topic for topic in shared if other.index(topic) not in steady))


def topics(account: Account) -> tuple[str, ...]:
    """Return the names of an account's lasting issues in the order in which it takes them up."""
    records = account.records
    parties = {*records.publisher, *(code for told in records.engagements for code in told.sides)}
    spans = [item.grounds.evidence for item in records.statements]
    spans += [item.grounds.evidence for item in records.commitments]
    said = sorted(spans, key=lambda evidence: evidence.start)
    keys = dict.fromkeys(named.key for evidence in said for named in named_in(evidence.quote, parties))
    return tuple(lasting()[key].name for key in keys)
