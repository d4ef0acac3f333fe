"""A brief: parts, groups and lines in reading order, every line on quoted words, every quote on its source.

All text in it is on one line and printable; writers have only to escape it for their format.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """A document that a brief rests on.

    Args:
        number: by which the lines refer to it, from 1 on in the order of first use.
        publisher: who published it, in words.
        published: when, in words.
        title: its title.
        place: its address, or the name of its file.
        url: the same as a link, where it is an address that is safe to follow.
        language: BCP 47 tag of its words.
    """

    number: int
    publisher: str
    published: str
    title: str
    place: str
    url: str | None
    language: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a document; ``lead`` says what they show, where that needs saying."""

    words: str
    source: Reference
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a brief.

    Args:
        text: what it says.
        quotes: the words it rests on.
        label: its status in a word or two, or an empty string.
        notes: what else is to be known, such as a caveat.
        urgent: whether it wants attention before the others.
    """

    text: str
    quotes: tuple[Quoted, ...]
    label: str = ""
    notes: tuple[str, ...] = ()
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading; ``more`` says what a limit left out, and where it can be seen."""

    title: str
    lines: tuple[Line, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a brief; ``lead`` stands under its heading, and says so where there is nothing to tell."""

    title: str
    groups: tuple[Group, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """Something to take in at a glance: a value, what it is, and a remark."""

    value: str
    name: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What to know of a relation before a day.

    Args:
        title: the relation's name.
        subtitle: what the brief is for.
        day: the day, in ISO notation; nothing in it was published on that day or later.
        basis: what it rests on, in a sentence.
        figures: the few figures to begin with.
        parts: the parts, in reading order.
        sources: the documents cited, by their numbers.
    """

    title: str
    subtitle: str
    day: str
    basis: str
    figures: tuple[Figure, ...]
    parts: tuple[Part, ...]
    sources: tuple[Reference, ...]
