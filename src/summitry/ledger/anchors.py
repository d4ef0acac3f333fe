"""Finding again the record that a decision was about, after a new reading or in a new version of the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from summitry.ledger.fold import words_of
from summitry.model.codec import Json

# Shares of common ground from which two findings are taken for one: of the characters of both spans
# within one text, of the words of both quotes between two versions.
_SAME_SPAN = 0.5
_SAME_WORDS = 0.6


def find(snapshot: Json, candidates: Iterable[Json], *, same_text: bool) -> str | None:
    """Return the id of the candidate that the snapshot has become, or ``None``.

    Args:
        snapshot: the record as it was when decided upon.
        candidates: the records of its kind that the reading finds now.
        same_text: whether both are of one text, so that offsets may be compared.
    """
    best: tuple[float, bool, str] | None = None
    for candidate in candidates:
        if same_text and candidate["id"] == snapshot["id"]:
            return str(candidate["id"])
        share = _spans(snapshot, candidate) if same_text else _words(snapshot, candidate)
        if share < (_SAME_SPAN if same_text else _SAME_WORDS):
            continue
        # Two acts of speech may share a quote: the one with the same words for the act is the same.
        found = (share, _mark(candidate) == _mark(snapshot), str(candidate["id"]))
        if best is None or (found[1], found[0], found[2]) > (best[1], best[0], best[2]):
            best = found
    return best[2] if best else None


def move(data: Json, old: str, text: str) -> Json | None:
    """Return a record's data with all its quotes found in another version of the text, or ``None``.

    Args:
        data: the record.
        old: the text that its offsets refer to.
        text: the version to move it to.
    """
    start = _nearest(text, data["quote"], data["start"] * len(text) // max(len(old), 1))
    if start is None:
        return None
    moved = _shifted(data, start - data["start"], text)
    return moved if isinstance(moved, dict) else None


def _nearest(text: str, quote: str, around: int) -> int | None:
    before, after = text.rfind(quote, 0, around + len(quote)), text.find(quote, around)
    found = [place for place in (before, after) if place >= 0]
    return min(found, key=lambda place: abs(place - around)) if found else None


def _shifted(value: Any, delta: int, text: str) -> Any:
    if isinstance(value, list):
        items = [_shifted(item, delta, text) for item in value]
        return None if any(new is None and old is not None for new, old in zip(items, value, strict=True)) else items
    if not isinstance(value, dict):
        return value
    out = {key: _shifted(item, delta, text) for key, item in value.items()}
    if any(out[key] is None and value[key] is not None for key in out):
        return None
    if "quote" in out:
        start = value["start"] + delta
        if not text.startswith(value["quote"], max(start, 0)):
            found = _nearest(text, value["quote"], start)
            if found is None:
                return None
            start = found
        out["start"], out["end"] = start, start + len(value["quote"])
    return out


def _spans(one: Json, other: Json) -> float:
    common: int = min(one["end"], other["end"]) - max(one["start"], other["start"])
    whole: int = max(one["end"], other["end"]) - min(one["start"], other["start"])
    return max(common, 0) / whole


def _words(one: Json, other: Json) -> float:
    a, b = set(words_of(one["quote"])), set(words_of(other["quote"]))
    return len(a & b) / len(a | b) if a and b else float(one["quote"] == other["quote"])


def _mark(data: Json) -> str:
    return str(data.get("cue") or data.get("form") or "")
