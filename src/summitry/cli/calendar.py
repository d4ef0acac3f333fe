"""``summitry calendar``: what is coming."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from summitry.cli.options import (
    AsOfOption,
    CalendarFormat,
    Format,
    LedgerOption,
    LimitOption,
    PartiesArgument,
    parse_day,
)


def calendar(
    parties: PartiesArgument = None,
    start: Annotated[str | None, typer.Option("--from", metavar="DAY", show_default="today", help="First day.")] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DAY", help="Last day.")] = None,
    everything: Annotated[bool, typer.Option("--all", "-a", help="What is past too.")] = False,
    as_of: AsOfOption = None,
    form: Annotated[
        CalendarFormat, typer.Option("--format", "-f", help="Print a table, JSON, CSV, or a file for your calendar.")
    ] = CalendarFormat.TEXT,
    limit: LimitOption = 50,
    ledger: LedgerOption = None,
) -> None:
    """What is coming: events, meetings and deadlines, each as exactly dated as the text dates it.

    Example: summitry calendar JP NO

    Example: summitry calendar JP NO --format ics > japan-norway.ics
    """
    from summitry.cli.asking import nothing, open_ledger, print_answer, question
    from summitry.cli.tables import calendar_table
    from summitry.views import calendar as view

    asked = question(parties, as_of)
    first = parse_day(start) if start else None if everything else asked.day
    most = limit if form is CalendarFormat.TEXT else None
    with open_ledger(ledger) as opened:
        found = view.calendar(opened, asked, start=first, end=parse_day(end) if end else None, limit=most)
    if form is CalendarFormat.ICS:
        from summitry.views.ics import ics

        sys.stdout.buffer.write(ics(found, f"Summitry {' '.join(asked.parties)}".strip()))
        return
    print_answer(found, Format(form.value), view.COLUMNS, calendar_table, nothing("dated entries", asked))
