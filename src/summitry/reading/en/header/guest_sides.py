"""The sides of those who took part, as far as the text tells them."""

from __future__ import annotations

import re
from collections import Counter

from summitry.model.document import Segment
from summitry.model.records import Level
from summitry.reading.en.header.scene import Guest, Scene
from summitry.reading.parties import find_parties, is_state

_OWN_BEFORE = re.compile(
    r"\b(?:joined|accompanied)\s+by\s+[^.]*\Z|\b(?:alongside|together\s+with|along\s+with)\s+[^.]*\Z", re.I
)
_OBJECT = re.compile(r"\b(?:with|to|hosted|received|met|welcomed|called|by|between|for)\b", re.I)
# What a title's statement is on is none of its sides.
_TOPIC = re.compile(r"\s(?:on|about|regarding|concerning)\s", re.I)
_DELEGATION = re.compile(
    r"(?:[\w.’'-]+\s+){1,6}(?:delegation|side|team|officials|participants?|attendees|representatives|government)\b(?:[^.;]{0,40}?(?:from|of)\s+(?:the\s+)?[^.;,]{2,40})?"
    r",?\s+(?:(?:was|were|is|are)\s+)?(?:also\s+)?(?:led\s+by|headed\s+by|included|includes|include|including|comprised|consisted\s+of|were|composed\s+of)[^.;]{0,20}\Z|"
    r"\b(?:[Ff]rom|[Oo]n|[Ff]or)\s+(?:the\s+)?[^.;,]{2,40}?(?:\s+side)?,\s*(?:the\s+)?\Z"
)


def settle_sides(scene: Scene, guests: list[Guest]) -> None:
    """Fill in the guests' sides: as printed, by delegation, by the title's order, else publisher and other."""
    own = scene.own
    for guest in guests:
        guest.party = guest.named.naming.party or (guest.figure.party if guest.figure else None) or guest.party
    others = _other_sides(scene)
    if scene.joint:
        _in_title_order(scene, guests)
    told = {guest.party for guest in guests if guest.party}
    if (told and own and own not in told and not any(g.subject for g in guests if not g.party)) or not others:
        others = [own] if own else []
    previous: tuple[Segment, int, str | None] | None = None
    for guest in guests:
        named = guest.named
        if guest.party is None:
            text = scene.document.words(named.segment)
            listed = (
                previous[2]
                if previous and previous[0] is named.segment and _same_list(text[previous[1] : named.naming.start])
                else None
            )
            guest.party = delegation(text[: named.naming.start]) or _party(scene, guest, listed, others)
            if guest.party == own and _is_second_principal(guest, guests):
                guest.party = None
        previous = (named.segment, named.naming.end, guest.party)


def _is_second_principal(guest: Guest, guests: list[Guest]) -> bool:
    """Whether another head of state or government of the same side is there, so that the side was guessed wrongly."""
    principals = (g for g in guests if g is not guest and g.party == guest.party)
    return (
        guest.figure is not None
        and guest.named.naming.level is Level.SUMMIT
        and any(g.named.naming.level is Level.SUMMIT for g in principals)
    )


def _in_title_order(scene: Scene, guests: list[Guest]) -> None:
    """Give the principals of a joint text the sides in the order of its title, where both are as many."""
    known = {guest.party for guest in guests}
    issued = _TOPIC.split(scene.title, maxsplit=1)[0]
    named = (m.code for m in find_parties(issued) if m.form in ("name", "demonym", "organisation"))
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


def delegation(before: str) -> str | None:
    """Return the side of the delegation that the words right before a person tell of ("officials from X led by")."""
    match = _DELEGATION.search(before[-160:])
    if match is None:
        return None
    found = [m for m in find_parties(match[0]) if m.form in ("name", "demonym", "organisation")]
    return found[-1].code if found else None


def _party(scene: Scene, guest: Guest, previous: str | None, others: list[str]) -> str | None:
    if guest.subject:
        return scene.own
    text, start = scene.document.words(guest.named.segment), guest.named.naming.start
    if guest.in_title:
        if not _OBJECT.search(text[:start].partition("on National")[2] or text[:start]):
            return scene.own
    elif scene.lead is not None and _OWN_BEFORE.search(text[scene.lead.start : start]):
        return scene.own
    return previous or (others[0] if others else None)


def _other_sides(scene: Scene) -> list[str]:
    """Return the sides other than the publisher that the title, or else the lead, names, the most frequent first."""
    partners = [code for code in scene.publisher if code != scene.own]
    if scene.joint and partners:
        return partners
    for words in (scene.title, scene.sentence):
        named = (m for m in find_parties(words) if m.code != scene.own)
        found = Counter(m.code for m in named if is_state(m.code) or m.form == "organisation")
        if found:
            return [code for code, _ in found.most_common()]
    return []
