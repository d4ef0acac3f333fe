"""The engagements that a text reports as its subject."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from summitry.model.document import Document, SegmentKind
from summitry.model.edtf import Edtf
from summitry.model.evidence import Evidence, Grounds, Method, Support
from summitry.model.records import DocumentKind, Engagement, Form, Level
from summitry.reading.en.dates import DateExpression, find_dates
from summitry.reading.en.dates.tense import Tense
from summitry.reading.en.header.details import (
    Found,
    find_initiator,
    find_minutes,
    find_occasion,
    find_ordinal,
    find_segments,
)
from summitry.reading.en.header.lead import Lead, body_segments, find_lead, form_of
from summitry.reading.en.header.participants import Guest, find_guests, level_of, participant
from summitry.reading.en.header.people import Figure, Named
from summitry.reading.en.header.places import destination, find_place, title_place

_METHOD = Method("header.lead")
_MESSAGE = re.compile(
    r"\b(?:sent|sends|conveyed|addressed)\s+(?:[\w-]+\s+){0,4}?(?:message|telegram|letter)s?\b|\bexchanged\s+(?:[\w-]+\s+){0,2}(?:messages|letters|telegrams)\b",
    re.I,
)
_JOINT_MEETING = re.compile(
    r"(?:also\s+)?(?:met|meet|are\s+meeting|gathered|convened|(?:co-?)?hosted|(?:co-?)?chaired|welcomed|received|spoke|visited|participated|(?:was|were)\s+(?:\w+\s+)?held|took\s+place|(?:is\s+|was\s+)?hono(?:u)?red\s+to\s+(?:welcome|host)|"
    r"(?:paid|made|concluded|pays)\s+[^.]{0,40}\bvisit|visit\s+to|travell?ed|(?:held|had|conducted|launched|hold)\s+[^.]{0,70}?\b(?:meeting|talks|summit|dialogue|consultations?|session|discussions|call|conversation|round|conference))\b",
    re.I,
)
_NO_TALK = re.compile(
    r"\b(?:nominat|appoint|intent to|proclamation|executive order|announces? (?:the )?(?:president|key))", re.I
)
# Words that make a date; "New Year" or "soon" is none.
_DATED = re.compile(
    r"\d|\b(?:to(?:day|night|morrow)|yesterday|this\s+(?:morning|afternoon|evening|week)|last\s+(?:night|week)|\w+day)\b",
    re.I,
)
# A date after these is that of something else.
_OTHER_TIME = re.compile(
    r"\b(?:initiated|signed|established|adopted|launched|concluded|since|dated|elections?|agreed|announced|issued|following|until|from\s+the|attacks?\s+of)\s*\Z"
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
_GATHERED = re.compile(r"\b(?:met|convened|gathered|assembled)\s+(?:today|in|on|at|virtually|via|by)\b")
# From so many sides on, a text is a declaration unless it says that they met.
_MANY_SIDES = 6
# How far after the lead its length and parts are looked for, in characters.
_LENGTH_WITHIN = 250
# An engagement lasts days; "this year" is not its date.
_LONGEST_DAYS = 14
# Inputs without a location say "NA" or "-".
_NO_LOCATION = 3


@dataclass(frozen=True, slots=True)
class Scene:
    """What reading the engagements needs to know of the text."""

    document: Document
    kind: DocumentKind
    publisher: tuple[str, ...]
    people: tuple[Named, ...]
    figures: list[Figure]

    @property
    def own(self) -> str | None:
        """The publishing side, where it is one."""
        issuers = self.document.meta.issuers or self.publisher
        return issuers[0] if len(issuers) == 1 else None


def read_engagements(scene: Scene) -> tuple[tuple[Engagement, ...], list[Guest]]:
    """Return the engagements, the text's main one first, and who took part in it."""
    document = scene.document
    title = document.meta.title or ""
    lead = find_lead(document, scene.people)
    if not _is_report(scene, lead, title):
        return (), []
    joint = scene.kind in (DocumentKind.JOINT_STATEMENT, DocumentKind.COMMUNIQUE)
    guests = find_guests(document, lead, scene.people, scene.figures, scene.own, joint)
    form = _form(scene, lead, title)
    if form is None or not (guests or lead or form_of(title)):
        return (), []
    main = _circumstances(scene, lead, _bare(scene, lead, guests, form))
    return (main, *_messages(scene, main)), guests


