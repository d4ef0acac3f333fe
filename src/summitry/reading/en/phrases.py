"""Noun phrases without pronouns: names, posts, groups and parties to the sides they stand for."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from summitry.model.records import DocumentKind
from summitry.reading.en.discourse import FIRST, POSSESSIVE, Discourse, Resolution
from summitry.reading.en.holders import Holders
from summitry.reading.en.mentions import Mentions
from summitry.reading.en.nouns import is_plural, singular
from summitry.reading.en.parse import Passage
from summitry.reading.en.persons import Persons, plain, vocabulary

JOINT = frozenset({DocumentKind.JOINT_STATEMENT, DocumentKind.COMMUNIQUE})
# Plurals that "our" makes those of all sides ("our countries").
_SHARED = frozenset({"country", "nation", "government", "people", "leader", "state"})
_STATES = frozenset({"government", "state", "states"})
_BEFORE = frozenset({"compound", "nmod", "amod"})
_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_EVERY = frozenset({"each", "either", "neither"})
_DETERMINERS = frozenset({"det", "nummod", "predet"})

Resolve = Callable[[Passage, Token], Resolution | None]


class Phrases:
    """Resolves the noun phrases of one document, but for pronouns and coordinations."""

    def __init__(self, persons: Persons, mentions: Mentions, discourse: Discourse, title: str) -> None:
        self.persons = persons
        self.mentions = mentions
        self.discourse = discourse
        self.header = discourse.header
        self.holders = Holders(persons, mentions, discourse)
        self.title = title.lower()
        self._appeared: dict[str, Resolution] = {}

    def resolve(self, passage: Passage, head: Token, of: Resolve, own: Resolve) -> Resolution | None:
        """Return the sides of the phrase headed by a noun; ``of`` resolves its owner, ``own`` the first person."""
        person = self.persons.named(head)
        if person is not None and person.party:
            return Resolution((person.party,), "name", next(iter(person.names), None))
        if person is not None and person.posts and len(self.header.publisher) == 1:
            return Resolution(self.header.publisher, "name", next(iter(person.names), None))
        owner = self.owner(passage, head, of, own)
        return self._of_plural(passage, head, owner) if is_plural(head) else self._of_singular(passage, head, owner)

    def owner(self, passage: Passage, head: Token, of: Resolve, own: Resolve) -> Resolution | None:
        """Return the side of a possessive: "Sir Mekere's government", "his administration", "our countries"."""
        token = next((t for t in head.lefts if t.dep_ == "poss"), None)
        if token is None:
            return None
        person = POSSESSIVE.get(token.lower_)
        if person is None:
            return of(passage, token)
        if person is not FIRST:
            return self.discourse.pronouns.get((passage.index, token.i))
        if is_plural(head) and singular(head) in _SHARED:
            return self.discourse.everybody("both-sides")
        return own(passage, token)

    # -- plurals

    def _of_plural(self, passage: Passage, head: Token, owner: Resolution | None) -> Resolution | None:
        words, lemma = vocabulary(), singular(head)
        if head.i in self.mentions.at(passage) and lemma not in words.groups:
            return self._party(passage, head)
        named = self.mentions.narrowing(passage, head)
        if lemma in words.legislators:
            return Resolution(named, "named-group") if named else self._other(passage, head)
        if lemma not in words.groups and not head.text.isupper():
            return None
        if self.mentions.is_format(named):
            return self.discourse.everybody("format")
        if named:
            return Resolution(named, "both-sides" if set(named) >= set(self.discourse.sides) else "named-group")
        if lemma in words.others and any(t.dep_ == "poss" for t in head.lefts):
            if owner is None:
                return self._other(passage, head)
            others = tuple(c for c in self.discourse.sides if c not in owner.codes)
            return Resolution(others, "other") if others else None
        return owner or (self.discourse.numbered(_count(head)) if self._is_ours(head, lemma) else None)

    def _is_ours(self, head: Token, lemma: str) -> bool:
        """Whether a plural that names no party means the sides of the account, not "other countries"."""
        words = vocabulary()
        before = [t for t in head.subtree if t.i < head.i]
        lowers = {t.lower_ for t in before}
        if lowers & words.outsiders and not lowers & words.insiders:
            return False
        if lemma not in words.bare and not any(t.dep_ in _DETERMINERS for t in before):
            return False
        qualified = any(t.dep_ == "prep" and t.lower_ in ("of", "from", "in") for t in head.rights)
        if not qualified or lemma == "head" or lowers & {"two", "both"}:
            return True
        return any(
            t.lower_ in words.formats or t.lower_ in _STATES or t.lower_ in _COUNTS or t.lemma_ in words.talks
            for t in head.subtree
        )

    # -- singulars

    def _of_singular(self, passage: Passage, head: Token, owner: Resolution | None) -> Resolution | None:
        words, lemma = vocabulary(), singular(head)
        if lemma == "side" and any(t.lower_ in _EVERY for t in head.lefts):
            return self.discourse.everybody("both-sides")
        if head.i in self.mentions.at(passage) and lemma not in words.posts:
            return self._party(passage, head)
        named = self.mentions.narrowing(passage, head)
        found = self._by_role(passage, head, lemma, named)
        if found is not None:
            return found
        if lemma in words.representatives or lemma in words.posts:
            if named:
                return Resolution(named, "named-side")
            if owner is not None:
                return owner
        return self._by_appearance(head, named) if head.pos_ == "PROPN" else self._format(head)

    def _by_role(self, passage: Passage, head: Token, lemma: str, named: tuple[str, ...]) -> Resolution | None:
        words = vocabulary()
        if lemma in words.bodies and self.header.kind in JOINT and not named:
            return self.discourse.everybody("body")
        if lemma in words.others and (other := self._other(passage, head)) is not None:
            return other
        if lemma in ("majesty", "excellency", "highness"):
            return self.holders.of_majesty()
        return self.holders.of_phrase(passage, head) if lemma in words.posts else None

    def _by_appearance(self, head: Token, named: tuple[str, ...]) -> Resolution | None:
        """A name that the header does not list: its side is that of the post printed before it."""
        words, name = vocabulary(), plain(head.lower_)
        before = [t.lower_ for b in head.lefts if b.dep_ in _BEFORE for t in b.subtree]
        if words.posts.intersection(before):
            found = Resolution(named, "name", plain(head.text)) if named else None
            if found is None:
                post = self.holders.of_words([w for w in before if w in words.posts | words.ranks])
                found = (
                    Resolution(post.codes, "name", plain(head.text)) if post is not None and not post.person else None
                )
            if found is not None:
                self._appeared[name] = found
            return found
        return self._appeared.get(name) or self._format(head)

    def _format(self, head: Token) -> Resolution | None:
        titled = head.pos_ == "PROPN" and head.lower_ in self.title and len(self.header.publisher) > 1
        if (titled or head.lower_ in vocabulary().formats) and len(self.discourse.sides) > 1:
            return self.discourse.everybody("format")
        return None

    def _other(self, passage: Passage, head: Token) -> Resolution | None:
        """His counterpart, her guest, the lawmakers: the other of two sides."""
        owner = next((t for t in head.lefts if t.lower_ in ("his", "her")), None)
        near = self.discourse.pronouns.get((passage.index, owner.i)) if owner is not None else None
        return self.discourse.others_than(near.codes if near is not None else self.header.publisher, "other")

    def _party(self, passage: Passage, head: Token) -> Resolution | None:
        codes = self.mentions.party(passage, head)
        if self.mentions.is_format(codes):
            return self.discourse.everybody("format")
        codes = self.mentions.spread(codes)
        return Resolution(codes, "party" if len(codes) == 1 else "coordination")


def _count(head: Token) -> int | None:
    """How many a plural counts ("both", "the three"), or ``None``."""
    return next((_COUNTS[t.lower_] for t in head.lefts if t.lower_ in _COUNTS), None)
