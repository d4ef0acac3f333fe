"""What the text is and who met: kind, publisher, sections, engagements with their participants, officials."""

from __future__ import annotations

from summitry.model.document import BODY_KINDS
from summitry.model.records import Engagement, Official
from summitry.reading.en.header.engagement import read_engagements
from summitry.reading.en.header.kind import read_kind
from summitry.reading.en.header.lead import body_segments, find_lead
from summitry.reading.en.header.model import Header, Person
from summitry.reading.en.header.people import Figure, find_people, join_people
from summitry.reading.en.header.publisher import JOINT, read_publisher, spread
from summitry.reading.en.header.scene import Guest, Scene
from summitry.reading.en.header.sections import read_sections
from summitry.reading.en.header.talkers import settle_talkers
from summitry.reading.en.parse import Parsed

__all__ = ["Header", "Person", "read_header"]

_OPENING = 3000


def read_header(parsed: Parsed) -> Header:
    """Return what the text's title, lead and structure tell."""
    document = parsed.document
    meta = document.meta
    opening = "\n".join(document.words(segment) for segment in body_segments(document))[:_OPENING]
    whole = "\n".join(document.words(segment) for segment in document.of_kind(*BODY_KINDS))[:_OPENING]
    people = find_people(document)
    figures = join_people(people)
    talking = settle_talkers(document, people, figures)
    kind = read_kind(document, whole, opening)
    publisher = read_publisher(document, kind, people, whole)
    scene = Scene(document, kind, publisher, people, figures, find_lead(document, people))
    engagements, guests = read_engagements(scene)
    for guest in guests:
        if guest.figure is not None:
            guest.figure.party = guest.figure.party or guest.party
    sides = {side for engagement in engagements for side in engagement.sides} | (
        set(publisher) if kind in JOINT else talking
    )
    return Header(
        kind=kind,
        publisher=publisher,
        published=meta.published,
        reference=_reference(engagements) or meta.published,
        sides=tuple(sorted(spread(sides or set(publisher)))),
        sections=read_sections(document),
        engagements=engagements,
        people=tuple(_person(parsed, figure, guests) for figure in figures if _is_person(figure, guests)),
        officials=tuple(official for figure in figures if (official := _official(parsed, figure))),
    )


def _reference(engagements: tuple[Engagement, ...]) -> str | None:
    first = next((e.date.first for e in engagements if e.date), None)
    return first.isoformat() if first else None


def _is_person(figure: Figure, guests: list[Guest]) -> bool:
    """Whether a post, an honorific or taking part shows that a name is a person's."""
    known = any(place.naming.posts or place.naming.honorific for place in figure.places)
    return known or any(guest.figure is figure for guest in guests)


def _person(parsed: Parsed, figure: Figure, guests: list[Guest]) -> Person:
    posts = dict.fromkeys(post for place in figure.places for post in place.posts(parsed.document))
    return Person(
        figure.names, tuple(sorted(posts, key=len, reverse=True)), figure.party, any(g.figure is figure for g in guests)
    )


def _official(parsed: Parsed, figure: Figure) -> Official | None:
    place = next((p for p in figure.places if p.naming.posts), None)
    if place is None:
        return None
    return Official(
        figure.names[0],
        max(place.posts(parsed.document), key=len),
        figure.party,
        parsed.document.evidence(place.start, place.end),
    )
