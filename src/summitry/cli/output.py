"""What commands print with: consoles, tables, JSON and CSV."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from summitry.model.errors import SummitryError

# Width of text that goes into a file or a pipe, where no terminal says how wide it is.
PLAIN_WIDTH = 120


def stdout() -> Console:
    """Return the console for answers; as wide as the terminal, or 120 columns where there is none."""
    return _console(sys.stdout, to_stderr=False)


def stderr() -> Console:
    """Return the console for messages and progress."""
    return _console(sys.stderr, to_stderr=True)


def _console(stream: Any, *, to_stderr: bool) -> Console:
    known = stream.isatty() or "COLUMNS" in os.environ
    width = None if known else PLAIN_WIDTH
    return Console(stderr=to_stderr, width=width, highlight=False, emoji=False, markup=False)


def write_json(value: Any) -> None:
    """Print a value as indented JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def write_json_line(value: Any) -> None:
    """Print a value as one line of JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Print rows as CSV with a header line; lists are joined with semicolons."""
    from summitry.views.cells import csv_text

    sys.stdout.write(csv_text(columns, rows, "\n"))


def table(*headers: str, wide: int | None = None) -> Table:
    """Return an empty table without lines; the column at index ``wide`` takes the room that is left."""
    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", expand=False)
    for index, header in enumerate(headers):
        made.add_column(header, overflow="fold", no_wrap=False, ratio=1 if index == wide else None)
    made.expand = wide is not None
    return made


def heading(text: str, more: str = "") -> Text:
    """Return a heading with a dimmed remark after it."""
    return Text.assemble((text, "bold"), (f"  {more}" if more else "", "dim"))


def print_error(error: SummitryError) -> None:
    """Print an error with its hint on standard error."""
    console = stderr()
    console.print(Text.assemble(("error: ", "bold red"), error.message), soft_wrap=True)
    if error.hint:
        console.print(Text.assemble(("hint:  ", "bold"), error.hint), soft_wrap=True)
