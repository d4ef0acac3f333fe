"""The records of those who took part, and the level they make."""

from __future__ import annotations

from summitry.model.document import Document
from summitry.model.records import Level, Participant
from summitry.reading.en.header.names import name_key
from summitry.reading.en.header.scene import Guest


def participant(document: Document, guest: Guest) -> Participant:
    """Return the record of somebody who took part, on the place that gives name and post."""
    place = guest.named
    name: str | None = None
    if guest.figure is not None:
        name = place.name if len(name_key(place.name or "")) > 1 and not guest.in_title else guest.figure.names[0]
        place = next((p for p in guest.figure.places if p.name == name and p.naming.posts), place)
    return Participant(name or "", post_of(document, guest), guest.party, document.evidence(place.start, place.end))


def post_of(document: Document, guest: Guest) -> str | None:
    """Return the fullest post that the text prints where the person is named."""
    posts = [post for post in guest.named.posts(document) if post.lower() != "counterpart"]
    if not posts and guest.figure is not None:
        posts = [post for place in guest.figure.places for post in place.posts(document)]
    return max(posts, key=len) if posts else None


def level_of(guests: list[Guest]) -> Level | None:
    """Return the level of an engagement: ``mixed`` where the sides' ranks differ or only one side is there."""
    ranks = list(Level)
    highest: dict[str | None, Level] = {}
    for guest in guests:
        if guest.level is not None:
            there = highest.get(guest.party)
            highest[guest.party] = guest.level if there is None else min(there, guest.level, key=ranks.index)
    if not highest and len({g.party for g in guests}) != 1:
        return None
    if len({g.party for g in guests}) < 2 or len(set(highest.values())) > 1:
        return Level.MIXED
    return next(iter(highest.values()))
