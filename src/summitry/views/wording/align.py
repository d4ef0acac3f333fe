"""Which sentences of two texts are one sentence, said again or said otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.views.comparison.words import Bag

# Sentences that share less than this part of their words' weight are two sentences.
_FLOOR = 0.45


def pairs(before: Sequence[Bag], after: Sequence[Bag]) -> dict[int, int]:
    """Return which sentence of the newer text each sentence of the older answers to, most alike first.

    Only sentences with a word in common are looked at; of two equally alike the nearer in order is taken.

    Args:
        before: the weighted words of the older text's sentences; ``after``: of the newer's.
    """
    index: dict[str, list[int]] = {}
    for number, bag in enumerate(after):
        for word in bag.weights:
            index.setdefault(word, []).append(number)
    ranked = []
    for number, bag in enumerate(before):
        shared: dict[int, float] = {}
        for word, weight in bag.weights.items():
            for other in index.get(word, ()):
                shared[other] = shared.get(other, 0.0) + min(weight, after[other].weights[word])
        for other, weight in shared.items():
            likeness = 2 * weight / (bag.total + after[other].total)
            if likeness >= _FLOOR:
                ranked.append((-likeness, abs(number - other), number, other))
    out: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, number, other in sorted(ranked):
        if number not in out and other not in taken:
            out[number] = other
            taken.add(other)
    return out
