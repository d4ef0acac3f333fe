"""Writes ``docs/reference.md`` from the commands themselves: run ``make reference`` after changing one."""

from __future__ import annotations

from pathlib import Path

import typer
from typer.cli import get_docs_for_click

from summitry.cli import app

REFERENCE = Path(__file__).parent / "reference.md"


def reference() -> str:
    """Return the reference of all commands as Markdown."""
    command = typer.main.get_command(app)
    context = typer.Context(command, info_name="summitry")
    text = get_docs_for_click(obj=command, ctx=context, name="summitry", title="Reference of the commands")
    return "\n".join(line.rstrip() for line in text.strip().splitlines()) + "\n"


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8")
