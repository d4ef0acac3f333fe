"""The command line: one file a command."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from summitry.cli.add import add
from summitry.cli.brief import brief
from summitry.cli.calendar import calendar
from summitry.cli.commitments import commitments
from summitry.cli.compare import compare
from summitry.cli.dates import dates
from summitry.cli.demo import demo
from summitry.cli.diff import diff
from summitry.cli.documents import documents
from summitry.cli.engagements import engagements
from summitry.cli.export import export
from summitry.cli.forget import forget
from summitry.cli.history import history
from summitry.cli.instruments import instruments
from summitry.cli.issues import issues
from summitry.cli.officials import officials
from summitry.cli.phrases import phrases
from summitry.cli.read import read
from summitry.cli.relation import relation
from summitry.cli.review import review
from summitry.cli.search import search
from summitry.cli.series import series
from summitry.cli.serve import serve
from summitry.model.errors import SummitryError

app = typer.Typer(
    name="summitry",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads the texts governments publish about their meetings and keeps the account of a relationship.",
    epilog="Start with: summitry demo",
)

COMMANDS = (
    *(demo, serve, read, add, relation, commitments, calendar, engagements, compare, brief),
    *(series, phrases, diff, issues, instruments, officials, documents, search, dates, export, history),
    forget,
)
for command in COMMANDS:
    app.command()(command)
app.add_typer(review, name="review")


def _version(wanted: bool) -> None:
    if wanted:
        from summitry import __version__

        typer.echo(f"summitry {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show where in the program an error came from; may stand anywhere.")
    ] = False,
) -> None:
    """Take the options that stand before the command."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0, 1 for a failure, 2 for a mistake in the command, 130 for Ctrl-C."""
    given = sys.argv[1:] if arguments is None else arguments
    debug, given = _take_debug(given)
    try:
        app(given)
    except SummitryError as error:
        if debug:
            raise
        from summitry.cli.output import print_error

        print_error(error)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output has left: nothing is wrong, but the closing flush would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _take_debug(arguments: list[str]) -> tuple[bool, list[str]]:
    end = arguments.index("--") if "--" in arguments else len(arguments)
    kept = [word for word in arguments[:end] if word != "--debug"]
    return len(kept) < end, kept + arguments[end:]
