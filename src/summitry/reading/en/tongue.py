"""What the verification gate asks of English: parties, numbers, times, acts and negations of plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from summitry.data import load
from summitry.model.edtf import Edtf
from summitry.model.records import Act
from summitry.reading.en.dates import ahead_of_event, due_of, find_dates
from summitry.reading.en.dates.nearest import Tense
from summitry.reading.en.lexicon import lexicon
from summitry.reading.parties import find_parties, members_of

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_NUMBER = re.compile(r"\d+")
_TENSES: tuple[Tense | None, ...] = (None, "future", "past")


class English:
    """The English tongue, as the gate's protocol wants it."""

    def parties(self, words: str) -> tuple[frozenset[str], ...]:
        """Return for each party that words name its code, with those of its members where it is a group."""
        return tuple(frozenset({m.code, *members_of(m.code)}) for m in find_parties(words))

    def plural(self, words: str) -> bool | None:
        """Return whether words stand for several or for one; ``None`` if either."""
        seen = {w.casefold() for w in _WORD.findall(words)}
        if seen & _vocabulary("several"):
            return True
        return False if seen & _vocabulary("one") else None

    def acts(self, cue: str) -> frozenset[Act] | None:
        """Return the acts that the lexicon allows for any word of a cue; ``None`` for an unknown cue."""
        table = _acts()
        found = [table[lemma] for word in _WORD.findall(cue) for lemma in _lemmas(word.casefold()) if lemma in table]
        return frozenset().union(*found) if found else None

    def values(self, text: str, start: int, end: int, reference: str | None) -> Iterator[Edtf]:
        """Yield the values of the times at these offsets, whichever way their tense points; the likeliest first."""
        for tense in _TENSES:
            for found in find_dates(text, reference, tense):
                if found.value and found.start < end and found.end > start:
                    yield found.value
                    bounded, opens = ahead_of_event(text, found)
                    if bounded and opens >= start:
                        yield bounded
        due = due_of(text[start:end], reference)
        if due and due.value:
            yield due.value

    def numbers(self, words: str) -> frozenset[int]:
        """Return the numbers that words print, in figures or spelt out ("twenty-first" is 21)."""
        return frozenset({int(n) for n in _NUMBER.findall(words)} | set(_spelt(words)))

    def negated(self, before: str, cue: str) -> bool:
        """Return whether a negation stands in a cue or within reach before it, in the same clause."""
        clause = re.split(r"[.;:!?,]|\b(?:and|but|that)\b", before)[-1]
        near = [w.casefold() for w in re.findall(r"n['’]t|[^\W_]+", clause)][-load("en/gate")["reach"] :]
        inside = [w.casefold() for w in re.findall(r"n['’]t|[^\W_]+", cue)]
        return _denies(near) or _denies(inside)


def _denies(words: list[str]) -> bool:
    negations, lifted = _vocabulary("negations"), _vocabulary("not_denied_after")
    return any(
        word in negations and not (i + 1 < len(words) and words[i + 1] in lifted) for i, word in enumerate(words)
    )


@cache
def _vocabulary(name: str) -> frozenset[str]:
    return frozenset(load("en/gate")[name])


def _spelt(words: str) -> Iterator[int]:
    cardinals, ordinals = load("en/gate")["numbers"], load("en/gate")["ordinals"]
    tens = 0
    for word in re.findall(r"[^\W\d_]+", words.casefold()):
        value = cardinals.get(word, ordinals.get(word))
        if value is not None:
            yield value
            if tens and value < 10:
                yield tens + value
        tens = value if value is not None and 20 <= value < 100 and word in cardinals else 0


@cache
def _acts() -> dict[str, frozenset[Act]]:
    """Every word of the cue lexicon → the acts that it can stand for."""
    words = lexicon()
    table: dict[str, set[Act]] = {}

    def allow(word: str, acts: Iterable[str]) -> None:
        for part in _WORD.findall(word.casefold()):
            table.setdefault(part, set()).update(Act(act) for act in acts)

    for group in (words.verbs, words.predicates, words.named, words.reporting, words.own_words, words.there):
        for word, act in group.items():
            allow(word, (act,))
    # Where the object names the act ("expressed concern"), the table of such objects decides.
    for verb, lines in words.choices.items():
        allow(verb, (act for line in lines for act in (line.act, line.alone) if act and act != "named"))
    return {word: frozenset(acts) for word, acts in table.items()}


def _lemmas(word: str) -> Iterator[str]:
    """A word and what it may be a form of, by English spelling."""
    yield word
    for ending, replacements in (
        ("ied", ("y",)),
        ("ies", ("y",)),
        ("ed", ("", "e")),
        ("es", ("", "e")),
        ("s", ("",)),
        ("d", ("",)),
        ("ing", ("", "e")),
    ):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            yield from (stem + new for new in replacements)
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
    yield from load("en/gate")["irregular"].get(word, ())
