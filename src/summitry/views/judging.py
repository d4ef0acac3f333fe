"""What a person says of a finding, in the person's words, as the ledger takes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from summitry.ledger import Finding, FollowUp, Ledger, Shows
from summitry.model.errors import SummitryError
from summitry.model.evidence import Evidence
from summitry.views.review import correction
from summitry.views.words import fold

# The words of a finding can be corrected beside its fields: the quote is moved to where they stand.
QUOTE = "quote"


def corrected_value(ledger: Ledger, finding: Finding, given: Mapping[str, str]) -> dict[str, Any]:
    """Return a correction as the ledger takes it.

    Args:
        ledger: holds the text.
        finding: what is corrected.
        given: fields and their new values as a person writes them; ``quote`` moves the quote to these words.

    Raises:
        SummitryError: nothing is changed, there is no such field, or it cannot have such a value.
    """
    fields = {name: words for name, words in given.items() if name != QUOTE}
    value: dict[str, Any] = correction(finding, fields) if fields or QUOTE not in given else {}
    if QUOTE in given:
        place = _stretch(ledger, finding.document, given[QUOTE], finding.evidence.start)
        value.update(start=place.start, end=place.end)
    return value


def assessed_value(words: str) -> int:
    """Return an assessment: −1, 0 or +1.

    Raises:
        SummitryError: the words are none of them.
    """
    known = {"-1": -1, "−1": -1, "-": -1, "0": 0, "1": 1, "+1": 1, "+": 1}
    if words.strip() not in known:
        raise SummitryError(f"an assessment is -1, 0 or +1, not {words[:40]!r}")
    return known[words.strip()]


def passage_value(ledger: Ledger, document: str, quote: str, shows: str = "") -> dict[str, Any]:
    """Return a passage that speaks of a commitment, as ``link`` and ``unlink`` take it.

    Args:
        ledger: holds the text.
        document: its id or the beginning of it, its source, file name or address.
        quote: words that stand in it once.
        shows: what they show; ``restated`` without it.

    Raises:
        SummitryError: there is no such document, the words do not stand in it or stand in it twice.
    """
    place = _stretch(ledger, ledger.document(document).document, quote)
    value = {"document": place.document, "start": place.start, "end": place.end}
    return {**value, "shows": shown(shows)} if shows else value


def linked_value(other: str, shows: str = "") -> dict[str, Any]:
    """Return another record's id as ``link`` and ``unlink`` take it."""
    return {"to": other, "shows": shown(shows)} if shows else {"to": other}


def follow_up_value(link: FollowUp, shows: str = "") -> dict[str, Any]:
    """Return a passage that the program linked, as ``link`` and ``unlink`` take it; ``shows`` corrects it."""
    place = link.evidence
    return {
        "document": place.document,
        "start": place.start,
        "end": place.end,
        "shows": shown(shows or link.shows.value),
    }


def shown(words: str) -> str:
    """Return what a passage shows.

    Raises:
        SummitryError: the words are nothing that a passage can show.
    """
    known = [item.value for item in Shows if item is not Shows.SILENT]
    if words not in known:
        raise SummitryError(f"a passage cannot show {words[:40]!r}", f"It shows one of: {', '.join(known)}.")
    return words


def _stretch(ledger: Ledger, identity: str, quote: str, near: int | None = None) -> Evidence:
    """The place of words in a text, however its white space runs; of several the one nearest to an offset."""
    words = fold(quote).split()
    if not words:
        raise SummitryError("a quote cannot be empty", "Give the words as they stand in the text.")
    text = ledger.text(identity)
    found = list(re.finditer(r"\s+".join(map(re.escape, words)), text.text))
    if not found:
        raise SummitryError(f"these words do not stand in the text: {fold(quote)[:80]!r}", "Give them as printed.")
    if near is None and len(found) > 1:
        raise SummitryError(f"these words stand in the text {len(found)} times", "Give more of them.")
    best = min(found, key=lambda match: abs(match.start() - (near or 0)))
    return text.evidence(best.start(), best.end())
