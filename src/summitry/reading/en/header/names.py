"""People's names as printed: initials, particles, suffixes; and the honorifics before them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from summitry.data import load
from summitry.reading.en.header.posts import PartiesAt
from summitry.reading.trie import phrase_pattern

_TOKEN = re.compile(r"[^\W\d_](?:[\w’'‘ʻ-]*\w)?")
# A word that nothing joins to the next (no hyphen, apostrophe or full stop), and the word in small letters after it.
_PLAIN = re.compile(r"([^\W\d_]+)(?![\w’'‘ʻ.-])(?:[ \n](?P<next>[a-z]+)\b)?")
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr)\b\.?|\s+(?:[IVX]{1,4})\b(?!\.)")
_POSSESSIVE = re.compile(r"[’']s?$")
_ARTICLE = re.compile(r"^(?:al|el|an|as|ash|ad|az|ar|at)-(?=\w{2})")
# "Shia’ al-Sudani": an apostrophe before an article is no possessive.
_ARABIC = re.compile(r"(?<=[a-z])[’']?\s+[Aa]l[\s-]")
_MONTH_DAY = re.compile(r"\s+\d")
_LONGEST = 8
# Month, compass and common words that are also family names, when they are not the first word of a name.
_ALSO_NAMES = frozenset(
    {"May", "March", "West", "North", "East", "Young", "House", "Post", "Day", "Park", "English", "Major", "Church"}
)
# Names that are also small words ("He Lei", "Tran Van An"): read as names beside another name.
_SHORT_NAMES = frozenset({"He", "An", "So", "No", "You", "My"})
_NEXT_NAME = re.compile(r"\s+[A-ZÀ-Þ][a-zà-ÿ’'-]+")
_SAME_SPELLING = 0.78


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name without honorific, at its offsets in the text that was scanned."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Lexicon:
    honorific: re.Pattern[str]
    post_head: re.Pattern[str]
    particles: frozenset[str]
    never: frozenset[str]
    postnominals: frozenset[str]
    openings: frozenset[str]


def skip_honorifics(text: str, start: int) -> int:
    """Return the offset after the honorifics that begin at an offset (the same offset where there are none)."""
    position = start
    while match := _lexicon().honorific.match(text, position):
        position = match.end()
    return position


def begins_no_name(text: str, start: int) -> bool:
    """Whether the word at an offset begins neither an honorific nor a name of several words ("The", "Peace is")."""
    lexicon = _lexicon()
    word = _PLAIN.match(text, start)
    if word is None or len(word[1]) == 1 or word[1] in _SHORT_NAMES or word[1] in lexicon.openings:
        return False
    return word[1] in lexicon.never or (word["next"] is not None and word["next"] not in lexicon.particles)


def scan_name(text: str, start: int, parties: PartiesAt) -> Name | None:
    """Return the name that begins at an offset, or ``None``."""
    lexicon = _lexicon()
    end, position, words = start, start, 0
    while words < _LONGEST and (token := _TOKEN.match(text, position)):
        word = token[0] if _ARABIC.match(text, token.end()) else _POSSESSIVE.sub("", token[0])
        head, hyphen, rest = word.partition("-")
        particle = word in lexicon.particles
        joined = hyphen and head.lower() in lexicon.particles and rest[:1].isupper()
        if not particle and not joined and not _is_name_word(text, token.start(), word, parties, bool(words)):
            break
        if lexicon.post_head.match(text, token.start()):
            break
        position = token.start() + len(word)
        if _ARABIC.match(text, position):
            position += text[position : position + 1] in "’'"
        if not particle:
            words += 1
            position = _with_stop(text, position, word)
            end = position
        if words and (nickname := _NICKNAME.match(text, position)):
            position = nickname.end()
        if word != token[0] or not (gap := re.compile(r"[ \u00a0]+|\s*\n\s*(?!\n)|\s+").match(text, position)):
            break
        position = gap.end()
    if not words:
        return None
    if suffix := _SUFFIX.match(text, end):
        end = suffix.end()
    return Name(start, end, " ".join(text[start:end].split()))


def _is_name_word(text: str, start: int, word: str, parties: PartiesAt, inside: bool) -> bool:
    lexicon = _lexicon()
    if not word[0].isupper() or word in lexicon.postnominals:
        return False
    if inside and word in _ALSO_NAMES:
        return not _MONTH_DAY.match(text, start + len(word))
    if word in _SHORT_NAMES and (inside or _NEXT_NAME.match(text, start + len(word))):
        return True
    if len(word) == 1 and text[start + 1 : start + 3] == ". " and start not in parties:
        return True
    if any(part in lexicon.never or part.title() in lexicon.never for part in (word, *word.split("-")[bool(inside) :])):
        return False
    mention = parties.get(start)
    # "Lisa Monaco": a family name that is also a country's or a city's.
    return mention is None or (
        inside and mention.form in ("name", "capital") and mention.end == start + len(word) and not word.isupper()
    )


def _with_stop(text: str, end: int, word: str) -> int:
    """Take the full stop that belongs to an initial or an abbreviation."""
    return end + 1 if text[end : end + 1] == "." and (len(word) == 1 or word in ("St", "Md", "Jr", "Sr")) else end


@cache
def postnominals() -> re.Pattern[str]:
    """Return the pattern of what is printed after a name and is not part of it ("MP", "AC")."""
    return re.compile(rf"(?:,?\s+(?:{phrase_pattern(load('en/posts')['postnominals'])})(?!\w))+")


# A name by which somebody goes, between given and family name ("Joko “Jokowi” Widodo").
_NICKNAME = re.compile(r"\s[“\"‘(][A-ZÀ-Þ][\w-]+[”\"’)](?=\s[A-ZÀ-Þ])")


@lru_cache(maxsize=4096)
def name_key(name: str) -> tuple[str, ...]:
    """Return a name's words without accents, case, initials, particles and suffixes: what names are compared by."""
    folded = unicodedata.normalize("NFKD", name.replace("’", "'"))
    plain = "".join(c for c in folded if not unicodedata.combining(c)).lower().replace("ı", "i").replace("ł", "l")
    words = re.findall(r"[^\W\d_][\w'-]*", plain)
    words = [_ARTICLE.sub("", word) for word in words]
    drop = {"jr", "sr", "ii", "iii", "iv", "vi"}
    return tuple(w for w in words if w not in drop and w not in _lexicon().particles and len(w) > 1) or tuple(words)


