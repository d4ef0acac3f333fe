"""The time by which an undertaking is to be done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from summitry.model.edtf import Edtf
from summitry.reading.en.dates.finder import DateExpression, find_dates


def due_of(text: str, reference: Edtf | date | str | None = None) -> DateExpression | None:
    """Return the due time of an undertaking, with the preposition in its words, or ``None`` where none is given.

    A date still to come is preferred to one without a value ("shortly"), that to the length of the work
    ("over five years", which has no value) and that to an undated event ("at the G20 Osaka Summit").

    Args:
        text: the words of the undertaking.
        reference: the engagement's date, or that of publication.

    Raises:
        RecordError: ``reference`` is a string that is not EDTF.
    """
    ranked = [(rank, e) for e in find_dates(text, reference, "future") if (rank := _rank(text, e)) is not None]
    if not ranked:
        return None
    best = min(ranked, key=lambda pair: pair[0])[1]
    return replace(best, text=text[best.full_start : best.end], start=best.full_start)


def _rank(text: str, expression: DateExpression) -> int | None:
    if expression.value and expression.role != "past":
        return 0
    if expression.role == "deadline":
        return 3 if expression.rule == "date:event" else 1
    return 2 if expression.role == "duration" and text[expression.full_start :].lower().startswith("over ") else None
