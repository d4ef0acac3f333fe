"""``summitry documents``: what is in the ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from summitry.cli.options import AsOfOption, Format, FormatOption, LedgerOption, LimitOption, PartiesArgument


def documents(
    parties: PartiesArgument = None,
    publisher: Annotated[
        str | None, typer.Option("--publisher", "-p", metavar="PARTY", help="Only what this party published.")
    ] = None,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TEXT,
    limit: LimitOption = 50,
    ledger: LedgerOption = None,
) -> None:
    """The documents in the ledger, the latest first.

    Example: summitry documents JP NO --publisher NO
    """
    from summitry.cli.asking import nothing, open_ledger, print_answer, question
    from summitry.cli.tables import documents_table
    from summitry.views import documents as view

    asked = question(parties, as_of)
    most = limit if form is Format.TEXT else None
    with open_ledger(ledger) as opened:
        found = view.documents(opened, asked, publisher=publisher, limit=most)
    print_answer(found, form, view.COLUMNS, documents_table, nothing("documents", asked))
