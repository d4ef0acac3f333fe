"""``summitry instruments``: the treaties, declarations and plans that texts name."""

from __future__ import annotations

from summitry.cli.options import (
    AsOfOption,
    Format,
    FormatOption,
    LedgerOption,
    LimitOption,
    MergeOption,
    PartiesArgument,
    ReasonOption,
    RenameOption,
)


def instruments(
    parties: PartiesArgument = None,
    rename: RenameOption = None,
    merge: MergeOption = None,
    reason: ReasonOption = "",
    as_of: AsOfOption = None,
    form: FormatOption = Format.TEXT,
    limit: LimitOption = 50,
    ledger: LedgerOption = None,
) -> None:
    """The treaties, declarations, plans and resolutions that texts name, one for all its spellings.

    A name given to an instrument, and putting two of them together, are decisions that are kept with author and reason.

    Example: summitry instruments JP NO

    Example: summitry instruments JP NO --merge "Oslo Plan" "Plan of Action"
    """
    from summitry.cli.asking import nothing, open_ledger, print_answer, question
    from summitry.cli.following import instruments_table
    from summitry.cli.renaming import give_names
    from summitry.views import instruments as view

    asked = question(parties, as_of)
    with open_ledger(ledger) as opened:
        if rename or merge:
            known = {line.key: (line.key, line.name, *line.names) for line in view.instruments(opened, asked)}
            give_names(opened, "instrument", known, (rename, merge), reason)
        found = view.instruments(opened, asked, limit=limit if form is Format.TEXT else None)
    print_answer(found, form, view.COLUMNS, instruments_table, nothing("instruments", asked))
