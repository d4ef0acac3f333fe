"""``summitry engagements``: who met."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from summitry.cli.options import AsOfOption, Format, FormatOption, LedgerOption, LimitOption, PartiesArgument


def engagements(
    parties: PartiesArgument = None,
    one_sided: Annotated[
        bool, typer.Option("--one-sided", help="Only those of which a side published no account.")
    ] = False,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TEXT,
    limit: LimitOption = 50,
    ledger: LedgerOption = None,
) -> None:
    """Who met, called or visited, the latest first; each document's account is a row of its own.

    Example: summitry engagements JP NO

    Example: summitry engagements JP NO --one-sided

    Example: summitry engagements --format csv > engagements.csv
    """
    from summitry.cli.asking import nothing, open_ledger, print_answer, question
    from summitry.cli.output import stderr
    from summitry.cli.tables import engagements_table
    from summitry.views import engagements as view

    asked = question(parties, as_of)
    most = limit if form is Format.TEXT else None
    with open_ledger(ledger) as opened:
        published = opened.counts().get("publisher", {})
        found = view.engagements(opened, asked, one_sided=one_sided, limit=most)
    # Silence says nothing of a side whose texts nobody took in.
    unknown = sorted({code for line in found for code in line.silent} - set(published)) if one_sided else []
    if unknown:
        stderr().print(f"the ledger holds no document by {', '.join(unknown)} at all", style="yellow", soft_wrap=True)
    render = partial(engagements_table, silent=one_sided)
    print_answer(found, form, view.COLUMNS, render, nothing("engagements", asked))
