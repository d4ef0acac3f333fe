"""The engagements that a text reports as its subject."""

from __future__ import annotations

import re

from summitry.model.evidence import Grounds, Method, Support
from summitry.model.records import DocumentKind, Engagement, Form, Level
from summitry.reading.en.header.circumstances import with_circumstances
from summitry.reading.en.header.guests import find_guests
from summitry.reading.en.header.lead import body_segments, form_of
from summitry.reading.en.header.participants import level_of, participant
from summitry.reading.en.header.publisher import spread
from summitry.reading.en.header.scene import Guest, Scene
from summitry.reading.parties import Mention, find_parties, members_of, speaks_for_members

_METHOD = Method("header.lead")
_MESSAGE = re.compile(
    r"\b(?:sent|sends|conveyed|addressed)\s+(?:[\w-]+\s+){0,4}?(?:message|telegram|letter)s?\b|\bexchanged\s+(?:[\w-]+\s+){0,2}(?:messages|letters|telegrams)\b",
    re.I,
)
_JOINT_MEETING = re.compile(
    r"(?:also\s+)?(?:met|meet|(?:was\s+|were\s+)?joined\s+by|are\s+meeting|gathered|convened|(?:co-?)?hosted|(?:co-?)?chaired|welcomed|received|spoke|visited|participated|(?:was|were)\s+(?:\w+\s+)?held|took\s+place|(?:is\s+|was\s+)?hono(?:u)?red\s+to\s+(?:welcome|host)|"
    r"(?:paid|made|concluded|pays)\s+[^.]{0,40}\bvisit|visit\s+to|travell?ed|(?:held|had|conducted|launched|hold)\s+[^.]{0,70}?\b(?:meeting|talks|summit|dialogue|consultations?|session|discussions|call|conversation|round|conference))\b",
    re.I,
)
_REMARKS_AT = re.compile(
    r"\A\s*(?:Bilateral\s+|Trilateral\s+|Informal\s+)?(?:Meeting|Talks|Visit|Conversation|Video\s?conference)\b|"
    r"\b(?:before|after|at|in|following)\s+(?:an?\s+|the\s+|their\s+)?(?:meeting|summit|talks|dialogue)\s+(?:with|between)\b|"
    r"\b(?:before|after|at|in|following|prior\s+to)\s+(?:an?\s+|the\s+|their\s+)?(?:expanded\s+|restricted\s+)?(?:bilateral|trilateral|virtual)\b",
    re.I,
)
_ASIDE = re.compile(r"\([^()]*\)")
_OF_MEETING = re.compile(r"\b(?:meeting|visit|summit|call|talks|dialogue|consultations)\b", re.I)
_TWO = 2
_NO_TALK = re.compile(
    r"\b(?:nominat|appoint|intent to|proclamation|executive order|announces? (?:the )?(?:president|key))", re.I
)
_GROUPS = (
    (
        Level.SUMMIT,
        re.compile(r"\b(?:Leaders|[Hh]eads\s+of\s+[Ss]tate|Presidents|Prime\s+Ministers|[Ss]ummit|the\s+leaders)\b"),
    ),
    (Level.DEPUTY_LEADER, re.compile(r"\b(?:Vice[\s-]Presidents|Deputy\s+Prime\s+Ministers)\b")),
    (
        Level.SENIOR_OFFICIAL,
        re.compile(
            r"\b(?:(?:Deputy|Vice)\s+(?:\w+\s+)?Ministers?|Vice-Minister\w*|National\s+Security\s+Advis[eo]rs|[Ss]enior\s+[Oo]fficials|Directors?[\s-]General|(?:Special\s+)?(?:Representatives|Envoys)|Political\s+Directors|Under\s?secretar\w+|Ambassadors|[Ww]orking\s+[Gg]roup|Strategic\s+Consultative\s+Group|officials)\b"
        ),
    ),
    (Level.MINISTERIAL, re.compile(r"\b(?:Ministers|Secretaries|[Mm]inisterial|2\+2)\b")),
)
_GATHERED = re.compile(
    r"\b(?:met|convened|gathered|assembled|spoke|talked)\s+(?:today|together|in|on|at|virtually|via|by|about|regarding)\b"
)
# "with European Commission counterparts", "with representatives of the Government of X".
_GROUP_AFTER = re.compile(
    r"(?:[’']s)?\s+(?:[\w-]+\s+){0,3}?(?:counterparts?|officials|leaders|delegation|ministers|representatives|authorities|side)\b"
)
_GROUP_BEFORE = re.compile(
    r"\b(?:counterparts?|officials|leaders|delegation|ministers|representatives|members|authorities)\s+(?:of|from)\s+"
    r"(?:the\s+)?(?:[Gg]overnments?\s+of\s+(?:the\s+)?)?\Z"
)
_OF_GROUP = re.compile(r"\s+(?:\w+\s+){0,2}(?:Ministers|Leaders|Ministerial)\b")
_ASIDE_OF = re.compile(r"\b(?:margins?|sidelines?|side-lines|occasion|ahead)\s+of\s+(?:the\s+)?\Z", re.I)
_AND = re.compile(r",?\s+(?:and\s+)?(?:of\s+)?(?:the\s+)?")
# From so many sides on, a text is a declaration unless it says that they met.
_MANY_SIDES = 6


