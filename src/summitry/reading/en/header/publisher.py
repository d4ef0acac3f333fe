"""Whose text it is: the side that issued it, or all the sides of a joint text."""

from __future__ import annotations

import re
from collections import Counter

from summitry.model.document import Document, SegmentKind
from summitry.model.records import DocumentKind, Level
from summitry.reading.en.header.people import Named
from summitry.reading.parties import find_parties, members_of, speaks_for_members

JOINT = frozenset({DocumentKind.JOINT_STATEMENT, DocumentKind.COMMUNIQUE})
_ISSUED_BY = re.compile(
    r"\b(?:statement|declaration|communiqu[eé]|text)\b[^.:]{0,60}?\b(?:released|issued|adopted|made|agreed|endorsed|signed|delivered)\s+(?:[a-z]+\s+){0,3}by\s+(?P<list>[^:]{5,1500}?)(?::|\s+(?:on\s+the\s+occasion|at\s+the|after|following|during|in\s+(?:connection|response)|Begin)\b|\.\s|\n\s*\n|\Z)",
    re.I,
)
_WE = re.compile(
    r"\bWe(?:,\s+(?:the\s+)?|\s+the\s+|\s+(?=[A-Z]))(?P<list>[^.]{3,1500}?)(?:,\s+(?:as|having|met|meeting|gathered|share|reaffirm|recognize|recalling|convened|assembled|today|are|commit|condemn|express|welcome|stand|under|in\s+our)\b|\s+(?:met|recognize|recognise|are|have|share|reaffirm|condemn|met|welcome|express|commit|affirm|gathered|convened|acknowledge|stand|strongly|held|note|remain|support|declare|announce|endorse|came)\b)"
)
_SIGNATORIES = re.compile(
    r"\b(?:countries|signatories|participants|parties|governments|endorsers|partners)\s+(?:are|include|were|:)\s+(?P<list>[^:;]{20,1800}?)(?:\.\s|\.\*|\Z)",
    re.I,
)
_FEW = 3
_TWO = 2
_TOPIC = re.compile(
    r"\s+(?:[A-Z][a-z]+ing|on|regarding|concerning|about|following|condemning|supporting|strengthening|marking|reaffirming|calling|to)\s+",
    re.I,
)
_BY = re.compile(r"\b(?:by|of|from|between|with|among)\s+", re.I)
_LIST_GAP = re.compile(r"\A(?:\s*,?\s*(?:and|&)?\s*(?:the\s+)?|\s*[-–—/]\s*|\s*,\s*|(?:[’']s?)?\s+)\Z")


def read_publisher(document: Document, kind: DocumentKind, people: tuple[Named, ...], opening: str) -> tuple[str, ...]:
    """Return the codes of the publishing sides, sorted.

    Args:
        document: the document; its issuers are a hint.
        kind: what sort of text it is.
        people: where it names people.
        opening: the beginning of its body.
    """
    issuers = document.meta.issuers
    if kind not in JOINT:
        return tuple(sorted(issuers)) or _guess(document.meta.title or "", people, opening)
    if len(issuers) >= _TWO:
        return tuple(sorted(issuers))
    sides = _joint(document.meta.title or "", opening, issuers, document, people)
    if len(sides | set(issuers)) < _TWO and _principals(people) >= _TWO:
        sides |= _most_named(opening, issuers)
    return tuple(sorted(sides | set(issuers) if len(sides) < 2 else sides))


def _principals(people: tuple[Named, ...]) -> int:
    """Return how many principals the title names."""
    return sum(1 for n in people if n.segment.kind is SegmentKind.TITLE and n.name and n.naming.level is Level.SUMMIT)


def _most_named(opening: str, issuers: tuple[str, ...]) -> set[str]:
    """Return the side other than the issuer that the opening names most often, if it does so twice."""
    named = Counter(m.code for m in find_parties(opening) if m.form != "capital" and m.code not in issuers)
    return {code for code, times in named.most_common(1) if times >= _TWO}


def spread(codes: set[str]) -> set[str]:
    """Return codes with groups that speak for their members replaced by these."""
    out: set[str] = set()
    for code in codes:
        out |= set(members_of(code)) if speaks_for_members(code) else {code}
    return out


