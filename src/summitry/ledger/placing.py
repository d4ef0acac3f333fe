"""Addresses: which texts stood at one address one after another, and which of them stands there now."""

from __future__ import annotations

import hashlib
import os
import re
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger.fold import words_of
from summitry.ledger.schema import addresses, documents
from summitry.model.document import Metadata

_MEMBER = re.compile(r"#\d+$")


def address_of(meta: Metadata, identity: str) -> str:
    """Return where a text stands: its web address, else its file, else (standing nowhere) its own id.

    One of many texts in a file stands at that file by its own id; without one it stands nowhere, for its
    number changes with its neighbours.
    """
    if meta.url:
        return meta.url
    source = meta.source
    if _MEMBER.search(source):
        if not meta.source_id:
            return f"text:{identity}"
        source = f"{_MEMBER.sub('', source)}#{meta.source_id}"
    if source in ("", "-"):
        return f"text:{identity}"
    return source if "://" in source else os.path.abspath(source)  # noqa: PTH100  (need not exist, nor be a path)


def words_hash(text: str) -> str:
    """Return a hash of a text's words alone; it stays when only layout and punctuation change."""
    return hashlib.sha256(" ".join(words_of(text)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def latest(connection: Connection, address: str) -> Any:
    """Return the row of the newest text at an address (with ``at_version``), or ``None``."""
    query = (
        sa.select(documents, addresses.c.version.label("at_version"))
        .join(addresses, addresses.c.document == documents.c.pk)
        .where(addresses.c.address == address)
        .order_by(addresses.c.version.desc())
        .limit(1)
    )
    return connection.execute(query).mappings().first()


def version_at(connection: Connection, address: str, pk: int) -> int | None:
    """Return which version at an address a document is, or ``None`` if it never stood there."""
    here = (addresses.c.address == address) & (addresses.c.document == pk)
    return connection.execute(sa.select(addresses.c.version).where(here)).scalar()


def settle(connection: Connection, pk: int, day: str) -> None:
    """Note whether a document still stands at one of its addresses; it ceased to on ``day`` if not."""
    newer = addresses.alias("newer")
    stands = (
        sa.select(addresses.c.address)
        .where(addresses.c.document == pk)
        .where(~sa.exists().where((newer.c.address == addresses.c.address) & (newer.c.version > addresses.c.version)))
    )
    until = None if connection.execute(stands.limit(1)).first() else sa.func.coalesce(documents.c.known_until, day)
    connection.execute(sa.update(documents).where(documents.c.pk == pk).values(known_until=until))
