"""Who took part: the people of the lead and the title, with their sides."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from summitry.model.document import Document, Segment, SegmentKind
from summitry.model.evidence import Evidence
from summitry.model.records import Form, Level, Participant
from summitry.reading.en.header.lead import Lead, attendance, body_segments, further_meetings
from summitry.reading.en.header.names import name_key
from summitry.reading.en.header.people import Figure, Named
from summitry.reading.parties import find_parties, is_state

# Before these words somebody is mentioned, but does not take part.
_ABSENT = re.compile(
    r"\b(?:elected|electing|becoming|became|(?<!well\s)as|elections?\s+for)\s+(?:the\s+)?(?:next\s+|new\s+|first\s+)?\Z|\b(?:invitation|request|behalf|inauguration|election|re-election|leadership|decision|statement|remarks|direction|initiative|passing|death|"
    r"departure|appointment|swearing-in|memory|vision|efforts|predecessor|condolences|speech|letter|message|participation|commitments?|office|attack)\s+"
    r"(?:[a-z]+\s+)?(?:of|from|by|to|on)\s+(?:the\s+)?\Z|\bfollowing\s+(?:\w+\s+)?\Z|\b(?:said|told|congratulated|named|instructed|directed|thanked)\s+(?:the\s+)?\Z|\bby\s+(?:NSC|National\s+Security\s+Council)\s+\Z",
    re.IGNORECASE,
)
_HOLDER_OF = re.compile(r"\b(?:[Aa]dvis[eo]rs?|[Aa]ides?|[Aa]ssistants?|[Ee]nvoys?|[Rr]epresentatives?|[Ss]pokes\w+|[Aa]mbassadors?|[Ss]taff|[Cc]ounsel\w*|[Ss]ecretary|[Ww]ife|[Hh]usband),?\s+(?:to|of)\s+(?:the\s+)?\Z")
_INVITER = re.compile(r"\binvitation\s+(?:of|from|by)\s+(?:the\s+)?\Z", re.I)
_AUTHOR = re.compile(r"\A\s*(?:Statement|Readout|Remarks|Summary)\s+(?:by|from|of)\s+(?P<who>.*?)\s+on\s+", re.I | re.S)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|from|near|to|of|the|outside|via|on)\s+\Z", re.I)
_OWN_BEFORE = re.compile(
    r"\b(?:joined|accompanied)\s+by\s+[^.]*\Z|\b(?:alongside|together\s+with|along\s+with)\s+[^.]*\Z", re.I
)
_OBJECT = re.compile(r"\b(?:with|to|hosted|received|met|welcomed|called|by|between|for)\b", re.I)
_DELEGATION = re.compile(
    r"(?:[\w.’'-]+\s+){1,6}(?:delegation|side|team|officials|participants?|attendees|representatives|government)\b(?:[^.;]{0,40}?(?:from|of)\s+(?:the\s+)?[^.;,]{2,40})?"
    r",?\s+(?:(?:was|were|is|are)\s+)?(?:also\s+)?(?:led\s+by|headed\s+by|included|includes|include|including|comprised|consisted\s+of|were|composed\s+of)[^.;]{0,20}\Z|"
    r"\b(?:[Ff]rom|[Oo]n|[Ff]or)\s+(?:the\s+)?[^.;,]{2,40}?(?:\s+side)?,\s*(?:the\s+)?\Z"
)
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
# How many segments from the beginning are searched for a list of those present.
_OPENING_SEGMENTS = 6


@dataclass(slots=True)
class Guest:
    """Somebody who took part.

    Args:
        named: where the text names them as taking part.
        figure: the person with every other place, where a name is printed.
        party: the side.
        subject: whether they stand before the verb that reports the engagement.
    """

    named: Named
    figure: Figure | None
    party: str | None = None
    subject: bool = False
    in_title: bool = False
    level: Level | None = field(default=None)


def find_guests(
    document: Document,
    lead: Lead | None,
    people: tuple[Named, ...],
    figures: list[Figure],
    own: str | None,
    joint: bool,
) -> list[Guest]:
    """Return who took part, in text order; sides are filled in as far as the text tells them.

    Args:
        document: the document.
        lead: the sentence that reports the engagement, if one was found.
        people: every place where people are named.
        figures: the persons behind these places.
        own: the side that publishes the text, where it is one.
        joint: whether it is a joint text, in which the inviting side is there too.
    """
    guests: list[Guest] = []
    attending = _attending(document, people, figures, own)
    for named, in_title in _candidates(document, lead, people, tuple(attending), joint):
        figure = _figure_of(figures, named) or _holder(figures, named, own)
        subject = lead is not None and not in_title and named.naming.start < lead.trigger
        _add(document, guests, Guest(named, figure, attending.get(named), subject, in_title))
    guests += _speakers(document, people, guests)
    _settle_parties(document, lead, guests, own, joint)
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


def _candidates(
    document: Document, lead: Lead | None, people: tuple[Named, ...], attending: tuple[Named, ...], joint: bool
) -> list[tuple[Named, bool]]:
    out: list[tuple[Named, bool]] = []
    if lead is not None:
        text = document.words(lead.segment)
        out = [
            (named, False)
            for named in people
            if named.segment is lead.segment
            and lead.start <= named.naming.start < lead.scope
            and (_takes_part(text, named) or (joint and _INVITER.search(text[: named.naming.start])))
        ]
    for named in (*_met_on_visit(document, lead, people), *attending):
        if all(named is not other for other, _ in out):
            out.append((named, False))
    title = document.meta.title or ""
    author = _AUTHOR.match(title)
    for named in people:
        if named.segment.kind is SegmentKind.TITLE:
            words = document.words(named.segment)
            begin = (
                author.end()
                if author
                and "call" not in author["who"].lower()
                and "meeting" not in author["who"].lower()
                and re.match(r"\s*Statement|\s*Remarks", title)
                else 0
            )
            cut = _TITLE_CUT.search(words, begin)
            if (
                named.naming.start >= begin
                and (cut is None or named.naming.start < cut.start())
                and not _absent(words[: named.naming.start])
            ):
                out.append((named, True))
    return out


def _met_on_visit(document: Document, lead: Lead | None, people: tuple[Named, ...]) -> list[Named]:
    """Return those whom a visitor is reported to meet in the sentences after the lead."""
    if lead is None or lead.form is not Form.VISIT:
        return []
    out: list[Named] = []
    for segment in [s for s in body_segments(document) if not s.speaker][:_OPENING_SEGMENTS]:
        text = document.words(segment)
        for start, end in further_meetings(text):
            here = [
                n for n in people if n.segment is segment and start <= n.naming.start < end and _takes_part(text, n)
            ]
            out += [n for n in here if n.start > lead.segment.start + lead.start and n.name]
    return out


def _attending(
    document: Document, people: tuple[Named, ...], figures: list[Figure], own: str | None
) -> dict[Named, str | None]:
    """Return those whom a sentence lists as present ("The meeting was attended by …"), with the side it gives them."""
    out: dict[Named, str | None] = {}
    for number, segment in enumerate(s for s in body_segments(document) if not s.speaker):
        text = document.words(segment)
        for start, end in attendance(text, number < _OPENING_SEGMENTS):
            here = [
                n for n in people if n.segment is segment and start <= n.naming.start < end and _takes_part(text, n)
            ]
            here = [n for n in here if n.name and (n.naming.posts or n.naming.honorific)]
            last = start
            side = _first_side(text[start : here[0].naming.start], _figure_of(figures, here[0])) if here else None
            for named in here:
                side = _delegation(text[last : named.naming.start]) or side
                out[named] = side or own
                last = named.naming.end
    return out


def _first_side(before: str, first: Figure | None) -> str | None:
    """Return the side of a list: the one named before it, or that of the person "accompanied by" the others."""
    found = [m.code for m in find_parties(before) if m.form in ("name", "demonym", "organisation")]
    return found[-1] if found else (first.party if first else None)


def _speakers(document: Document, people: tuple[Named, ...], guests: list[Guest]) -> list[Guest]:
    """Return those who speak in a transcript under a post alone ("PRIME MINISTER:")."""
    posts: dict[str, Named] = {}
    for named in people:
        if (
            named.segment.kind is SegmentKind.SPEAKER
            and not named.name
            and named.naming.level
            and not named.naming.party
        ):
            posts.setdefault(named.naming.posts[0].head.lower(), named)
    there = {g.named.naming.posts[0].head.lower() for g in guests if g.named.naming.posts and not g.named.naming.party}
    return [Guest(named, None, subject=True) for head, named in posts.items() if head not in there]


def _absent(before: str) -> bool:
    match = _ABSENT.search(before)
    return bool(match and not re.match(r"statement|remarks|speech|message|letter", match[0], re.I))


def _takes_part(text: str, named: Named) -> bool:
    before = text[max(0, named.naming.start - 60) : named.naming.start]
    if _ABSENT.search(before) or _HOLDER_OF.search(before):
        return False
    return bool(named.naming.posts or named.naming.honorific) or not _PLACE_BEFORE.search(before)


def _holder(figures: list[Figure], named: Named, own: str | None) -> Figure | None:
    """Return the one person to whom a post without a name can belong ("The President held a meeting")."""
    if named.name or len(named.naming.posts) != 1 or named.naming.posts[0].head.endswith("s"):
        return None
    head, party = named.naming.posts[0].head.lower(), named.naming.party or own
    fitting = [
        figure
        for figure in figures
        if figure.party in (party, None)
        and any(post.head.lower() == head for p in figure.places for post in p.naming.posts)
    ]
    named_so = [figure for figure in fitting if figure.party == party]
    return (named_so or fitting)[0] if len(named_so or fitting) == 1 else None


def _figure_of(figures: list[Figure], named: Named) -> Figure | None:
    return next((f for f in figures if named in f.places), None) if named.name else None


def _add(document: Document, guests: list[Guest], guest: Guest) -> None:
    """Add somebody unless they are there already; a name is preferred to a post alone."""
    if guest.figure is not None:
        if any(g.figure is guest.figure for g in guests):
            return
        known = any(p.naming.posts or p.naming.honorific for p in guest.figure.places)
        if not known and not _stands_as_person(document, guest):
            return
        guests.append(guest)
        return
    text, naming = document.words(guest.named.segment), guest.named.naming
    stands = guest.in_title or _ROLE.search(text[max(0, naming.start - 30) : naming.start])
    if naming.level is not None and stands and not _POSSESSED.match(text, naming.end):
        guests.append(guest)


def _stands_as_person(document: Document, guest: Guest) -> bool:
    """Whether a name without post or honorific anywhere stands where people stand: before a verb, after "with" or "and"."""
    text, name = document.words(guest.named.segment), guest.named.naming
    if len(name_key(guest.named.name or "")) > _MOST_WORDS or _THING.search(guest.named.name or ""):
        return False
    return bool(_ACTS.match(text, name.end)) or bool(_COMPANY.search(text[max(0, name.start - 12) : name.start]))


def _settle_parties(
    document: Document, lead: Lead | None, guests: list[Guest], own: str | None, joint: bool
) -> None:
    for guest in guests:
        guest.party = guest.named.naming.party or (guest.figure.party if guest.figure else None) or guest.party
    others = _other_sides(document, lead, own)
    if joint:
        _in_title_order(document, guests)
    told = {guest.party for guest in guests if guest.party}
    if (told and own and own not in told and not any(g.subject for g in guests if not g.party)) or not others:
        others = [own] if own else []
    previous: tuple[Segment, int, str | None] | None = None
    for guest in guests:
        named = guest.named
        if guest.party is None:
            text = document.words(named.segment)
            listed = (
                previous[2]
                if previous and previous[0] is named.segment and _same_list(text[previous[1] : named.naming.start])
                else None
            )
            guest.party = _delegation(text[: named.naming.start]) or _party(document, lead, guest, own, listed, others)
        previous = (named.segment, named.naming.end, guest.party)


def _in_title_order(document: Document, guests: list[Guest]) -> None:
    """Give the principals of a joint text the sides in the order of its title, where both are as many."""
    known = {guest.party for guest in guests}
    named = (m.code for m in find_parties(document.meta.title or "") if m.form in ("name", "demonym", "organisation"))
    sides = [code for code in dict.fromkeys(named) if code not in known]
    unknown = [guest for guest in guests if guest.party is None]
    if len(sides) == len(unknown):
        for guest, side in zip(unknown, sides, strict=True):
            guest.party = side


def _same_list(between: str) -> bool:
    return bool(
        re.fullmatch(
            r"(?:[,;]?\s*(?:and|as\s+well\s+as)?\s+|[,;]\s*)(?:the\s+|with\s+)?(?:[^.;]{0,60}[,;]\s+(?:and\s+)?)?(?:the\s+)?",
            between,
        )
    )


def _delegation(before: str) -> str | None:
    """Return the side of the delegation that the words right before a person tell of ("officials from X led by")."""
    match = _DELEGATION.search(before[-160:])
    if match is None:
        return None
    found = [m for m in find_parties(match[0]) if m.form in ("name", "demonym", "organisation")]
    return found[-1].code if found else None


def _party(
    document: Document, lead: Lead | None, guest: Guest, own: str | None, previous: str | None, others: list[str]
) -> str | None:
    if guest.subject:
        return own
    text = document.words(guest.named.segment)
    start = guest.named.naming.start
    if guest.in_title:
        is_object = _OBJECT.search(text[:start].partition("on National")[2] or text[:start])
        if not is_object:
            return own
    elif lead is not None and _OWN_BEFORE.search(text[lead.start : start]):
        return own
    if previous:
        return previous
    return others[0] if others else None


def _other_sides(document: Document, lead: Lead | None, own: str | None) -> list[str]:
    """Return the sides other than the publisher that the title, or else the lead, names, the most frequent first."""
    title = document.meta.title or ""
    for words in (title, document.words(lead.segment)[lead.start : lead.end] if lead else ""):
        found = Counter(
            m.code for m in find_parties(words) if m.code != own and (is_state(m.code) or m.form == "organisation")
        )
        if found:
            return [code for code, _ in found.most_common()]
    return []


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


def participant(document: Document, guest: Guest) -> Participant:
    """Return the record of somebody who took part, on the place that gives name and post."""
    place = guest.named
    name: str | None = None
    if guest.figure is not None:
        name = place.name if len(name_key(place.name or "")) > 1 and not guest.in_title else guest.figure.names[0]
        place = next((p for p in guest.figure.places if p.name == name and p.naming.posts), place)
    return Participant(name or "", post_of(document, guest), guest.party, _evidence(document, place))


def post_of(document: Document, guest: Guest) -> str | None:
    """Return the fullest post that the text prints where the person is named."""
    posts = [*guest.named.posts(document)]
    if not posts and guest.figure is not None:
        posts = [post for place in guest.figure.places for post in place.posts(document)]
    return max(posts, key=len) if posts else None


def _evidence(document: Document, place: Named) -> Evidence:
    return document.evidence(place.start, place.end)


def level_of(guests: list[Guest]) -> Level | None:
    """Return the level of an engagement: ``mixed`` where the sides' ranks differ or only one side is there."""
    ranks = list(Level)
    highest: dict[str | None, Level] = {}
    for guest in guests:
        if guest.level is not None:
            there = highest.get(guest.party)
            highest[guest.party] = guest.level if there is None else min(there, guest.level, key=ranks.index)
    if not highest:
        return None
    if len({g.party for g in guests}) < 2 or len(set(highest.values())) > 1:
        return Level.MIXED
    return next(iter(highest.values()))
