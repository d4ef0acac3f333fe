"""What the header of a text holds: the types that the other readers of the text build on."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.model.records import DocumentKind, Engagement, Official, Section


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the text names, with every form of the name and the posts it gives.

    ``names`` holds the printed forms, longest first ("Joseph R. Biden, Jr.", "Joe Biden", "Biden"); ``posts`` the
    printed posts ("President of the United States", "President"); ``party`` the side by code.
    """

    names: tuple[str, ...]
    posts: tuple[str, ...]
    party: str | None
    participant: bool


@dataclass(frozen=True, slots=True)
class Header:
    """What is known of a text before its statements are read.

    ``sides`` are the codes of the sides whose account this is: those of the engagement, or all the
    sides of a joint text, sorted. ``reference`` is the EDTF day that relative dates count from.
    """

    kind: DocumentKind
    publisher: tuple[str, ...]
    published: str | None
    reference: str | None
    sides: tuple[str, ...]
    sections: tuple[Section, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    people: tuple[Person, ...] = ()
    officials: tuple[Official, ...] = ()
