"""Documents as runs of words in which set phrases are looked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from summitry.data import load
from summitry.ledger import DocumentRow, Finding
from summitry.model.document import BODY_KINDS, Document
from summitry.views.stems import Token, stems, tokens

# What parts one run of words from the next; a comma does not.
_PART = re.compile(r"[.;:!?()\[\]“”\"\n•–—]")


@dataclass(frozen=True, slots=True)
class Text:
    """A document with its runs of words and the statements read from it, in text order."""

    row: DocumentRow
    document: Document
    runs: tuple[tuple[Token, ...], ...]
    statements: tuple[Finding, ...] = ()

    @property
    def day(self) -> str:
        """The day it was published (EDTF); nothing where none is known."""
        return self.row.published or ""

    @property
    def words(self) -> int:
        """How many words its runs have."""
        return sum(map(len, self.runs))


@dataclass(frozen=True, slots=True)
class Weights:
    """What a word weighs in a phrase: 1 for matter, less for the genre's common words, nothing for others.

    ``sides`` are the stems of the parties' own names, ``people`` those of persons' names, which part phrases.
    """

    sides: frozenset[str]
    people: frozenset[str]

    def of(self, token: Token) -> float:
        """Return the weight of a word (0 to 1)."""
        word = token.word.casefold()
        if token.stem in self.sides or word in _words("stop") or len(word) < 2:
            return 0.0
        return 0.25 if word in _words("common") or word in _words("light") else 1.0

    def parts(self, token: Token) -> bool:
        """Whether no phrase runs over a word."""
        capital = token.word[0].isupper()
        return (
            token.word[0].isdigit()
            or token.word.casefold() in _words("breaks")
            or (capital and token.stem in self.people)
        )


def weights_for(parties: Collection[str], people: Collection[str]) -> Weights:
    """Return the weights of words between parties.

    Args:
        parties: codes of those who talk.
        people: names of their officials, as printed.
    """
    printed: list[str] = []
    for code in parties:
        names = load("parties/states").get(code, {})
        printed += [*names.get("names", ()), *names.get("people", ())]
    sides = frozenset(root for name in printed for root in stems(name))
    return Weights(sides, frozenset(root for name in people for root in stems(name) if len(root) > 2) - sides)


def runs(document: Document, weights: Weights) -> Iterator[tuple[Token, ...]]:
    """Yield the runs of words of a document's body, parted by points, brackets, names, titles and figures."""
    for segment in document.of_kind(*BODY_KINDS):
        run: list[Token] = []
        for token in tokens(document.words(segment), segment.start):
            if run and _PART.search(document.text, run[-1].end, token.start):
                yield tuple(run)
                run = []
            if weights.parts(token):
                yield tuple(run)
                run = []
            else:
                run.append(token)
        yield tuple(run)


@cache
def _words(name: str) -> frozenset[str]:
    vocabulary = load("en/phrases") if name in load("en/phrases") else load("en/comparison")
    return frozenset(str(word) for word in vocabulary[name])
