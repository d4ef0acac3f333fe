"""``summitry instruments``: the treaties, declarations and plans that texts name."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.cli.options import AsOfOption, Format, FormatOption, LedgerOption, LimitOption, PartiesArgument

if TYPE_CHECKING:
    from summitry.ledger import Ledger
    from summitry.views.question import Question


def instruments(
    parties: PartiesArgument = None,
    rename: Annotated[
        tuple[str, str] | None,
        typer.Option("--rename", metavar="NAME NEW", help="Give an instrument (its name or key) another name."),
    ] = None,
    merge: Annotated[
        tuple[str, str] | None,
        typer.Option("--merge", metavar="NAME INTO", help="Put an instrument together with another."),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", "-r", help="Why it is renamed or merged; it is kept.")] = "",
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
    from summitry.views import instruments as view

    asked = question(parties, as_of)
    with open_ledger(ledger) as opened:
        for instrument, name in filter(None, (rename, merge)):
            _name(opened, asked, instrument, name, reason)
        found = view.instruments(opened, asked, limit=limit if form is Format.TEXT else None)
    print_answer(found, form, view.COLUMNS, instruments_table, nothing("instruments", asked))


def _name(opened: Ledger, asked: Question, instrument: str, name: str, reason: str) -> None:
    from summitry.model.errors import SummitryError
    from summitry.views.instruments import instruments as listed

    wanted = instrument.casefold()
    there = [
        line for line in listed(opened, asked) if wanted in (line.key, *map(str.casefold, (line.name, *line.names)))
    ]
    if not there:
        raise SummitryError(f"there is no instrument {instrument!r} here", "see the list: summitry instruments")
    opened.decide("rename", there[0].key, getpass.getuser(), reason, name)
