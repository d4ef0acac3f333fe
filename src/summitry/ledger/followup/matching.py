"""Whether a passage is about what was promised: shared words and names, and what sets two named things apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summitry.ledger.followup.passages import Passage
from summitry.ledger.followup.promise import Promise
from summitry.ledger.followup.words import Word, pairs

# A pair of words that follow each other in both adds this, up to three times.
_PAIR = 0.3
_PAIRS = 3
# Fewest words' weight that two texts must share, and the share of the promise's weight.
_LEAST = 0.9
# A promise of few or common words weighs at least this.
_FLOOR = 1.3
COVERED = 0.45
# A long promise is known again by less of it, where that is much in itself.
_LONG = (0.4, 3.0)
# What a further clause costs, so that the shortest stretch that tells as much is taken.
_CLAUSE = 0.25
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Topic:
    """How far a passage is about a promise: score (0 to 1), weight shared, the shared stems and their stretch."""

    score: float
    weight: float
    shared: tuple[str, ...]
    start: int
    end: int
    clauses: tuple[int, int]


def topic(promise: Promise, passage: Passage, words: Sequence[Word]) -> Topic | None:
    """Return how far a passage is about a promise, or ``None``.

    Args:
        promise: what was promised.
        passage: a sentence.
        words: its telling words, with offsets in the passage.
    """
    if sum(promise.terms.get(s, 0.0) for s in {w.stem for w in words}) < _LEAST / 2:
        return None
    best: Topic | None = None
    for first, last in _runs(passage):
        found = _score(promise, passage, words, (first, last))
        if found and (best is None or found.score - _cost(found) > best.score - _cost(best)):
            best = found
    if best and (best.score >= COVERED or (best.score >= _LONG[0] and best.weight >= _LONG[1])):
        return best
    return None


def _cost(found: Topic) -> float:
    return (found.clauses[1] - found.clauses[0]) * _CLAUSE * 0.2


def _runs(passage: Passage) -> Iterator[tuple[int, int]]:
    count = len(passage.clauses)
    for first in range(count):
        for last in range(first, min(first + _LONGEST, count)):
            yield first, last


def _score(promise: Promise, passage: Passage, words: Sequence[Word], run: tuple[int, int]) -> Topic | None:
    low, high = passage.clauses[run[0]][0] - passage.start, passage.clauses[run[1]][1] - passage.start
    inside = [w for w in words if low <= w.start < high]
    shared = [w for w in inside if w.stem in promise.terms]
    stems = {w.stem for w in shared}
    both = min(len(pairs(inside) & promise.pairs), _PAIRS)
    weight = sum(promise.terms[s] for s in stems) + _PAIR * both
    if weight < _LEAST or not shared:
        return None
    score = min(weight / max(promise.total, _FLOOR), 1.0)
    order = sorted(stems, key=lambda s: (-promise.terms[s], s))
    telling = [w for w in shared if promise.terms[w.stem] >= 0.2] or shared
    return Topic(round(score, 3), round(weight, 3), tuple(order), telling[0].start, telling[-1].end, run)


def least(promise: Promise) -> float:
    """Return the least weight of shared words, pairs left out, from which a text can be about a promise."""
    return max(_PAIR, round(_LONG[0] * max(promise.total, _FLOOR) - _PAIR * _PAIRS, 3))
