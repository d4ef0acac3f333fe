"""Many phrases as one regular expression: shared beginnings are tested once, the longest phrase wins."""

from __future__ import annotations

import re
from collections.abc import Iterable

_APOSTROPHES = "['’‘]"
_END = ""
Node = dict[str, "Node"]


def phrase_pattern(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, longest first; blanks match any white space, apostrophes each other.

    Raises:
        ValueError: there is no phrase.
    """
    root: Node = {}
    for phrase in phrases:
        node = root
        for character in phrase.replace("’", "'").replace("‘", "'"):
            node = node.setdefault(character, {})
        node[_END] = {}
    if not root:
        raise ValueError("no phrases")
    return _pattern(root)


def _pattern(node: Node) -> str:
    branches = [_character(key) + _pattern(child) for key, child in sorted(node.items()) if key != _END]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    if _END not in node:
        return joined
    return f"(?:{joined})?"


def _character(character: str) -> str:
    if character == " ":
        return r"\s+"
    return _APOSTROPHES if character == "'" else re.escape(character)
