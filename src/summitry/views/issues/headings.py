"""Headings that no vocabulary knows: which of them are one issue, by their words."""

from __future__ import annotations

from functools import cache

from summitry.data import load
from summitry.views.stems import tokens

# Two headings are one issue when they share this part of their words of matter.
_ALIKE = 0.6
# Words of matter up to which a heading names an issue; a longer one is a motto.
_MOST = 3


def matter(heading: str) -> frozenset[str]:
    """Return the stems of a heading's words of matter; none where it says nothing of one ("Looking forward")."""
    found = frozenset(token.stem for token in tokens(heading) if _tells(token.word))
    return found if len(found) <= _MOST else frozenset()


class Headings:
    """Headings met so far; one that is like an earlier one is the same issue."""

    def __init__(self) -> None:
        self._keys: dict[str, frozenset[str]] = {}

    def key(self, heading: str) -> str | None:
        """Return the key of a heading's issue, ``None`` where it names none."""
        words = matter(heading)
        if not words:
            return None
        best = max(self._keys, key=lambda key: (_likeness(words, self._keys[key]), key), default=None)
        if best is not None and _likeness(words, self._keys[best]) >= _ALIKE:
            return best
        key = " ".join(sorted(words))
        self._keys[key] = words
        return key


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def _tells(word: str) -> bool:
    return not word[0].isdigit() and word.casefold() not in _dull()


@cache
def _dull() -> frozenset[str]:
    data = load("en/comparison")
    return frozenset((*data["stop"], *data["common"], *load("en/phrases")["dull_in_headings"]))
