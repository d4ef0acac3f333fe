"""``summitry forget``: take a document out of the ledger."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from summitry.cli.options import LedgerOption


def forget(
    document: Annotated[str, typer.Argument(help="Its id or the beginning of it, its file name or its address.")],
    reason: Annotated[str, typer.Option("--reason", "-r", help="Why; it is kept.", prompt="Why is it to go?")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask whether to go on.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Delete a document with everything read from it; that it was there stays on record.

    Example: summitry forget 3f2a9c1e --reason "taken in twice under two names"
    """
    from summitry.cli.asking import open_ledger

    with open_ledger(ledger) as opened:
        row = opened.document(document)
        if not yes:
            typer.confirm(f"Forget “{row.title}” ({row.published or 'no date'}, {row.url or row.source})?", abort=True)
        opened.forget(row.document, getpass.getuser(), reason)
    typer.echo(f"forgotten: {row.title} ({row.document[:8]})", err=True)
