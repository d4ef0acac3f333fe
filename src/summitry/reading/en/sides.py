"""Which sides a noun phrase stands for: "the two leaders", "both sides", "they", "the President", "Japan"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from summitry.reading.en.header import Header
from summitry.reading.en.parse import Parsed, Passage


@dataclass(frozen=True, slots=True)
class Resolution:
    """The sides that a noun phrase stands for.

    Args:
        codes: party codes, sorted.
        how: the rule that found them, e.g. ``name``, ``post``, ``both-sides``, ``pronoun``, ``we``.
        person: the name of the person meant, as first printed, where it is one person.
    """

    codes: tuple[str, ...]
    how: str
    person: str | None = None


class Sides:
    """Resolves noun phrases of one document to the sides they stand for."""

    def __init__(self, parsed: Parsed, header: Header) -> None:
        self.parsed = parsed
        self.header = header

    def of(self, passage: Passage, head: Token) -> Resolution | None:
        """Return the sides that the phrase headed by this token stands for, or ``None`` if it is none of them."""
        return None
