"""Phrases that are wordings of one: the weightiest stands for the others."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summitry.views.phrases.mining import Place, Stems, formulas
from summitry.views.phrases.texts import Text, Weights
from summitry.views.words import fold

# Two phrases are wordings of one when they share this part of their words of matter, or one has all of the other's.
_ALIKE = 0.5
# Words of matter beyond this number add nothing to a phrase's rank; years likewise.
_WORDS, _YEARS = 6.0, 8
# A phrase printed with capitals throughout in this part of its places is a name, and no set phrase.
_NAME = 0.7


@dataclass(frozen=True, slots=True)
class Ranked:
    """A repeated sequence with its rank, and its other wordings."""

    key: Stems
    places: tuple[Place, ...]
    matter: frozenset[str]
    score: float
    variants: list[Ranked] = field(default_factory=list)


def grouped(found: dict[Stems, list[Place]], texts: Sequence[Text], weights: Weights) -> list[Ranked]:
    """Return the phrases by rank, each with its other wordings; names are left out."""
    ranked = [_ranked(key, places, texts, weights) for key, places in found.items() if not _is_name(places, weights)]
    heads: list[Ranked] = []
    by_word: dict[str, list[Ranked]] = {}
    for phrase in sorted(ranked, key=lambda item: (-item.score, item.key)):
        head = next(_heads_like(phrase, by_word), None)
        if head is not None:
            head.variants.append(phrase)
            continue
        heads.append(phrase)
        for word in phrase.matter:
            by_word.setdefault(word, []).append(phrase)
    return heads


def printed(places: Sequence[Place], texts: Sequence[Text]) -> str:
    """Return a phrase as it is printed most often."""
    words = Counter(fold(quote(place, texts)) for place in places)
    return max(words, key=lambda text: (words[text], text))


def quote(place: Place, texts: Sequence[Text]) -> str:
    """Return the words at a place, verbatim."""
    return texts[place.text].document.text[place.words[0].start : place.words[-1].end]


def days_of(places: Sequence[Place], texts: Sequence[Text]) -> list[str]:
    """Return the days on which a phrase comes, sorted; nothing for texts without one."""
    return sorted({texts[place.text].day for place in places} - {""})


def _heads_like(phrase: Ranked, by_word: dict[str, list[Ranked]]) -> Iterator[Ranked]:
    near = Counter(id(head) for word in phrase.matter for head in by_word.get(word, ()))
    heads = {id(head): head for word in phrase.matter for head in by_word.get(word, ())}
    for number, shared in sorted(near.items(), key=lambda item: -item[1]):
        matter = heads[number].matter
        if shared == min(len(matter), len(phrase.matter)) or shared / len(matter | phrase.matter) >= _ALIKE:
            yield heads[number]


def _ranked(key: Stems, places: list[Place], texts: Sequence[Text], weights: Weights) -> Ranked:
    days = days_of(places, texts)
    known = {word.stem: weights.of(word) for word in places[0].words}
    years = min(int(days[-1][:4]) - int(days[0][:4]), _YEARS) if days else 0
    matter = frozenset(stem for stem, weight in known.items() if weight == 1) or frozenset(known)
    weight = min(sum(known.values()), _WORDS) + (1.5 if key in formulas() else 0)
    return Ranked(key, tuple(places), matter, weight * math.log2(1 + len(days)) * (1 + 0.15 * years))


def _is_name(places: Sequence[Place], weights: Weights) -> bool:
    """Whether a phrase is printed with capitals throughout, as names of bodies and places are."""
    capital = sum(all(word.word[0].isupper() for word in place.words if weights.of(word)) for place in places)
    return capital >= _NAME * len(places)
