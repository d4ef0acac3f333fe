"""Time state: where a commitment's window stands on a given day. It says nothing of what was done."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from summitry.model.edtf import Edtf


class TimeState(StrEnum):
    """The calendar's word on a commitment.

    ``open``: its window has not begun, or has no end. ``due``: the day lies in the window.
    ``overdue``: the window has closed. ``undated``: no window was given.
    """

    OPEN = "open"
    DUE = "due"
    OVERDUE = "overdue"
    UNDATED = "undated"


def time_state(due: Edtf | None, as_of: date) -> TimeState:
    """Return the time state of a window on a day.

    A window without a beginning ("by the end of the year") is due from its last calendar unit on: the year
    for a year, the month for a month or a day. One without an end ("from 2018 onwards") stays open.
    """
    if due is None:
        return TimeState.UNDATED
    first, last = due.bounds
    if last is None:
        return TimeState.OPEN
    if as_of > last:
        return TimeState.OVERDUE
    begins = first or _last_unit(due, last)
    return TimeState.DUE if as_of >= begins else TimeState.OPEN


def _last_unit(due: Edtf, last: date) -> date:
    end = due.value.rpartition("/")[2]
    return last.replace(month=1, day=1) if end.count("-") == 0 else last.replace(day=1)
