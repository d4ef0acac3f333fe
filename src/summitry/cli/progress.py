"""Progress of long work, on standard error and only on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

T = TypeVar("T")


def track(
    console: Console, items: Iterable[T], words: str, total: int | None = None, *, quiet: bool = False
) -> Iterator[T]:
    """Yield the items, showing how many have come; ``total`` is how many there will be, where that is known."""
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=quiet or not console.is_terminal,
    ) as progress:
        task = progress.add_task(words, total=total)
        for item in items:
            yield item
            progress.advance(task)
