"""``summitry relation``: where a relation stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from summitry.cli.options import AsOfOption, LedgerOption, RelationFormat, parse_parties

if TYPE_CHECKING:
    from summitry.views.relation import Relation


def relation(
    parties: Annotated[list[str], typer.Argument(metavar="PARTY", help="Codes, such as JP NO.")],
    as_of: AsOfOption = None,
    form: Annotated[RelationFormat, typer.Option("--format", "-f", help="Print tables or JSON.")] = RelationFormat.TEXT,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="Rows of each part.")] = 10,
    ledger: LedgerOption = None,
) -> None:
    """Where a relation stands: latest engagements, what is promised, what is late, what comes next.

    Example: summitry relation JP NO

    Example: summitry relation JP NO --as-of 2025-06-01
    """
    from summitry.cli.asking import nothing, open_ledger, question
    from summitry.cli.output import write_json
    from summitry.model.errors import SummitryError
    from summitry.views import relation as view

    if len(parse_parties(parties)) < 2:
        raise typer.BadParameter("a relation has at least two parties, such as JP NO", param_hint="PARTY")
    asked = question(parties, as_of)
    with open_ledger(ledger) as opened:
        found = view.relation(opened, asked, limit=limit)
    if form is RelationFormat.JSON:
        write_json(found.data())
    elif not found.documents:
        raise SummitryError(nothing("documents", asked), "see what there is: summitry documents")
    else:
        print_relation(found)


def print_relation(found: Relation) -> None:
    """Print a relation's standing."""
    from summitry.cli.output import heading, stdout
    from summitry.cli.tables import calendar_table, commitments_table, engagements_table
    from summitry.views.words import count_words, day_words

    console = stdout()
    span = " to ".join(dict.fromkeys(day for day in found.published if day))
    console.print(heading(" – ".join(found.parties), f"as of {day_words(found.day)}"))
    console.print(f"{count_words(found.documents, 'document')}, published {span or 'on unknown days'}", style="dim")
    parts = (
        ("Latest engagements", found.engagements, engagements_table(found.engagements.rows)),
        ("Overdue: the window has closed", found.overdue, commitments_table(found.overdue.rows)),
        ("Open: due, still to come, or without a date", found.standing, commitments_table(found.standing.rows)),
        ("Coming", found.coming, calendar_table(found.coming.rows)),
    )
    for title, rows, body in parts:
        console.print()
        console.print(heading(title, f"{len(rows)} of {rows.total}" if rows.left_out else str(rows.total)))
        if rows.rows:
            console.print(body)
    for words in found.uneven:
        console.print(f"\nNote: {words}.", style="yellow")
