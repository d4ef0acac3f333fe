"""``summitry demo``: the sample documents in a new ledger, and what can be asked of it."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

# The day that the samples are told from: after the last of them, before what they promise next.
DAY = "2026-10-01"


def demo(
    ledger: Annotated[Path, typer.Option("--ledger", "-l", metavar="FILE", help="Where to make the ledger.")] = Path(
        "demo.ledger"
    ),
    port: Annotated[
        int, typer.Option("--port", "-p", min=0, max=65535, help="The port of the pages; another one if it is taken.")
    ] = 8765,
    serving: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the pages in the end.")] = True,
) -> None:
    """Take the bundled sample documents into a ledger, show where one relation stands, and serve the pages.

    The samples are invented: two relations, Japan–Norway and Chile–Kenya, twelve documents. Stop with Ctrl-C.

    Example: summitry demo

    Example: summitry demo --no-serve
    """
    from importlib.resources import as_file, files

    from summitry.cli.add import summary, take_in
    from summitry.cli.asking import question
    from summitry.cli.output import stderr
    from summitry.cli.refusals import Refusals
    from summitry.cli.relation import print_relation
    from summitry.ledger import Ledger
    from summitry.views.relation import relation

    refusals = Refusals()
    with as_file(files("summitry") / "samples") as folder, Ledger.open(ledger) as opened:
        counts = take_in(opened, [str(folder)], refusals, jobs=1)
        stderr().print(summary(counts), soft_wrap=True)
        stderr().print()
        print_relation(relation(opened, question(["JP", "NO"], DAY), limit=5))
    stderr().print(f"\n{_next(ledger)}", soft_wrap=True)
    if serving and not refusals.count:
        _serve(ledger, port)
    refusals.finish()


def _serve(ledger: Path, port: int) -> None:
    from datetime import date

    from summitry.cli.serve import run
    from summitry.web import create_app

    run(create_app(ledger, today=date.fromisoformat(DAY)), "127.0.0.1", port, or_any=True)


def _next(ledger: Path) -> str:
    place = f"--ledger {shlex.quote(str(ledger))}"
    program = _program()
    lines = (
        f"commitments JP NO --status overdue --as-of {DAY} {place}",
        f"relation CL KE --as-of {DAY} {place}",
        f"calendar --as-of {DAY} {place}",
        f"search hydrogen {place}",
    )
    return "Try next:\n" + "\n".join(f"  {program} {line}" for line in lines)


def _program() -> str:
    """Return what to type for this program: its path where the shell would not find its name."""
    called = Path(sys.argv[0])
    found = shutil.which("summitry") or called.name != "summitry"
    return "summitry" if found else shlex.quote(os.path.relpath(called))
