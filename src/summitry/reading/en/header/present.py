"""People whom sentences beside the lead give as present."""

from __future__ import annotations

import re
from itertools import islice

from summitry.model.document import SegmentKind
from summitry.model.records import Form
from summitry.reading.en.header.guest_sides import delegation
from summitry.reading.en.header.lead import attendance, further_meetings
from summitry.reading.en.header.people import Figure, Named
from summitry.reading.en.header.scene import Guest, Scene
from summitry.reading.parties import find_parties

# Before these words somebody is mentioned, but does not take part.
_ABSENT = re.compile(
    r"\b(?:elected|electing|becoming|became|(?<!well\s)as|elections?\s+for)\s+(?:the\s+)?(?:next\s+|new\s+|first\s+)?\Z|\b(?:invitation|request|behalf|inauguration|election|re-election|leadership|decision|statement|remarks|direction|initiative|passing|death|"
    r"departure|appointment|swearing-in|memory|vision|efforts|predecessor|condolences|speech|letter|message|participation|commitments?|office|attack)\s+"
    r"(?:[a-z]+\s+)?(?:of|from|by|to|on)\s+(?:the\s+)?\Z|\bfollowing\s+(?:\w+\s+)?\Z|\b(?:said|told|congratulated|named|instructed|directed|thanked)\s+(?:the\s+)?\Z|\bon\s+(?:his|her|their)\s+(?:[a-z]+\s+){0,2}(?:call|conversation|meeting|talks|visit)s?\s+with\s+(?:the\s+)?\Z|\bby\s+(?:NSC|National\s+Security\s+Council)\s+\Z",
    re.IGNORECASE,
)
_HOLDER_OF = re.compile(
    r"\b(?:[Aa]dvis[eo]rs?|[Aa]ides?|[Aa]ssistants?|[Ee]nvoys?|[Rr]epresentatives?|[Ss]pokes\w+|[Aa]mbassadors?|[Ss]taff|[Cc]ounsel\w*|[Ss]ecretary|[Ww]ife|[Hh]usband),?\s+(?:to|of)\s+(?:the\s+)?\Z"
)
_HOLDS_FOR = re.compile(
    r"[’']s?\s+(?:[A-Z][\w-]+\s+){0,4}?(?:Head|Chief|Advis[eo]r|Envoy|Aide|Assistant|Representative|Spokes\w+)\b"
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|from|near|to|of|the|outside|via|on)\s+\Z", re.I)
# How many segments from the beginning are searched for a list of those present.
_OPENING_SEGMENTS = 6


def takes_part(text: str, named: Named) -> bool:
    """Whether somebody named in a report takes part, rather than being spoken of (``text`` is the segment's)."""
    before = text[max(0, named.naming.start - 60) : named.naming.start]
    if _ABSENT.search(before) or _HOLDER_OF.search(before):
        return False
    if _HOLDS_FOR.match(text, named.naming.end):
        return False
    return bool(named.naming.posts or named.naming.honorific) or not _PLACE_BEFORE.search(before)


def absent_in_title(before: str) -> bool:
    """Whether the words before a name in a title say that its bearer does not take part."""
    match = _ABSENT.search(before)
    if _HOLDER_OF.search(before):
        return True
    return bool(match and not re.match(r"statement|remarks|speech|message|letter", match[0], re.I))


def met_on_visit(scene: Scene) -> list[Named]:
    """Return those whom a visitor is reported to meet in the sentences after the lead."""
    lead = scene.lead
    if lead is None or lead.form is not Form.VISIT:
        return []
    out: list[Named] = []
    for segment in islice(scene.told(), _OPENING_SEGMENTS):
        text = scene.document.words(segment)
        for start, end in further_meetings(text):
            here = [n for n in scene.within(segment, start, end) if n.name and takes_part(text, n)]
            out += [n for n in here if n.start > lead.segment.start + lead.start]
    return out


def attending(scene: Scene) -> dict[Named, str | None]:
    """Return those whom a sentence lists as present ("The meeting was attended by …"), with the side it gives them."""
    out: dict[Named, str | None] = {}
    for number, segment in enumerate(scene.told()):
        text = scene.document.words(segment)
        for start, end in attendance(text, number < _OPENING_SEGMENTS):
            here = [n for n in scene.within(segment, start, end) if n.name and takes_part(text, n)]
            here = [n for n in here if n.naming.posts or n.naming.honorific]
            last = start
            side = _first_side(text[start : here[0].naming.start], scene.figure_of(here[0])) if here else None
            for named in here:
                side = delegation(text[last : named.naming.start]) or side
                out[named] = side or scene.own
                last = named.naming.end
    return out


def _first_side(before: str, first: Figure | None) -> str | None:
    """Return the side of a list: the one named before it, or that of the person "accompanied by" the others."""
    found = [m.code for m in find_parties(before) if m.form in ("name", "demonym", "organisation")]
    return found[-1] if found else (first.party if first else None)


def speakers(scene: Scene, guests: list[Guest]) -> list[Guest]:
    """Return those who speak in a transcript under a post alone ("PRIME MINISTER:")."""
    posts: dict[str, Named] = {}
    for named in scene.people:
        naming = named.naming
        if named.segment.kind is SegmentKind.SPEAKER and not named.name and naming.level and not naming.party:
            posts.setdefault(naming.posts[0].head.lower(), named)
    there = {g.named.naming.posts[0].head.lower() for g in guests if g.named.naming.posts and not g.named.naming.party}
    return [Guest(named, None, subject=True) for head, named in posts.items() if head not in there]
