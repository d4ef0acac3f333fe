"""Tables of what is followed across documents: issues, instruments, phrases, series."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from summitry.cli.output import table
from summitry.model.edtf import Edtf
from summitry.views.issues import Issue
from summitry.views.words import date_words


def issues_table(rows: Sequence[Issue]) -> Table:
    """Return issues: what, in how many documents, how much was said and promised, first and last seen."""
    made = table("issue", "texts", "said", "promised", "first", "latest", wide=0)
    for column in made.columns[1:4]:
        column.justify = "right"
    for row in rows:
        counts = (f"{row.documents:,}", f"{row.statements:,}", f"{row.commitments:,}")
        made.add_row(Text(row.name), *counts, day(row.first), day(row.last))
    return made


def day(value: str | None) -> str:
    """Return an EDTF date in words."""
    return date_words(Edtf(value) if value else None, "no date")
