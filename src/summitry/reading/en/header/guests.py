"""Who took part: the people of the lead, of lists of those present, and of the title."""

from __future__ import annotations

import re

from summitry.model.document import SegmentKind
from summitry.model.records import Level
from summitry.reading.en.header.guest_sides import settle_sides
from summitry.reading.en.header.names import name_key
from summitry.reading.en.header.people import Figure, Named
from summitry.reading.en.header.present import absent_in_title, attending, met_on_visit, speakers, takes_part
from summitry.reading.en.header.scene import Guest, Scene
from summitry.reading.parties import is_state

_INVITER = re.compile(r"\binvitation\s+(?:of|from|by)\s+(?:the\s+)?\Z", re.I)
_AUTHOR = re.compile(r"\A\s*(?:Statement|Remarks)\s+(?:by|from|of)\s+(?P<who>.*?)\s+on\s+", re.I | re.S)
_TITLE_CUT = re.compile(r"\s+(?:on|regarding|about|concerning|ahead\s+of)\s+(?!the\s+(?:margins?|sidelines?))", re.I)
_ACTS = re.compile(
    r"(?:[’']s)?\s+(?:today\s+|also\s+|then\s+|[a-z]+ly\s+)?(?:and\s+[A-Z]|[a-z]{2,}(?:ed|ew|id|ld|t|ds|s|ke|ve)\b|had\b|will\b)"
)
_COMPANY = re.compile(r"\b(?:with|and|between|to|by|met|hosted|received)\s+\Z", re.I)
_THING = re.compile(
    r"\b(?:Event|House|Facility|Level|Dialogue|Initiative|Project|Programme|Program|Plan|Team|Embassy|Road|Centre|Center|Fund|Day)\b"
)
# Where the holder of a post stands for a person, and where only the office is meant ("the Prime Minister’s request").
_ROLE = re.compile(
    r"(?:\A|[.,:]\s+|\b(?:[Tt]he|with|and|between|by|met|hosted|received|[A-Z]\w+[’']s)\s+|[a-z]\s+(?:his|her|[a-z]+ish|[A-Z]\w+)\s+)\Z"
)
_POSSESSED = re.compile(r"[’']s?\s+(?!(?:call|meeting|talks|conversation|visit|participation)\b)", re.I)
_MOST_WORDS = 4
# Words that places begin with, and no person's name does.
_PLACE_WORD = re.compile(r"(?:New|San|Santa|Los|Saint|St|Port|Fort|Cape|Mount|Lake|North|South|East|West)\b")


def find_guests(scene: Scene) -> list[Guest]:
    """Return who took part, in text order, with their sides and levels as far as the text tells them."""
    guests: list[Guest] = []
    listed = attending(scene)
    for named, in_title in (*_in_lead(scene, tuple(listed)), *_in_title(scene)):
        figure = scene.figure_of(named) or _holder(scene, named)
        subject = scene.lead is not None and not in_title and named.naming.start < scene.lead.trigger
        _add(scene, guests, Guest(named, figure, listed.get(named), subject, in_title))
    guests += speakers(scene, guests)
    settle_sides(scene, guests)
    for guest in guests:
        guest.level = _level(guest)
    return _without_doubles(guests)


def _level(guest: Guest) -> Level | None:
    naming = guest.named.naming
    level = naming.level or (guest.figure.level if guest.figure else None)
    # The head of an organisation is a principal; a state's secretary general is a senior official.
    if naming.posts and level is Level.SUMMIT and guest.party and is_state(guest.party):
        heads = {post.head.lower().replace("-", " ") for post in naming.posts if post.level is Level.SUMMIT}
        if heads == {"secretary general"}:
            return Level.SENIOR_OFFICIAL
    return level


def _in_lead(scene: Scene, listed: tuple[Named, ...]) -> list[tuple[Named, bool]]:
    """Return those whom the lead and the sentences about further meetings and attendance name."""
    lead, text = scene.lead, scene.lead_text
    found: list[Named] = []
    if lead is not None:
        for named in scene.within(lead.segment, lead.start, lead.scope):
            invites = scene.joint and _INVITER.search(text[: named.naming.start])
            if invites or takes_part(text, named):
                found.append(named)
    further = (*met_on_visit(scene), *listed)
    return [(named, False) for named in dict.fromkeys((*found, *further))]


def _in_title(scene: Scene) -> list[tuple[Named, bool]]:
    """Return those whom the title gives as taking part; the author of the statement is none of them."""
    author = _AUTHOR.match(scene.title)
    begin = author.end() if author and not re.search(r"call|meeting", author["who"], re.I) else 0
    out: list[tuple[Named, bool]] = []
    for named in scene.people:
        if named.segment.kind is not SegmentKind.TITLE or named.naming.start < begin:
            continue
        words = scene.document.words(named.segment)
        cut = _TITLE_CUT.search(words, begin)
        if (cut is None or named.naming.start < cut.start()) and not absent_in_title(words[: named.naming.start]):
            out.append((named, True))
    return out


def _holder(scene: Scene, named: Named) -> Figure | None:
    """Return the one person to whom a post without a name can belong ("The President held a meeting")."""
    if named.name or len(named.naming.posts) != 1 or named.naming.posts[0].head.endswith("s"):
        return None
    head, party = named.naming.posts[0].head.lower(), named.naming.party or scene.own
    fitting = [
        figure
        for figure in scene.figures
        if figure.party in (party, None)
        and any(post.head.lower() == head for p in figure.places for post in p.naming.posts)
    ]
    named_so = [figure for figure in fitting if figure.party == party]
    return (named_so or fitting)[0] if len(named_so or fitting) == 1 else None


def _add(scene: Scene, guests: list[Guest], guest: Guest) -> None:
    """Add somebody unless they are there already; a name is preferred to a post alone."""
    if guest.figure is not None:
        if any(g.figure is guest.figure for g in guests):
            return
        known = any(p.naming.posts or p.naming.honorific for p in guest.figure.places)
        if not known and not _stands_as_person(scene, guest):
            return
        guests.append(guest)
        return
    text, naming = scene.document.words(guest.named.segment), guest.named.naming
    stands = guest.in_title or _ROLE.search(text[max(0, naming.start - 30) : naming.start])
    if naming.level is not None and stands and not _POSSESSED.match(text, naming.end):
        guests.append(guest)


def _stands_as_person(scene: Scene, guest: Guest) -> bool:
    """Whether a bare name stands where people stand: before a verb, after "with" or "and"."""
    text, name = scene.document.words(guest.named.segment), guest.named.naming
    if _PLACE_WORD.match(guest.named.name or ""):
        return False
    if len(name_key(guest.named.name or "")) > _MOST_WORDS or _THING.search(guest.named.name or ""):
        return False
    return bool(_ACTS.match(text, name.end)) or bool(_COMPANY.search(text[max(0, name.start - 12) : name.start]))


def _without_doubles(guests: list[Guest]) -> list[Guest]:
    """Drop posts without a name where the same side is there by name, or the same post twice."""
    kept: list[Guest] = []
    for guest in guests:
        if guest.figure is None:
            rivals = [g for g in guests if g is not guest and g.party == guest.party and (g.figure or g in kept)]
            if any(r.in_title != guest.in_title or r.level == guest.level for r in rivals):
                continue
        kept.append(guest)
    return kept