def _joint(
    title: str, opening: str, issuers: tuple[str, ...], document: Document, people: tuple[Named, ...]
) -> set[str]:
    """Return the sides of a joint text: from who it says it is issued by, who "we" are, its title, its lead."""
    issued = _ISSUED_BY.search(opening[:2000])
    if issued and len(sides := _named(issued["list"])) > 1:
        return sides
    listed = _SIGNATORIES.search(opening[:3000])
    if listed and len(sides := _named(listed["list"])) > _FEW:
        return sides | (_named(opening) & {"EU"})
    we = _WE.search(opening[:2500])
    if we and (sides := _named(we["list"])) and len(sides) > 1:
        return sides
    for words in _title_parts(title):
        sides = _named(words)
        if len(sides) > 1 or (sides and sides - set(issuers)):
            return sides | set(issuers)
    return _from_lead(document, people, opening) | set(issuers)


def _title_parts(title: str) -> list[str]:
    """Return the parts of a title that can name its sides: after "by", before the topic, of a meeting in the topic."""
    parts: list[str] = []
    topic = _TOPIC.search(title)
    if topic:
        by = re.search(r"\bby\s+(?:the\s+)?", title[topic.end() :], re.I)
        if by:
            parts.append(title[topic.end() + by.end() :])
        parts.append(title[: topic.start()])
        meeting = re.search(
            r"\b(?:meeting|summit|call|visit|dialogue|talks|consultations?|session|group)\b", title[topic.end() :], re.I
        )
        if meeting:
            parts.append(title[topic.end() :])
    else:
        parts.append(title)
    return parts


def _named(words: str) -> set[str]:
    ends = {m.end for m in find_parties(words) if m.form in ("name", "organisation")}
    return spread(
        {
            m.code
            for m in find_parties(words)
            if m.form != "capital" and not (m.form == "name" and _is_place(words, m.start, ends))
        }
    )


def _is_place(words: str, start: int, ends: set[int]) -> bool:
    """Whether a party's name says where ("in Peru", "Lima, Peru"); ``ends`` are where names of parties end."""
    before = words[max(0, start - 40) : start]
    if re.search(r"\b(?:in|at|against|support\s+for)\s+(?:the\s+)?\Z", before, re.I):
        return True
    city = re.search(r"(?<!,)\s[A-ZÀ-Þ][\w’'-]+(,\s+)\Z", before)
    return bool(city and start - len(city[1]) not in ends)


def _from_lead(document: Document, people: tuple[Named, ...], opening: str) -> set[str]:
    first = next((s for s in document.of_kind(SegmentKind.PARAGRAPH)), None)
    if first is None:
        return set()
    parties = {
        n.naming.party for n in people if n.naming.party and n.segment.start <= first.end + 400 and n.naming.level
    }
    listed = _lists(opening[:600])
    issuers = set(document.meta.issuers)
    return spread({p for p in parties if p}) | (listed if not issuers or listed & issuers else set())


def _lists(text: str) -> set[str]:
    """Return the parties of the first run of at least two names in one list."""
    run: list[str] = []
    joined, last = False, None
    for mention in find_parties(text):
        if mention.form not in ("name", "organisation"):
            continue
        if last is not None and _LIST_GAP.match(text[last : mention.start]):
            run.append(mention.code)
            joined |= bool(re.search(r"and|&|[-–—/]", text[last : mention.start]))
        elif len(set(run)) > 1:
            break
        else:
            run, joined = [mention.code], False
        last = mention.end
    return spread(set(run)) if len(set(run)) > 1 and joined else set()


def _guess(title: str, people: tuple[Named, ...], opening: str) -> tuple[str, ...]:
    """Return the side that a text takes for granted, where the input does not tell the issuer.

    A title names the guest's country and not the issuer's own ("Minister X Receives Minister Y of Z"); else the
    first person named is the issuer's.
    """
    foreign = {m.code for m in find_parties(title)}
    lead = [n.naming.party for n in people if n.segment.kind is not SegmentKind.TITLE and n.naming.party][:_FEW]
    own = {party for party in lead if party not in foreign}
    if foreign and len(own) == 1:
        return tuple(own)
    for named in people:
        if named.naming.party and named.naming.level:
            return (named.naming.party,)
    mention = next(iter(find_parties(opening)), None)
    return (mention.code,) if mention else ()
