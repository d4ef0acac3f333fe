"""The sides of those who speak in a transcript, where their labels do not print them."""

from __future__ import annotations

from collections import Counter

from summitry.model.document import Document, SegmentKind
from summitry.model.records import Level
from summitry.reading.en.header.people import Figure, Named
from summitry.reading.parties import find_parties, is_state

# How often a text must name a party before an unmarked guest is taken for its principal.
_OFTEN = 2
_PEERS = frozenset({Level.SUMMIT, Level.DEPUTY_LEADER, Level.MINISTERIAL})


def settle_talkers(document: Document, people: tuple[Named, ...], figures: list[Figure]) -> set[str]:
    """Fill in the sides of a transcript's speakers: the first is the publisher's, a guest of like rank the other's.

    The other side is that whose post the title names ("with the Prime Minister of X"), else the state that the
    text names most often. Speakers of other ranks are left as they are. Returns the sides that speak.
    """
    issuers = document.meta.issuers
    speaking = _speaking(figures)
    if len(issuers) != 1 or not speaking or not is_state(issuers[0]):
        return {figure.party for figure in speaking if figure.party}
    own = issuers[0]
    bare = any(n.segment.kind is SegmentKind.SPEAKER and not n.name and n.naming.level for n in people)
    first = None if bare else speaking[0]
    if first is not None and first.party is None:
        first.party = own
    for figure in speaking:
        if figure.party is None and figure is not first and _is_guest(document, figure, first):
            figure.party = _titled(people, figure, own) or _named_most(document, own)
    return {figure.party for figure in speaking if figure.party}


def _speaking(figures: list[Figure]) -> list[Figure]:
    """Return those who have a label of their own and a post of the executive, in the order of their labels."""
    labelled = [
        (place.start, figure)
        for figure in figures
        if figure.level in _PEERS
        for place in figure.places
        if place.segment.kind is SegmentKind.SPEAKER
    ]
    return list({id(figure): figure for _, figure in sorted(labelled, key=lambda item: item[0])}.values())


def _is_guest(document: Document, figure: Figure, first: Figure | None) -> bool:
    """Whether a speaker can be the other side's: one government has one leader, and one minister of a kind."""
    if figure.level is Level.SUMMIT:
        return True
    title = document.meta.title or ""
    return first is not None and figure.level is first.level and any(name.split()[-1] in title for name in figure.names)


def _titled(people: tuple[Named, ...], figure: Figure, own: str) -> str | None:
    """Return the side whose like post the title names without a name."""
    heads = {post.head.lower() for place in figure.places for post in place.naming.posts}
    for named in people:
        if named.segment.kind is not SegmentKind.TITLE or named.naming.party in (None, own):
            continue
        if any(post.head.lower() in heads for post in named.naming.posts):
            return named.naming.party
    return None


def _named_most(document: Document, own: str) -> str | None:
    words = (document.words(segment) for segment in document.segments)
    found = Counter(m.code for text in words for m in find_parties(text) if is_state(m.code) and m.code != own)
    return next((code for code, times in found.most_common(1) if times >= _OFTEN), None)
