"""The errors a user can meet. Every one names its cause and, where there is one, the way out."""

from __future__ import annotations


class SummitryError(Exception):
    """Root of all errors that Summitry raises on purpose.

    Args:
        message: what went wrong, naming the input.
        hint: what the user can do about it, or an empty string.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(SummitryError):
    """An input could not be taken in: malformed, empty, too large, of an unknown form."""

    def __init__(self, source: str, reason: str, hint: str = "") -> None:
        super().__init__(f"{source}: {reason}", hint)
        self.source = source
        self.reason = reason


class FetchError(InputError):
    """An address could not be fetched, or must not be."""


class LanguageError(SummitryError):
    """A text is in a language that no reader is installed for."""


class ModelMissingError(SummitryError):
    """The language model that a reader needs is not installed or is not the expected one."""


class LedgerError(SummitryError):
    """A ledger could not be opened, is of another schema, or refused an entry."""


class RecordError(SummitryError):
    """A record contradicts the model: no evidence, an unreadable date, an unknown act."""
