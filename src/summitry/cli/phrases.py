"""``summitry phrases``: which set phrases are new, changed or gone."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from summitry.cli.options import AsOfOption, Format, FormatOption, LedgerOption, LimitOption, PartiesArgument

SeriesOption = Annotated[
    str | None,
    typer.Option(
        "--series",
        metavar="NAME",
        help="Only the texts of a series, by its name or part of it, or of a level (summit).",
    ),
]


class PhraseState(StrEnum):
    """What phrases can be asked for by."""

    NEW = "new"
    STANDING = "standing"
    RETURNED = "returned"
    REWORDED = "reworded"
    ABSENT = "absent"
    DROPPED = "dropped"
    SOFTENED = "softened"
    HARDENED = "hardened"
    MOVED = "moved"


def phrases(
    parties: PartiesArgument = None,
    series: SeriesOption = None,
    state: Annotated[
        list[PhraseState] | None, typer.Option("--state", "-s", help="Only these; may be given more than once.")
    ] = None,
    around: Annotated[bool, typer.Option("--around", help="Show the text around the first and the latest.")] = False,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TEXT,
    limit: LimitOption = 20,
    ledger: LedgerOption = None,
) -> None:
    """The set phrases of a relation: first and last seen, and what became of them.

    Dropped: the latest text of the kind lacks it, two running had it, and it has never been away for so long.
    Absent: the latest lacks it, as others did. Reworded: the latest has it in other words. Softened, hardened: the
    same speakers put it under a weaker or firmer verb than in the text before. Moved: it changed its place among the
    phrases that the last two texts of a kind share.

    Example: summitry phrases JP NO --state dropped --state softened

    Example: summitry phrases JP NO --series "summit meeting" --around
    """
    from summitry.cli.asking import nothing, open_ledger, print_answer, question
    from summitry.cli.following import phrases_table
    from summitry.views import phrases as view

    asked = question(parties, as_of)
    states = frozenset(item.value for item in state or ())
    most = limit if form is Format.TEXT else None
    with open_ledger(ledger) as opened:
        found = view.phrases(opened, asked, series=series, states=states, limit=most)
    print_answer(found, form, view.COLUMNS, partial(phrases_table, around=around), nothing("such phrases", asked))
