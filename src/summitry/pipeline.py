"""The stages put together: sources in, documents and records out, and into a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from summitry.intake import IntakeOptions, Refusal, take
from summitry.model.document import Document
from summitry.model.errors import ModelMissingError, SummitryError
from summitry.model.records import Records
from summitry.parallel import map_in_order
from summitry.reading import reader_for

if TYPE_CHECKING:
    from summitry.ledger import Added, Ledger

Read = tuple[Document, Records]
Source = str | Path

# Documents that a process is handed at once: sending them one by one would cost more than it gains.
BATCH = 16
# Up to this many documents are read in this process: others would take longer to start than to work.
_FEW = 3 * BATCH


def read_documents(documents: Iterable[Document]) -> Iterator[Read]:
    """Yield each document with its records, in order.

    Raises:
        LanguageError: a document is in a language without a reader.
        ModelMissingError: the reader's model is not installed.
    """
    for document in documents:
        yield document, reader_for(document.meta.language).read(document)


def read_sources(
    sources: Iterable[Source], options: IntakeOptions | None = None, *, jobs: int = 1
) -> Iterator[Read | Refusal]:
    """Yield each document of the sources with its records, or why it was refused, in the order of the sources.

    Args:
        sources: paths of files and folders, addresses, ``-`` for standard input.
        options: what a person can set for intake.
        jobs: processes that read at the same time; the order and the results stay the same.

    Raises:
        ModelMissingError: the reader's model is not installed.
        SummitryError: a reading process was ended from outside.
    """
    taken = take(sources, options=options or IntakeOptions())
    first = list(islice(taken, _FEW + 1)) if jobs > 1 else []
    everything = chain(first, taken)
    if len(first) > _FEW:
        yield from chain.from_iterable(map_in_order(read_batch, _batches(everything), jobs))
    else:
        yield from map(_read_one, everything)


def read_batch(taken: list[Document | Refusal]) -> list[Read | Refusal]:
    """Return the batch with every document read; a refusal stays where it is.

    Raises:
        ModelMissingError: the reader's model is not installed.
    """
    return list(map(_read_one, taken))


def _read_one(document: Document | Refusal) -> Read | Refusal:
    if isinstance(document, Refusal):
        return document
    source = document.meta.source
    try:
        return document, reader_for(document.meta.language).read(document)
    except ModelMissingError:
        raise
    except SummitryError as error:
        return Refusal(source, error.message, error.hint)
    except Exception as error:  # noqa: BLE001
        # One text that trips the reader must not cost the others of a long run their place; it is listed, not hidden.
        return Refusal(source, f"the reader failed on it: {type(error).__name__}: {error}", "please report this text")


def _batches(taken: Iterator[Document | Refusal]) -> Iterator[list[Document | Refusal]]:
    while batch := list(islice(taken, BATCH)):
        yield batch


@dataclass(frozen=True, slots=True)
class Entered:
    """A document that is in the ledger now, and what the ledger said of it."""

    document: Document
    records: Records
    added: Added


def add_sources(
    ledger: Ledger, sources: Iterable[Source], options: IntakeOptions | None = None, *, jobs: int = 1
) -> Iterator[Entered | Refusal]:
    """Read the sources and take each document into a ledger, one transaction each, in the order of the sources.

    Yields what became of each; the arguments and errors are those of :func:`read_sources`.

    Raises:
        LedgerError: the ledger cannot be written to.
    """
    for item in read_sources(sources, options, jobs=jobs):
        if isinstance(item, Refusal):
            yield item
        else:
            yield Entered(*item, ledger.add(*item))
