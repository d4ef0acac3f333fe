"""``summitry brief``: what to know before the next meeting."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.cli.options import LedgerOption, parse_day, parse_parties

if TYPE_CHECKING:
    from summitry.views.brief import Brief


class BriefFormat(StrEnum):
    """How a brief is written."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


_SUFFIXES = {".htm": BriefFormat.HTML, ".markdown": BriefFormat.MD, **{f".{form}": form for form in BriefFormat}}

BeforeOption = Annotated[
    str | None,
    typer.Option(
        "--before",
        "-b",
        metavar="DAY",
        show_default="tomorrow",
        help="The day that it is for; nothing published on that day or later is in it.",
    ),
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", show_default=False, help="Write it to this file.")
]


def brief(
    parties: Annotated[list[str], typer.Argument(metavar="PARTY", help="Codes, your own side first: JP NO.")],
    before: BeforeOption = None,
    form: Annotated[
        BriefFormat | None,
        typer.Option("--format", "-f", show_default="that of the file's name, or md", help="How it is written."),
    ] = None,
    output: OutputOption = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="Lines of each group.")] = 4,
    ledger: LedgerOption = None,
) -> None:
    """A brief for the next meeting: where things stand, what was promised, what changed in wording, what comes.

    Every line has its source: who published it, when, under which title, where, and the very words. What persons
    decided in review is in it, whenever they did.

    Example: summitry brief JP NO --before 2025-11-14

    Example: summitry brief JP NO --before 2025-11-14 --output brief.pdf
    """
    from summitry.cli.asking import open_ledger
    from summitry.views.brief import brief as view

    codes = parse_parties(parties)
    if len(codes) < 2:
        raise typer.BadParameter("a relation has at least two parties, such as JP NO", param_hint="PARTY")
    day = parse_day(before) if before else date.today() + timedelta(days=1)
    chosen = _format(form, output)
    with open_ledger(ledger) as opened:
        made = view(opened, codes, day, limit=limit)
    _write(_written(made, chosen), output)


def _format(form: BriefFormat | None, output: Path | None) -> BriefFormat:
    chosen = form or _SUFFIXES.get(output.suffix.lower() if output else ".md")
    if chosen is None:
        raise typer.BadParameter(f"a brief is not written as {output}", param_hint="--output")
    if output is None and chosen in (BriefFormat.DOCX, BriefFormat.PDF) and sys.stdout.isatty():
        raise typer.BadParameter(f"a brief as {chosen} goes into a file, such as brief.{chosen}", param_hint="--output")
    return chosen


def _written(made: Brief, form: BriefFormat) -> bytes:
    # Each writer loads the library of its format: only the one that is asked for.
    if form is BriefFormat.PDF:
        from summitry.views.brief.pdf import pdf

        return pdf(made)
    if form is BriefFormat.DOCX:
        from summitry.views.brief.docx import docx_bytes

        return docx_bytes(made)
    if form is BriefFormat.HTML:
        from summitry.views.brief.html import html

        return html(made).encode()
    from summitry.views.brief.markdown import markdown

    return markdown(made).encode()


def _write(data: bytes, output: Path | None) -> None:
    from summitry.model.errors import SummitryError

    if output is None:
        sys.stdout.buffer.write(data)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise SummitryError(f"{output}: {error.strerror or error}", "Give another file with --output.") from error
    typer.echo(f"written: {output}", err=True)
