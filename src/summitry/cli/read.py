"""``summitry read``: what a text says."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summitry.cli.options import ExplainOption, ReadFormat

if TYPE_CHECKING:
    from summitry.cli.refusals import Refusals


def read(
    sources: Annotated[
        list[str], typer.Argument(metavar="FILE|FOLDER|URL|-", help="What to read; - is standard input.")
    ],
    form: Annotated[ReadFormat, typer.Option("--format", "-f", help="Text for people, or JSON.")] = ReadFormat.TEXT,
    explain: ExplainOption = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read at the same time.")] = 1,
) -> None:
    """Print what a text says: engagement, statements, commitments, events, each with its words.

    What cannot be read is listed on standard error and the rest goes on; the exit code is then 1.

    Example: summitry read readout.html

    Example: summitry read --format jsonl folder/ > findings.jsonl
    """
    from summitry.cli.refusals import Refusals
    from summitry.pipeline import read_sources

    refusals = Refusals()
    readings = refusals.sift(read_sources(sources, jobs=jobs))
    if form is ReadFormat.TEXT:
        _print_text(readings, explain)
    else:
        _print_data(_watched(readings, sources, refusals), form)
    refusals.finish()


def _watched(readings: Iterator[Any], sources: list[str], refusals: Refusals) -> Iterator[Any]:
    from summitry.cli.progress import track
    from summitry.intake import count

    # Findings that scroll over a terminal are progress enough.
    return track(refusals.console, readings, "Reading", count(sources), quiet=sys.stdout.isatty())


def _print_text(readings: Iterator[Any], explain: bool) -> None:
    from summitry.cli.output import stdout
    from summitry.cli.read_text import print_reading

    console = stdout()
    for count, (document, records) in enumerate(readings):
        if count:
            console.rule(style="dim")
        print_reading(console, document, records, explain=explain)


def _print_data(readings: Iterator[Any], form: ReadFormat) -> None:
    from summitry.cli.output import write_json, write_json_line
    from summitry.views.reading import reading_data

    rows = (reading_data(document, records) for document, records in readings)
    if form is ReadFormat.JSON:
        write_json(list(rows))
    else:
        for row in rows:
            write_json_line(row)
