"""Words by stem and amounts in figures: what likeness of two texts is measured by."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import snowballstemmer

_AMOUNTS = {"billion": 1e9, "bn": 1e9, "million": 1e6, "mn": 1e6, "thousand": 1e3, "trillion": 1e12}
# A figure, and the word that multiplies it.
AMOUNT = r"(?<![\w.-])(\d[\d,]*(?:\.\d+)?)(?:\s+(billion|bn|million|mn|thousand|trillion))?"
_QUANTITY = re.compile(rf"([$€£¥]\s?)?{AMOUNT}(?:\s+([a-z]\w+))?", re.I)
_MANY = "many"
_MONEY = frozenset({"dollars", "euros", "pounds", "yen", "usd", "eur", "aud"})


def plain(text: str) -> str:
    """Return a text without accents, its apostrophes straight."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("’", "'")


def stem(word: str) -> str:
    """Return a word's stem by the Snowball (Porter 2) algorithm, lower case, without accents."""
    return _stem(plain(word).lower())


def quantities(text: str) -> dict[str, float]:
    """Return the largest amount of each thing that a text gives in figures ("30 boats", "$5 million"), by its stem.

    Money is of the unit ``$``; what goes into the hundred thousands is of one unit, whatever its name. Years
    and numbers below ten are left out.
    """
    out: dict[str, float] = {}
    for match in _QUANTITY.finditer(text):
        value = amount(match[2], match[3])
        money = match[1] or (match[4] or "").lower() in _MONEY
        unit = "$" if money else _MANY if value >= 1e5 else stem(match[4] or "")
        if unit and value >= 10 and not (1900 <= value <= 2100 and not match[3]):
            out[unit] = max(value, out.get(unit, 0.0))
    return out


def amount(figure: str, multiplier: str | None) -> float:
    """Return the amount that a printed figure ("1,200.5") and its multiplier ("million") say."""
    return float(figure.replace(",", "")) * _AMOUNTS.get((multiplier or "").lower(), 1)


@cache
def _stem(word: str) -> str:
    return str(snowballstemmer.stemmer("english").stemWord(word))
