"""Named things: a kind (dialogue, agreement …) with a name of its own before it; what sets two of a kind apart."""

from __future__ import annotations

import re

from summitry.ledger.followup.cues import head_stems
from summitry.ledger.followup.words import SIDE_WEIGHT, words_of

_NAME = re.compile(r"(?:[A-Z][\w'’.–-]*)(?:\s+(?:(?:of|on|for|and|the|in|between)\s+){0,2}[A-Z][\w'’.–-]*)*")


def rivals(one: str, other: str, sides: frozenset[str]) -> bool:
    """Whether two texts name two things of one kind, each with a name of its own: two Dialogues, say.

    Not so where a name of the one stands in the other, or where only one of them has a name.
    """
    mine, theirs = things(one, sides), things(other, sides)
    kinds = set(mine) & set(theirs)
    if not kinds:
        return False
    return all(_apart(mine[kind], theirs[kind]) for kind in kinds)


def _apart(mine: list[frozenset[str]], theirs: list[frozenset[str]]) -> bool:
    return all(a - b and b - a for a in mine for b in theirs)


def things(text: str, sides: frozenset[str]) -> dict[str, list[frozenset[str]]]:
    """The named things in a text by kind, each as the stems of its own name."""
    out: dict[str, list[frozenset[str]]] = {}
    for match in _NAME.finditer(text):
        stems = [w.stem for w in words_of(match.group(), sides) if w.weight != SIDE_WEIGHT]
        for kind in head_stems():
            if kind in stems and len(stems) > 1:
                out.setdefault(kind, []).append(frozenset(stems) - {kind})
    return out
