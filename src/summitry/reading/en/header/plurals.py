"""Several people under one post in the plural: "Presidents Lang of X and Moreno of Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.reading.en.header.names import scan_name, skip_honorifics
from summitry.reading.en.header.naming import Naming
from summitry.reading.en.header.posts import PartiesAt, Post, level_of

_POSTS = re.compile(
    r"\b(?P<post>(?:(?:Deputy\s+|Vice\s+)?Prime|(?:Deputy\s+)?(?:Foreign|Defen[cs]e|Finance|Trade|Interior|Energy))\s+Minister"
    r"|(?:Vice[\s-])?President|Minister|Chancellor|National\s+Security\s+Advis[eo]r)s\b"
)
_ENDINGS = ("inisters", "residents", "hancellors", "dvisors", "dvisers")
_OF = re.compile(r",?\s+(?:of|from|for)\s+(?:the\s+)?")
_JOIN = re.compile(r",?\s+and\s+(?:of\s+)?(?:the\s+)?|,\s+(?:of\s+)?(?:the\s+)?")
_COMMA = re.compile(r",\s+")
_SPACE = re.compile(r"\s+")
_FEWEST = 2


def find_plurals(text: str, parties: PartiesAt) -> tuple[Naming, ...]:
    """Return the people whom a post in the plural names together, in text order.

    Two orders are read: "Presidents NAME of PARTY and NAME of PARTY", "the Foreign Ministers of PARTY, NAME, and of
    PARTY, NAME". Lists of a single person are left out.
    """
    found: list[Naming] = []
    if not any(word in text for word in _ENDINGS):
        return ()
    for match in _POSTS.finditer(text):
        end, head = match.end(), match["post"]
        post = Post(match.start(), end, head, level_of(head), None)
        by_name = list(_names_first(text, end, post, parties))
        listed = by_name if len(by_name) >= _FEWEST else list(_parties_first(text, end, post, parties))
        if len(listed) >= _FEWEST:
            found.extend(listed)
    return tuple(found)


def _names_first(text: str, position: int, post: Post, parties: PartiesAt) -> Iterator[Naming]:
    gap = _SPACE.match(text, position)
    while gap is not None:
        start = skip_honorifics(text, gap.end())
        name = scan_name(text, start, parties)
        if name is None:
            return
        of = _OF.match(text, name.end)
        mention = parties.get(of.end()) if of else None
        end = mention.end if mention is not None else name.end
        yield Naming(start, end, name, (post,), mention.code if mention is not None else None)
        gap = _JOIN.match(text, end)


def _parties_first(text: str, position: int, post: Post, parties: PartiesAt) -> Iterator[Naming]:
    gap = _OF.match(text, position)
    while gap is not None:
        mention = parties.get(gap.end())
        comma = _COMMA.match(text, mention.end) if mention is not None else None
        start = skip_honorifics(text, comma.end()) if comma else 0
        name = scan_name(text, start, parties) if comma else None
        if mention is None or name is None:
            return
        yield Naming(start, name.end, name, (post,), mention.code)
        gap = _JOIN.match(text, name.end)
