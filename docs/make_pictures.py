"""Draws the terminal pictures of the docs from what the commands really print: run ``make pictures``."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

import summitry

PICTURES = Path(__file__).parent / "pictures"
SAMPLES = Path(summitry.__file__).parent / "samples"
WIDTH = 96
# Pictures of the docs load nothing from elsewhere: the reader's own fixed-width face will do.
FORMAT = re.sub(r"<!--.*?-->|@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
AS_OF = "2026-10-01"


def run(*arguments: str) -> str:
    """Return what a command prints on a terminal of the pictures' width."""
    command = [str(Path(sys.executable).with_name("summitry")), *arguments]
    size = {"FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **size}, cwd=SAMPLES)  # noqa: S603
    return done.stdout


def draw(name: str, shown: str, output: str, lines: int) -> None:
    """Write a picture of a command and the first lines of its output."""
    console = Console(record=True, width=WIDTH, file=StringIO())
    console.print(Text(f"$ {shown}", style="bold"))
    console.print(Text.from_ansi("\n".join(output.splitlines()[:lines])))
    console.save_svg(str(PICTURES / f"{name}.svg"), title="summitry", code_format=FORMAT)


def main() -> None:
    """Draw every picture."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "sample.ledger")
        run("add", str(SAMPLES), "--ledger", ledger)
        told = run("commitments", "JP", "NO", "--as-of", AS_OF, "--limit", "12", "--ledger", ledger)
        draw("commitments", f"summitry commitments JP NO --as-of {AS_OF}", told, 40)
        page = "jp-no/2024-11-08-tromso.txt"
        draw("read", f"summitry read {page}", run("read", page), 46)


if __name__ == "__main__":
    main()
