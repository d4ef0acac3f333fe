"""Number, time, place, occasion, length and initiator of an engagement, each with its words."""

from __future__ import annotations

import re
from dataclasses import replace

from summitry.model.document import Document
from summitry.model.evidence import Support
from summitry.model.records import Engagement, Form
from summitry.reading.en.header.details import (
    Found,
    find_initiator,
    find_minutes,
    find_occasion,
    find_ordinal,
    find_segments,
    series_of,
)
from summitry.reading.en.header.lead import body_segments
from summitry.reading.en.header.places import destination, find_place, title_place
from summitry.reading.en.header.scene import Scene
from summitry.reading.en.header.times import find_day, title_day
from summitry.reading.parties import find_parties

_THIS_VISIT = re.compile(
    r"\b(?:This|It)\s+(?:is|will\s+be|was)\s+(?:[^.]{0,60}[’']s?|his|her|their)\s+[^.]{0,30}\bvisit\b"
)
# How far after the lead its length and parts are looked for, in characters.
_LENGTH_WITHIN = 250
# "…, who is in the country on a working visit" tells where the guest is, not where they met.
_ASIDE = re.compile(r",\s+(?:who|which)\s")
# Inputs without a location say "NA" or "-".
_NO_LOCATION = 3


def with_circumstances(scene: Scene, engagement: Engagement) -> Engagement:
    """Return the engagement with what lead and title tell of number, time, place, occasion, length and initiator."""
    lead = scene.lead
    base = lead.segment.start + lead.start if lead else 0
    account = scene.lead_text[lead.start : lead.end + _LENGTH_WITHIN] if lead else ""
    occasion = find_occasion(scene.report) or _occasion_after(account)
    plain = _mask(scene.report, occasion)
    found = {
        "occasion": _at(occasion, base),
        "ordinal": _number(scene, engagement.form, plain, base),
        "minutes": _at(find_minutes(account), base),
        "place": _at(_place(engagement.form, _without_people(scene, plain)), base),
        "date": _at(find_day(scene), base) or title_day(scene),
    }
    support = tuple(
        Support(name, scene.document.evidence(item.start, item.end)) for name, item in found.items() if item is not None
    )
    values = {name: item.value for name, item in found.items() if item is not None}
    values.setdefault("place", _location(scene, engagement.form))
    location = scene.document.meta.location
    if location and len(location) > _NO_LOCATION and engagement.form is not Form.VISIT and _is_state(values["place"]):
        values["place"] = location
    ordinal = found["ordinal"]
    series = series_of(scene.document.text[ordinal.start : ordinal.end]) if ordinal else None
    initiator = find_initiator(_opening(scene.document), scene.own)
    return replace(
        engagement,
        grounds=replace(engagement.grounds, support=engagement.grounds.support + support),
        initiator=initiator.value if initiator else None,
        series=series,
        segments=find_segments(account),
        **values,
    )


def _is_state(place: str | None) -> bool:
    return place is not None and any(m.form == "name" and m.end - m.start == len(place) for m in find_parties(place))


def _at(found: Found | None, base: int) -> Found | None:
    """Return a finding with its offsets counted from the document's start."""
    return Found(found.value, found.start + base, found.end + base) if found else None


def _occasion_after(account: str) -> Found | None:
    """Return the occasion that a second sentence gives ("The meeting took place during the Summit of …")."""
    match = re.search(r"\b(?:meeting|talks|call|conversation)\s+(?:took\s+place|was\s+held|occurred)\s+", account)
    found = find_occasion(account[match.end() :]) if match else None
    return Found(found.value, found.start + match.end(), found.end + match.end()) if found and match else None


def _mask(words: str, found: Found | None) -> str:
    """Return words with the occasion blanked out, so that its own place is not taken for the engagement's."""
    return words[: found.start] + " " * (found.end - found.start) + words[found.end :] if found else words


def _place(form: Form, scope: str) -> Found | None:
    if form in (Form.CALL, Form.CORRESPONDENCE, Form.VIDEO_CONFERENCE):
        return None
    scope = _ASIDE.split(scope, maxsplit=1)[0]
    return (destination(scope) if form is Form.VISIT else None) or find_place(scope)


def _location(scene: Scene, form: Form) -> str | None:
    """Return the place that the title or the input gives, for engagements that have one."""
    if form in (Form.CALL, Form.CORRESPONDENCE):
        return None
    title = scene.title
    found = destination(title) if form is Form.VISIT else find_place(title) or title_place(title)
    if found and any(named.name == found.value for named in scene.people):
        found = None
    location = scene.document.meta.location
    return found.value if found else (location if location and len(location) > _NO_LOCATION else None)


def _without_people(scene: Scene, words: str) -> str:
    """Return a lead's words with people and their posts blanked out."""
    lead = scene.lead
    if lead is None:
        return words
    for named in scene.people:
        start, end = named.naming.start - lead.start, named.naming.end - lead.start
        if named.segment is lead.segment and 0 <= start < len(words) and (named.naming.posts or named.naming.honorific):
            words = words[:start] + "·" * (end - start) + words[end:]
    return words


def _number(scene: Scene, form: Form, plain: str, base: int) -> Found | None:
    """Return the engagement's number; what a visitor attends has a number of its own."""
    found = find_ordinal(plain)
    if found and form is Form.VISIT and not re.search(r"visit|trip", plain[found.start : found.end], re.I):
        found = None
    return _at(found, base) or _visit_number(scene, form)


def _visit_number(scene: Scene, form: Form) -> Found | None:
    """Return which visit it is, where a later sentence says so ("This is Prime Minister X’s first visit to …")."""
    if form is not Form.VISIT:
        return None
    for segment in body_segments(scene.document):
        for match in _THIS_VISIT.finditer(scene.document.words(segment)):
            if found := find_ordinal(match[0]):
                return _at(found, segment.start + match.start())
    return None


def _opening(document: Document) -> str:
    parts: list[str] = []
    for segment in body_segments(document):
        parts.append(document.words(segment))
        if sum(map(len, parts)) > 3000:
            break
    return "\n".join(parts)
