"""Spelling-tolerant keys: of names, whose spelling differs between capitals, and of words."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart into a letter and a mark.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
# Transliterations of one sound: Russian, Ukrainian, Arabic, German and Turkish names in English texts.
_SOUNDS: tuple[tuple[str, str], ...] = (
    ("tch", "ch"), ("sch", "sh"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("ts", "c"), ("tz", "c"), ("ph", "f"),
    ("ck", "k"), ("q", "k"), ("w", "v"), ("ks", "x"), ("ou", "u"), ("oe", "o"), ("ue", "u"), ("ae", "a"),
    ("y", "i"), ("ij", "i"), ("ie", "e"), ("ee", "i"), ("oo", "u"),
)  # fmt: skip
# A word of a name; a hyphen before a small letter does not end it (Eui-yong), one before a capital does.
_NAME = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_A-Z]+)*")
_GIVEN = re.compile(r"[^\W\d_]+[-‐‑][^\W\d_A-Z]+")
_VOWELS = frozenset("aeiou")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def fold(text: str) -> str:
    """Return a text in small letters without marks, white space folded."""
    small = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    apart = unicodedata.normalize("NFKD", small)
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, numbers included."""
    return tuple(re.findall(r"\w+", fold(text)))


def sound(word: str) -> str:
    """Return a name's sound, so that the usual transliterations of one name meet (Zelensky, Zelenskyy, Zelenskiy)."""
    key = "".join(re.findall(r"[a-z]+", fold(word))) or fold(word)
    for spelling, plain in _SOUNDS:
        key = key.replace(spelling, plain)
    key = re.sub(r"(.)\1+", r"\1", key)
    key = re.sub(r"(?:ii?|ei|f+)$", lambda m: "v" if m[0][0] == "f" else "", key) if len(key) > 4 else key
    return key or word


def skeleton(word: str) -> str:
    """Return the first letter and the consonants of a name's sound; short names keep their vowels.

    For comparing people who are known to be of one party on one day: vowels differ most between transliterations.
    """
    key = sound(word)
    bones = key[:1] + "".join(c for c in key[1:] if c not in _VOWELS)
    return bones if len(bones) >= 3 else key


def name_parts(name: str) -> tuple[str, ...]:
    """Return the words of a person's name with the surname first.

    A word in capitals is the surname (ABE Shinzo), and so is the word before a given name whose second part
    is written small (Lee In-young); else it is the last word.
    """
    words = [word for word in _NAME.findall(name) if word.casefold() not in _SUFFIXES]
    if not words:
        return ()
    capital = [word for word in words if len(word) > 1 and word.isupper()]
    surname = words[-1]
    if capital and len(capital) < len(words):
        surname = capital[0]
    elif len(words) > 1 and _GIVEN.fullmatch(words[-1]):
        surname = words[-2]
    rest = list(words)
    rest.remove(surname)
    return (surname, *rest)


def name_key(name: str) -> tuple[str, ...]:
    """Return the skeletons of a person's name, the surname's first."""
    return tuple(skeleton(part) for part in name_parts(name))


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two name keys may be one person: the surname of either is among the words of the other."""
    return bool(one and other) and (one[0] in other or other[0] in one)


def person_key(name: str) -> str:
    """Return a key for a person within a party: the sounds of the name's words, in alphabetical order."""
    return " ".join(sorted(sound(part) for part in name_parts(name))) or fold(name)
