"""The words of a text with what each tells: stems, weighted by how rare they are in the genre."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from summitry.data import load
from summitry.ledger.likeness import plain, stem

_TOKEN = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]\.?)*|\d[\d,.]*\d|\d")
_NAME_WEIGHT = 1.2
_NUMBER_WEIGHT = 0.3
SIDE_WEIGHT = 0.1


@dataclass(frozen=True, slots=True)
class Word:
    """A word that tells something: its stem, its weight (0 to 1.2), its place, whether it is printed as a name."""

    stem: str
    weight: float
    start: int
    end: int
    name: bool = False


def words_of(text: str, sides: frozenset[str] = frozenset()) -> tuple[Word, ...]:
    """Return the telling words of a text.

    Args:
        text: any.
        sides: stems that name the sides of the dealings, which tell little among them.
    """
    return tuple(w for m in _TOKEN.finditer(text) if (w := _word(m, sides)))


@cache
def side_stems(parties: tuple[str, ...]) -> frozenset[str]:
    """Return the stems of the names and peoples of these parties."""
    known = {**load("parties/groups"), **load("parties/states")}
    said: list[str] = []
    for code in parties:
        entry = known.get(code, {})
        said += [code, *entry.get("names", ()), *entry.get("people", ())]
    return frozenset(stem(m.group()) for text in said for m in _TOKEN.finditer(text))


def name_stems(names: Iterable[str]) -> frozenset[str]:
    """Return the stems of persons' names."""
    return frozenset(stem(m.group()) for name in names for m in _TOKEN.finditer(name))


def pairs(words: Iterable[Word]) -> frozenset[tuple[str, str]]:
    """Return the pairs of stems that follow each other, of which not both name a side."""
    told = (pair for pair in pairwise(words) if max(word.weight for word in pair) != SIDE_WEIGHT)
    return frozenset(pair_of(a.stem, b.stem) for a, b in told if a.stem != b.stem)


def pair_of(one: str, other: str) -> tuple[str, str]:
    """Return two stems in alphabetical order: "framework agreement" is "agreement on a framework"."""
    return (one, other) if one < other else (other, one)


def _word(match: re.Match[str], sides: frozenset[str]) -> Word | None:
    printed = match.group()
    lower = plain(printed).lower()
    if printed[0].isdigit():
        return Word(f"#{lower.replace(',', '')}", _NUMBER_WEIGHT, match.start(), match.end())
    if lower in _stops() or len(lower) == 1 or lower.removesuffix(".") in ("u.s", "u.k"):
        return None
    root = stem(lower.replace(".", ""))
    if root in sides:
        return Word(root, SIDE_WEIGHT, match.start(), match.end())
    known = _weights().get(root)
    name = printed[0].isupper()
    weight = known if known is not None else _NAME_WEIGHT if name else 1.0
    return Word(root, weight, match.start(), match.end(), name)


@cache
def _weights() -> dict[str, float]:
    return {str(root): float(band["weight"]) for band in load("en/word_weights")["bands"] for root in band["stems"]}


@cache
def _stops() -> frozenset[str]:
    return frozenset(str(word) for word in load("en/comparison")["stop"])
