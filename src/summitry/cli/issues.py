"""``summitry issues``: what two parties keep talking about."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.cli.options import AsOfOption, Format, FormatOption, LedgerOption, LimitOption, PartiesArgument

if TYPE_CHECKING:
    from summitry.ledger import Ledger
    from summitry.views.question import Question


def issues(
    parties: PartiesArgument = None,
    rename: Annotated[
        tuple[str, str] | None,
        typer.Option("--rename", metavar="ISSUE NAME", help="Give an issue (its name or key) another name."),
    ] = None,
    merge: Annotated[
        tuple[str, str] | None,
        typer.Option("--merge", metavar="ISSUE INTO", help="Put an issue together with another."),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", "-r", help="Why it is renamed or merged; it is kept.")] = "",
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
    from summitry.views import issues as view

    asked = question(parties, as_of)
    with open_ledger(ledger) as opened:
        for issue, name in filter(None, (rename, merge)):
            _name(opened, asked, issue, name, reason)
        found = view.issue_answer(opened, asked, limit=limit if form is Format.TEXT else None)
    print_answer(found, form, view.COLUMNS, issues_table, nothing("issues", asked))


def _name(opened: Ledger, asked: Question, issue: str, name: str, reason: str) -> None:
    from summitry.model.errors import SummitryError
    from summitry.views.issues import SUBJECT
    from summitry.views.issues import issues as listed

    there = [item for item in listed(opened, asked) if issue.casefold() in (item.key, item.name.casefold())]
    if not there:
        raise SummitryError(f"there is no issue {issue!r} here", "see the list: summitry issues")
    opened.decide("rename", SUBJECT + there[0].key, getpass.getuser(), reason, name)
