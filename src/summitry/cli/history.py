"""``summitry history``: what happened to a document or finding, or to the whole ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from summitry.cli.options import LedgerOption, RelationFormat

if TYPE_CHECKING:
    from summitry.ledger import Ledger


def history(
    subject: Annotated[
        str | None,
        typer.Argument(
            metavar="SUBJECT", show_default=False, help="An id or its beginning, a document's file name, a name."
        ),
    ] = None,
    form: Annotated[RelationFormat, typer.Option("--format", "-f", help="Print text or JSON.")] = RelationFormat.TEXT,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="Only the latest so many.")] = 50,
    ledger: LedgerOption = None,
) -> None:
    """The entries about a document, a finding or a name: what was done, by whom, when and why, the oldest first.

    Nothing is ever overwritten: what was decided, and what was undone, both stand here.

    Example: summitry history 3f9ac27d
    """
    from summitry.cli.asking import open_ledger
    from summitry.cli.output import stderr, stdout, write_json
    from summitry.cli.review_item import entry_words

    with open_ledger(ledger) as opened:
        found = opened.history(_subject(opened, subject) if subject else None)
    if form is RelationFormat.JSON:
        write_json([entry.as_dict() for entry in found])
    elif not found:
        stderr().print("nothing was decided about it", soft_wrap=True)
    for entry in found[-limit:] if form is RelationFormat.TEXT else ():
        of = "" if subject else f"  {entry.subject}"
        stdout().print(f"{entry_words(entry)}{of}", soft_wrap=True)


def _subject(opened: Ledger, name: str) -> str:
    """Return what entries name: itself (so of what was forgotten, too), a document, a record or a key."""
    from summitry.model.errors import LedgerError
    from summitry.views.subjects import subject_named

    if opened.history(name):
        return name
    try:
        return opened.document(name).document
    except LedgerError:
        return subject_named(opened, name)
