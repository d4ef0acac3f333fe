"""Which sides a noun phrase stands for: "the two leaders", "both sides", "they", "the President", "Japan"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from summitry.model.records import DocumentKind
from summitry.reading.en.header import Header, Person
from summitry.reading.en.mentions import parties_by_token
from summitry.reading.en.parse import Parsed, Passage
from summitry.reading.parties import members_of
from summitry.reading.en.persons import Persons, plain, vocabulary

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SINGULAR = frozenset({"he", "she", "him", "her", "himself", "herself"})
_PLURAL = frozenset({"they", "them", "themselves"})
_FIRST = frozenset({"we", "us", "ourselves", "i", "me", "myself"})
_ALL = frozenset({"both", "two", "three"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_POSSESSIVE = {"his": _SINGULAR, "her": _SINGULAR, "their": _PLURAL, "our": _FIRST, "my": _FIRST}
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "appos", "npadvmod"})
# Writings that say what their author says ("the message reads").
_LETTERS = frozenset({"message", "letter", "telegram", "note"})
_CROWNS = ("king", "queen", "emperor", "emir", "sultan", "prince", "pope", "holiness")
_JOINT = frozenset({DocumentKind.JOINT_STATEMENT, DocumentKind.COMMUNIQUE})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})


def is_plural(noun: Token) -> bool:
    """Whether a noun is plural; the tagger takes some titles for singulars ("the Prime Ministers")."""
    return noun.tag_ in ("NNS", "NNPS") or (noun.tag_ == "NNP" and noun.lower_.endswith("s") and noun.lower_[:-1] in vocabulary().groups)


def singular(noun: Token) -> str:
    """Return a noun's lemma in lower case; the tagger leaves proper plurals as they are ("Ministers")."""
    lemma = noun.lemma_.lower()
    if noun.tag_ in ("NNPS", "NNP") and lemma.endswith("s") and not lemma.endswith("ss") and is_plural(noun):
        return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]
    return lemma


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
        self.persons = Persons(header.people)
        self._title = (parsed.document.meta.title or "").lower()
        self._parties: dict[int, dict[int, str]] = {}
        self._known: dict[tuple[int, int], Resolution | None] = {}
        self._appeared: dict[str, Resolution] = {}
        self._last: Resolution | None = None
        self._last_person: Resolution | None = None
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

    def parties_in(self, passage: Passage, start: int, end: int) -> tuple[str, ...]:
        """Return the codes of the parties and people that tokens ``start`` to ``end`` name, sorted."""
        codes = {code for i, code in self._mentions(passage).items() if start <= i < end}
        for token in passage.doc[start:end]:
            if token.pos_ == "PROPN":
                person = self.persons.named(token)
                if person is not None and person.party:
                    codes.add(person.party)
        return tuple(sorted(codes))

    def speaker_of(self, passage: Passage) -> Resolution | None:
        """Return the side of a transcript passage's printed speaker, or ``None`` where none is printed."""
        printed = passage.segment.speaker
        if not printed:
            return None
        person = self.persons.named_in(printed)
        if person is not None and person.party:
            return Resolution((person.party,), "speaker", next(iter(person.names), None))
        words = [w.strip(",.:;()").lower() for w in printed.replace("-", " ").split()]
        posts = [w for w in words if w in vocabulary().posts or w in vocabulary().ranks]
        held = self._of_post(posts)
        return held or (Resolution(self.header.publisher, "publisher") if self.header.publisher else None)

    def everybody(self, how: str) -> Resolution | None:
        """Return all sides of the account, or ``None`` where they are unknown."""
        return self._everybody(how)

    def first_person(self, passage: Passage) -> Resolution | None:
        """Return whose words a passage is ("we", "I"), or ``None``."""
        return self._first_person(passage)

    def owner(self, passage: Passage, head: Token) -> Resolution | None:
        """Return whose a phrase is by its possessive ("our message"), or ``None``."""
        return self._owner(passage, head)

    def together(self, passage: Passage, verb: Token, who: Resolution, topic: Token | None = None) -> Resolution:
        """Return those who act with the partner that a verb names ("spoke with X"), or those who act alone."""
        for owner in (verb, topic):
            for child in owner.children if owner is not None else ():
                direct = child.dep_ == "dobj" and verb.lemma_ in ("meet", "call", "host", "telephone", "phone", "visit", "receive", "welcome", "join")
                if direct or (child.dep_ == "prep" and child.lower_ in ("with", "to")):
                    target = child if direct else next((t for t in child.children if t.dep_ == "pobj"), None)
                    partner = self.of(passage, target) if target is not None else None
                    if partner is not None and set(partner.codes) <= set(self.header.sides):
                        return Resolution(tuple(sorted({*who.codes, *partner.codes})), "together")
        return who

    # -- the discourse: who was spoken of last, so that pronouns find their people

    def _follow(self, passage: Passage) -> None:
        for token in passage.doc:
            lower = token.lower_
            if lower in _SINGULAR or lower in _PLURAL or lower in _POSSESSIVE:
                self._known[passage.index, token.i] = self._pronoun(passage, token)
            if token.dep_ in _SUBJECTS and token.lemma_.lower() in _LETTERS and self._last_person is not None:
                self._known[passage.index, token.i] = Resolution(self._last_person.codes, "letter", self._last_person.person)
                continue
            if token.dep_ in _SUBJECTS or (token.dep_ == "pobj" and token.head.dep_ == "agent"):
                found = self.of(passage, token)
                if found is None or lower in _RELATIVE:
                    continue
                self._last = found
                if len(found.codes) == 1 and found.how in ("name", "post", "pronoun", "speaker"):
                    self._last_person = found

    def _pronoun(self, passage: Passage, token: Token) -> Resolution | None:
        lower = token.lower_
        if lower in _PLURAL or lower == "their":
            last = self._last
            if last is not None and last.how in ("they", "coordination", "both-sides") and last.codes:
                return Resolution(last.codes, "they")
            if last is not None and len(last.codes) > 1:
                return Resolution(last.codes, "they")
            return self._everybody("they")
        person = self._last_person or (self._last if self._last and len(self._last.codes) == 1 else None)
        if person is None:
            return None
        if lower in ("him", "her") and token.dep_ in ("dobj", "pobj", "dative", "iobj") and token.head.pos_ != "NOUN":
            others = tuple(c for c in self.header.sides if c not in person.codes)
            return Resolution(others, "pronoun") if len(others) == 1 else None
        return Resolution(person.codes, "pronoun", person.person)

    def _everybody(self, how: str) -> Resolution | None:
        return Resolution(tuple(sorted(self.header.sides)), how) if self.header.sides else None

    # -- noun phrases

    def _coordinated(self, passage: Passage, head: Token) -> Resolution | None:
        heads = [head, *(t for t in head.rights if t.dep_ == "appos" and t.lower_ in ("jr.", "jr", "sr."))]
        members = [head, *(t for h in heads for t in h.conjuncts if t.i > head.i and t.pos_ in _NOMINAL)]
        found = [r for r in (self._single(passage, m) for m in members) if r is not None]
        if not found:
            return None
        if len(found) == 1:
            return found[0] if len(members) == 1 or found[0].codes else None
        return Resolution(tuple(sorted({c for r in found for c in r.codes})), "coordination")

    def _single(self, passage: Passage, head: Token) -> Resolution | None:
        lower = head.lower_
        if head.pos_ == "PRON" or lower in _PLURAL or lower in _SINGULAR:
            return self._of_pronoun(passage, head)
        if lower in _ALL:
            return self._everybody("both-sides")
        person = self.persons.named(head)
        if person is not None and person.party:
            return Resolution((person.party,), "name", next(iter(person.names), None))
        if is_plural(head):
            return self._of_plural(passage, head)
        return self._of_singular(passage, head)

    def _of_pronoun(self, passage: Passage, head: Token) -> Resolution | None:
        lower = head.lower_
        if lower in _FIRST:
            return self._first_person(passage)
        if lower in _RELATIVE:
            verb = head.head
            return self.of(passage, verb.head) if verb.dep_ == "relcl" and verb.head.i < head.i else None
        if lower in _ALL or lower == "each":
            return self._everybody("both-sides")
        if (passage.index, head.i) in self._known:
            return self._known[passage.index, head.i]
        return self._pronoun(passage, head) if lower in _SINGULAR | _PLURAL else None

    def _first_person(self, passage: Passage) -> Resolution | None:
        speaker = self.speaker_of(passage)
        if speaker is not None:
            return Resolution(speaker.codes, "we", speaker.person)
        if self.header.kind in _JOINT and self.header.sides:
            return self._everybody("we")
        return Resolution(self.header.publisher, "we") if self.header.publisher else None

    def _of_plural(self, passage: Passage, head: Token) -> Resolution | None:
        words = vocabulary()
        mentions = self._mentions(passage)
        lemma = singular(head)
        if head.i in mentions and lemma not in words.groups:
            return self._party(passage, head)
        if lemma in words.legislators:
            named = self._narrowed(passage, head)
            return Resolution(named, "named-group") if named else self._other(passage, head)
        if lemma not in words.groups and not head.text.isupper():
            return None
        before = [t for t in head.subtree if t.i < head.i]
        owner = self._owner(passage, head)
        named = self._narrowed(passage, head)
        if len(named) == 1 and self._is_format(named[0]):
            return self._everybody("format")
        if named:
            return Resolution(named, "both-sides" if set(named) >= set(self.header.sides) else "named-group")
        if owner is not None:
            return owner
        lowers = {t.lower_ for t in before}
        if lowers & words.outsiders and not lowers & words.insiders:
            return None
        if lemma not in words.bare and not any(t.dep_ in ("det", "nummod", "predet") for t in before):
            return None
        if any(t.dep_ == "prep" and t.lower_ in ("of", "from", "in") and lemma != "head" for t in head.rights) and not lowers & {"two", "both"}:
            return self._everybody("both-sides") if self._mentions_format(head) else None
        return self._everybody("both-sides")

    def _is_format(self, code: str) -> bool:
        """Whether a group's code stands for all sides of the account, who are its members ("the G7")."""
        sides = set(self.header.sides)
        return code not in sides and len(sides) > 1 and sides <= set(members_of(code))

    def _mentions_format(self, head: Token) -> bool:
        return any(t.lower_ in vocabulary().formats or t.lower_ in ("government", "state", "states") for t in head.subtree)

    def _of_singular(self, passage: Passage, head: Token) -> Resolution | None:
        words = vocabulary()
        lemma = singular(head)
        if head.i in self._mentions(passage) and lemma not in words.posts:
            return self._party(passage, head)
        if lemma in words.bodies and self.header.kind in _JOINT and not self._narrowed(passage, head):
            return self._everybody("body")
        if lemma in words.others and (other := self._other(passage, head)) is not None:
            return other
        if lemma in ("majesty", "excellency", "highness"):
            return self._majesty()
        if lemma in words.posts:
            found = self._by_post(passage, head)
            if found is not None:
                return found
        named = self._narrowed(passage, head)
        if lemma in words.representatives or lemma in words.posts:
            if named:
                return Resolution(named, "named-side")
            owner = self._owner(passage, head)
            if owner is not None:
                return owner
        if head.pos_ == "PROPN":
            return self._by_appearance(passage, head, named)
        return self._format(head)

    def _by_appearance(self, passage: Passage, head: Token, named: tuple[str, ...]) -> Resolution | None:
        """A name that the header does not list: its side is that of the post printed before it."""
        before = [t for t in head.lefts if t.dep_ in ("compound", "nmod", "amod")]
        before = [t for b in before for t in b.subtree]
        if any(t.lower_ in vocabulary().posts for t in before):
            found = Resolution(named, "name", plain(head.text)) if named else self._titled(before, head)
            if found is not None:
                self._appeared[plain(head.lower_)] = found
            return found
        if plain(head.lower_) in self._appeared:
            return self._appeared[plain(head.lower_)]
        return self._format(head)

    def _titled(self, before: list[Token], head: Token) -> Resolution | None:
        post = self._of_post([t.lower_ for t in before if t.lower_ in vocabulary().posts | vocabulary().ranks])
        return Resolution(post.codes, "name", plain(head.text)) if post is not None and post.person is None else None

    def _format(self, head: Token) -> Resolution | None:
        phrase = head.lower_
        if phrase in vocabulary().formats or (head.pos_ == "PROPN" and phrase in self._title and len(self.header.publisher) > 1):
            return self._everybody("format") if len(self.header.sides) > 1 else None
        return None

    def _other(self, passage: Passage, head: Token) -> Resolution | None:
        """His counterpart, her guest: the other of two sides."""
        owner = next((t for t in head.lefts if t.lower_ in ("his", "her")), None)
        near = self._known.get((passage.index, owner.i)) if owner is not None else None
        codes = near.codes if near is not None else self.header.publisher
        others = tuple(c for c in self.header.sides if c not in codes)
        return Resolution(others, "other") if len(others) == 1 else None

    def _majesty(self) -> Resolution | None:
        """Her Majesty, His Excellency: the one who holds a crown, else the guest of a two-sided account."""
        crowned = [p for p in self.persons.people if p.participant and any(w in text.lower() for text in p.posts for w in _CROWNS)]
        if not crowned and len(self.header.sides) == 2:
            crowned = [p for p in self.persons.people if p.participant and p.party not in self.header.publisher]
        return self._choose(crowned, (), "honorific")

    def _by_post(self, passage: Passage, head: Token) -> Resolution | None:
        before = [t for t in head.lefts if t.dep_ in ("compound", "amod", "nmod")]
        words = [t.lower_ for b in before for t in b.subtree if t.i not in self._mentions(passage)]
        named = self._narrowed(passage, head)
        if head.lower_ == "head" and any(t.lower_ == "of" and any(c.lower_ == "state" for c in t.children) for t in head.rights):
            return self._choose(self.persons.heads_of_state(), named, "post")
        offices = [t for t in head.rights if t.dep_ == "prep" and t.lower_ in ("of", "for")]
        words = [t.lower_ for p in offices for t in p.subtree if t.pos_ in ("NOUN", "PROPN", "ADJ") and t.i not in self._mentions(passage)] + words
        found = self._choose(self.persons.holding([*words, head.lower_]), named, "post")
        if found is not None and not named and not words[1:] and self._named_beside(head, found):
            found = self._publishers_own([], named, "post") or found
        if found is None and head.lower_ == "leader":
            return self._choose(self.persons.heads_of_state(), named, "post")
        return found

    def _named_beside(self, head: Token, found: Resolution) -> bool:
        """Whether the same sentence names the only holder of a bare post: then the post is the publisher's."""
        if found.codes[0] in self.header.publisher or not found.person:
            return False
        beside = (self.persons.named(t) for t in head.sent if t.pos_ == "PROPN" and t.i > head.i + 1)
        return any(p is not None and found.person in p.names for p in beside)

    def _of_post(self, words: list[str]) -> Resolution | None:
        return self._choose(self.persons.holding(words), (), "post") if words else None

    def _choose(self, held: list[Person], named: tuple[str, ...], how: str) -> Resolution | None:
        people = [p for p in held if p.party and (not named or p.party in named)]
        if len({p.party for p in people}) > 1:
            own = [p for p in people if p.party in self.header.publisher]
            last = self._last_person
            if len(self.header.publisher) == 1 and own:
                people = own
            elif last is not None:
                people = [p for p in people if (p.party,) == last.codes] or people
        if not people:
            return self._publishers_own(held, named, how)
        party = people[0].party
        assert party is not None
        return Resolution((party,), how, next(iter(people[0].names), None))

    def _publishers_own(self, held: list[Person], named: tuple[str, ...], how: str) -> Resolution | None:
        """A bare post that nobody known holds is the publisher's ("the President" on a president's own page)."""
        if held or named or len(self.header.publisher) != 1 or how != "post":
            return None
        return Resolution(self.header.publisher, how)

    # -- what a phrase's own words say

    def _owner(self, passage: Passage, head: Token) -> Resolution | None:
        """The side of a possessive: "Sir Mekere's government", "his administration", "our countries"."""
        for token in head.lefts:
            if token.dep_ != "poss":
                continue
            lower = token.lower_
            if lower in _POSSESSIVE:
                if _POSSESSIVE[lower] is _FIRST:
                    if head.tag_ in ("NNS", "NNPS") and head.lemma_ in ("country", "nation", "government", "people", "leader"):
                        return self._everybody("both-sides")
                    return self._first_person(passage)
                return self._known.get((passage.index, token.i))
            return self.of(passage, token)
        return None

    def _narrowed(self, passage: Passage, head: Token) -> tuple[str, ...]:
        """The codes of the parties that a phrase's modifiers name, sorted."""
        mentions = self._mentions(passage)
        codes = {mentions[i] for i in range(head.left_edge.i, head.i + 1) if i in mentions}
        for token in head.children:
            if token.dep_ == "prep" and token.lower_ in ("of", "for", "from") and token.i > head.i:
                codes.update(mentions[t.i] for t in token.subtree if t.i in mentions)
        return tuple(sorted(codes))

    def _party(self, passage: Passage, head: Token) -> Resolution:
        code = self._mentions(passage)[head.i]
        if self._is_format(code):
            return Resolution(tuple(sorted(self.header.sides)), "format")
        others = {code}
        for prep in head.rights:
            if prep.dep_ == "prep" and prep.lower_ == "of":
                joined = [c for t in prep.children for c in t.conjuncts if c.i > t.i]
                others.update(m for c in joined for t in c.subtree if (m := self._mentions(passage).get(t.i)))
        return Resolution(tuple(sorted(others)), "party" if len(others) == 1 else "coordination")

    def _mentions(self, passage: Passage) -> dict[int, str]:
        if passage.index not in self._parties:
            self._parties[passage.index] = parties_by_token(passage)
        return self._parties[passage.index]
