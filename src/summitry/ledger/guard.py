"""Database errors in the user's terms: what went wrong with which ledger, and the way out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from summitry.model.errors import LedgerError

# Words of SQLite's and PostgreSQL's own messages → what it means, and what to do. The first that fits is taken.
_MEANINGS: tuple[tuple[str, str, str], ...] = (
    (
        "is full",
        "there is no room left; nothing was lost",
        "Free some space and add again: whole documents only went in.",
    ),
    ("no space left", "there is no room left; nothing was lost", "Free some space and add again."),
    ("not a database", "is not a ledger", "Name another file; this one is left as it is."),
    ("malformed", "is damaged", "Restore it from a copy, or add the documents to a new ledger."),
    ("readonly", "may only be read", "Give yourself the right to write to the file and its folder."),
    ("read-only", "may only be read", "Give yourself the right to write to it."),
    ("locked", "has been busy with another program for too long", "Wait for the other program to end, then try again."),
    ("unable to open", "cannot be opened", "See whether the folder exists and may be read."),
    ("disk i/o error", "the disk could not be read or written; nothing was lost", "See whether the disk is well."),
    ("connection", "cannot be reached", "See whether the database server runs and the address is right."),
    ("permission denied", "refuses this user", "Ask for the right to read and write there."),
    ("too big", "a text is too large for the database", "Split the text."),
)


@contextmanager
def guarded(name: str) -> Iterator[None]:
    """Turn every database error inside into a :class:`LedgerError` that names the ledger.

    Raises:
        LedgerError: in place of any error of the database or of its driver.
    """
    try:
        yield
    except SQLAlchemyError as error:
        raise explain(name, error) from error
    except UnicodeEncodeError as error:
        hint = "Take the document in again; the intake leaves such characters out."
        raise LedgerError(f"ledger {name}: a text holds characters that are none ({error.reason})", hint) from error


def explain(name: str, error: SQLAlchemyError) -> LedgerError:
    """Return the error in the user's terms."""
    said = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    for words, meaning, hint in _MEANINGS:
        if words in said.lower():
            return LedgerError(f"ledger {name}: {meaning}", hint)
    return LedgerError(f"ledger {name}: the database refused ({said.strip().splitlines()[0] if said.strip() else '?'})")
