"""What comes: the calendar from the day of the brief on."""

from __future__ import annotations

from summitry.views.brief.model import Group, Line, Part
from summitry.views.brief.sources import Sources, names_words
from summitry.views.calendar import Entry, What
from summitry.views.tables import Answer
from summitry.views.words import date_words, printable


def coming_part(found: Answer[Entry], sources: Sources) -> Part:
    """Return the part on the calendar."""
    lines = tuple(_line(entry, sources) for entry in found.rows)
    more = f"{found.left_out} more" if found.left_out else ""
    groups = (Group("", lines, more),) if lines else ()
    return Part("What comes", groups, "" if lines else "No text names a date to come.")


def _line(entry: Entry, sources: Sources) -> Line:
    if entry.what is What.EVENT:
        what = printable(entry.name)
    else:
        kind = "meeting" if entry.what is What.MEETING else "to be done"
        who = names_words(entry.parties, "")
        what = f"{kind}, promised by {who}" if who else kind
    quote = sources.quote(entry.finding, entry.finding.evidence)
    return Line(f"{date_words(entry.when)}: {what}", (quote,), entry.what.value)
