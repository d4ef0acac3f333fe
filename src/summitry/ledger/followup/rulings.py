"""What persons may say of a commitment's fate, checked before it is entered."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger.followup.shows import Shows
from summitry.ledger.schema import documents
from summitry.model.codec import Json
from summitry.model.errors import LedgerError


def status_of(value: Any, kind: str) -> str:
    """Return a status that a person names.

    Raises:
        LedgerError: it is none, or what it is said of is no commitment.
    """
    if kind != "commitments":
        raise LedgerError("only a commitment has a status")
    if value not in set(Shows):
        raise LedgerError(f"not a status: {value!r}", f"There are: {', '.join(Shows)}.")
    return str(value)


def passage_of(connection: Connection, value: Json, kind: str) -> Json:
    """Return a passage that a person links with a commitment, with its words.

    Raises:
        LedgerError: it names no stretch of a text in the ledger, or what it is linked with is no commitment.
    """
    shows = status_of(value["shows"], kind) if value.get("shows") else status_of(Shows.RESTATED, kind)
    text = connection.execute(sa.select(documents.c.text).where(documents.c.id == value["document"])).scalar()
    if text is None:
        raise LedgerError(f"there is no document {value['document']!r} in the ledger")
    start, end = value.get("start"), value.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text):
        raise LedgerError(f"not a stretch of the text: {start}–{end}", f"The text has {len(text)} characters.")
    return {"document": value["document"], "start": start, "end": end, "quote": text[start:end], "shows": shows}