def _is_report(scene: Scene, lead: Lead | None, title: str) -> bool:
    """Whether the text reports an engagement at all."""
    if scene.kind is DocumentKind.READOUT:
        return lead is not None or form_of(title) is not None
    if _NO_TALK.search(title):
        return False
    if scene.kind in (DocumentKind.JOINT_STATEMENT, DocumentKind.COMMUNIQUE):
        words = scene.document.words(lead.segment)[lead.start : lead.end] if lead else ""
        return bool(
            re.search(r"\b(?:meeting|visit|summit|call|talks|dialogue|consultations)\b", title, re.I)
            and (lead or form_of(title))
        ) or (
            bool(
                _JOINT_MEETING.match(words[lead.trigger - lead.start :])
                if len(scene.publisher) < _MANY_SIDES
                else _GATHERED.search(words)
            )
            if lead
            else False
        )
    if scene.kind is DocumentKind.PRESS_REMARKS:
        return bool(re.match(r"\s*(?:Bilateral\s+)?(?:Meeting|Talks|Visit|Conversation)", title, re.I))
    if scene.kind is DocumentKind.ANNOUNCEMENT:
        return form_of(title) is not None or (lead is not None and lead.form is Form.VISIT)
    return False


def _form(scene: Scene, lead: Lead | None, title: str) -> Form | None:
    by_title = form_of(title)
    words = _words(scene, lead)
    main = scene.document.words(lead.segment)[lead.main : lead.scope] if lead else ""
    by_lead = form_of(main) or form_of(words)
    if Form.VIDEO_CONFERENCE in (by_title, by_lead):
        return Form.VIDEO_CONFERENCE
    if scene.kind is DocumentKind.ANNOUNCEMENT and lead is not None and lead.form is Form.VISIT:
        return Form.VISIT
    if by_title is not None:
        return by_title
    if by_lead is Form.CALL or lead is None:
        return by_lead
    return lead.form or by_lead or Form.MEETING


def _words(scene: Scene, lead: Lead | None) -> str:
    return scene.document.words(lead.segment)[lead.start : lead.scope] if lead else ""


def _bare(scene: Scene, lead: Lead | None, guests: list[Guest], form: Form) -> Engagement:
    document = scene.document
    if lead is not None:
        evidence = document.evidence(
            lead.segment.start + lead.start, lead.segment.start + lead.start + _trimmed(scene, lead)
        )
    else:
        first = document.segments[0]
        evidence = document.evidence(first.start, first.end)
    people = tuple(participant(document, guest) for guest in guests)
    support = tuple(Support("participants", person.evidence) for person in people)
    sides = tuple(sorted({g.party for g in guests if g.party} or set(scene.publisher)))
    group = _level_of_group(f"{document.meta.title or ''} {_words(scene, lead)}")
    several = len(scene.publisher) > 1 and len({guest.party for guest in guests}) < 2
    level = group if group and (several or not guests) else level_of(guests)
    return Engagement(Grounds(evidence, _METHOD, support), form, level, sides=sides, participants=people)


def _level_of_group(words: str) -> Level | None:
    """Return the level that words tell where nobody is named ("the Foreign Ministers of …", "the leaders")."""
    return next((level for level, pattern in _GROUPS if pattern.search(words)), None)


def _trimmed(scene: Scene, lead: Lead) -> int:
    return len(scene.document.words(lead.segment)[lead.start : lead.end].rstrip())


def _circumstances(scene: Scene, lead: Lead | None, engagement: Engagement) -> Engagement:
    """Fill in what the lead and the title tell of number, time, place, occasion, length and initiator."""
    document = scene.document
    support = list(engagement.grounds.support)

    def take(field: str, found: Found | None, base: int) -> Found | None:
        if found is not None and base >= 0:
            support.append(Support(field, document.evidence(base + found.start, base + found.end)))
        return found

    base = lead.segment.start + lead.start if lead else -1
    scope, sentence = _words(scene, lead), ""
    if lead:
        sentence = document.words(lead.segment)[lead.start : lead.end]
    opening = _opening(document)
    account = document.words(lead.segment)[lead.start : lead.end + _LENGTH_WITHIN] if lead else ""
    occasion = take("occasion", find_occasion(scope) or _occasion_after(account), base)
    ordinal = take("ordinal", find_ordinal(_mask(scope, occasion)), base) or _visit_number(engagement.form, opening)
    minutes = take("minutes", find_minutes(account), base)
    place = take("place", _place(scene, engagement.form, _without_people(scene, lead, _mask(scope, occasion))), base)
    day = take("date", _date(scene, scope, sentence), base) or take("date", _title_date(scene), 0)
    initiator = find_initiator(opening, scene.own)
    return replace(
        engagement,
        grounds=replace(engagement.grounds, support=tuple(support)),
        ordinal=ordinal.value if ordinal else None,
        date=day.value if day else None,
        place=place.value if place else _location(scene, engagement.form),
        occasion=occasion.value if occasion else None,
        minutes=minutes.value if minutes else None,
        initiator=initiator.value if initiator else None,
        segments=find_segments(account),
    )


