"""Picks the tokens of a parse by whole columns, so that no object is made for those that do not matter."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.attrs import DEP, LOWER, POS, TAG
from spacy.strings import get_string_id
from spacy.tokens import Doc

_ATTRIBUTES = {"dep": DEP, "lower": LOWER, "pos": POS, "tag": TAG}


def pick(doc: Doc, wanted: Iterable[tuple[str, frozenset[str]]]) -> list[int]:
    """Return the offsets of the tokens that have one of the values asked for, in text order.

    Args:
        doc: the parse.
        wanted: attributes ("dep", "lower", "pos", "tag") with the values of which any will do.
    """
    found: set[int] = set()
    for attribute, values in wanted:
        ids = _ids(values)
        found.update(i for i, value in enumerate(doc.to_array(_ATTRIBUTES[attribute]).tolist()) if value in ids)
    return sorted(found)


@cache
def _ids(values: frozenset[str]) -> frozenset[int]:
    return frozenset(int(get_string_id(value)) for value in values)
