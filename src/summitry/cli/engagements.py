"""``summitry engagements``: who met."""

from __future__ import annotations

from summitry.cli.options import AsOfOption, Format, FormatOption, LedgerOption, LimitOption, PartiesArgument


def engagements(
    parties: PartiesArgument = None,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TEXT,
    limit: LimitOption = 50,
    ledger: LedgerOption = None,
) -> None:
    """Who met, called or visited, the latest first; each document's account is a row of its own.

    Example: summitry engagements JP NO

    Example: summitry engagements --format csv > engagements.csv
    """
    from summitry.cli.asking import nothing, open_ledger, print_answer, question
    from summitry.cli.tables import engagements_table
    from summitry.views import engagements as view

    asked = question(parties, as_of)
    most = limit if form is Format.TEXT else None
    with open_ledger(ledger) as opened:
        found = view.engagements(opened, asked, limit=most)
    print_answer(found, form, view.COLUMNS, engagements_table, nothing("engagements", asked))
