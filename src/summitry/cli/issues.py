"""``summitry issues``: what two parties keep talking about."""

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


def issues(
    parties: PartiesArgument = None,
    rename: RenameOption = None,
    merge: MergeOption = None,
    reason: ReasonOption = "",
    as_of: AsOfOption = None,
    form: FormatOption = Format.TEXT,
    limit: LimitOption = 50,
    ledger: LedgerOption = None,
) -> None:
    """What the texts keep coming back to: first and last seen, documents, statements, commitments.

    An issue is known by the heading it stands under or by its words. A name given to an issue, and putting two of
    them together, are decisions that are kept with author and reason, and stand whatever is read again.

    Example: summitry issues JP NO

    Example: summitry issues JP NO --merge "Whaling" "Fisheries"
    """
    from summitry.cli.asking import nothing, open_ledger, print_answer, question
    from summitry.cli.following import issues_table
    from summitry.cli.renaming import give_names
    from summitry.views import issues as view

    asked = question(parties, as_of)
    with open_ledger(ledger) as opened:
        if rename or merge:
            known = {view.SUBJECT + issue.key: (issue.key, issue.name) for issue in view.issues(opened, asked)}
            give_names(opened, "issue", known, (rename, merge), reason)
        found = view.issue_answer(opened, asked, limit=limit if form is Format.TEXT else None)
    print_answer(found, form, view.COLUMNS, issues_table, nothing("issues", asked))
