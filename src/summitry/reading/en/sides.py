"""Which sides a noun phrase stands for: "the two leaders", "both sides", "they", "the President", "Japan"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.reading.en.discourse import (
    ALL,
    FIRST,
    LETTERS,
    PLURAL,
    POSSESSIVE,
    RELATIVE,
    SINGULAR,
    Discourse,
    Resolution,
)
from summitry.reading.en.header import Header
from summitry.reading.en.mentions import Mentions
from summitry.reading.en.parse import Parsed, Passage, text_of
from summitry.reading.en.persons import Persons, vocabulary
from summitry.reading.en.phrases import JOINT, Phrases
from summitry.reading.en.picking import pick
from summitry.reading.en.turns import Turn, find_turns
from summitry.reading.parties import find_parties, is_state, members_of

__all__ = ["Resolution", "Sides"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What the course of a text is followed by: subjects, agents and pronouns.
_FOLLOWED = (
    ("dep", frozenset({"nsubj", "nsubjpass", "pobj"})),
    ("lower", SINGULAR | PLURAL | frozenset(POSSESSIVE) | {"we"}),
)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})
_BESIDE = frozenset({"appos", "npadvmod"})
_JOINS = frozenset({"and", "&", ","})
_SUFFIXES = frozenset({"jr.", "jr", "sr."})
# Verbs whose object is the partner of a talk ("met President X").
_MEETING = frozenset({"meet", "call", "host", "telephone", "phone", "visit", "receive", "welcome", "join"})


class Sides:
    """Resolves noun phrases of one document to the sides they stand for."""

    def __init__(self, parsed: Parsed, header: Header) -> None:
        self.parsed = parsed
        self.header = header
        self.persons = Persons(header.people)
        self._mentions = Mentions(header)
        self._discourse = Discourse(header)
        self.all = self._discourse.sides
        self._phrases = Phrases(self.persons, self._mentions, self._discourse, parsed.document.meta.title or "")
        self._we: Resolution | None = None
        self._known: dict[tuple[int, int], Resolution | None] = {}
        self._turns: dict[int, tuple[Turn, ...]] = {}
        for passage in parsed.body():
            self._follow(passage)

    def of(self, passage: Passage, head: Token) -> Resolution | None:
        """Return the sides that the phrase headed by this token stands for, or ``None`` if it is none of them.

        A coordination stands for the sides of all its members.
        """
        key = (passage.index, head.i)
        if key not in self._known:
            self._known[key] = self._coordinated(passage, head)
        return self._known[key]

    def of_all(self, passage: Passage, heads: list[Token]) -> Resolution | None:
        """Return the sides of several phrases together: the parser splits some coordinated subjects in two."""
        return self.of(passage, heads[0]) if len(heads) == 1 else _joined([self.of(passage, head) for head in heads])

    def everybody(self, how: str) -> Resolution | None:
        """Return all sides of the account, or ``None`` where they are unknown."""
        return self._discourse.everybody(how)

    def others_than(self, codes: tuple[str, ...], how: str) -> Resolution | None:
        """Return the one other side of a two-sided account, or ``None`` where it is not one."""
        return self._discourse.others_than(codes, how)

    def first_person(self, passage: Passage, word: Token) -> Resolution | None:
        """Return whose words a passage is ("we", "I"): its speaker's, a joint text's sides', the publisher's.

        Args:
            passage: the passage.
            word: the word asked for; in a transcript the speaker may change inside the passage.
        """
        speaker = self.speaker_of(passage, word)
        if speaker is not None:
            return Resolution(speaker.codes, "we", speaker.person)
        if self._we is not None:
            return self._we
        if self.header.kind in JOINT and self.all:
            return self.everybody("we")
        return Resolution(self.header.publisher, "we") if self.header.publisher else None

    def owner(self, passage: Passage, head: Token) -> Resolution | None:
        """Return whose a phrase is by its possessive ("our message"), or ``None``."""
        return self._phrases.owner(passage, head, self.of, self.first_person)

    def parties_in(self, passage: Passage, start: int, end: int) -> tuple[str, ...]:
        """Return the codes of the parties and people that tokens ``start`` to ``end`` name, sorted."""
        codes = {code for i, code in self._mentions.at(passage).items() if start <= i < end}
        people = (self.persons.named(token) for token in passage.doc[start:end] if token.pos_ == "PROPN")
        codes.update(person.party for person in people if person is not None and person.party)
        return tuple(sorted(codes))

    def speaker_of(self, passage: Passage, word: Token) -> Resolution | None:
        """Return the side of the printed speaker whose words these are, or ``None`` where none is printed."""
        if passage.index not in self._turns:
            self._turns[passage.index] = find_turns(text_of(passage.doc), self.persons)
        turn = next((t for t in reversed(self._turns[passage.index]) if t.start <= word.idx), None)
        printed = turn.label if turn is not None else passage.segment.speaker
        if not printed:
            return None
        person = self.persons.named_in(printed)
        if person is not None and person.party:
            return Resolution((person.party,), "speaker", next(iter(person.names), None))
        if _asks(printed):
            return Resolution((), "nobody")
        words = [w.strip(",.:;()").lower() for w in printed.replace("-", " ").split()]
        own = self.header.publisher
        if len(own) == 1 and all(w in vocabulary().posts | vocabulary().ranks for w in words):
            return Resolution(own, "publisher")
        named = [m.code for m in find_parties(printed) if is_state(m.code)]
        if named:
            return Resolution((named[-1],), "speaker")
        held = self._phrases.holders.of_words([w for w in words if w in vocabulary().posts | vocabulary().ranks])
        return held or (Resolution(own, "publisher") if own else None)

    def together(self, passage: Passage, verb: Token, who: Resolution, topic: Token | None = None) -> Resolution:
        """Return those who act with the partner that a verb names ("spoke with X"), or those who act alone."""
        for child in (*verb.children, *(topic.children if topic is not None else ())):
            target: Token | None = None
            if child.dep_ == "dobj" and child.head is verb and verb.lemma_ in _MEETING:
                target = child
            elif child.dep_ == "prep" and child.lower_ in ("with", "to"):
                target = next((t for t in child.children if t.dep_ == "pobj"), None)
            partner = self._partner(passage, target) if target is not None else None
            if partner is not None and set(partner.codes) <= set(self.all):
                return Resolution(tuple(sorted({*who.codes, *partner.codes})), "together")
        return who

    def _partner(self, passage: Passage, target: Token) -> Resolution | None:
        """A partner, also where the parser runs a name into what was talked about ("discussed with Mr. X trade")."""
        found = self.of(passage, target)
        if found is not None:
            return found
        person = next((p for t in target.lefts if (p := self.persons.named(t)) is not None and p.party), None)
        return Resolution((str(person.party),), "name") if person is not None else None

    def _follow(self, passage: Passage) -> None:
        """Read a passage's subjects in order, so that pronouns and bare posts find whom they mean."""
        discourse = self._discourse
        for i in pick(passage.doc, _FOLLOWED):
            token = passage.doc[i]
            lower = token.lower_
            if (
                lower == "we"
                and self._we is None
                and token.i + 1 < len(passage.doc)
                and passage.doc[token.i + 1].text == ","
            ):
                self._we = self._named_we(passage, token)
            if lower in SINGULAR or lower in PLURAL or lower in POSSESSIVE:
                discourse.pronouns[passage.index, token.i] = discourse.pronoun(token)
            if token.dep_ not in _SUBJECTS and not (token.dep_ == "pobj" and token.head.dep_ == "agent"):
                continue
            author = discourse.last_person
            if token.lemma_.lower() in LETTERS and author is not None:
                self._known[passage.index, token.i] = Resolution(author.codes, "letter", author.person)
                continue
            found = self.of(passage, token)
            if found is not None and lower not in RELATIVE:
                discourse.note(found)

    def _named_we(self, passage: Passage, token: Token) -> Resolution | None:
        """The group that "We, the leaders of the G7," names, where others have joined its text."""
        verb = token.head.i if token.head.i > token.i else token.sent.end
        for code in (c for i, c in self._mentions.at(passage).items() if token.i < i < verb):
            members = set(members_of(code)) & set(self.all)
            if len(members) > 1 and members < set(self.all):
                return Resolution(tuple(sorted(members)), "we")
        return None

    def _coordinated(self, passage: Passage, head: Token) -> Resolution | None:
        members = self._members(head)
        found = [self._single(passage, m) for m in members]
        if None in found and len(members) == len(self.all) > 1 and all(self._titled(m) for m in members):
            return self.everybody("coordination")
        return _joined(found)

    def _members(self, head: Token) -> list[Token]:
        """The heads of a coordination, with people of a list whom the parser takes for appositions of each other."""
        members = [head]
        if head.pos_ == "PROPN" and head.n_lefts:
            before = (t for t in head.doc[head.left_edge.i : head.i] if t.pos_ == "PROPN")
            members += [t for t in before if t.nbor().lower_ in _JOINS and self._another(head, t)]
        queue = [head]
        while queue:
            token = queue.pop()
            for child in token.rights:
                if child.dep_ == "conj" and child.pos_ in _NOMINAL:
                    members.append(child)
                elif child.dep_ not in _BESIDE or not (child.lower_ in _SUFFIXES or self._another(token, child)):
                    continue
                elif child.lower_ not in _SUFFIXES:
                    members.append(child)
                queue.append(child)
        return sorted(members, key=lambda t: t.i)

    def _another(self, token: Token, child: Token) -> bool:
        """Whether a name beside a person's name is somebody else's."""
        one, other = self.persons.named(token), self.persons.named(child)
        return one is not None and other is not None and one is not other

    def _titled(self, head: Token) -> bool:
        """Whether a phrase names somebody by a post ("President Lang", "the Prime Minister")."""
        words = [head.lower_, *(t.lower_ for t in head.lefts)]
        return bool(vocabulary().posts.intersection(words))

    def _single(self, passage: Passage, head: Token) -> Resolution | None:
        lower = head.lower_
        if lower in ALL or lower == "each":
            return self.everybody("both-sides")
        if lower in FIRST:
            return self.first_person(passage, head)
        if lower in SINGULAR or lower in PLURAL:
            return self._discourse.pronouns.get((passage.index, head.i))
        if head.pos_ == "PRON":
            verb = head.head
            antecedent = lower in RELATIVE and verb.dep_ == "relcl" and verb.head.i < head.i
            return self.of(passage, verb.head) if antecedent else None
        return self._phrases.resolve(passage, head, self.of, self.first_person)


def _asks(label: str) -> bool:
    """Whether a transcript's label is that of the press or of who leads through the hour."""
    words = {word.strip(",.:;()").lower() for word in label.split()}
    return not words.isdisjoint(vocabulary().press)


def _joined(members: list[Resolution | None]) -> Resolution | None:
    found = [r for r in members if r is not None]
    if len(found) < 2:
        return found[0] if found else None
    return Resolution(tuple(sorted({c for r in found for c in r.codes})), "coordination")
