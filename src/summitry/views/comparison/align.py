"""Which claims of two accounts speak of the same point."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from summitry.model.records import Act
from summitry.views.comparison.claims import Claim, ClaimKind
from summitry.views.comparison.words import likeness, shared_words

# A pair under this likeness speaks of two things; chosen on our own pairs, see docs/quality.md.
FLOOR = 0.42
# A claim may answer a second one of the other account only when nearly as alike as the best.
SECOND = 0.62
# A single shared word, be it a third party's name, ties two claims only when they have little else to say.
ONE_WORD = 0.6
# What each word adds that both accounts use in one claim only; three at most.
TIE = 0.08


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims on one point, with how alike they are (0 to 1) and why."""

    a: Claim
    b: Claim
    likeness: float
    why: str


def align(ours: tuple[Claim, ...], theirs: tuple[Claim, ...]) -> tuple[Pair, ...]:
    """Return the pairs of claims on the same point, most alike first; a claim may meet two of the other account."""
    telling = _once(ours) & _once(theirs)
    ranked = sorted(
        (pair for a in ours for b in theirs if (pair := _pair(a, b, telling)) is not None),
        key=lambda p: (-p.likeness, p.a.evidence.start, p.b.evidence.start),
    )
    taken: dict[int, int] = {}
    out: list[Pair] = []
    for pair in ranked:
        used = max(taken.get(id(pair.a), 0), taken.get(id(pair.b), 0))
        if used == 0 or (used == 1 and pair.likeness >= SECOND and not pair.a.is_fact):
            out.append(pair)
            for claim in (pair.a, pair.b):
                taken[id(claim)] = taken.get(id(claim), 0) + 1
    return tuple(out)


def _once(account: tuple[Claim, ...]) -> frozenset[str]:
    """The words of matter that one claim of an account alone uses: shared by two accounts, they tie these claims."""
    uses = Counter(w for c in account if not c.is_fact for w, weight in c.words.weights.items() if weight >= 1)
    return frozenset(w for w, n in uses.items() if n == 1)


def _pair(a: Claim, b: Claim, telling: frozenset[str]) -> Pair | None:
    if a.is_fact or b.is_fact:
        if a.kind is not b.kind:
            return None
        if a.kind is ClaimKind.TOPIC:
            value = likeness(a.words, b.words)
            return Pair(a, b, value, "both name the main topic") if value >= FLOOR else None
        return Pair(a, b, 1.0, f"both print: {a.kind.value}")
    shared = shared_words(a.words, b.words)
    ties = sum(TIE for word in shared if word in telling)
    value = likeness(a.words, b.words) + _fit(a, b) + min(ties, 3 * TIE)
    if not shared or value < (FLOOR if len(shared) > 1 else ONE_WORD):
        return None
    return Pair(a, b, min(value, 1.0), "shared: " + ", ".join(shared[:6]))


def _fit(a: Claim, b: Claim) -> float:
    """What acts and speakers add to likeness: the same act of the same side more, opposed speakers less."""
    if a.act is b.act and set(a.who) & set(b.who):
        return 0.08
    thanks = {a.act, b.act} & {Act.WELCOME} and {a.act, b.act} & {Act.AFFIRM, Act.SUPPORT, Act.ANNOUNCE, Act.STATE}
    if thanks or Act.DISCUSS in (a.act, b.act):
        return 0.04
    if a.who and b.who and not set(a.who) & set(b.who) and {a.act, b.act} <= {Act.URGE, Act.CONDEMN, Act.CONCERN}:
        return -0.15
    return 0.0
