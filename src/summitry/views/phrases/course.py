"""What became of a phrase along the texts that could have held it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from summitry.views.phrases.model import State

# The part of the occasions at the end in which a phrase that was never met before is new, of four at least.
_LATE, _FEW = 0.25, 4
# Occasions at most that a phrase has been back for.
_BACK = 2


def course(present: Sequence[bool], *, reworded: bool = False) -> State:
    """Return what became of a phrase.

    Args:
        present: for each occasion that could have held it, in order of time, whether it did.
        reworded: whether the latest occasion has it in other words.

    A phrase is dropped when the latest text lacks it, two texts running had it, and it has now been away for longer
    than ever between two texts that had it. It has returned when it was away longer than ever before, and is back.
    """
    runs = [(there, len(list(group))) for there, group in groupby(present)]
    runs = runs[1:] if runs and not runs[0][0] else runs
    steady = any(there and length > 1 for there, length in runs[:-1])
    gaps = [length for there, length in runs if not there]
    if not runs or not runs[-1][0]:
        away = gaps.pop() if gaps else 0
        if reworded:
            return State.REWORDED
        return State.DROPPED if steady and away > max(gaps, default=0) else State.ABSENT
    begun = len(present) - sum(length for _, length in runs)
    if len(present) >= _FEW and begun and begun >= (1 - _LATE) * len(present):
        return State.NEW
    if steady and runs[-1][1] <= _BACK and gaps[-1] > max(gaps[:-1], default=0):
        return State.RETURNED
    return State.STANDING
