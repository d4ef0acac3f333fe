"""Which language a text is in, told by its scripts and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from summitry.data import load

_SAMPLE = 2_000
_FEW = 10
_ENOUGH = 40
_SHARE = 0.12
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str, declared: str | None = None) -> str:
    """Return the BCP 47 tag of a text's language, ``und`` where nothing tells.

    Args:
        text: the text; its first few thousand characters are looked at.
        declared: what the input says of itself, believed only for a text too short to tell.
    """
    words = [word.casefold() for word in _WORD.findall(text[:_SAMPLE])]
    letters = "".join(words)
    if not letters:
        return declared or "und"
    script = _script(letters)
    if script:
        return script
    if len(words) < _FEW:
        return declared or "en"
    counts = Counter(words)
    found = {tag: sum(counts[word] for word in stop) for tag, stop in _stop_words().items()}
    best = max(found, key=lambda tag: found[tag])
    if found[best] >= _SHARE * len(words):
        return best
    return "und" if len(words) >= _ENOUGH else declared or "en"


def _script(letters: str) -> str | None:
    if letters.isascii():
        return None
    data = load("languages")
    for tag, pattern in data["scripts"].items():
        share = len(re.findall(pattern, letters)) / len(letters)
        # Japanese is told from Chinese by its syllables, which are far from all of a text.
        if share > (0.1 if tag == "ja" else 0.4):
            narrower = [near for near, own in data["letters"].items() if _hosts(tag, near) and set(own) & set(letters)]
            return narrower[0] if narrower else str(tag)
    return None


def _hosts(script: str, language: str) -> bool:
    return (script, language) in {("ru", "uk"), ("ar", "fa")}


@cache
def _stop_words() -> dict[str, frozenset[str]]:
    return {tag: frozenset(map(str, words)) for tag, words in load("languages")["stop_words"].items()}
