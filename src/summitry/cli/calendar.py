"""``summitry calendar``: what is coming."""

from __future__ import annotations

from typing import Annotated

import typer

from summitry.cli.options import AsOfOption, Format, FormatOption, LedgerOption, LimitOption, PartiesArgument, parse_day


def calendar(
    parties: PartiesArgument = None,
    start: Annotated[str | None, typer.Option("--from", metavar="DAY", show_default="today", help="First day.")] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DAY", help="Last day.")] = None,
    everything: Annotated[bool, typer.Option("--all", "-a", help="What is past too.")] = False,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TEXT,
    limit: LimitOption = 50,
    ledger: LedgerOption = None,
) -> None:
    """What is coming: events, meetings and deadlines, each as exactly dated as the text dates it.

    Example: summitry calendar JP NO

    Example: summitry calendar --from 2025-01-01 --to 2025-12-31
    """
    from summitry.cli.asking import nothing, open_ledger, print_answer, question
    from summitry.cli.tables import calendar_table
    from summitry.views import calendar as view

    asked = question(parties, as_of)
    first = parse_day(start) if start else None if everything else asked.day
    most = limit if form is Format.TEXT else None
    with open_ledger(ledger) as opened:
        found = view.calendar(opened, asked, start=first, end=parse_day(end) if end else None, limit=most)
    print_answer(found, form, view.COLUMNS, calendar_table, nothing("dated entries", asked))
