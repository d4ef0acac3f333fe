"""``summitry demo``: the sample documents in a new ledger, and what can be asked of it."""

from __future__ import annotations

import shlex
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
    lines = (
        f"summitry commitments JP NO --status overdue --as-of {DAY} {place}",
        f"summitry relation CL KE --as-of {DAY} {place}",
        f"summitry calendar --as-of {DAY} {place}",
        f"summitry search hydrogen {place}",
    )
    return "Try next:\n" + "\n".join(f"  {line}" for line in lines)
