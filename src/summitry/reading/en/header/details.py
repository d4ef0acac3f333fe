"""The circumstances of an engagement: its number, length, parts, initiator, place, occasion."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from summitry.data import load
from summitry.model.records import EngagementSegment, Format
from summitry.reading.parties import find_parties
from summitry.reading.trie import phrase_pattern

_LENGTH = re.compile(
    r"(?:(?P<number>\d+(?:\.\d+)?|half\s+an|an|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty(?:-five)?|thirty|"
    r"forty(?:-five)?|fifty|sixty|ninety)[\s-]+(?P<unit>hours?|minutes?|mins?)\b)"
    r"(?P<half>\s+and\s+a\s+half(?!\w))?(?:\s+and\s+(?P<more>\d+)\s+minutes)?(?P<late>\s+and\s+a\s+half\s+hours)?",
    re.IGNORECASE,
)
_AND_HALF = re.compile(
    r"\b(?P<number>an?|one|two|three|four)\s+and\s+a\s+half[\s-]+hours?\b|\b(?P<half>half)[\s-]+(?:an\s+)?hour\b", re.I
)
_LASTING = re.compile(
    r"\b(?:for|lasted|lasting|took|over|about|approximately|some|nearly|almost)\W*(?:\w+\W+){0,3}\Z|\b(?:a|[Tt]he|had|held)\s*\Z|\A\s*\Z|[(,]\s*\Z"
)
_NOT_LENGTH = re.compile(
    r"\A\s*(?:-?\s*(?:drive|flight|ago|later|earlier|before|after|away|notice)|of\s+(?:music|silence))"
)
_INITIATOR = re.compile(
    r"\b(?:at|on|upon)\s+(?:the\s+)?(?:initiative|request)\s+of\s+(?:the\s+)?|\binitiated\s+by\s+(?:the\s+)?|\b(?:at|on)\s+(?=[A-Z][\w.’']*\s+(?:initiative|request))|"
    r"\brequested\s+by\s+(?:the\s+)?|\bat\s+the\s+(?=\w+\s+side[’']s\s+(?:initiative|request))",
)
_CALLED_BY = re.compile(
    r"\b(?:received|took|receives|takes)\s+(?:an?\s+)?(?:[a-z]+\s+){0,2}(?:phone\s+|telephone\s+|telephonic\s+)?call\s+from\s+(?:the\s+)?"
)
_OUR_INITIATIVE = re.compile(r"\bat\s+(?:our|his|her)\s+(?:initiative|request)")
_MARGIN = re.compile(
    r"\b(?:as\s+part\s+of\s+(?=the\s+(?:[\w+.’'-]+\s+){0,7}(?:meeting|[Ss]ummit|Conference|Forum|Session|Week|Assembly)\b)|as\s+part\s+of\s+(?=(?:his|her|their|an?)\s+(?:\w+\s+)?(?:trip|travel|tour|visit))(?:his\s+|her\s+|their\s+)?|(?:on|at|in)\s+the\s+(?:margins?|sidelines?|side-lines|fringes?|edges?)\s+of|on\s+the\s+occasion\s+of|as\s+part\s+of\s+(?:his|her|their)\s+participation\s+in|"
    r"within\s+the\s+framework\s+of|in\s+the\s+framework\s+of|on\s+the\s+sidelines\s+at)\s+(?:the\s+|an?\s+)?",
    re.IGNORECASE,
)
_DURING = re.compile(
    r"\b(?:during|at|attending|attend|for)\s+(?:the\s+|this\s+year[’']s\s+)?"
    r"(?=(?:[\w.+’'-]+\s+){0,9}(?:Summit|Conference|Forum|Assembly|Week|Congress|Games|COP\s?\d+|UNGA|(?-i:Council|Meeting))\b)"
    r"(?!(?-i:[a-z]))",
    re.I,
)
# "the first visit of a leader since 2014" counts nothing; "her first visit since taking office" does.
_SINCE = re.compile(r"[^.,;]{0,60}\bsince\s+(?:\d|the\s+\w+\s+of)")
_OTHER_COUNT = re.compile(r"\b(?:anniversary|ahead of|prior to|since|next|before)\b")
# "congratulated … on the occasion of" gives the cause of the greeting, not the margin of a meeting.
_GREETED = re.compile(r"\b(?:congratulat|greet|felicitat|wish)\w*\b[^.]*\Z")
_OCCASION = re.compile(
    r"(?:(?!\s+(?:to|on\s+[A-Z]|today|yesterday|where|which|as\s+well|this\s+(?:week|morning)|held|with|hosted|that)\b)(?!\s+in\s+[A-ZÀ-Þ])(?!\s+and\s+\w+ed\b)[^,.;()]|\((?:[A-Z]\w*[A-Z]\w*)\)|(?<=[A-Z])\.(?=[A-Z]|\w))+"
)
_ORDINAL_VERB = re.compile(
    r"\b(?:held|hold|hosted|co-?hosted|convened|chaired|co-?chaired|met|meet|had|attended|participated|his|her|their|official|concluded|launched|for|took\s+part|opened|at|of|the|during)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A value with the words it was read from (offsets in characters of the text that was searched)."""

    value: Any
    start: int
    end: int


