"""Picks the tokens of a parse by whole columns, so that no object is made for those that do not matter."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np
from numpy.typing import NDArray
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
    found = np.zeros(len(doc), dtype=bool)
    for attribute, values in wanted:
        column = doc.to_array([_ATTRIBUTES[attribute]]).reshape(-1)
        found |= np.isin(column, _ids(values))
    return [int(i) for i in found.nonzero()[0]]


@cache
def _ids(values: frozenset[str]) -> NDArray[np.uint64]:
    return np.array([get_string_id(value) for value in sorted(values)], dtype=np.uint64)
