"""Who holds a post that a text names: "the President", "the Head of State", "Her Majesty"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.reading.en.discourse import Discourse, Resolution
from summitry.reading.en.header import Person
from summitry.reading.en.mentions import Mentions
from summitry.reading.en.parse import Passage
from summitry.reading.en.persons import Persons

_CROWNS = ("king", "queen", "emperor", "emir", "sultan", "prince", "pope", "holiness")
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})


class Holders:
    """Resolves posts to the sides of those who hold them."""

    def __init__(self, persons: Persons, mentions: Mentions, discourse: Discourse) -> None:
        self.persons = persons
        self.mentions = mentions
        self.discourse = discourse
        self.header = discourse.header

    def of_phrase(self, passage: Passage, head: Token) -> Resolution | None:
        """Return the side of the post that a phrase names, or ``None`` if nobody of the account holds it."""
        parties = self.mentions.at(passage)
        named = self.mentions.narrowing(passage, head)
        if head.lower_ == "head" and any(t.lower_ == "of" and _leads_to(t, "state") for t in head.rights):
            return self.choose(self.persons.heads_of_state(), named)
        before = [t for t in head.lefts if t.dep_ in ("compound", "amod", "nmod")]
        ranks = [t.lower_ for b in before for t in b.subtree if t.i not in parties]
        words = [t.lower_ for t in _offices(head) if t.i not in parties] + ranks
        found = self.choose(self.persons.holding([*words, head.lower_]), named)
        if found is None or not found.person:
            # "thanked the Minister for the work of …": what follows is no office.
            found = self.choose(self.persons.holding([*ranks, head.lower_]), named) or found
        if found is not None and not named and len(words) < 2 and self._named_beside(head, found):
            return self._publishers_own() or found
        if head.lower_ in _CROWNS and not named and (found is None or not found.person):
            return self.of_majesty()
        if found is None and head.lower_ == "leader":
            return self.choose(self.persons.heads_of_state(), named)
        return found

    def of_words(self, words: list[str]) -> Resolution | None:
        """Return the side of the post that these words name, the head word last, or ``None``."""
        return self.choose(self.persons.holding(words), ()) if words else None

    def of_majesty(self) -> Resolution | None:
        """Return the side of Her Majesty or His Excellency: a crown's, else that of the guest of two sides."""
        present = [p for p in self.persons.people if p.participant]
        crowned = [p for p in present if any(w in text.lower() for text in p.posts for w in _CROWNS)]
        if not crowned and len(self.discourse.sides) == 2:
            crowned = [p for p in present if p.party not in self.header.publisher]
        return self.choose(crowned, (), "honorific")

    def choose(self, held: list[Person], named: tuple[str, ...], how: str = "post") -> Resolution | None:
        """Return the side of one of these people: of the parties named, else the publisher's, else the one spoken of.

        A bare post that nobody known holds is the publisher's ("the President" on a president's own page).
        """
        held = [p for p in held if p.party]
        people = [p for p in held if not named or p.party in named]
        if not people:
            return self._publishers_own() if how == "post" and not held and not named else None
        if len({p.party for p in people}) > 1:
            own = [p for p in people if p.party in self.header.publisher]
            last = self.discourse.last_person
            if len(self.header.publisher) == 1 and own:
                people = own
            elif last is not None:
                people = [p for p in people if (p.party,) == last.codes] or people
        return Resolution((str(people[0].party),), how, next(iter(people[0].names), None))

    def _publishers_own(self) -> Resolution | None:
        return Resolution(self.header.publisher, "post") if len(self.header.publisher) == 1 else None

    def _named_beside(self, head: Token, found: Resolution) -> bool:
        """Whether the same sentence names the only holder of a bare post: then the post is the publisher's."""
        if found.codes[0] in self.header.publisher or not found.person:
            return False
        beside = (self.persons.named(t) for t in head.sent if t.pos_ == "PROPN" and t.i > head.i + 1)
        return any(p is not None and found.person in p.names for p in beside)


def _offices(head: Token) -> list[Token]:
    """The words of the office that a post is of or for ("the Minister of Foreign Affairs")."""
    prepositions = (t for t in head.rights if t.dep_ == "prep" and t.lower_ in ("of", "for"))
    return [t for preposition in prepositions for t in preposition.subtree if t.pos_ in _NAMING]


def _leads_to(preposition: Token, word: str) -> bool:
    return any(t.lower_ == word for t in preposition.children)
