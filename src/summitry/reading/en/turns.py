"""Whose turn it is in a transcript that runs on in one passage: the speakers' labels inside its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summitry.reading.en.persons import Persons, vocabulary

# A label follows the end of a sentence or a row of asterisks; the words of an opening line may run into it.
_LABEL = re.compile(
    r"(?:\A|(?<=[.?!…>)”\"*\]])\s?)(?P<label>[A-Z][^:.!?;…“”\"<>]{2,180}?)(?:\s?\([^)]{1,60}\))?:(?=\s|…)"
)
_WORD = re.compile(r"\S+")
_JOINING = frozenset(
    {"of", "the", "for", "and", "de", "da", "del", "la", "le", "van", "von", "der", "bin", "al", "&", "–"}
)
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a speaker's words begin (offset in characters of the passage), and the label before them."""

    start: int
    label: str


def find_turns(text: str, persons: Persons) -> tuple[Turn, ...]:
    """Return the turns that begin inside a text, in order: its labels name people, by name or by post.

    Args:
        text: the words of a passage.
        persons: the people of its document.
    """
    return tuple(_turns(text, persons)) if ":" in text else ()


def _turns(text: str, persons: Persons) -> Iterator[Turn]:
    for match in _LABEL.finditer(text):
        label = _titled_end(match["label"])
        if len(label.split()) >= _FEWEST_WORDS and (persons.named_in(label) is not None or _is_post(label)):
            yield Turn(match.end(), label)


def _titled_end(words: str) -> str:
    """Return the last run of capitalised words: what runs into it ("Beginning of talks with …") is no label."""
    start = 0
    for word in _WORD.finditer(words):
        if not word[0][0].isupper() and word[0].lower() not in _JOINING and not word[0].startswith("("):
            start = word.end()
    return words[start:].strip()


def _is_post(label: str) -> bool:
    words = [word.lower() for word in re.findall(r"[\w-]+", label)]
    return (
        bool(words)
        and words[-1] in vocabulary().posts
        and all(word in vocabulary().posts | vocabulary().ranks for word in words)
    )
