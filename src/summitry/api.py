"""Summitry from Python: read a text, ask a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summitry.intake import IntakeOptions, Refusal, from_text, is_address, take
from summitry.model import records as r
from summitry.model.document import Document
from summitry.model.errors import InputError
from summitry.pipeline import read_documents, read_sources
from summitry.views.frames import record_rows, to_frame
from summitry.views.reading import reading_data

if TYPE_CHECKING:
    import pandas as pd

# A text of one line that is no file and no longer than this is taken for a mistyped path when it has a path's ending.
_LONGEST_PATH = 300


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with everything that was read from it."""

    document: Document
    records: r.Records

    @property
    def sections(self) -> tuple[r.Section, ...]:
        """The headings, each with the text under it."""
        return self.records.sections

    @property
    def engagements(self) -> tuple[r.Engagement, ...]:
        """The meetings, calls and visits that the text reports as its subject."""
        return self.records.engagements

    @property
    def statements(self) -> tuple[r.Statement, ...]:
        """The reported acts of speech, in text order."""
        return self.records.statements

    @property
    def commitments(self) -> tuple[r.Commitment, ...]:
        """The public undertakings, in text order."""
        return self.records.commitments

    @property
    def events(self) -> tuple[r.Event, ...]:
        """The happenings that the text refers to."""
        return self.records.events

    @property
    def instruments(self) -> tuple[r.Instrument, ...]:
        """The treaties, plans and resolutions that the text names."""
        return self.records.instruments

    @property
    def officials(self) -> tuple[r.Official, ...]:
        """The people with the posts that the text gives them."""
        return self.records.officials

    @property
    def unverified(self) -> tuple[r.Engagement | r.Statement | r.Commitment | r.Event | r.Instrument, ...]:
        """What the verification gate refused; never among the findings."""
        return self.records.unverified

    def to_dict(self) -> dict[str, Any]:
        """Return everything as JSON-ready data, as ``summitry read --format jsonl`` prints it."""
        return reading_data(self.document, self.records)

    def to_frame(self, kind: str = "statements") -> pd.DataFrame:
        """Return the records of a kind (``statements``, ``commitments``, ``engagements`` …) as a pandas DataFrame.

        Raises:
            SummitryError: there is no such kind, or pandas is not installed.
        """
        return to_frame(record_rows(self.to_dict(), kind))

    def _repr_html_(self) -> str:
        from summitry.notebook import reading_html

        return reading_html(self.document, self.records)


def read(
    text_or_path: str | PathLike[str],
    *,
    title: str | None = None,
    published: str | None = None,
    publisher: str | Iterable[str] | None = None,
) -> Reading:
    """Read one document.

    Args:
        text_or_path: a path, an http address, or the text itself.
        title: the title of a text.
        published: the day a text was published, as ``2025-05-19`` or another EDTF date.
        publisher: code or codes of the side that published a text, such as ``"JP"``.

    Raises:
        InputError: the input cannot be taken in, or holds several documents.
        LanguageError: it is in a language without a reader.
        ModelMissingError: the reader's model is not installed.
    """
    if _is_text(text_or_path):
        issuers = (publisher,) if isinstance(publisher, str) else tuple(publisher or ())
        document = from_text(str(text_or_path), source="text", title=title, published=published, issuers=issuers)
    else:
        document = _take_one(str(text_or_path))
    return next(Reading(*pair) for pair in read_documents([document]))


def read_all(sources: Iterable[str | PathLike[str]], *, jobs: int = 1) -> Iterator[Reading | Refusal]:
    """Yield a reading of each document of the sources (files, folders, addresses), or why it was refused.

    Args:
        sources: paths and addresses; a file of JSON lines holds a document a line.
        jobs: processes that read at the same time; a script that asks for several needs the usual
            ``if __name__ == "__main__":``.

    Raises:
        ModelMissingError: the reader's model is not installed.
    """
    for item in read_sources([str(source) for source in sources], jobs=jobs):
        yield item if isinstance(item, Refusal) else Reading(*item)


def _is_text(given: str | PathLike[str]) -> bool:
    if not isinstance(given, str) or given == "-" or is_address(given):
        return False
    if "\n" in given or len(given) > _LONGEST_PATH:
        return True
    return not Path(given).exists() and Path(given).suffix.lower() not in IntakeOptions().suffixes


def _take_one(source: str) -> Document:
    taken = take([source])
    first, more = next(taken, None), next(taken, None)
    if first is None:
        raise InputError(source, "there is no document in it")
    if isinstance(first, Refusal):
        raise InputError(first.source, first.reason, first.hint)
    if more is not None:
        raise InputError(source, "it holds several documents", "read them with summitry.read_all([…])")
    return first
