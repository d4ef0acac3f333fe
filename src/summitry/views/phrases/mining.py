"""Sequences of words that come back on different days, the longest that do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from summitry.data import load
from summitry.views.phrases.texts import Text, Weights
from summitry.views.stems import Token, stems

# Words that a phrase has at most; longer repetition is a text copied.
_LONGEST = 30
# A phrase within a longer one is no phrase of its own when the longer one comes on this part of its days.
_WITHIN = 0.7
# Words of matter that make a phrase, unless the field knows it as a formula, and what they must weigh together.
_MATTER, _WEIGHT = 3, 2.0

Stems = tuple[str, ...]
# Index of the text, the run of words, and where in it a sequence begins.
Spot = tuple[int, tuple[Token, ...], int]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sequence stands: the index of its text, and its words."""

    text: int
    words: tuple[Token, ...]


def repeated(texts: Sequence[Text], weights: Weights) -> dict[Stems, list[Place]]:
    """Return the sequences that come on at least two days, each with its places in text order.

    Level by level: a sequence of n words can come back only where its two parts of n − 1 words do.
    """
    alive = [(number, run, at) for number, text in enumerate(texts) for run in text.runs for at in range(len(run) - 1)]
    found: dict[Stems, list[Place]] = {}
    for length in range(2, _LONGEST + 1):
        groups: dict[Stems, list[Spot]] = {}
        for spot in alive:
            _, run, at = spot
            groups.setdefault(tuple(token.stem for token in run[at : at + length]), []).append(spot)
        kept = {key: spots for key, spots in groups.items() if _days(texts, spots) > 1}
        for key, spots in kept.items():
            _, run, at = spots[0]
            if _is_whole(run, at, length) and _is_phrase(run[at : at + length], weights):
                found[key] = [Place(number, run[at : at + length]) for number, run, at in spots]
        alive = list(_longer(kept, length + 1))
        if not alive:
            break
    return _outermost(found, texts)


def _longer(kept: Mapping[Stems, list[Spot]], length: int) -> Iterator[Spot]:
    going = sorted((spot for spots in kept.values() for spot in spots), key=lambda s: (s[0], s[1][0].start, s[2]))
    there = {(number, run[0].start, at) for number, run, at in going}
    for number, run, at in going:
        if at + length <= len(run) and (number, run[0].start, at + 1) in there:
            yield number, run, at


def _days(texts: Sequence[Text], spots: Sequence[Spot]) -> int:
    return len({texts[number].day or texts[number].row.document for number, _, _ in spots})


def _is_whole(run: Sequence[Token], at: int, length: int) -> bool:
    """Whether a sequence cuts no word at its hyphen: two words of a run one character apart are joined by one."""
    first = at == 0 or run[at].start > run[at - 1].end
    last = at + length == len(run) or run[at + length].start > run[at + length - 1].end
    return first and last


def _is_phrase(words: Sequence[Token], weights: Weights) -> bool:
    """Whether a sequence begins and ends with words of matter and has enough of them, or is a formula."""
    known = [weights.of(word) for word in words]
    if not known[0] or not known[-1]:
        return False
    matter = [weight for weight in known if weight]
    if len(matter) >= _MATTER and sum(matter) >= _WEIGHT and len({w.stem for w in words}) >= _MATTER:
        return True
    return tuple(word.stem for word in words) in formulas()


def _outermost(found: dict[Stems, list[Place]], texts: Sequence[Text]) -> dict[Stems, list[Place]]:
    """Leave out what mostly comes as a part of a longer phrase."""
    days = {key: {texts[place.text].day for place in places} for key, places in found.items()}
    inner: set[Stems] = set()
    for key in found:
        for size in range(2, len(key)):
            for at in range(len(key) - size + 1):
                part = key[at : at + size]
                if part in days and len(days[key]) >= _WITHIN * len(days[part]):
                    inner.add(part)
    return {key: places for key, places in found.items() if key not in inner}


@cache
def formulas() -> frozenset[Stems]:
    """Return the phrases that the field knows though they have few words of matter, by their stems."""
    return frozenset(stems(words) for words in load("en/phrases")["formulas"])
