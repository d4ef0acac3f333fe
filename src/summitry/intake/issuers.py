"""Whose text it is: from what an input names as its publisher, and from its address's host."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from babel import Locale

from summitry.data import load

_CODE = re.compile(r"[A-Z]{2}|EU|UN|NATO|ASEAN|G7|G20|OSCE|APEC|BRICS|SCO|CIS|EAEU|OECD|IAEA|GCC|CARICOM|ECOWAS")


def from_name(name: str) -> str | None:
    """Return the code of a side named by its code or its English name, or ``None`` if it is not known."""
    name = name.strip()
    if _CODE.fullmatch(name):
        return name if len(name) > 2 or name in _territories() or name in {"EU", "UN", "G7"} else None
    folded = name.casefold().removeprefix("the ").strip()
    known: dict[str, str] = load("issuers")["names"]
    return known.get(folded) or known.get(name.casefold()) or _names().get(folded)


def from_url(url: str) -> str | None:
    """Return the code of the side whose host an address names, or ``None`` if the host is no government's we know."""
    try:
        host = (urlsplit(url).hostname or "").lower().rstrip(".")
    except ValueError:
        return None
    data = load("issuers")
    labels = host.split(".")
    for first in range(len(labels)):
        if code := data["hosts"].get(".".join(labels[first:])):
            return str(code)
    if len(labels) > 2 and len(labels[-1]) == 2 and set(labels[:-1]) & set(data["government_labels"]):
        code = data["country_domains"].get(labels[-1], labels[-1].upper())
        return str(code) if code in _territories() else None
    return None


@cache
def _territories() -> frozenset[str]:
    return frozenset(str(code) for code in Locale("en").territories if re.fullmatch("[A-Z]{2}", str(code)))


@cache
def _names() -> dict[str, str]:
    return {
        str(name).casefold(): str(code) for code, name in Locale("en").territories.items() if code in _territories()
    }
