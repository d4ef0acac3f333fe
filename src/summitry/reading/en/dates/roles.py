"""What a date does in its sentence: the time of what is told, past, still to come, or a length."""

from __future__ import annotations

from datetime import date

from summitry.reading.en.dates.nearest import Tense
from summitry.reading.en.dates.nodes import Bound, Horizon, Node, Rest, Role, Undated
from summitry.reading.en.dates.stretch import Stretch

# A period longer than this is an age, in which nothing is due ("the challenges of the 21st century").
_AGE_DAYS = 20 * 366


def role_of(node: Node, value: Stretch | None, reference: date | None, tense: Tense | None) -> Role:
    """Return the role of an expression."""
    if isinstance(node, Undated):
        return node.role or _of_tense(tense, "past")
    if isinstance(node, Horizon):
        return "past" if node.sign < 0 else "deadline"
    if value is None or reference is None:
        return _of_tense(tense, "time")
    if isinstance(node, Rest) and value.first != value.last:
        return "deadline" if value.last > reference else "past"
    if isinstance(node, Bound):
        return _of_bound(value, reference, tense)
    if value.last < reference:
        return "past"
    if value.first > reference:
        return "deadline"
    age = (value.last - value.first).days > _AGE_DAYS
    return "deadline" if tense == "future" and not age else "time"


def _of_bound(value: Stretch, reference: date, tense: Tense | None) -> Role:
    if value.low is None:
        over = value.last < reference or (value.last == reference and tense != "future")
        return "past" if over else "deadline"
    if value.low.first < reference <= value.low.last:
        return "past" if tense == "past" else "deadline"
    return "past" if value.first <= reference else "deadline"


def _of_tense(tense: Tense | None, otherwise: Role) -> Role:
    return {"past": "past", "future": "deadline"}.get(tense or "", otherwise)  # type: ignore[return-value]
