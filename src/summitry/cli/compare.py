"""``summitry compare``: what two accounts of one engagement say, side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.cli.options import AsOfOption, LedgerOption, RelationFormat

if TYPE_CHECKING:
    from summitry.ledger import Ledger
    from summitry.views.comparison import Account
    from summitry.views.comparison.engagement import Sides
    from summitry.views.question import Question


def compare(
    a: Annotated[
        str, typer.Argument(metavar="A", help="A file, an address, a document of the ledger, or an engagement's id.")
    ],
    b: Annotated[
        str | None, typer.Argument(metavar="B", show_default=False, help="The other account; not for an engagement.")
    ] = None,
    as_of: AsOfOption = None,
    form: Annotated[RelationFormat, typer.Option("--format", "-f", help="Print tables or JSON.")] = RelationFormat.TEXT,
    ledger: LedgerOption = None,
) -> None:
    """What two accounts of one meeting say: both, one alone, or in conflict.

    With one engagement's id all accounts of it are laid side by side, two by two, and the sides that published
    none are named. The points follow the order of A; what B alone says comes last.

    Example: summitry compare readout-oslo.html readout-tokyo.html

    Example: summitry compare 3f9ac27d0b1e44c8
    """
    from summitry.cli.asking import question
    from summitry.cli.output import write_json
    from summitry.views.comparison import compare as lay

    asked = question(None, as_of)
    if b is None:
        sides = _sides(a, asked, ledger)
        if form is RelationFormat.JSON:
            write_json(sides.data())
        else:
            _print_sides(sides)
        return
    laid = lay(_account(a, asked, ledger), _account(b, asked, ledger))
    if form is RelationFormat.JSON:
        write_json(laid.data())
    else:
        from summitry.cli.comparisons import print_comparison
        from summitry.cli.output import stdout

        print_comparison(stdout(), laid)


def _account(name: str, asked: Question, ledger: str | None) -> Account:
    """A file that exists, else a document of the ledger, else an address to fetch."""
    from summitry.api import read
    from summitry.intake import is_address
    from summitry.model.errors import LedgerError, SummitryError
    from summitry.views.comparison import Account
    from summitry.views.comparison.engagement import account_of

    if not Path(name).is_file():
        try:
            with _opened(ledger) as opened:
                return account_of(opened, name, asked)
        except LedgerError as error:
            if not is_address(name):
                hint = "give a file, an address, or a document from: summitry documents"
                raise SummitryError(f"{name!r} is no file, and {error.message}", hint) from error
    reading = read(Path(name) if not is_address(name) else name)
    return Account(reading.document, reading.records)


def _sides(name: str, asked: Question, ledger: str | None) -> Sides:
    from summitry.model.errors import SummitryError
    from summitry.views.comparison.engagement import find, sides_of

    with _opened(ledger) as opened:
        row = find(opened, name, asked)
        if row is None:
            hint = "give two documents, or an id from: summitry engagements --format csv"
            raise SummitryError(f"there is no engagement {name!r} in the ledger", hint)
        return sides_of(opened, row, asked)


def _opened(place: str | None) -> Ledger:
    from summitry.cli.asking import open_ledger

    return open_ledger(place)


def _print_sides(sides: Sides) -> None:
    from summitry.cli.comparisons import print_alone, print_comparison
    from summitry.cli.output import stdout
    from summitry.views.party_names import party_name

    console = stdout()
    for number, laid in enumerate(sides.comparisons):
        if number:
            console.rule(style="dim")
        print_comparison(console, laid)
    if not sides.comparisons:
        print_alone(console, sides.accounts[0])
    for code in sides.silent:
        console.print(f"\nno account published: {party_name(code)} ({code})", style="yellow")