def _occasion_after(account: str) -> Found | None:
    """Return the occasion that a second sentence gives ("The meeting took place during the Summit of …")."""
    match = re.search(r"\b(?:meeting|talks|call|conversation)\s+(?:took\s+place|was\s+held|occurred)\s+", account)
    found = find_occasion(account[match.end() :]) if match else None
    return Found(found.value, found.start + match.end(), found.end + match.end()) if found and match else None


def _mask(words: str, found: Found | None) -> str:
    """Return words with the occasion blanked out, so that its own place is not taken for the engagement's."""
    return words[: found.start] + " " * (found.end - found.start) + words[found.end :] if found else words


def _place(scene: Scene, form: Form, scope: str) -> Found | None:
    if form in (Form.CALL, Form.CORRESPONDENCE, Form.VIDEO_CONFERENCE):
        return None
    return (destination(scope) if form is Form.VISIT else None) or find_place(scope)


def _location(scene: Scene, form: Form) -> str | None:
    """Return the place that the title or the input gives, for engagements that have one."""
    if form in (Form.CALL, Form.CORRESPONDENCE):
        return None
    title = scene.document.meta.title or ""
    found = destination(title) if form is Form.VISIT else find_place(title) or title_place(title)
    location = scene.document.meta.location
    return found.value if found else (location if location and len(location) > _NO_LOCATION else None)


def _without_people(scene: Scene, lead: Lead | None, words: str) -> str:
    """Return a lead's words with people and their posts blanked out."""
    if lead is None:
        return words
    for named in scene.people:
        start, end = named.naming.start - lead.start, named.naming.end - lead.start
        if named.segment is lead.segment and 0 <= start < len(words) and (named.naming.posts or named.naming.honorific):
            words = words[:start] + "·" * (end - start) + words[end:]
    return words


def _visit_number(form: Form, opening: str) -> Found | None:
    """Return which visit it is, where a later sentence says so ("This is Prime Minister X’s first visit to …")."""
    if form is not Form.VISIT:
        return None
    for match in re.finditer(
        r"\b(?:This|It)\s+(?:is|will\s+be|was)\s+(?:[^.]{0,60}[’']s?|his|her|their)\s+[^.]{0,30}\bvisit\b", opening
    ):
        if found := find_ordinal(match[0]):
            return found
    return None


def _date(scene: Scene, scope: str, sentence: str) -> Found | None:
    tense: Tense = "future" if scene.kind is DocumentKind.ANNOUNCEMENT else "past"
    for words in (scope, sentence[:400]):
        for expression in find_dates(words, scene.document.meta.published, tense):
            value = _day_of(expression)
            if (
                _is_day(value)
                and _DATED.search(expression.text)
                and not _OTHER_TIME.search(words[: expression.full_start])
            ):
                return Found(value, expression.start, expression.end)
        if scope and scope != sentence and not re.search(r"\btoday\b", sentence):
            break
    return None


def _title_date(scene: Scene) -> Found | None:
    title = next(scene.document.of_kind(SegmentKind.TITLE), None)
    if title is None:
        return None
    for expression in find_dates(scene.document.words(title), scene.document.meta.published):
        if _is_day(expression.value):
            return Found(expression.value, title.start + expression.start, title.start + expression.end)
    return None


def _day_of(expression: DateExpression) -> Edtf | None:
    """Return an expression's value; "on 18 November on the sidelines of" is a day, not a time from that day on."""
    value = expression.value
    if value is not None and value.last is None and value.first and re.search(r"\son\Z", expression.text):
        return Edtf(value.first.isoformat())
    return value


def _is_day(value: Edtf | None) -> bool:
    if value is None or value.first is None or value.last is None:
        return False
    return (value.last - value.first).days <= _LONGEST_DAYS


def _opening(document: Document) -> str:
    parts: list[str] = []
    for segment in body_segments(document):
        parts.append(document.words(segment))
        if sum(map(len, parts)) > 3000:
            break
    return "\n".join(parts)


def _messages(scene: Scene, main: Engagement) -> tuple[Engagement, ...]:
    """Return the exchange of messages that the text reports beside its main engagement."""
    if main.form is Form.CORRESPONDENCE:
        return ()
    for segment in body_segments(scene.document):
        words = scene.document.words(segment)
        match = _MESSAGE.search(words)
        if match and any(p.evidence.quote for p in main.participants):
            evidence: Evidence = scene.document.evidence(segment.start + match.start(), segment.start + match.end())
            return (
                Engagement(
                    Grounds(evidence, Method("header.message"), main.grounds.support[: len(main.participants)]),
                    Form.CORRESPONDENCE,
                    main.level if main.level is not None else Level.MIXED,
                    sides=main.sides,
                    participants=main.participants,
                ),
            )
    return ()
