"""Which lasting issues a stretch of text names, by the vocabulary of issues."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from summitry.data import load
from summitry.views.stems import Token, stems, tokens


@dataclass(frozen=True, slots=True)
class Lasting:
    """An issue of the vocabulary; ``party`` is the code of the party it is about, if it is about one."""

    key: str
    name: str
    party: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """An issue named at a place (``start``–``end``, in characters of the text)."""

    key: str
    start: int
    end: int


def lasting() -> dict[str, Lasting]:
    """Return the issues of the vocabulary by key."""
    return _vocabulary()[0]


def named_in(text: str, parties: Collection[str] = ()) -> tuple[Named, ...]:
    """Return the issues that a text names, in text order; where names overlap the longest counts.

    Args:
        text: where to look.
        parties: codes of those who talk: an issue about one of them is none between them.
    """
    issues, words = _vocabulary()
    left_out = {issue.key for issue in issues.values() if issue.party in parties}
    return tuple(found for found in _scan(tokens(text), words) if found.key not in left_out)


def _scan(found: Sequence[Token], words: dict[str, list[tuple[tuple[str, ...], str]]]) -> Iterator[Named]:
    at = 0
    while at < len(found):
        for sequence, key in words.get(found[at].stem, ()):
            if tuple(token.stem for token in found[at : at + len(sequence)]) == sequence:
                yield Named(key, found[at].start, found[at + len(sequence) - 1].end)
                at += len(sequence) - 1
                break
        at += 1


@cache
def _vocabulary() -> tuple[dict[str, Lasting], dict[str, list[tuple[tuple[str, ...], str]]]]:
    """The issues, and their words by first stem, the longest first."""
    issues: dict[str, Lasting] = {}
    words: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, entry in load("en/issues")["issues"].items():
        issues[key] = Lasting(key, entry["name"], entry.get("party"))
        for printed in entry["words"]:
            sequence = stems(printed)
            words.setdefault(sequence[0], []).append((sequence, key))
    for listed in words.values():
        listed.sort(key=lambda item: -len(item[0]))
    return issues, words
