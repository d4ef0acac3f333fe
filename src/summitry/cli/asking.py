"""What the commands that ask a ledger share: opening it, the question, printing answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from summitry.cli.options import Format, parse_day, parse_parties

if TYPE_CHECKING:
    from rich.console import RenderableType

    from summitry.ledger import Ledger
    from summitry.views.question import Question
    from summitry.views.tables import Answer


def open_ledger(place: str | None) -> Ledger:
    """Return the ledger to ask; there must be one.

    Raises:
        LedgerError: there is none, or it cannot be opened.
    """
    from summitry.ledger import Ledger

    return Ledger.open(place, create=False)


def question(parties: list[str] | None, as_of: str | None) -> Question:
    """Return the question that a command's arguments ask.

    Raises:
        typer.BadParameter: a day is none.
    """
    from summitry.views.question import Question

    return Question(parse_parties(parties), parse_day(as_of) if as_of else None)


def print_answer(
    answer: Answer[Any],
    form: Format,
    columns: Sequence[str],
    render: Callable[[Sequence[Any]], RenderableType],
    empty: str,
) -> None:
    """Print an answer as a table (made by ``render``), JSON or CSV; ``empty`` is said where there are no rows."""
    from summitry.cli.output import stderr, stdout, write_csv, write_json

    if form is Format.JSON:
        write_json(answer.data())
    elif form is Format.CSV:
        write_csv(columns, answer.cells())
    elif not answer.rows:
        stderr().print(empty, soft_wrap=True)
    else:
        stdout().print(render(answer.rows))
    if answer.left_out:
        stderr().print(f"{answer.left_out:,} more; --limit {answer.total} prints all", style="dim", soft_wrap=True)


def nothing(what: str, asked: Question) -> str:
    """Return what to say where an answer has no rows."""
    of = f" of {', '.join(asked.parties)}" if asked.parties else ""
    when = f" as of {asked.as_of}" if asked.as_of else ""
    return f"no {what}{of} in the ledger{when}"