def read_engagements(scene: Scene) -> tuple[tuple[Engagement, ...], list[Guest]]:
    """Return the engagements, the text's main one first, and who took part in it."""
    if not _is_report(scene):
        return (), []
    guests = find_guests(scene)
    form = _form(scene)
    told = scene.kind is not DocumentKind.PRESS_REMARKS and (scene.lead or form_of(scene.title))
    alone = scene.joint and len(scene.publisher) < _TWO
    domestic = alone and guests and {guest.party for guest in guests} == {scene.own}
    if form is None or domestic or not (guests or told):
        return (), []
    main = with_circumstances(scene, _bare(scene, guests, form))
    return (main, *_messages(scene, main)), guests


def _is_report(scene: Scene) -> bool:
    """Whether the text reports an engagement at all."""
    kind, lead, by_title = scene.kind, scene.lead, form_of(scene.title)
    if kind is DocumentKind.READOUT:
        return lead is not None or by_title is not None
    if _NO_TALK.search(scene.title):
        return False
    if scene.joint:
        return _is_joint_report(scene)
    if kind is DocumentKind.PRESS_REMARKS:
        return bool(_REMARKS_AT.search(scene.title))
    if kind is DocumentKind.ANNOUNCEMENT:
        return by_title is not None or (lead is not None and lead.form is Form.VISIT)
    return False


def _is_joint_report(scene: Scene) -> bool:
    """Whether a joint text comes out of a meeting: its title says so, or its lead reports one."""
    lead = scene.lead
    if _OF_MEETING.search(scene.title):
        return lead is not None or form_of(scene.title) is not None
    if lead is None:
        return False
    if len(scene.publisher) >= _MANY_SIDES:
        return bool(_GATHERED.search(scene.sentence))
    return bool(_JOINT_MEETING.match(scene.lead_text[lead.trigger : lead.end]))


def _form(scene: Scene) -> Form | None:
    lead, by_title = scene.lead, form_of(scene.title)
    main = scene.lead_text[lead.main : lead.scope] if lead else ""
    # One who joins "(virtually)" does not make it a video conference.
    by_lead = form_of(_ASIDE.sub(" ", main)) or form_of(_ASIDE.sub(" ", scene.report))
    if Form.VIDEO_CONFERENCE in (by_title, by_lead):
        return Form.VIDEO_CONFERENCE
    if scene.kind is DocumentKind.ANNOUNCEMENT and lead is not None and lead.form is Form.VISIT:
        return Form.VISIT
    if by_title is not None:
        return by_title
    if by_lead is Form.CALL or lead is None:
        return by_lead
    return lead.form or by_lead or Form.MEETING


def _bare(scene: Scene, guests: list[Guest], form: Form) -> Engagement:
    document, lead = scene.document, scene.lead
    if lead is not None:
        start = lead.segment.start + lead.start
        evidence = document.evidence(start, start + len(scene.sentence.rstrip()))
    else:
        first = document.segments[0]
        evidence = document.evidence(first.start, first.end)
    people = tuple(participant(document, guest) for guest in guests)
    support = tuple(Support("participants", person.evidence) for person in people)
    sides = tuple(sorted(_sides(scene, guests)))
    group = _level_of_group(f"{scene.title} {scene.report}")
    several = len(scene.publisher) > 1 and len({guest.party for guest in guests}) < _TWO
    level = group if group and (several or not guests) else level_of(guests)
    return Engagement(Grounds(evidence, _METHOD, support), form, level, sides=sides, participants=people)


def _sides(scene: Scene, guests: list[Guest]) -> set[str]:
    """Return the sides: of those who took part, and of a group without names that the publisher's people met."""
    sides = {g.party for g in guests if g.party} or set(scene.publisher)
    if scene.joint:
        return sides | (set(scene.publisher) if len(scene.publisher) > 1 else set())
    words, last = scene.report, -1
    for mention in find_parties(words):
        listed = last >= 0 and _AND.fullmatch(words[last : mention.start])
        if listed or _GROUP_BEFORE.search(words[: mention.start]) or _GROUP_AFTER.match(words, mention.end):
            sides, last = sides | {mention.code}, mention.end
    return spread(sides | {m.code for m in find_parties(scene.title) if _meets(scene, m)})


def _meets(scene: Scene, group: Mention) -> bool:
    """Whether a title reports the meeting of a group that the publisher belongs to ("Quad Ministers’ Meeting")."""
    if not speaks_for_members(group.code) or scene.own not in members_of(group.code):
        return False
    return bool(_OF_GROUP.match(scene.title, group.end)) and not _ASIDE_OF.search(scene.title[: group.start])


def _level_of_group(words: str) -> Level | None:
    """Return the level that words tell where nobody is named ("the Foreign Ministers of …", "the leaders")."""
    return next((level for level, pattern in _GROUPS if pattern.search(words)), None)


def _messages(scene: Scene, main: Engagement) -> tuple[Engagement, ...]:
    """Return the exchange of messages that the text reports beside its main engagement."""
    if main.form is Form.CORRESPONDENCE or not main.participants:
        return ()
    for segment in body_segments(scene.document):
        words = scene.document.words(segment).lower()
        written = "message" in words or "telegram" in words or "letter" in words
        match = _MESSAGE.search(scene.document.words(segment)) if written else None
        if match:
            evidence = scene.document.evidence(segment.start + match.start(), segment.start + match.end())
            support = tuple(Support("participants", person.evidence) for person in main.participants)
            grounds = Grounds(evidence, Method("header.message"), support)
            return (
                Engagement(grounds, Form.CORRESPONDENCE, main.level, sides=main.sides, participants=main.participants),
            )
    return ()
