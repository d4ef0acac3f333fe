"""What the adapters share: their tables of data, F1, errors, and the printing of our figures beside the peers'."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from summitry.model.errors import InputError, SummitryError

HERE = Path(__file__).parent


@cache
def table(name: str) -> Any:
    """Return the content of a YAML file beside this module, by its name without the ending."""
    return yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))


def f1(right: int, gold: int, found: int) -> float:
    """Return the F1 of so many right ones, in per cent; 0 where there is nothing to find and nothing was found."""
    return 200 * right / (gold + found) if gold + found else 0.0


def files(path: Path, endings: Iterable[str], what: str) -> list[Path]:
    """Return the files at a path: itself, or those below it with one of the endings, in the order of their names.

    Raises:
        InputError: there is nothing at the path, or no such file below it.
    """
    if path.is_file():
        return [path]
    if not path.exists():
        raise InputError(str(path), "there is no such file or folder", f"name a folder that holds {what}")
    wanted = frozenset(endings)
    found = sorted(p for p in path.rglob("*") if p.suffix.lower() in wanted and p.is_file())
    if not found:
        raise InputError(str(path), f"no file below it ends in {' or '.join(sorted(wanted))}", f"it should hold {what}")
    return found


def text_of(path: Path) -> str:
    """Return the text of a file.

    Raises:
        InputError: it is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"not UTF-8 at byte {error.start}", "save it as UTF-8") from error


def show(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table: names to the left, figures to the right, a dash where there is none."""
    printed = [tuple("–" if cell is None else str(cell) for cell in row) for row in (columns, *rows)]
    widths = [max(map(len, column)) for column in zip(*printed, strict=True)]
    for name, *cells in printed:
        figures = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        print("  ".join((name.ljust(widths[0]), *figures)))


def run(main: Callable[[], None]) -> int:
    """Run an adapter; print its error with the way out, if any, and return the exit code."""
    try:
        main()
    except SummitryError as error:
        print(f"error: {error.message}", error.hint and f"hint: {error.hint}", sep="\n", file=sys.stderr)
        return 2
    return 0