def find_ordinal(text: str) -> Found | None:
    """Return the number of the engagement in its series ("his 20th Japan-Russia Summit Meeting")."""
    for match in _ordinal().finditer(text):
        word = match["word"].lower()
        value = int(re.sub(r"\D", "", word)) if word[0].isdigit() else load("en/engagements")["ordinals"][word]
        before = text[max(0, match.start() - 80) : match.start()]
        only_since = _SINCE.match(text, match.end())
        if not only_since and not _OTHER_COUNT.search(before + match[0]):
            return Found(value, match.start(), match.end())
    return None


def series_of(words: str) -> str | None:
    """Return the printed name of the run that an ordinal counts, without the number ("Japan-Russia Summit Meeting").

    A common noun alone ("third meeting") names no run.
    """
    match = _ordinal().search(words)
    name = " ".join(words[match.end("word") : match.end()].split()) if match else ""
    return name if re.search(r"[A-Z]", name) else None


@cache
def _ordinal() -> re.Pattern[str]:
    vocabulary = load("en/engagements")
    counted = phrase_pattern(vocabulary["counted"])
    words = "|".join(sorted(vocabulary["ordinals"], key=len, reverse=True))
    return re.compile(
        rf"(?:\b(?:the|his|her|their|its|a|an|our)|[’']s?)\s+(?:[a-z-]+\s+)?(?P<word>\d{{1,3}}(?:st|nd|rd|th)|{words})(?:-ever)?\s+"
        rf"(?P<gap>(?:[\w.’'&/+()–-]+\s+){{0,9}}?)(?:{counted})(?:\s+(?:{counted}))*\b(?!\s+Ministers)(?!\s+to\s+the\s+UN)",
        re.IGNORECASE,
    )


def find_minutes(text: str) -> Found | None:
    """Return the length of the engagement in minutes, as a whole number."""
    for match in _lengths(text):
        if not _inside_parens(text, match.start):
            return match
    return None


def find_segments(text: str) -> tuple[EngagementSegment, ...]:
    """Return the parts of the engagement with formats and lengths, where there are two or one has a length."""
    found: list[tuple[int, Format]] = []
    for name, pattern in load("en/engagements")["formats"].items():
        first = re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE).search(text)
        if first:
            found.append((first.start(), Format(name)))
    found.sort()
    lengths = _lengths(text)
    parts: list[EngagementSegment] = []
    for index, (start, kind) in enumerate(found):
        end = found[index + 1][0] if index + 1 < len(found) else min(len(text), start + 140)
        inside = [item.value for item in lengths if start <= item.start < end]
        ahead = [item.value for item in lengths if start - 14 <= item.start < start]
        parts.append(EngagementSegment(kind, (inside or ahead or [None])[0]))
    if len(parts) > 1 or any(part.minutes for part in parts):
        return tuple(parts)
    return ()


def find_initiator(text: str, own: str | None) -> Found | None:
    """Return the side at whose initiative the engagement was held.

    Args:
        text: the beginning of the text.
        own: the publishing side, for "at our initiative".
    """
    match = _INITIATOR.search(text) or _CALLED_BY.search(text)
    if match:
        for mention in find_parties(text[match.end() : match.end() + 90]):
            if mention.start < 60:
                return Found(mention.code, match.start(), match.end() + mention.end)
    ours = _OUR_INITIATIVE.search(text)
    return Found(own, ours.start(), ours.end()) if ours and own and "our" in ours[0] else None


def find_occasion(text: str) -> Found | None:
    """Return the event on whose margins the engagement was held, as printed."""
    for opening in (_MARGIN, _DURING):
        for match in opening.finditer(text):
            name = _OCCASION.match(text, match.end())
            if (
                name
                and not _GREETED.search(text[max(0, match.start() - 80) : match.start()])
                and re.search(r"[A-Z]", name[0])
                and not re.match(r"(?:[A-Z]\w+[’']s|his|her|their)\s+(?:visit|trip|travel)", name[0])
            ):
                return Found(" ".join(name[0].split()), match.end(), match.end() + len(name[0].rstrip()))
    return None


def _lengths(text: str) -> list[Found]:
    if not re.search(r"hour|min", text, re.IGNORECASE):
        return []
    found = [
        Found(_minutes(match), match.start(), match.end())
        for match in _LENGTH.finditer(text)
        if _LASTING.search(text[max(0, match.start() - 30) : match.start()])
        and not _NOT_LENGTH.match(text[match.end() :])
    ]
    halves = []
    for match in _AND_HALF.finditer(text):
        hours = 0.5 if match["half"] else _number(match["number"]) + 0.5
        halves.append(Found(round(hours * 60), match.start(), match.end()))
    kept = [
        item
        for item in found
        if not any(h.start <= item.start < h.end or item.start <= h.start < item.end for h in halves)
    ]
    return sorted(kept + halves, key=lambda item: item.start)


def _minutes(match: re.Match[str]) -> int:
    number = _number(match["number"])
    if match["half"] or match["late"]:
        number += 0.5
    minutes = number * 60 if match["unit"].lower().startswith("h") else number
    return round(minutes + int(match["more"] or 0))


def _number(words: str) -> float:
    words = " ".join(words.lower().split())
    return float(words) if words[0].isdigit() else float(load("en/engagements")["numbers"][words])


def _inside_parens(text: str, at: int) -> bool:
    return text.rfind("(", 0, at) > text.rfind(")", 0, at)
