"""One reading as data for programs."""

from __future__ import annotations

from typing import Any

from summitry.model import codec
from summitry.model.document import Document
from summitry.model.records import Records


def reading_data(document: Document, records: Records) -> dict[str, Any]:
    """Return everything that was read from a document, JSON-ready.

    ``id`` is the input's own id where it has one, or else the document's; the other keys are those of
    :func:`summitry.model.codec.dump`.
    """
    meta = document.meta
    return {
        "id": meta.source_id or document.id,
        "title": meta.title,
        "source": meta.source,
        "url": meta.url,
        **codec.dump(records),
    }
