"""Where a ledger lies when nobody says where: the user's data folder."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

from summitry.model.errors import LedgerError

_FILE = "ledger.sqlite"


def default_path() -> Path:
    """Return the path of the user's own ledger; its folder need not exist yet."""
    return user_data_path("summitry", appauthor=False) / _FILE


def prepare(path: Path, *, create: bool) -> None:
    """Make a ledger's folder where it is wanted, and refuse what cannot be a ledger.

    Raises:
        LedgerError: the path is a folder, its folder cannot be made, or there is no ledger and none is wanted.
    """
    if path.is_dir():
        raise LedgerError(f"{path} is a folder, not a ledger", "Name a file in it, for example ledger.sqlite.")
    if path.exists():
        return
    if not create:
        raise LedgerError(f"there is no ledger at {path}", "Add a document to make one: summitry add FILE.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(f"the folder of {path} cannot be made ({error.strerror})", "Choose another place.") from error
