"""Answers as pandas DataFrames, where pandas is installed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from summitry.model.errors import SummitryError

if TYPE_CHECKING:
    import pandas as pd

_KINDS = ("sections", "engagements", "statements", "commitments", "events", "instruments", "officials", "unverified")


def record_rows(data: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Return the records of a kind as rows, each with its document's id.

    Raises:
        SummitryError: there is no such kind.
    """
    if kind not in _KINDS:
        raise SummitryError(f"there is no kind of record called {kind!r}", f"there are: {', '.join(_KINDS)}")
    return [{"document": data["id"], **record} for record in data[kind]]


def to_frame(rows: Sequence[dict[str, Any]], columns: Sequence[str] | None = None) -> pd.DataFrame:
    """Return rows as a DataFrame; ``columns`` are its columns where there are no rows.

    Raises:
        SummitryError: pandas is not installed.
    """
    try:
        import pandas
    except ModuleNotFoundError as error:
        hint = "pip install 'summitry[frames]'"
        raise SummitryError("DataFrames need pandas, which is not installed", hint) from error
    return pandas.DataFrame(list(rows), columns=list(columns) if columns is not None else None)
