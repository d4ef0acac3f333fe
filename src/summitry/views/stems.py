"""The words of a text with their stems and places, for whatever compares wording rather than letters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from summitry.ledger import likeness

# A word, or a figure; a hyphen parts words, so that "Indo-Pacific" is two. Points hold abbreviations together (U.S.).
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d,.]*\d|\d")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word at its place (``start``–``end``, in characters of the text it was cut from), with its stem."""

    start: int
    end: int
    word: str
    stem: str


def tokens(text: str, offset: int = 0) -> list[Token]:
    """Return the words and figures of a text in order.

    Args:
        text: where to look.
        offset: what to add to places: that of the text within its document.
    """
    found = []
    for match in _TOKEN.finditer(text):
        word = _POSSESSIVE.sub("", match.group())
        found.append(
            Token(offset + match.start(), offset + match.start() + len(word), word, stem(word.replace(".", "")))
        )
    return found


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words in order."""
    return tuple(token.stem for token in tokens(text))


def stem(word: str) -> str:
    """Return a word's stem by the Snowball (Porter 2) algorithm, lower case, without accents."""
    return likeness.stem(plain(word))


def plain(text: str) -> str:
    """Return a text without accents, with straight apostrophes and without possessives."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("’", "'").replace("'s", "")
