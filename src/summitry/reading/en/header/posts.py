"""Posts as English texts print them: "Minister for Foreign Affairs of Japan", "Head of the Office of the President"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from summitry.data import load
from summitry.model.records import Level
from summitry.reading.parties import Mention
from summitry.reading.trie import phrase_pattern

_CONNECTOR = re.compile(r"\s+(?:of|for|to|on|at|in\s+charge\s+of|with)\s+(?:the\s+|a\s+)?")
# The secretary of a security council ranks with national security advisers.
_COUNCIL = re.compile(r"\b(?:Council|Committee|Commission)\b")
_BELOW = re.compile(r"\b(?:Vice|Deputy|Assistant|Under)\b")
_ANY_WORD = re.compile(r"(?!(?:Mr|Ms|Mrs|Dr|Shri|Smt|His|Her|The|Hon|Sir)\b|H\.E)[A-ZÀ-Þ“\"][\w’'”\"-]*")
_DESIGNATE = re.compile(r"[\s–-]+(?:[Dd]esignate|[Ee]lect|in-Office)\b|\s+(?:ad\s+interim|a\.i\.)")
# Between the parts of one portfolio: "Trade, Tourism and Investment", "Europe and Foreign Affairs".
_BETWEEN = re.compile(r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+|-|/)(?:for\s+|of\s+|the\s+)*")
_AND = re.compile(r"\s+(?:and|&)\s+|\s*/\s*|\s*,\s+(?=(?:\w+,?\s+){1,3}and\s)")
_FIRST = re.compile(r"\w+")
_GLUE = re.compile(r"\s+|\s*[-–/]\s*")

PartiesAt = Mapping[int, Mention]


@dataclass(frozen=True, slots=True)
class Post:
    """A printed post.

    Args:
        start: offset of its first character in the text that was scanned.
        end: offset after its last character.
        head: the words that make it a post ("Prime Minister").
        level: the level of its holder; ``None`` for posts outside the executive.
        party: the side it belongs to, where the post itself names it.
    """

    start: int
    end: int
    head: str
    level: Level | None
    party: str | None


@dataclass(frozen=True, slots=True)
class _Lexicon:
    head: re.Pattern[str]
    modifier: re.Pattern[str]
    portfolio: re.Pattern[str]
    office: re.Pattern[str]
    levels: dict[str, Level | None]
    openings: frozenset[str]


def begins_no_post(text: str, start: int) -> bool:
    """Whether the word at an offset begins no post."""
    word = _FIRST.match(text, start)
    return word is not None and word[0] not in _lexicon().openings


def scan_post(text: str, start: int, parties: PartiesAt, appositive: bool = False) -> Post | None:
    """Return the post that begins at an offset, or ``None``.

    Args:
        text: the text.
        start: offset (in characters) of the first word of the post.
        parties: the parties named in the text, by their start.
        appositive: the post stands after the name, so that every capitalised word can belong to it.
    """
    core = _scan_core(text, start)
    if core is None:
        return None
    head, end = core
    party: str | None = None
    while connector := _CONNECTOR.match(text, end):
        part = _scan_complement(text, connector.end(), parties, appositive)
        if part is None or (connector.end() in parties and connector[0].split()[0] != "of" and not _is_sent(head)):
            break
        end, named = part
        # An envoy for a country is not of it; an adviser to its president is.
        if connector[0].split()[0] == "of" or connector.end() not in parties:
            party = party or named
    if designate := _DESIGNATE.match(text, end):
        end = designate.end()
    level = _level(head, text[start : core[1] - len(head)])
    if head.lower() == "secretary" and _COUNCIL.search(text, core[1], end):
        level = Level.SENIOR_OFFICIAL
    return Post(start, end, head, level, party)


def _level(head: str, before: str) -> Level | None:
    """Return a post's level: the deputy of a minister is a senior official ("Vice Foreign Minister")."""
    level = level_of(head)
    # The Union's High Representative is also a vice-president of its Commission, and ranks with foreign ministers.
    if "High Representative" in before:
        return Level.MINISTERIAL
    return Level.SENIOR_OFFICIAL if level is Level.MINISTERIAL and _BELOW.search(before) else level


def _is_sent(head: str) -> bool:
    """Whether a post can be one "to" or "for" a country: that of an envoy, not of a principal."""
    return level_of(head) in (Level.SENIOR_OFFICIAL, None)


def scan_office(text: str, start: int, parties: PartiesAt) -> tuple[int, str] | None:
    """Return where the office after a name ends and its side ("Vice Premier X of the State Council of …")."""
    connector = _CONNECTOR.match(text, start)
    if connector is None or connector[0].split()[0] != "of":
        return None
    part = _scan_complement(text, connector.end(), parties, appositive=False)
    return (part[0], part[1]) if part and part[1] else None


