"""Where an engagement was held, as printed."""

from __future__ import annotations

import re

from summitry.reading.en.header.details import Found
from summitry.reading.parties import find_parties

_CITY = r"[A-ZÀ-Þ][\w’'-]+(?:\s+(?:[A-ZÀ-Þ][\w’'-]+|de|del|do|la|el|es|al|of|and\s+the))*?"
_END = r"(?=[\s,.;:)’']|\Z)"
_IN = re.compile(
    r"\b(?:in|to)\s+(?:the\s+(?=[A-Z]\w+\s+(?:Netherlands|Islands))|the\s+margins\s+)?"
    r"(?P<place>(?:The\s+Hague|Washington,\s+D\.?\s?C\.?|[A-ZÀ-Þ][\w’'-]*\w(?:[\s-]+[A-ZÀ-Þ][\w’'-]*\w|\s+(?:de|del|do|la|el|es)\s+[A-ZÀ-Þ]\w+)*"
    r"(?:,\s+(?:the\s+)?[A-ZÀ-Þ][\w’'-]*\w(?:\s+[A-ZÀ-Þ][\w’'-]*\w)*)?))"
)
_AT = re.compile(
    r"\b(?:at|to)\s+(?P<place>(?:the\s+)?(?:[A-ZÀ-Þ][\w’'.-]*\w\s+)*"
    r"(?:White\s+House|Great\s+Hall\s+of\s+the\s+People|House|Palace|Residence|Chancellery|Ministry|Department|Hotel|Pentagon|Embassy|Headquarters|Castle|Office|Center|Centre|Villa|Hall|Ranch|Airport|Base|Kremlin|Observatory|Camp\s+David|Lodge|Club|"
    r"residence|headquarters|Academy|Museum|University|Élysée|Elysee|Elysée|Parliament|Manor|Mar-a-Lago|Chequers|Hyderabad\s+House|Guest\s*house|Guesthouse|State\s+Guest\s*house|Mission|Mission\s+to\s+the\s+United\s+Nations|Downing\s+Street|Blair\s+House|Kantei|Sunnylands)"
    r"(?:\s+(?:of|in)\s+(?:the\s+)?[A-ZÀ-Þ]\w+(?:\s+[A-ZÀ-Þ]\w+)*)?)\b"
)
_MONTHS = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)"
)
_NOT_PLACE = re.compile(
    r"(?:January|February|March|April|May\b|June|July|August|September|October|November|December|\d|English|Russian|Presidential|Person|Attendance|Addition|"
    r"Support|Response|Partnership|Accordance|COVID|Indo-Pacific|Europe\b|Africa\b|Asia\b|Latin|President|Prime|Minister|Secretary|Vice|Foreign|Mr|Ms|H\.E|His\s|Her\s|Chancellor|King|Crown|Ambassador)"
)
_WHEN = re.compile(
    r",?\s+(?=[A-Z]\w*day\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
_COUNTRY_TAIL = re.compile(
    r",\s+(?:who|and|which|where|the(?!\s+(?:Bahamas|Czech|Gambia|Hague|Kingdom|Maldives|Netherlands|Philippines|Republic|United|U\.[KS]))|(?:the\s+)?his|her|President|Prime|Secretary|Vice|Mr|Ms|H\.?E|National|Minister|Foreign|U\.S|US\b|January|February|March|April|June|July|August|September|October|November|December)"
)


def find_place(text: str, at_first: bool = False) -> Found | None:
    """Return the place that a lead or title names; "in X" before "at X" unless ``at_first``."""
    inside, at = _in(text), _AT.search(text)
    house = (
        Found(_fold(re.sub(r"\Athe\s+(?=White)", "", at["place"])), at.start("place"), at.end("place")) if at else None
    )
    if house and (inside is None or at_first):
        return house
    return inside or house or _visited(text)


def _visited(text: str) -> Found | None:
    """Return where a meeting "during a visit to X" was held."""
    match = re.search(
        r"\b(?:visit|trip|travel)\s+to\s+(?:the\s+)?(?P<place>[A-ZÀ-Þ][\w’'-]*\w(?:\s+[A-ZÀ-Þ][\w’'-]*\w)*)", text
    )
    if match is None or _NOT_PLACE.match(match["place"]):
        return None
    return Found(_fold(match["place"]), match.start("place"), match.end("place"))


_TITLE_CITY = re.compile(
    r",\s+(?P<place>[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+)?)"
    r"(?P<day>,?\s+(?:\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s+[A-Z][a-z]+|[A-Z][a-z]+\s+\d{1,2}(?:\s?[-–]\s?\d{1,2})?),?\s+\d{4})?\s*\Z"
)


def title_place(title: str) -> Found | None:
    """Return the place that closes a title: a city with its country, a capital, or a city before a day.

    "… Reduction Facility, Lima, Peru", "… Press Statement, Islamabad", "… Summit, Saint-Malo, 4 December 1998".
    """
    dated = _TITLE_CITY.search(title)
    if dated and not _NOT_PLACE.match(dated["place"]):
        capital = any(m.form == "capital" and (m.start, m.end) == dated.span("place") for m in find_parties(title))
        if dated["day"] or capital:
            return Found(_fold(dated["place"]), *dated.span("place"))
    mention = next((m for m in reversed(find_parties(title)) if m.form == "name"), None)
    if mention is None or title[mention.end :].strip():
        return None
    city = re.search(r"(?P<city>[A-ZÀ-Þ][\w’'-]+),\s+\Z", title[: mention.start])
    if city is None or any(m.end == city.end("city") and m.form != "capital" for m in find_parties(title)):
        return None
    return Found(_fold(title[city.start() : mention.end]), city.start(), mention.end)


def _in(text: str) -> Found | None:
    for match in _IN.finditer(text):
        if match[0].startswith("to"):
            continue
        place = match["place"]
        if _NOT_PLACE.match(place) or _is_event(place):
            continue
        tail = _COUNTRY_TAIL.search(place)
        if tail and not place.startswith("Washington, D"):
            place = place[: tail.start()]
        if re.match(
            r"\s+(?:Summit|Meeting|Conference|Forum|War|Process|Plan|Partnership|Initiative|Framework|Dialogue|Agreement|Declaration|side|and\s+[a-z]+ing)\b",
            text[match.start("place") + len(place) :],
        ):
            continue
        return Found(_fold(place), match.start("place"), match.start("place") + len(place))
    return None


def destination(text: str) -> Found | None:
    """Return where a visit goes to ("travelled to Riyadh", "visit to Australia")."""
    match = re.search(
        r"\b(?:[Vv]isit(?:s|ed|ing)?|[Tt]rip|[Tt]ravel(?:s|led|ed|ling|ing)?|arrive[sd]?|tour|welcom\w+\s[^.]{0,160}?\s(?=to\s))\s*(?:[a-z]+\s+){0,2}?(?:to\s+|in\s+)?(?:the\s+)?"
        r"(?P<place>U\.K\.|U\.S\.|[A-ZÀ-Þ][\w’'-]*\w(?:\s+[A-ZÀ-Þ][\w’'-]*\w)*(?:(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?[A-ZÀ-Þ][\w’'-]*\w(?:\s+(?:of\s+(?:the\s+)?)?[A-ZÀ-Þ]\w+)*)*)",
        text,
    )
    if match is None or _NOT_PLACE.match(match["place"]):
        return None
    place = _WHEN.split(match["place"])[0]
    state = next((m for m in find_parties(place) if m.start == 0 and m.form == "name"), None)
    if state is not None and re.match(r"\s+[A-Z]", place[state.end :]):
        place = place[: state.end]
    return Found(_fold(place), match.start("place"), match.start("place") + len(place))


def _is_event(place: str) -> bool:
    return bool(re.search(r"\b(?:Dialogue|Summit|Meeting|Conference|Forum|Commission|Group|Talks|Session)\b", place))


def _fold(words: str) -> str:
    return " ".join(words.split())
