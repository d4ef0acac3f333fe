"""``summitry search``: where something is mentioned."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.cli.options import AsOfOption, Format, FormatOption, LedgerOption, parse_parties

if TYPE_CHECKING:
    from summitry.views.search import Search


class Place(StrEnum):
    """What is searched: whole texts, everything read from them, or one kind of it."""

    DOCUMENTS = "documents"
    RECORDS = "records"
    ENGAGEMENTS = "engagements"
    STATEMENTS = "statements"
    COMMITMENTS = "commitments"
    EVENTS = "events"
    INSTRUMENTS = "instruments"


def search(
    words: Annotated[list[str], typer.Argument(help='All wanted; "two words" together, OR, word*.')],
    place: Annotated[Place, typer.Option("--in", help="What to search.")] = Place.DOCUMENTS,
    party: Annotated[
        list[str] | None, typer.Option("--party", "-p", metavar="PARTY", help="Only texts about this party.")
    ] = None,
    newest: Annotated[bool, typer.Option("--newest", help="The newest first, not the best.")] = False,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TEXT,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many hits.")] = 20,
    ledger: LedgerOption = None,
) -> None:
    """Where words are mentioned, with the words around them.

    Example: summitry search hydrogen

    Example: summitry search --in commitments --party JP '"catch register"'
    """
    from summitry.cli.asking import open_ledger, question
    from summitry.cli.output import write_csv, write_json
    from summitry.views import search as view

    asked = question([*parse_parties(party)], as_of)
    with open_ledger(ledger) as opened:
        found = view.search(opened, " ".join(words), asked, place=place.value, newest=newest, limit=limit)
    if form is Format.JSON:
        write_json(found.data())
    elif form is Format.CSV:
        write_csv(view.COLUMNS, found.hits.cells())
    else:
        _print(found, " ".join(words))


def _print(found: Search, words: str) -> None:
    from summitry.cli.output import stderr, stdout
    from summitry.cli.tables import hits_table
    from summitry.views.words import count_words

    if not found.hits.rows:
        stderr().print(f"nothing found for {words}", soft_wrap=True)
        return
    console = stdout()
    console.print(hits_table(found.hits.rows))
    console.print()
    spread = ["  ".join(f"{value or 'no date'} {n}" for value, n in counts[:8]) for _, counts in found.facets]
    shown = f", {len(found.hits)} shown" if found.hits.left_out else ""
    console.print(f"{count_words(found.hits.total, 'hit')}{shown}  ·  " + "  ·  ".join(spread), style="dim")
