"""``summitry export``: the account in the formats of other tools."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summitry.cli.options import AsOfOption, LedgerOption, PartiesArgument
from summitry.model.errors import SummitryError


class ExportFormat(StrEnum):
    """Formats of other tools."""

    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"
    PARQUET = "parquet"
    ICS = "ics"
    FTM = "ftm"
    GEXF = "gexf"
    ANNOTATION = "annotation"
    EVENTS = "events"


class Kind(StrEnum):
    """Kinds of row."""

    COMMITMENTS = "commitments"
    STATEMENTS = "statements"
    ENGAGEMENTS = "engagements"
    EVENTS = "events"
    DOCUMENTS = "documents"


_BINARY = frozenset({ExportFormat.XLSX, ExportFormat.PARQUET})


def export(
    form: Annotated[ExportFormat, typer.Argument(metavar="FORMAT", show_default=False, help="One of those below.")],
    parties: PartiesArgument = None,
    what: Annotated[
        Kind | None,
        typer.Option("--what", "-w", show_default="commitments in tables, else everything", help="Only this kind."),
    ] = None,
    as_of: AsOfOption = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", show_default="standard output", help="The file to write."),
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Write the account in the format of another tool.

    Tables of commitments, statements, engagements, events or documents: csv; xlsx, a workbook for spreadsheets;
    jsonl, one JSON object a line; parquet, a typed table for data frames.

    Of fixed content: ics, a calendar; gexf, a graph of parties, officials and engagements for Gephi.

    Of one kind or of everything: ftm, FollowTheMoney entities; annotation, W3C Web Annotations; events, event data as
    CAMEO and PLOVER rows.

    Example: summitry export xlsx JP NO --what commitments -o japan-norway.xlsx

    Example: summitry export gexf -o everybody.gexf
    """
    from summitry.cli.asking import open_ledger, question
    from summitry.views.exports import Chosen, What
    from summitry.views.exports import export as write

    if form in _BINARY and output is None and sys.stdout.isatty():
        raise SummitryError(f"{form.value} is nothing to read in a terminal", "Name a file with --output.")
    asked = question(parties, as_of)
    with open_ledger(ledger) as opened:
        made = write(form.value, Chosen(opened, asked, What(what.value) if what else None))
    if output is None:
        sys.stdout.buffer.write(made)
        return
    try:
        output.write_bytes(made)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SummitryError(f"cannot write {output}: {reason}", "Name another file with --output.") from error
