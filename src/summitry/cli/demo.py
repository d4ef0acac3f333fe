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
) -> None:
    """Take the bundled sample documents into a ledger and show where one relation stands.

    The samples are invented: two relations, Japan–Norway and Chile–Kenya, twelve documents.

    Example: summitry demo
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
    refusals.finish()


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
