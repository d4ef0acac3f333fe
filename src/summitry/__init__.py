"""Summitry reads the texts governments publish about their meetings and keeps the account of a relationship.

``summitry.read(…)`` reads one document, ``summitry.read_all(…)`` many, ``summitry.Ledger(…)`` answers over time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summitry.account import Ledger
    from summitry.api import Reading, read, read_all

__version__ = "0.1.0"
__all__ = ["Ledger", "Reading", "__version__", "read", "read_all"]


def __getattr__(name: str) -> Any:
    # Loaded when first asked for: the parts behind them take seconds that `summitry --help` need not spend.
    if name == "Ledger":
        from summitry.account import Ledger

        return Ledger
    if name in __all__:
        from summitry import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
