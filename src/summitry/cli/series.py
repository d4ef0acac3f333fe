"""``summitry series``: how often, and which numbers are missing."""

from __future__ import annotations

from summitry.cli.options import AsOfOption, Format, FormatOption, LedgerOption, LimitOption, PartiesArgument


def series(
    parties: PartiesArgument = None,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TEXT,
    limit: LimitOption = 50,
    ledger: LedgerOption = None,
) -> None:
    """The runs of like engagements by their printed numbers, with gaps and contradictions.

    A number that no document tells of is a row of its own; what accounts contradict each other in stands beside
    the engagements that it is about.

    Example: summitry series JP NO

    Example: summitry series --format csv > series.csv
    """
    from summitry.cli.asking import nothing, open_ledger, print_answer, question
    from summitry.cli.following import series_table
    from summitry.views import series as view

    asked = question(parties, as_of)
    with open_ledger(ledger) as opened:
        found = view.series(opened, asked, limit=limit if form is Format.TEXT else None)
    print_answer(found, form, view.COLUMNS, series_table, nothing("series", asked))
