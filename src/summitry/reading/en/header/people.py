"""The people of a text: places where they are named, joined into persons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from summitry.model.document import Document, Segment, SegmentKind
from summitry.model.records import Level
from summitry.reading.en.header.mentions import find_namings
from summitry.reading.en.header.names import name_key, same_initial, same_person
from summitry.reading.en.header.naming import Naming

READ_KINDS = frozenset(
    {
        SegmentKind.TITLE,
        SegmentKind.SUMMARY,
        SegmentKind.PARAGRAPH,
        SegmentKind.LIST_ITEM,
        SegmentKind.HEADING,
        SegmentKind.SPEAKER,
    }
)


@dataclass(frozen=True, slots=True)
class Named:
    """A naming at its place in the document.

    Args:
        segment: the segment it stands in.
        naming: what is printed; its offsets count from the segment's start.
        start: offset of its first character in the document.
        end: offset after its last character in the document.
    """

    segment: Segment
    naming: Naming
    start: int
    end: int

    @property
    def name(self) -> str | None:
        """The printed name, if there is one."""
        return self.naming.name.text if self.naming.name else None

    def posts(self, document: Document) -> tuple[str, ...]:
        """Return the posts as printed, those joined by "and" as one."""
        base, last = self.segment.start, -1
        out: list[str] = []
        for post in self.naming.posts:
            words = document.text[base + post.start : base + post.end]
            between = document.text[base + last : base + post.start] if out else ""
            if out and between.strip() in ("and", "&", "/", ",") and len(between) < 6:
                out[-1] = _fold(out[-1] + between + words)
            else:
                out.append(_fold(words))
            last = post.end
        return tuple(out)


@dataclass(slots=True)
class Figure:
    """One person, or one holder of a post without a name, with every place the text names them."""

    places: list[Named] = field(default_factory=list)
    party: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The printed names, the fullest first."""
        found = dict.fromkeys(place.name for place in self.places if place.name)
        return tuple(sorted(found, key=lambda name: (-len(name_key(name)), name.isupper(), -len(name))))

    @property
    def level(self) -> Level | None:
        """The highest level among the posts that the text gives them."""
        levels = [place.naming.level for place in self.places if place.naming.level]
        return min(levels, key=list(Level).index) if levels else None


def find_people(document: Document) -> tuple[Named, ...]:
    """Return every place in the document where somebody is named, in text order."""
    return tuple(_namings(document))


def _namings(document: Document) -> Iterator[Named]:
    for segment in document.segments:
        if segment.kind in READ_KINDS:
            for naming in find_namings(document.words(segment)):
                yield Named(segment, naming, segment.start + naming.start, segment.start + naming.end)


def join_people(named: Iterable[Named]) -> list[Figure]:
    """Return the persons behind the places: forms of one name are joined, posts without a name are left out."""
    figures: list[Figure] = []
    known: dict[int, dict[str, None]] = {}
    places = sorted((n for n in named if n.name), key=lambda n: (-len(name_key(n.name or "")), n.start))
    for place in places:
        figure = _match(figures, known, place)
        if figure is None:
            figures.append(figure := Figure())
        figure.places.append(place)
        known.setdefault(id(figure), {})[place.name or ""] = None
    for figure in figures:
        figure.places.sort(key=lambda n: n.start)
        parties = Counter(place.naming.party for place in figure.places if place.naming.party)
        figure.party = parties.most_common(1)[0][0] if parties else None
    figures.sort(key=lambda f: f.places[0].start)
    return figures


def _match(figures: list[Figure], known: Mapping[int, Collection[str]], place: Named) -> Figure | None:
    """Return the person that a name belongs to: the one printed so before, else one whose name can be the same.

    Args:
        figures: the persons so far.
        known: their printed names, by the persons' identity.
        place: where the name stands.
    """
    name = place.name or ""
    for figure in figures:
        if name in known[id(figure)] and _agree(figure, place):
            return figure
    for figure in figures:
        if any(same_person(name, other) for other in known[id(figure)]) and _agree(figure, place):
            return figure
    for figure in figures:
        if any(same_initial(name, other) for other in known[id(figure)]) and _same_post(figure, place):
            return figure
    return None


def _same_post(figure: Figure, place: Named) -> bool:
    heads = {post.head for p in figure.places for post in p.naming.posts}
    return any(post.head in heads for post in place.naming.posts) and _agree(figure, place)


def _agree(figure: Figure, place: Named) -> bool:
    """Whether the sides and ranks that the places give do not contradict each other."""
    parties = {p.naming.party for p in figure.places if p.naming.party}
    if place.naming.party and parties and place.naming.party not in parties:
        return len(name_key(place.name or "")) > 1
    return True


def _fold(words: str) -> str:
    return " ".join(words.split())
