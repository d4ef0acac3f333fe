"""Whether a passage is about what was promised: how much of the promise's words and names it shares, and where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summitry.ledger.followup.passages import Passage
from summitry.ledger.followup.promise import Promise
from summitry.ledger.followup.words import Word, pair_of

# A pair of words that follow each other in both adds this, up to three times.
_PAIR = 0.3
_PAIRS = 3
# Fewest words' weight that two texts must share, and the share of the promise's weight.
_LEAST = 0.8
# A promise of few or common words weighs at least this.
_FLOOR = 1.3
_COVERED = 0.45
# A long promise is known again by less of it, where that is much in itself.
_LONG = (0.4, 3.0)
# What a further clause costs, so that the shortest stretch that tells as much is taken.
_CLAUSE = 0.05
_LONGEST = 4
# Words from this weight on mark where a passage speaks of the promise.
_MARKING = 0.2


@dataclass(frozen=True, slots=True)
class Topic:
    """How far a passage is about a promise: score (0 to 1), weight shared, the shared stems and their stretch."""

    score: float
    weight: float
    shared: tuple[str, ...]
    start: int
    end: int
    clauses: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Shared:
    """What a passage shares with a promise: words, and pairs of words, each by its clause (of a pair: by both)."""

    words: tuple[tuple[int, Word], ...]
    pairs: tuple[tuple[int, int, tuple[str, str]], ...]


def topic(promise: Promise, passage: Passage, words: Sequence[Word]) -> Topic | None:
    """Return how far a passage is about a promise, or ``None``.

    Args:
        promise: what was promised.
        passage: a sentence.
        words: its telling words, with offsets in the passage.
    """
    shared = _shared(promise, passage, words)
    if not shared.words or not _enough(promise, _weight(promise, shared, (0, len(passage.clauses)))):
        return None
    best: tuple[float, float, tuple[int, int]] | None = None
    for run in _runs(shared):
        weight = _weight(promise, shared, run)
        worth = _score(promise, weight) - _CLAUSE * (run[1] - run[0])
        if weight >= _LEAST and (best is None or worth > best[0]):
            best = worth, weight, run
    if best is None or not _enough(promise, best[1]):
        return None
    found = _topic(promise, shared, best[1], best[2])
    return found if not promise.head or promise.head & set(found.shared) else None


def least(promise: Promise) -> float:
    """Return the least weight of shared words, pairs left out, from which a text can be about a promise."""
    return max(_PAIR, round(_LONG[0] * max(promise.total, _FLOOR) - _PAIR * _PAIRS, 3))


def _shared(promise: Promise, passage: Passage, words: Sequence[Word]) -> _Shared:
    begins = [start - passage.start for start, _ in passage.clauses]
    clause = {word.start: max(bisect_right(begins, word.start) - 1, 0) for word in words}
    found = tuple((clause[word.start], word) for word in words if word.stem in promise.terms)
    joined = tuple(
        (clause[a.start], clause[b.start], pair)
        for a, b in pairwise(words)
        if (pair := pair_of(a.stem, b.stem)) in promise.pairs
    )
    return _Shared(found, joined)


def _runs(shared: _Shared) -> Iterator[tuple[int, int]]:
    """The runs of clauses that begin and end with shared words."""
    clauses = sorted({number for number, _ in shared.words})
    for place, first in enumerate(clauses):
        for last in clauses[place:]:
            if last - first >= _LONGEST:
                break
            yield first, last


def _weight(promise: Promise, shared: _Shared, run: tuple[int, int]) -> float:
    first, last = run
    stems = {word.stem for number, word in shared.words if first <= number <= last}
    both = {pair for one, other, pair in shared.pairs if first <= one and other <= last}
    return sum(promise.terms[stem] for stem in sorted(stems)) + _PAIR * min(len(both), _PAIRS)


def _score(promise: Promise, weight: float) -> float:
    return min(weight / max(promise.total, _FLOOR), 1.0)


def _enough(promise: Promise, weight: float) -> bool:
    score = _score(promise, weight)
    return weight >= _LEAST and (score >= _COVERED or (score >= _LONG[0] and weight >= _LONG[1]))


def _topic(promise: Promise, shared: _Shared, weight: float, run: tuple[int, int]) -> Topic:
    inside = [word for number, word in shared.words if run[0] <= number <= run[1]]
    marking = [word for word in inside if promise.terms[word.stem] >= _MARKING] or inside
    stems = sorted({word.stem for word in inside}, key=lambda stem: (-promise.terms[stem], stem))
    score = round(_score(promise, weight), 3)
    return Topic(score, round(weight, 3), tuple(stems), marking[0].start, marking[-1].end, run)
