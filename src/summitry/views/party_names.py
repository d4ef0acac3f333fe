"""Names of parties by their codes, as pages print them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from summitry.data import load

# A longer name than this is shown by its abbreviation.
_LONG = 26


def party_name(code: str) -> str:
    """Return a party's short name; the code itself where there is none or it is a long one."""
    name = _names().get(code, code)
    return name if len(name) <= _LONG else code


def full_name(code: str) -> str:
    """Return a party's name however long; the code itself where none is known."""
    return _names().get(code, code)


def relation_name(codes: Iterable[str]) -> str:
    """Return the name of a relation: its parties' names with dashes between."""
    return " – ".join(party_name(code) for code in codes)


@cache
def _names() -> dict[str, str]:
    known = {**load("parties/groups"), **load("parties/states")}
    return {code: str(entry["names"][0]) for code, entry in known.items() if entry.get("names")}
