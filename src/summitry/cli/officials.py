"""``summitry officials``: who held which post, as the texts print it."""

from __future__ import annotations

from typing import Annotated

import typer

from summitry.cli.options import AsOfOption, Format, FormatOption, LedgerOption, LimitOption, PartiesArgument


def officials(
    parties: PartiesArgument = None,
    words: Annotated[
        str, typer.Option("--words", "-w", metavar="WORDS", help="Only those with these words in name or post.")
    ] = "",
    as_of: AsOfOption = None,
    form: FormatOption = Format.TEXT,
    limit: LimitOption = 50,
    ledger: LedgerOption = None,
) -> None:
    """The officials of parties with their posts, learnt from the texts themselves: first and last seen.

    Example: summitry officials JP NO

    Example: summitry officials --words "foreign minister"
    """
    from summitry.cli.asking import nothing, open_ledger, print_answer, question
    from summitry.cli.following import officials_table
    from summitry.views import persons as view

    asked = question(parties, as_of)
    with open_ledger(ledger) as opened:
        found = view.officials(opened, asked, words, limit=limit if form is Format.TEXT else None)
    print_answer(found, form, view.COLUMNS, officials_table, nothing("officials", asked))