@lru_cache(maxsize=4096)
def same_person(one: str, other: str) -> bool:
    """Whether two printed names can be one person's: one holds the other's words, or they differ in spelling only."""
    first, second = sorted((name_key(one), name_key(other)), key=len)
    if not first:
        return False
    if len(first) == len(second) > 1:
        return all(_alike(a, b) for a, b in zip(first, second, strict=True)) or set(first) == set(second)
    if len(first) > 1:
        return all(any(_alike(word, other) for other in second) for word in first)
    return any(_alike(first[0], word) for word in {second[0], second[-1]}) or first[0] in second


def same_initial(one: str, other: str) -> bool:
    """Whether two full names share the family name and the first letter ("Joe Biden", "Joseph R. Biden, Jr.")."""
    first, second = name_key(one), name_key(other)
    return len(first) > 1 and len(second) > 1 and first[-1] == second[-1] and first[0][0] == second[0][0]


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    return len(one) > 4 and one[0] == other[0] and SequenceMatcher(None, one, other).ratio() >= _SAME_SPELLING


@cache
def _lexicon() -> _Lexicon:
    vocabulary = load("en/posts")
    honorifics = vocabulary["honorifics"]
    heads = [
        h
        for name, hs in vocabulary["heads"].items()
        for h in hs
        if " " not in h and h not in ("Pope", "King", "Justice")
    ]
    return _Lexicon(
        re.compile(
            rf"(?:{phrase_pattern([*honorifics, *(h.upper() for h in honorifics if len(h) > 2)])})(?!\w)\.?,?\s+"
        ),
        re.compile(rf"(?:{phrase_pattern([*heads, *(h.upper() for h in heads)])})(?![\w-])"),
        frozenset(vocabulary["particles"]),
        frozenset(vocabulary["not_names"]),
        frozenset(vocabulary["postnominals"]),
        frozenset(word for h in honorifics for first in [re.split(r"\W", h)[0]] for word in (first, first.upper())),
    )
