"""What could not be taken in or read: listed on standard error as it comes, counted at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

import typer
from rich.console import Console
from rich.text import Text

from summitry.cli.output import stderr
from summitry.intake import Refusal
from summitry.views.words import count_words

T = TypeVar("T")


class Refusals:
    """Collects refusals from a stream and lets everything else pass.

    Args:
        console: where they are listed; a progress bar that runs meanwhile must have the same one.
    """

    def __init__(self, console: Console | None = None) -> None:
        self.console = console or stderr()
        self.count = 0
        self.passed = 0

    def sift(self, items: Iterable[T | Refusal]) -> Iterator[T]:
        """Yield everything else; print each refusal on standard error."""
        for item in items:
            if isinstance(item, Refusal):
                self.note(item)
            else:
                self.passed += 1
                yield item

    def note(self, refusal: Refusal) -> None:
        """Print a refusal and count it."""
        self.count += 1
        line = Text.assemble(("refused: ", "bold yellow"), f"{refusal.source}: {refusal.reason}")
        if refusal.hint:
            line.append(f" ({refusal.hint})", "dim")
        self.console.print(line, soft_wrap=True)

    def finish(self) -> None:
        """End the command: exit code 1 if anything was refused.

        Raises:
            typer.Exit: something was refused.
        """
        if self.count:
            total = self.count + self.passed
            self.console.print(f"{self.count:,} of {count_words(total, 'input')} refused", soft_wrap=True)
            raise typer.Exit(1)
