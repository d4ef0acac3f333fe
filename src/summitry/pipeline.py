"""The stages put together: sources in, documents and records out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summitry.model.document import Document
from summitry.model.records import Records
from summitry.reading import reader_for


def read_documents(documents: Iterable[Document]) -> Iterator[tuple[Document, Records]]:
    """Yield each document with its records, in order.

    Raises:
        LanguageError: a document is in a language without a reader.
    """
    for document in documents:
        yield document, reader_for(document.meta.language).read(document)
