"""Who was spoken of last: the sides that pronouns and bare posts go back to."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from summitry.reading.en.header import Header
from summitry.reading.parties import is_state

SINGULAR = frozenset({"he", "she", "him", "her", "himself", "herself"})
PLURAL = frozenset({"they", "them", "themselves"})
FIRST = frozenset({"we", "us", "ourselves", "i", "me", "myself"})
ALL = frozenset({"both", "two", "three"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
POSSESSIVE = {"his": SINGULAR, "her": SINGULAR, "their": PLURAL, "our": FIRST, "my": FIRST}
# Writings that say what their author says ("the message reads").
LETTERS = frozenset({"message", "letter", "telegram", "note"})
_OBJECTS = frozenset({"dobj", "pobj", "dative", "iobj"})
# How many words before "he accepted" the invitation may stand.
_INVITED = 40
_PERSONAL = frozenset({"name", "post", "pronoun", "speaker"})


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


def all_sides(header: Header) -> tuple[str, ...]:
    """Return the sides of an account, sorted; a state that publishes it is one of them."""
    own = header.publisher if len(header.publisher) > 1 or all(map(is_state, header.publisher)) else ()
    return tuple(sorted({*header.sides, *own}))


class Discourse:
    """What a document has spoken of so far, in text order."""

    def __init__(self, header: Header) -> None:
        self.header = header
        self.sides = all_sides(header)
        self._present = {p.party for p in header.people if p.participant and p.party}
        self.last: Resolution | None = None
        self.last_person: Resolution | None = None
        self.pronouns: dict[tuple[int, int], Resolution | None] = {}

    def note(self, subject: Resolution) -> None:
        """Remember a clause's subject."""
        self.last = subject
        if len(subject.codes) == 1 and subject.how in _PERSONAL:
            self.last_person = subject

    def everybody(self, how: str) -> Resolution | None:
        """Return all sides of the account, or ``None`` where they are unknown."""
        return Resolution(self.sides, how) if self.sides else None

    def numbered(self, count: int | None) -> Resolution | None:
        """Return the sides that a phrase counts ("the two leaders"): of the people present where it is their number."""
        if count is not None and len(self.sides) > count == len(self._present):
            return Resolution(tuple(sorted(self._present)), "both-sides")
        return self.everybody("both-sides")

    def others_than(self, codes: tuple[str, ...], how: str) -> Resolution | None:
        """Return the one other side of a two-sided account, or ``None`` where it is not one."""
        others = tuple(c for c in self.sides if c not in codes)
        return Resolution(others, how) if len(others) == 1 else None

    def pronoun(self, token: Token) -> Resolution | None:
        """Return whom a pronoun stands for at this point of the text, or ``None``."""
        lower = token.lower_
        if lower in PLURAL or lower == "their":
            last = self.last
            if last is not None and (len(last.codes) > 1 or last.how in ("they", "coordination", "both-sides")):
                return Resolution(last.codes, "they")
            return self.everybody("they")
        person = self.last_person or (self.last if self.last is not None and len(self.last.codes) == 1 else None)
        if person is None:
            return None
        if token.dep_ == "nsubj" and token.head.lemma_ == "accept" and _is_invited(token):
            return self.others_than(person.codes, "pronoun")
        if lower in ("him", "her") and token.dep_ in _OBJECTS and token.head.pos_ != "NOUN":
            return self.others_than(person.codes, "pronoun")
        return Resolution(person.codes, "pronoun", person.person)


def _is_invited(token: Token) -> bool:
    """Whether the words before tell of an invitation, which nobody accepts who makes it."""
    before = token.doc[max(0, token.i - _INVITED) : token.i]
    return any(t.lemma_.lower() in ("invite", "invitation") for t in before)
