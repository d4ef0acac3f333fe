"""``summitry commitments``: what was promised."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from summitry.cli.options import AsOfOption, Format, FormatOption, LedgerOption, LimitOption, PartiesArgument


class State(StrEnum):
    """What a commitment can be asked for by: the status from evidence, the time state from the calendar."""

    OPEN = "open"
    DUE = "due"
    OVERDUE = "overdue"
    UNDATED = "undated"
    FULFILLED = "fulfilled"
    PARTLY = "partly"
    RESTATED = "restated"
    SLIPPED = "slipped"
    SUPERSEDED = "superseded"
    SILENT = "silent"


class Kind(StrEnum):
    """Kinds of commitment."""

    ENGAGEMENT = "engagement"
    DELIVERABLE = "deliverable"
    CONTINUING = "continuing"


def commitments(
    parties: PartiesArgument = None,
    status: Annotated[
        list[State] | None, typer.Option("--status", "-s", help="Only these; may be given more than once.")
    ] = None,
    kind: Annotated[list[Kind] | None, typer.Option("--kind", "-k", help="Only these kinds.")] = None,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TEXT,
    limit: LimitOption = 50,
    ledger: LedgerOption = None,
) -> None:
    """What was promised, by whom, by when, the earliest deadline first.

    Two words stand before each: the time state comes from the calendar (open, due, overdue, undated), the status from
    what later texts say; silent means that they say nothing.

    Example: summitry commitments JP NO --status overdue

    Example: summitry commitments --as-of 2025-06-01 --format csv > commitments.csv
    """
    from summitry.cli.asking import nothing, open_ledger, print_answer, question
    from summitry.cli.tables import commitments_table
    from summitry.views import commitments as view

    asked = question(parties, as_of)
    states = frozenset(item.value for item in status or ())
    kinds = frozenset(item.value for item in kind or ())
    # A table has an end that a person reads to; a program gets everything.
    most = limit if form is Format.TEXT else None
    with open_ledger(ledger) as opened:
        found = view.commitments(opened, asked, states=states, kinds=kinds, limit=most)
    print_answer(found, form, view.COLUMNS, commitments_table, nothing("such commitments", asked))
