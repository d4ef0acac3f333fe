"""What a reader of a language offers, and the error when there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from summitry.model.document import Document
from summitry.model.records import Records


class Reader(Protocol):
    """Reads documents of one language into records."""

    name: str

    def read(self, document: Document) -> Records:
        """Return everything the reader finds in a document."""
        ...

    def read_many(self, documents: Iterable[Document]) -> Iterator[Records]:
        """Yield the records of many documents, in their order; cheaper a document than one by one."""
        ...
