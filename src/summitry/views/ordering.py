"""What keeps its order between two lists, and what has moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def in_order(places: Sequence[int]) -> frozenset[int]:
    """Return the longest run of places that rises: what is not in it has moved."""
    tails: list[int] = []
    ends: list[int] = []
    back: list[int | None] = []
    for number, place in enumerate(places):
        at = bisect_left(tails, place)
        back.append(ends[at - 1] if at else None)
        if at == len(tails):
            tails.append(place)
            ends.append(number)
        else:
            tails[at], ends[at] = place, number
    kept = []
    step = ends[-1] if ends else None
    while step is not None:
        kept.append(places[step])
        step = back[step]
    return frozenset(kept)