def level_of(head: str) -> Level | None:
    """Return the level of a post's holder from its head words; ``None`` outside the executive."""
    return _lexicon().levels.get(_fold(head))


def _scan_core(text: str, start: int) -> tuple[str, int] | None:
    """Scan modifiers and heads; return the last head and where it ends."""
    lexicon = _lexicon()
    found: tuple[str, int] | None = None
    position = start
    while True:
        head = lexicon.head.match(text, position)
        word = head or lexicon.modifier.match(text, position)
        if word is None:
            break
        position = word.end()
        if head:
            found = (head[0], position)
        following = _next_core(text, position, lexicon, bool(head))
        if following is None:
            break
        position = following
    return found


def _next_core(text: str, end: int, lexicon: _Lexicon, after_head: bool) -> int | None:
    glue = _GLUE.match(text, end)
    if glue and (lexicon.head.match(text, glue.end()) or lexicon.modifier.match(text, glue.end())):
        return glue.end()
    joined = _AND.match(text, end)
    # "Foreign and Defence Minister": a portfolio goes on, but a head starts a post of its own.
    if joined and not after_head and lexicon.modifier.match(text, joined.end()):
        return joined.end()
    return None


def _scan_complement(text: str, start: int, parties: PartiesAt, appositive: bool) -> tuple[int, str | None] | None:
    party = parties.get(start)
    if party is not None:
        following = re.compile(r"(?:[’']s)?\s+").match(text, party.end)
        inner = scan_post(text, following.end(), parties, appositive) if following else None
        if inner is not None and following and "’" in following[0].replace("'", "’"):
            return inner.end, inner.party or party.code
        return _scan_more(text, party.end, parties, appositive)[0], party.code
    nested = None if _lexicon().office.match(text, start) else scan_post(text, start, parties, appositive)
    if nested is not None:
        return nested.end, nested.party
    first = _part_end(text, start, parties, appositive)
    if first is None:
        return None
    end, named = _scan_more(text, first, parties, appositive)
    return end, named


def _scan_more(text: str, end: int, parties: PartiesAt, appositive: bool) -> tuple[int, str | None]:
    """Go on through the words of a portfolio; return where it ends and the party it names."""
    party: str | None = None
    while between := _BETWEEN.match(text, end):
        position = between.end()
        # "… of the Armed Forces and First Deputy Defence Minister": a second post begins.
        if between[0].strip() and _scan_core(text, position):
            break
        mention = parties.get(position)
        if mention is not None and (between[0].strip() in ("of the", "of", "/") or between[0].isspace()):
            if between[0].isspace() and mention.form == "demonym":
                break
            party, end = party or mention.code, mention.end
            continue
        following = _part_end(text, position, parties, appositive and not between[0].strip().startswith(","))
        if following is None or mention is not None:
            break
        end = following
    return end, party


def _part_end(text: str, start: int, parties: PartiesAt, appositive: bool) -> int | None:
    if start in parties:
        return None
    word = _lexicon().portfolio.match(text, start)
    if word is None and appositive:
        word = _ANY_WORD.match(text, start)
    return word.end() if word else None


@cache
def _lexicon() -> _Lexicon:
    vocabulary = load("en/posts")
    levels: dict[str, Level | None] = {}
    for name, heads in vocabulary["heads"].items():
        for head in heads:
            levels[_fold(head)] = None if name == "other" else Level(name)
    cased = [
        form for head in sorted({h for hs in vocabulary["heads"].values() for h in hs}) for form in (head, head.upper())
    ]
    portfolio = [*vocabulary["portfolio"], *vocabulary["modifiers"], *vocabulary["offices"]]
    modifiers = [*vocabulary["modifiers"], *vocabulary["portfolio"]]
    return _Lexicon(
        re.compile(
            rf"(?:{phrase_pattern(cased)})(?![\w’'])(?!-(?![Ee]lect|[Dd]esignate)\w)|(?:{phrase_pattern(cased)})(?=[’']s?\b)(?!-\w)"
        ),
        re.compile(rf"(?:{phrase_pattern([*modifiers, *(m.upper() for m in modifiers)])})(?![\w’'])"),
        re.compile(
            rf"(?:{phrase_pattern([*portfolio, *(p.upper() for p in portfolio)])})(?!\w)(?:[’']s?(?=\s+[A-Z]))?"
        ),
        re.compile(rf"(?:{phrase_pattern(vocabulary['offices'])})(?![\w’'])"),
        levels,
        frozenset(match[0] for phrase in (*cased, *portfolio, *modifiers) for match in _openings(phrase)),
    )


def _openings(phrase: str) -> Iterator[re.Match[str]]:
    """Yield the first word of a phrase as it is printed, also in capitals."""
    return (match for form in (phrase, phrase.upper()) if (match := _FIRST.match(form)))


def _fold(words: str) -> str:
    return " ".join(words.replace("’", "'").lower().replace("-", " ").split())
