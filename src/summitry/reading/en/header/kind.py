"""What sort of text this is: by its title, its opening and whether people speak in it."""

from __future__ import annotations

import re
from functools import cache

from summitry.data import load
from summitry.model.document import Document, SegmentKind
from summitry.model.records import DocumentKind

_WE = re.compile(r"\s*(?:1\.\s*)?We,\s+(?:the\s+)?[A-Z\w]")
_ADOPTED = re.compile(
    r"(?:the\s+)?(?:text\s+of\s+the\s+)?following\s+(?:\w+\s+){0,3}(?:statement|declaration|communiqu[eé])\s+(?:was|is)\s+"
    r"(?:\w+\s+)?(?:adopted|released|issued|made|agreed|endorsed)\s+(?:\w+\s+)?by\s+the\s+(?:governments?|ministers|leaders|foreign|heads|secretar)",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:met|spoke|talked|co-?chaired|(?:held|had|conducted)\s+(?:an?\s+|his\s+|her\s+|their\s+)?(?:[\w-]+\s+){0,5}"
    r"(?:meeting|talks?|conversation|call|consultations|videoconference|conference|discussions?|council|dialogue|session)|hosted|received|visited|attended|concluded|travell?ed|(?:meeting|summit|session|round|talks|dialogue|consultations)\b[^.;]{0,90}?\s(?:was|were)\s+(?:\w+\s+)?(?:held|convened)|took\s+place|(?:honou?r|pleasure|privilege)\s+to\s+(?:welcome|host|receive))\b",
    re.IGNORECASE,
)
_TO_MEDIA = re.compile(
    r"\b(?:conversation|talking|speaking|spoke|interview|briefing|press\s+conference|answer\w*\s+questions?)\s+(?:with|to|for|from|of)\s+(?:the\s+)?"
    r"(?:representatives\s+of\s+(?:the\s+)?)?(?:[\w-]+\s+){0,2}(?:media|journalists?|press|reporters)\b|\bjoint\s+press\s+conference\b|\bvideo\s+address\b",
    re.IGNORECASE,
)
_AFTER_TALKS = re.compile(r"\bpress\s+statement\s+(?:following|after)\b", re.I)
_FUTURE = re.compile(
    r"\bwill\s+(?:host|visit|travel|welcome|meet|make|pay|lead|undertake|be\s+(?:visiting|travell?ing))\b|"
    r"\blooks?\s+forward\s+to\s+(?:welcoming|hosting)|\bis\s+scheduled\s+to\b|\bwill\s+be\s+visiting\b|\bplans?\s+to\s+(?:travel|visit)"
)
_SPOKEN = re.compile(r"\b(?:PRIME MINISTER|PRESIDENT|SECRETARY|JOURNALIST|QUESTION|MINISTER|Q):|^Q\b")
_GOVERNMENTS = re.compile(
    r"\s*The\s+(?:[Gg]overnments?|[Ff]oreign\s+[Mm]inisters|[Ll]eaders|[Mm]inisters|Heads)\s+of\s+[^.]{0,80}?(?:,|\sand\s)"
)
_SPEAKER = re.compile(r"\s*[A-Z][A-Z .’']{4,60}:")
_MOSTLY = 0.5


def read_kind(document: Document, whole: str, opening: str) -> DocumentKind:
    """Return the kind of a document.

    Args:
        document: the document.
        whole: the beginning of its body, the office's preface included.
        opening: the beginning of its body without the preface.
    """
    title = document.meta.title or ""
    spoken = _spoken_share(document) > _MOSTLY or bool(_SPOKEN.search(opening))
    by_title = _by_title(title)
    if by_title is DocumentKind.JOINT_STATEMENT and spoken and _SPEAKER.match(opening):
        return DocumentKind.PRESS_REMARKS
    if by_title in (DocumentKind.READOUT, DocumentKind.ANNOUNCEMENT, None) and spoken:
        return DocumentKind.PRESS_REMARKS
    if by_title in (DocumentKind.READOUT, None) and "statement" in title.lower() and _GOVERNMENTS.match(opening):
        return DocumentKind.JOINT_STATEMENT
    if _WE.match(opening) or _ADOPTED.search(whole[:400]):
        return by_title if by_title is DocumentKind.COMMUNIQUE else DocumentKind.JOINT_STATEMENT
    if by_title in (DocumentKind.READOUT, None) and _FUTURE.search(_lead(opening)) and not _MET.search(_lead(opening)):
        return DocumentKind.ANNOUNCEMENT
    if by_title is DocumentKind.ANNOUNCEMENT and _MET.search(_lead(opening)) and not _FUTURE.search(_lead(opening)):
        return DocumentKind.READOUT
    if by_title in (DocumentKind.READOUT, None) and _is_to_media(_lead(opening)):
        return DocumentKind.PRESS_REMARKS
    if by_title is DocumentKind.PRESS_REMARKS and not spoken and _AFTER_TALKS.search(title) and _reports(opening):
        return DocumentKind.READOUT
    if by_title is not None:
        return by_title
    return DocumentKind.READOUT if _MET.search(_lead(opening)) else DocumentKind.OTHER


def _spoken_share(document: Document) -> float:
    """Return how much of the body is said by a speaker that the transcript names (0 to 1)."""
    body = [
        s for s in document.segments if s.kind in (SegmentKind.PARAGRAPH, SegmentKind.LIST_ITEM, SegmentKind.SUMMARY)
    ]
    whole = sum(s.end - s.start for s in body)
    return sum(s.end - s.start for s in body if s.speaker) / whole if whole else 0.0


def _is_to_media(lead: str) -> bool:
    """Whether a text is about words to the media, rather than about talks that were followed by such."""
    media, met = _TO_MEDIA.search(lead), _MET.search(lead)
    return media is not None and (met is None or met.end() > media.start())


def _reports(opening: str) -> bool:
    """Whether a text opens with the report of a meeting, in the third person."""
    sentence = _lead(opening).partition(". ")[0]
    return bool(_MET.search(sentence)) and not re.search(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b", sentence)


def _lead(opening: str) -> str:
    return opening[:500]


def _by_title(title: str) -> DocumentKind | None:
    for kind, wanted, unless in _rules():
        if wanted.search(title) and not (unless and unless.search(title)):
            return kind
    return None


@cache
def _rules() -> tuple[tuple[DocumentKind, re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple(
        (
            DocumentKind(rule["kind"]),
            re.compile(rule["title"].replace("[’']", "['’]"), re.IGNORECASE),
            re.compile(rule["unless"], re.IGNORECASE) if "unless" in rule else None,
        )
        for rule in load("en/kinds")
    )
