"""iCalendar: what is dated, as all-day entries."""

from __future__ import annotations

from summitry.views.calendar import calendar
from summitry.views.exports.chosen import Chosen
from summitry.views.ics import ics


def export(chosen: Chosen) -> bytes:
    """Return the calendar of a relation, past and to come, as an iCalendar file."""
    parties = chosen.question.parties
    return ics(calendar(chosen.ledger, chosen.question, start=None), f"Summitry {' '.join(parties)}".strip())
