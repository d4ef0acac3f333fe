"""How alike two claims are: shared words of matter, names and numbers, weighted by what they tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summitry.data import load
from summitry.ledger.likeness import AMOUNT, amount
from summitry.views.stems import plain, stem

_TOKEN = re.compile(r"[^\W\d_]+|\d[\d,.]*\d|\d")
_NUMBER = re.compile(AMOUNT)


@dataclass(frozen=True, slots=True)
class Bag:
    """A claim's words by stem, each with its weight; ``names`` are the stems printed with a capital."""

    weights: dict[str, float]
    names: frozenset[str]
    numbers: frozenset[float]

    @property
    def total(self) -> float:
        """The weight of all words together."""
        return sum(self.weights.values())


def bag(text: str, sides: frozenset[str]) -> Bag:
    """Return the weighted words of a claim.

    Args:
        text: the claim's words.
        sides: stems that name the sides of the talks and their people, which tell little.
    """
    data = load("en/comparison")
    weights: dict[str, float] = {}
    names: set[str] = set()
    for match in _TOKEN.finditer(plain(text)):
        word = match.group()
        if word.lower() in _words("stop") or word[0].isdigit() or len(word) == 1:
            continue
        root = stem(word)
        if root in sides:
            weights[root] = data["side_weight"]
        elif word.lower() in _words("common"):
            weights[root] = data["common_weight"]
        elif word[0].isupper() and match.start() > 0:
            weights[root] = data["name_weight"]
            names.add(root)
        else:
            weights.setdefault(root, 1.0)
    found = numbers(text)
    weights.update({f"#{n:g}": data["name_weight"] for n in found})
    return Bag(weights, frozenset(names), found)


def likeness(a: Bag, b: Bag) -> float:
    """Return how alike two claims are (0 to 1): shared weight over the weight of the lighter claim and of both.

    The mean of containment and Dice's coefficient, so that a claim that says less of the same can match.
    """
    shared = sum(min(weight, b.weights[word]) for word, weight in a.weights.items() if word in b.weights)
    if not shared:
        return 0.0
    lighter, both = min(a.total, b.total), a.total + b.total
    return (shared / lighter + 2 * shared / both) / 2


def shared_words(a: Bag, b: Bag) -> tuple[str, ...]:
    """Return the words that both claims share, the weightiest first."""
    common = [word for word in a.weights if word in b.weights and a.weights[word] >= 1]
    return tuple(sorted(common, key=lambda word: (-a.weights[word], word)))


def numbers(text: str) -> frozenset[float]:
    """Return the amounts that a text prints in figures ("USD 225 million" is 225,000,000)."""
    return frozenset(amount(match[1], match[2]) for match in _NUMBER.finditer(text))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(word) for word in load("en/comparison")[name])
