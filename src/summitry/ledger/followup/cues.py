"""The cues by which later words show what became of a promise, from the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summitry.data import load
from summitry.ledger.likeness import stem

_NAME = "en/followup"


@cache
def cue(group: str) -> re.Pattern[str]:
    """Return the pattern of a group of cues, to be searched in :func:`folded` text."""
    return _pattern(load(_NAME)[group])


@cache
def cues_by_deed(group: str) -> dict[str, re.Pattern[str]]:
    """Return the patterns of a group of cues (``deeds``, ``done``, ``done_nouns``) by what is to be done."""
    return {str(name): _pattern(said) for name, said in load(_NAME)[group].items()}


@cache
def lead_stems() -> frozenset[str]:
    """Return the stems of words of promising and of time, which say nothing of what is promised."""
    return frozenset(said.strip() for said in load(_NAME)["lead"].split(" ; "))


def folded(text: str) -> str:
    """Return a text as cues are searched in it: small letters, straight apostrophes, every character in its place."""
    low = text.lower().replace("’", "'")
    return low if len(low) == len(text) else text.replace("’", "'")


def ordinals_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield (number, offset) of the ordinals that count a happening ("the second meeting", "3rd Dialogue")."""
    for match in _ordinal().finditer(text):
        said = match["word"]
        yield (load(_NAME)["ordinals"][said] if said else int(match["figure"])), match.start()


def happenings_in(low: str) -> frozenset[str]:
    """Return the stems of the happenings (meeting, dialogue …) that a folded text names."""
    return frozenset(stem(m.group()) for m in _happening().finditer(low))


@cache
def plain_names() -> frozenset[str]:
    """Return the stems of words that only say who meets how, even where they are printed as a name."""
    return frozenset(said.strip() for said in load(_NAME)["plain_names"].split(" ; "))


@cache
def _happening() -> re.Pattern[str]:
    things = "|".join(load(_NAME)["happenings"].split(" ; "))
    return re.compile(rf"\b(?:{things})s?\b")


@cache
def head_stems() -> frozenset[str]:
    """Return the stems of the heads of named things."""
    return frozenset(stem(said) for said in load(_NAME)["heads"].split(" ; "))


@cache
def soon() -> dict[str, int]:
    """Return within how many days a thing is to come that is promised for "the coming days", "weeks" …"""
    return {str(word): int(days) for word, days in load(_NAME)["soon"].items()}


@cache
def _ordinal() -> re.Pattern[str]:
    data = load(_NAME)
    words, things = "|".join(data["ordinals"]), "|".join(data["happenings"].split(" ; "))
    return re.compile(
        rf"\b(?:(?P<word>{words})|(?P<figure>\d{{1,3}})(?:st|nd|rd|th))\b"
        rf"(?=(?:\s+[\w.'’\-–&]+){{0,7}}?\s+(?:{things})s?\b)",
        re.I,
    )


def _pattern(said: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(s.strip() for s in said.split(' ; '))})(?!\w)", re.I)
