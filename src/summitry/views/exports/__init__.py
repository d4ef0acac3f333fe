"""Exports: the account in the formats of other tools, one small module a format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from summitry.model.errors import SummitryError
from summitry.views.exports import annotation, csv, events, ftm, gexf, ics, jsonl, parquet, xlsx
from summitry.views.exports.chosen import Chosen, What

__all__ = ["FORMATS", "Chosen", "Format", "What", "export", "file_name"]

_TABLE = tuple(What)
_FINDINGS = (What.COMMITMENTS, What.STATEMENTS, What.ENGAGEMENTS, What.EVENTS)


@dataclass(frozen=True, slots=True)
class Format:
    """A format to export in.

    Args:
        name: as it is asked for.
        title: what it is and for what.
        suffix: of its files, with the dot.
        media_type: as servers name it.
        make: writes it.
        whats: the kinds that can be chosen for it; none where it always holds the same.
    """

    name: str
    title: str
    suffix: str
    media_type: str
    make: Callable[[Chosen], bytes]
    whats: tuple[What, ...] = ()


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ACTS = (What.COMMITMENTS, What.STATEMENTS, What.ENGAGEMENTS)
FORMATS = {
    made.name: made
    for made in (
        Format("csv", "a table for any program", ".csv", "text/csv; charset=utf-8", csv.export, _TABLE),
        Format("xlsx", "a workbook for spreadsheets", ".xlsx", _XLSX, xlsx.export, _TABLE),
        Format("jsonl", "one JSON object a line", ".jsonl", "application/jsonl", jsonl.export, _TABLE),
        Format("parquet", "a typed table for data frames", ".parquet", "application/vnd.apache.parquet",
               parquet.export, _TABLE),
        Format("ics", "a calendar (iCalendar)", ".ics", "text/calendar; charset=utf-8", ics.export),
        Format("ftm", "FollowTheMoney entities", ".ftm.json", "application/json+ftm", ftm.export, _FINDINGS),
        Format("gexf", "a graph for Gephi", ".gexf", "application/gexf+xml", gexf.export),
        Format("annotation", "W3C Web Annotations", ".jsonld", "application/ld+json", annotation.export, _FINDINGS),
        Format("events", "event data: CAMEO and PLOVER rows", ".csv", "text/csv; charset=utf-8", events.export, _ACTS),
    )
}  # fmt: skip


def export(form: str, chosen: Chosen) -> bytes:
    """Return what was chosen in a format; the same ledger and day give the same bytes.

    Args:
        form: one of :data:`FORMATS`.
        chosen: what is exported.

    Raises:
        SummitryError: there is no such format, it does not hold what was chosen, or its library is not installed.
    """
    made = FORMATS.get(form)
    if made is None:
        raise SummitryError(f"there is no format {form[:40]!r}", f"There are: {', '.join(FORMATS)}.")
    if chosen.what and chosen.what not in made.whats:
        held = f"It can hold: {', '.join(made.whats)}." if made.whats else "It always holds the same."
        raise SummitryError(f"{form} does not hold {chosen.what.value} alone", held)
    return made.make(chosen)


def file_name(form: str, chosen: Chosen) -> str:
    """Return a name for the file: the kind or format, the parties, the day where one was asked as of."""
    made = FORMATS[form]
    head = chosen.kind.value if made.whats == _TABLE else {"ics": "calendar"}.get(form, form)
    day = chosen.question.as_of
    return "-".join([head, *chosen.question.parties, *([day.isoformat()] if day else [])]).lower() + made.suffix
