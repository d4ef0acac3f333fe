"""Documents → records: the language-neutral parts here, one folder a language beside them."""

from __future__ import annotations

from functools import cache

from summitry.model.errors import LanguageError
from summitry.reading.protocol import Reader

__all__ = ["Reader", "languages", "reader_for"]


def languages() -> tuple[str, ...]:
    """Return the BCP 47 codes of the languages that can be read."""
    return ("en",)


@cache
def reader_for(language: str) -> Reader:
    """Return the reader of a language.

    Args:
        language: BCP 47 tag; only its primary part counts.

    Raises:
        LanguageError: no reader is installed for it.
    """
    if language.partition("-")[0].lower() == "en":
        from summitry.reading.en.reader import EnglishReader

        return EnglishReader()
    raise LanguageError(
        f"texts in language {language!r} cannot be read yet", f"languages that can: {', '.join(languages())}"
    )
