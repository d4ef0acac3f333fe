"""``summitry diff``: what changed in wording from one text to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from summitry.cli.options import AsOfOption, LedgerOption, RelationFormat, parse_parties
from summitry.cli.phrases import SeriesOption

if TYPE_CHECKING:
    from summitry.ledger import Ledger
    from summitry.views.wording import Wording


def diff(
    names: Annotated[
        list[str],
        typer.Argument(metavar="DOC1 DOC2|PARTY…", help="Two documents of the ledger; with --series the parties."),
    ],
    series: SeriesOption = None,
    every: Annotated[bool, typer.Option("--all", help="Every step of the series, not only the latest.")] = False,
    same: Annotated[bool, typer.Option("--same", help="Print the sentences that stayed the same, too.")] = False,
    as_of: AsOfOption = None,
    form: Annotated[RelationFormat, typer.Option("--format", "-f", help="Print text or JSON.")] = RelationFormat.TEXT,
    ledger: LedgerOption = None,
) -> None:
    """The wording of two texts, sentence by sentence, put together by issue.

    Words that are gone stand in [-brackets-], words that are new in {+braces+}. With a series the latest two texts
    of one kind and publisher are laid together, with --all each text with the one before it.

    Example: summitry diff 2024-statement.html 2025-statement.html

    Example: summitry diff JP NO --series "summit meeting"
    """
    from summitry.cli.asking import open_ledger
    from summitry.cli.output import write_json

    with open_ledger(ledger) as opened:
        found = _found(opened, names, series, as_of)
    if form is RelationFormat.JSON:
        write_json([item.data() for item in found] if every else found[-1].data())
        return
    from summitry.cli.output import stdout
    from summitry.cli.wordings import print_wording

    for item in found if every else found[-1:]:
        print_wording(stdout(), item, same=same)


def _found(opened: Ledger, names: list[str], series: str | None, as_of: str | None) -> tuple[Wording, ...]:
    from summitry.cli.asking import question
    from summitry.views.wording import along, between

    if series:
        return along(opened, question(list(parse_parties(names)), as_of), series)
    if len(names) != 2:
        raise typer.BadParameter("give two documents, or parties with --series", param_hint="DOC1 DOC2")
    return (between(opened, *names),)
