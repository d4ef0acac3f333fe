"""The people of a document by their names and posts: "Mr. Abe", "the Prime Minister", "the Head of State"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from summitry.data import load
from summitry.reading.en.header import Person

_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_POST_END = re.compile(r"\s+(?:of|for|to|on|at|in)\s+|,|\(", re.IGNORECASE)
_SPELLINGS = {"adviser": "advisor", "secretaries": "secretary", "presidents": "president"}
# Posts that texts print by their initials.
_INITIALS = {
    "pm": ("prime", "minister"),
    "fm": ("foreign", "minister"),
    "eam": ("external", "affairs", "minister"),
    "nsa": ("national", "security", "advisor"),
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of ``data/en/sides.yaml`` as sets."""

    groups: frozenset[str]
    representatives: frozenset[str]
    outsiders: frozenset[str]
    bare: frozenset[str]
    insiders: frozenset[str]
    bodies: frozenset[str]
    others: frozenset[str]
    legislators: frozenset[str]
    posts: frozenset[str]
    ranks: frozenset[str]
    heads_of_state: frozenset[str]
    formats: frozenset[str]
    talks: frozenset[str]
    press: frozenset[str]
    particles: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary of sides."""
    return Vocabulary(**{name: frozenset(words) for name, words in load("en/sides").items()})


@dataclass(frozen=True, slots=True)
class Post:
    """A post as printed: its head word, the rank words before it, and every word of it."""

    head: str
    ranks: frozenset[str]
    words: frozenset[str]


def read_posts(printed: str) -> tuple[Post, ...]:
    """Return the posts that a printed post holds ("Deputy Prime Minister and Minister of Defence": two)."""
    words = frozenset(_spelling(w) for w in _WORD.findall(printed.lower().replace("-", " ")))
    posts = []
    for part in re.split(r"\s+and\s+(?=[^,]*)", printed):
        short = _POST_END.split(part.strip(), maxsplit=1)[0]
        own = [_spelling(w) for w in _WORD.findall(short.lower().replace("-", " "))]
        if own and own[-1] in vocabulary().posts:
            posts.append(Post(own[-1], frozenset(own) & vocabulary().ranks - {own[-1]}, words))
    return tuple(posts)


class Persons:
    """The people of one document, to be found by name or by post."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.people = tuple(people)
        self._by_name: dict[str, list[Person]] = {}
        self._posts = [(post, person) for person in self.people for text in person.posts for post in read_posts(text)]
        for person in self.people:
            for word in dict.fromkeys(w for name in person.names for w in name_words(name)):
                self._by_name.setdefault(word, []).append(person)

    def named(self, head: Token) -> Person | None:
        """Return the person whose name a noun phrase's head word belongs to, or ``None``."""
        found = self._by_name.get(plain(head.lower_))
        if not found and plain(head.lower_) in vocabulary().particles:
            found = next((f for t in reversed(list(head.lefts)) if (f := self._by_name.get(plain(t.lower_)))), None)
        if not found:
            return None
        if len(found) == 1:
            return found[0]
        near = {plain(t.lower_) for t in head.lefts} | {plain(t.lower_) for t in head.subtree if t.dep_ == "compound"}
        posts = {_spelling(word) for word in near}
        ranked = sorted(
            found,
            key=lambda p: (
                -sum(bool(near & set(name_words(n))) for n in p.names)
                - len(posts & {w for x in p.posts for w in x.lower().split()}),
                not p.participant,
            ),
        )
        return ranked[0]

    def named_in(self, text: str) -> Person | None:
        """Return the person that a printed line names ("PRIME MINISTER ABE"), or ``None``."""
        for word in reversed(name_words(text)):
            if word in self._by_name:
                return self._by_name[word][0]
        return None

    def holding(self, words: list[str]) -> list[Person]:
        """Return the participants whose post these words name, the head word last; all people where none takes part."""
        words = [w for word in words for part in word.lower().replace("-", " ").split() for w in _written_out(part)]
        if not words:
            return []
        head, ranks = words[-1], frozenset(words[:-1]) & vocabulary().ranks
        others = frozenset(words[:-1]) - ranks
        held = [
            person
            for post, person in self._posts
            if post.head == head
            and post.ranks - {"former", "first"} == ranks - {"former", "first"}
            and others <= post.words
        ]
        held = list(dict.fromkeys(held))
        return [p for p in held if p.participant] or held

    def heads_of_state(self) -> list[Person]:
        """Return the participants who lead a state or government."""
        leading = vocabulary().heads_of_state
        held = [
            p
            for post, p in self._posts
            if post.head in leading
            and "vice" not in post.ranks
            and "deputy" not in post.ranks
            and (post.head != "minister" or "prime" in post.ranks)
        ]
        return [p for p in dict.fromkeys(held) if p.participant]


def name_words(name: str) -> list[str]:
    """Return the words of a name that tell its bearer from others, lower case."""
    words = [w for part in re.split(r"[\s,]+", name.lower()) for w in (part, *(part.split("-") if "-" in part else ()))]
    return [w for w in map(plain, words) if len(w) > 1 and w not in vocabulary().particles]


def plain(word: str) -> str:
    """Return a word without a possessive ending or a full stop."""
    return re.sub(r"[’']s?$", "", word).strip(".")


def _spelling(word: str) -> str:
    return _SPELLINGS.get(word, word)


def _written_out(word: str) -> tuple[str, ...]:
    return _INITIALS.get(word) or (_spelling(word),)
