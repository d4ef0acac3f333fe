"""Whether two claims on one point can both be right: number, actor, negation, strength."""

from __future__ import annotations

import re
from functools import cache

from summitry.data import load
from summitry.model.records import Act
from summitry.views.comparison.claims import Claim, ClaimKind

# Acts by which a side undertakes or grants something; opposite actors of the same one contradict each other.
_GIVING = frozenset({Act.ANNOUNCE, Act.AGREE})


def conflict(a: Claim, b: Claim) -> str | None:
    """Return why two claims on the same point cannot both be right, or ``None`` if they can."""
    if a.is_fact or b.is_fact:
        return _facts(a, b)
    if a.negated != b.negated and a.act is b.act:
        return "negation: one account denies what the other reports"
    numbers = _numbers(a, b)
    if numbers:
        return numbers
    if a.act in _GIVING and a.act is b.act and a.who and b.who and not set(a.who) & set(b.who):
        return f"actor: {', '.join(a.who)} in one account, {', '.join(b.who)} in the other"
    return _strength(a, b)


def _facts(a: Claim, b: Claim) -> str | None:
    if (
        a.kind is b.kind
        and a.value
        and b.value
        and a.kind in (ClaimKind.LENGTH, ClaimKind.ORDINAL, ClaimKind.INITIATOR)
    ):
        return None if a.value == b.value else f"{a.kind.value}: {a.value} against {b.value}"
    return None


def _numbers(a: Claim, b: Claim) -> str | None:
    mine, theirs = a.words.numbers - b.words.numbers, b.words.numbers - a.words.numbers
    if mine and theirs and not a.words.numbers & b.words.numbers and _same_matter(a, b):
        return f"number: {_listed(mine)} against {_listed(theirs)}"
    one, other = _quantity(a), _quantity(b)
    if one and other and one != other and _same_matter(a, b):
        return f"number: {one} against {other}"
    return None


def _same_matter(a: Claim, b: Claim) -> bool:
    """Whether both claims share most words of the lighter one: different sums for different things are no conflict."""
    mine = {w for w, weight in a.words.weights.items() if weight >= 1 and not w.startswith("#")}
    theirs = {w for w, weight in b.words.weights.items() if weight >= 1 and not w.startswith("#")}
    return bool(mine and theirs) and len(mine & theirs) >= 0.5 * min(len(mine), len(theirs))


def _quantity(claim: Claim) -> str | None:
    words = _tokens(claim)
    found = [name for name in ("little", "much") if words & _vocabulary("quantities", name)]
    return found[0] if len(found) == 1 else None


def _strength(a: Claim, b: Claim) -> str | None:
    one, other = _firmness(a), _firmness(b)
    if {one, other} == {"firm", "weak"} and _same_matter(a, b):
        return f"strength: {one} in one account, {other} in the other"
    return None


def _firmness(claim: Claim) -> str | None:
    words = _tokens(claim)
    if words & _vocabulary("strength", "weak"):
        return "weak"
    return "firm" if words & _vocabulary("strength", "firm") else None


def _tokens(claim: Claim) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", claim.evidence.quote.lower()))


@cache
def _vocabulary(group: str, name: str) -> frozenset[str]:
    return frozenset(load("en/comparison")[group][name])


def _listed(numbers: frozenset[float]) -> str:
    return ", ".join(f"{n:,.10g}" for n in sorted(numbers))
