"""The sentence that reports the engagement: where it stands, where its report ends and what form it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from summitry.data import load
from summitry.model.document import Document, Segment, SegmentKind
from summitry.model.records import Form
from summitry.reading.en.header.people import Named

_BODY = (SegmentKind.SUMMARY, SegmentKind.PARAGRAPH, SegmentKind.LIST_ITEM)
# How far into a text its lead is looked for: segments, and sentences of one segment.
_SEGMENTS = 5
_SENTENCES = 3
# A meeting of people without names is reported at the very beginning.
_GROUP_SEGMENTS = 3
_OFTEN = re.compile(
    r"\b(?:has|have)\s+(?:also\s+)?(?:met|held)\b|\bregularly\b|\b(?:will|to)\s+(?:continue\s+to\s+)?meet\b"
)
_PREFACE = re.compile(
    r"\s*(?:Office\s+of\b|(?:The\s+)?(?:below|following)\s+(?:is\s+attributable|readout|statement\s+is)|"
    r"Begin\s+[Tt]ext|[\w. ]+,?\s+(?:Department\s+)?Spokesperson\s*$|"
    r"The\s+text\s+of\s+the\s+following|The\s+following\s+(?:is\s+the\s+text|(?:joint\s+)?statement\s+was)|\[|\(?As\s+(?:delivered|prepared))"
)
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+(?=[“\"‘(]?[A-ZÀ-Þ])|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Hon|Rt|Gen|Lt|Prof|No|Amb|Sen|Rep|Gov|Maj|Col|Adm|Alm|a\.m|p\.m|approx|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Z]|\.[A-Z])\.\Z"
)
# The report of a meeting ends where its purpose or its content begins.
_CUT = re.compile(
    r",?\s+to\s+(?!(?:president|prime|foreign|chancellor|king|queen|secretary|the|a|an|his|her|their|its|our|meet|hold|attend|host|participate|take|speak|join|visit|receive|welcome|co-?host|conduct|represent|lead|chair|travel|make|pay|today|date|each|be|see|sign)\b)[a-z]+\b|"
    r",?\s+(?:and|where|during\s+which|in\s+which|at\s+which|who|as\s+they)\s+(?:they\s+|the\s+\w+\s+(?:leaders|sides)\s+)?(?:also\s+)?(?:[a-z]+ly\s+)?"
    r"(?!met|held|had|hosted|joined|received|visited|spoke|chaired|co-chaired|attended|traveled|travelled|invited|accompanied|related|united|continued\s+talks)[a-z]+(?:ed|id|ew)\b|"
    r",?\s+(?:regarding|concerning|about|discussing|emphasi[sz]ing|reaffirming|following\s+(?:the|his|her|their|its|a|an|last|[A-Z])|ahead\s+of|in\s+advance\s+of|in\s+preparation\s+for|in\s+response\s+to|as\s+a\s+follow-up|to\s+follow|after\s+(?:the|his|her)|"
    r"prior\s+to|focused\s+on|focusing\s+on|on\s+(?:bilateral|regional|the\s+(?:situation|latest|crisis|ongoing|importance|need|war|conflict|state|implementation)|issues|efforts|how|cooperation|ways|developments|a\s+range|[A-Z]\w+[’']s\s+))\b"
)
# "During his visit to X, …": the report comes after the comma, if it comes at all.
_PREPOSED = re.compile(
    r"(?:As\s+part\s+of|During|While|After|Before|Following|Ahead\s+of|On\s+the\s+(?:sidelines|margins)|Within|In\s+the\s+framework|At\s+the\s+(?:invitation|initiative|request))\b[^,]{3,160},\s+"
)
_VERB = re.compile(r"\b[a-z]+(?:ed|id|eld|oke|et)\b")
# Who meets where nobody is named: "the leaders", "the National Security Advisors of …", "we".
_GROUP = re.compile(
    r"\b(?:[Ww]e|[Ll]eaders|[Mm]inisters|[Pp]residents|[Ss]ides|[Pp]arties|[Rr]epresentatives|[Ee]nvoys|[Aa]dvis[eo]rs|[Dd]irectors|[Ss]ecretaries|"
    r"[Oo]fficials|[Dd]elegations?|[Cc]ounterparts|[Gg]overnments|[Pp]articipants|Heads\s+of|[Cc]hairs?|[Aa]mbassadors|[Cc]hiefs)\b"
)
_HELD = re.compile(
    r"\b(?:meeting|summit|session|round|talks|dialogue|consultations?|call)\b[^.;]{0,90}?\s(?:(?:was|were)\s+(?:\w+\s+)?(?:held|convened)|took\s+place)\b",
    re.I,
)
# Who else was there: sentences that say so wherever they stand, and looser ones that count near the beginning only.
_LISTED = re.compile(
    r"\b(?:meeting|talks|call|conversation|dialogue|consultations|session|event|visit)\s+(?:was|were|is|will\s+be)\s+(?:also\s+)?attended\s+by\b|"
    r"\b(?:[Pp]articipants|[Aa]ttendees)\s+(?:from\s+[\w.\s]+\s+)?(?:included|were|in\s+the\s+(?:meeting|call|talks)|on\s+the\s+call)\b|"
    r"\b(?:was|were|will\s+be)\s+(?:also\s+)?(?:joined|accompanied|represented|headed|led)\s+(?:[\w\s]{0,30})?by\b|\b(?:was|were)\s+(?:also\s+)?(?:present|in\s+attendance)\b|"
    r"(?<![^.\n]\s)\b(?:Led|Headed|(?:Co-)?[Cc]haired|Accompanied|Joined)\s+by\b|\bmeeting,\s+(?:co-)?chaired\s+by\b|"
    r"\b[Rr]epresenting\s+[^.;]{3,60}?\s+(?:was|were)\b|"
    r"\bdelegations?\s+(?:also\s+)?(?:included|includes|comprised|consisted)\b|\b[Aa]lso\s+(?:participating|attending|present|joining|in\s+attendance)\b"
)
_JOINED_IN = re.compile(
    r"\b[Tt]aking\s+part\s+(?:in|on)\b|\b(?:also\s+)?(?:took\s+part|participated|joined)\s+(?:in\s+the\s+(?:meeting|call|talks|conversation|discussion)|(?:virtually\s+)?from\b)|"
    r"\b(?:[Ff]rom|[Oo]n)\s+the\s+\w+\s+side,"
)
# Parts of words of which a text that says so holds one; most texts need not be searched.
_ATTENDING = (
    *("ttend", "articipa", "oined", "ompanied", "epresent", "headed by", "led by", "Led by", "Headed by", "haired by"),
    *("was present", "were present", "also present", "delegation", "taking part", "Taking part", "took part", " side,"),
    *("headed", " led ", "joining"),
)
_ALSO_MET = re.compile(
    r"\b(?:also\s+)?(?:met|meets|held\s+(?:[\w-]+\s+){0,3}(?:talks|meetings?)|will\s+meet|will\s+hold\s+talks|call(?:ed|s)?\s+on)\b"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """The report of an engagement inside one segment; offsets count from the segment's start.

    Args:
        segment: the segment.
        start: where the sentence begins.
        main: where its main clause begins, after "During …," or the like.
        trigger: where the verb or noun that reports the engagement begins.
        scope: where the report ends and purpose or content begins.
        end: where the sentence ends.
        form: the form that the verb tells; ``None`` where it leaves it open.
    """

    segment: Segment
    start: int
    main: int
    trigger: int
    scope: int
    end: int
    form: Form | None


def body_segments(document: Document) -> Iterator[Segment]:
    """Yield the segments that tell the story, without the office's preface."""
    for segment in document.segments:
        if segment.kind in _BODY and not _PREFACE.match(document.words(segment)):
            yield segment


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text begin and end (in characters)."""
    out, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        head = text[: match.start() + 1]
        if (
            "\n\n" not in match[0]
            and _ABBREVIATION.search(head[-8:])
            and not re.match(r"(?:The|They|He|She|It|In|During|Both)\b", text[match.end() :])
        ):
            continue
        out.append((start, match.end()))
        start = match.end()
    if start < len(text):
        out.append((start, len(text)))
    return out


def find_lead(document: Document, people: tuple[Named, ...]) -> Lead | None:
    """Return the sentence that reports the engagement: the first that names somebody beside a reporting verb."""
    group: Lead | None = None
    for number, segment in enumerate(s for s in body_segments(document) if not s.speaker):
        if number >= _SEGMENTS:
            break
        text = document.words(segment)
        starts = [named.naming.start for named in people if named.segment is segment]
        for start, end in sentences(text)[:_SENTENCES]:
            lead = _lead(segment, text, start, end)
            if lead is not None and any(start <= at < lead.scope for at in starts):
                return lead if group is None or lead.segment is not group.segment else group
            if (
                lead is not None
                and group is None
                and number < _GROUP_SEGMENTS
                and not _OFTEN.search(text, start, end)
                and (_GROUP.search(text, start, lead.scope) or _HELD.search(text, start, end))
            ):
                group = lead
    return group or (_first_sentence(document, people) if form_of(document.meta.title or "") else None)


def _first_sentence(document: Document, people: tuple[Named, ...]) -> Lead | None:
    """Return the first sentence up to its verb, where only the title reports the engagement."""
    for segment in body_segments(document):
        text = document.words(segment)
        first = next((named.naming for named in people if named.segment is segment), None)
        end = sentences(text)[0][1] if text.strip() else 0
        if segment.speaker or first is None or first.end > end:
            return None
        verb = _VERB.search(text, first.end, end)
        return Lead(segment, 0, 0, verb.start(), verb.start(), end, None) if verb else None
    return None


def _lead(segment: Segment, text: str, start: int, end: int) -> Lead | None:
    opening = _PREPOSED.match(text, start, end)
    hits = _hits(text, opening.end() if opening else start, end)
    if opening and not hits and (hits := _hits(text, start, end)) and (verb := _VERB.search(text, opening.end(), end)):
        hits = [(verb.start(), verb.end(), hits[0][2])]
    if not hits:
        return None
    trigger, after, form = min(hits, key=lambda hit: hit[0])
    cut = _CUT.search(text, after, end)
    scope = cut.start() if cut else end
    return Lead(
        segment,
        start,
        opening.end() if opening else start,
        trigger,
        scope,
        end,
        form if form is not Form.MEETING else None,
    )


def _hits(text: str, start: int, end: int) -> list[tuple[int, int, Form]]:
    return [(hit.start(), hit.end(), form) for form, pattern in _verbs() if (hit := pattern.search(text, start, end))]


def form_of(words: str) -> Form | None:
    """Return the form that words name by a noun or an adverb ("video conference", "telephone talk", "visit")."""
    for form, pattern in _forms():
        if pattern.search(words):
            return form
    return None


def attendance(text: str, near: bool) -> Iterator[tuple[int, int]]:
    """Yield the sentences (their offsets in characters) that say who else took part.

    Args:
        text: the text of a segment.
        near: whether it stands near the beginning of its document.
    """
    if not any(word in text for word in _ATTENDING):
        return
    for start, end in sentences(text):
        if _LISTED.search(text, start, end) or (near and _JOINED_IN.search(text, start, end)):
            yield start, end


def further_meetings(text: str) -> Iterator[tuple[int, int]]:
    """Yield the reports of further meetings in a text about a visit."""
    for start, end in sentences(text):
        found = _ALSO_MET.search(text, start, end)
        if found:
            cut = _CUT.search(text, found.end(), end)
            yield start, cut.start() if cut else end


@cache
def _forms() -> tuple[tuple[Form, re.Pattern[str]], ...]:
    return tuple((Form(f["form"]), _compile(f["nouns"])) for f in load("en/engagements")["forms"])


@cache
def _verbs() -> tuple[tuple[Form, re.Pattern[str]], ...]:
    verbs = [(Form(name), _compile(pattern)) for name, pattern in load("en/engagements")["lead_verbs"].items()]
    nouns = [(Form(name), _compile(pattern)) for name, pattern in load("en/engagements")["lead_nouns"].items()]
    return tuple(verbs + nouns)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE)
