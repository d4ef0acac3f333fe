"""The order of phrases in a text, and what moved since the text before."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from summitry.views.phrases.model import Move

# A phrase has moved when it passed this part of the phrases that both texts share, and two of them at least.
_PART, _LEAST = 0.3, 2
# Fewer shared phrases make no order.
_FEW = 5


def moves(before: Mapping[Hashable, int], after: Mapping[Hashable, int]) -> dict[Hashable, Move]:
    """Return the phrases that moved between two texts.

    Args:
        before: the place (in characters) where each phrase first stands in the older text.
        after: the same for the newer text.
    """
    shared = [key for key in before if key in after]
    if len(shared) < _FEW:
        return {}
    old = {key: rank for rank, key in enumerate(sorted(shared, key=lambda k: before[k]), 1)}
    new = {key: rank for rank, key in enumerate(sorted(shared, key=lambda k: after[k]), 1)}
    least = max(_LEAST, _PART * len(shared))
    return {key: Move(old[key], new[key], len(shared)) for key in shared if abs(old[key] - new[key]) >= least}
