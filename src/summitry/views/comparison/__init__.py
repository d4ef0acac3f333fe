"""Two governments' accounts of one meeting, side by side: what both say, what one alone says, where they conflict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summitry.model.evidence import Evidence
from summitry.views.comparison.align import align
from summitry.views.comparison.claims import Account, Claim, claims, side_words
from summitry.views.comparison.conflicts import conflict
from summitry.views.comparison.meeting import Fact, facts
from summitry.views.comparison.order import Order, order
from summitry.views.tables import Json

__all__ = ["Account", "Aligned", "Comparison", "Relation", "compare"]


class Relation(StrEnum):
    """How two accounts stand to each other on one point."""

    BOTH = "both"
    A_ONLY = "a-only"
    B_ONLY = "b-only"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Aligned:
    """One point: what each account says of it (``None`` where it is silent), and why they were laid together."""

    relation: Relation
    a: Claim | None
    b: Claim | None
    topic: str
    why: str

    def data(self) -> Json:
        """Return the point as JSON-ready data."""
        return {
            "relation": self.relation.value,
            "a": _quoted(self.a),
            "b": _quoted(self.b),
            "topic": self.topic,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two accounts laid side by side; points follow the order of ``a``, what only ``b`` says comes last.

    ``facts`` are those of the meeting, both values kept where they differ; ``order`` is that of the topics.
    """

    a: Account
    b: Account
    points: tuple[Aligned, ...]
    facts: tuple[Fact, ...]
    order: Order

    def counts(self) -> dict[str, int]:
        """Return how many points there are of each relation."""
        return {r.value: sum(p.relation is r for p in self.points) for r in Relation}

    def data(self) -> Json:
        """Return the comparison as JSON-ready data."""
        return {
            "a": _document(self.a),
            "b": _document(self.b),
            "counts": self.counts(),
            "facts": [fact.data() for fact in self.facts],
            "order": self.order.data(),
            "claims": [point.data() for point in self.points],
        }


def compare(a: Account, b: Account) -> Comparison:
    """Return two accounts of one engagement, aligned claim by claim.

    Args:
        a: the account whose order is kept.
        b: the other account.
    """
    sides = side_words((a, b))
    ours, theirs = claims(a, sides), claims(b, sides)
    pairs = align(ours, theirs)
    points: list[Aligned] = []
    for claim in ours:
        met = sorted((p for p in pairs if p.a is claim), key=lambda p: p.b.evidence.start)
        for pair in met:
            why = conflict(pair.a, pair.b)
            relation = Relation.CONFLICT if why else Relation.BOTH
            points.append(Aligned(relation, pair.a, pair.b, _topic(pair.a, pair.b), why or pair.why))
        if not met:
            points.append(Aligned(Relation.A_ONLY, claim, None, _topic(claim), "the other account is silent"))
    answered = {id(p.b) for p in pairs}
    points.extend(
        Aligned(Relation.B_ONLY, None, claim, _topic(claim), "the other account is silent")
        for claim in theirs
        if id(claim) not in answered
    )
    return Comparison(a, b, tuple(points), facts(a, b), order(a, b))


def _document(account: Account) -> Json:
    meta = account.document.meta
    return {
        "id": account.document.id,
        "file": meta.source,
        "url": meta.url,
        "title": meta.title,
        "published": account.records.published,
        "publisher": list(account.records.publisher),
    }


def _topic(*both: Claim) -> str:
    """The weightiest words of a point, or the fact's name."""
    first = both[0]
    if first.is_fact:
        return first.kind.value
    shared = [w for w in first.words.weights if all(w in c.words.weights for c in both)] or list(first.words.weights)
    ranked = sorted(shared, key=lambda w: -first.words.weights[w])
    return " ".join(w.lstrip("#") for w in ranked[:3])


def _quoted(claim: Claim | None) -> Json | None:
    if claim is None:
        return None
    evidence: Evidence = claim.evidence
    return {
        "text": evidence.quote,
        "document": evidence.document,
        "start": evidence.start,
        "end": evidence.end,
        "who": list(claim.who),
        "act": claim.act.value if claim.act else None,
    }
