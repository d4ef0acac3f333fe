"""Date expressions of English texts: found, counted from a reference date, written as EDTF."""

from __future__ import annotations

from summitry.reading.en.dates.approach import ahead_of_event
from summitry.reading.en.dates.due import due_of
from summitry.reading.en.dates.finder import DateExpression, find_dates, reference_day, value_of

__all__ = ["DateExpression", "ahead_of_event", "due_of", "find_dates", "reference_day", "value_of"]
