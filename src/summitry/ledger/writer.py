"""Takes documents in, whole or not at all, and forgets them where a person says so."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger import entering, grouping, indexing, linking, placing, tally
from summitry.ledger.clock import Clock, stamp
from summitry.ledger.decisions import Action
from summitry.ledger.engine import Store
from summitry.ledger.intaking import Intake
from summitry.ledger.rows import Added
from summitry.ledger.schema import addresses, anchors, documents, entries
from summitry.model.document import Document
from summitry.model.errors import LedgerError
from summitry.model.records import Records


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes to a store; ``clock`` gives the time of entries."""

    store: Store
    clock: Clock

    def add(self, document: Document, records: Records) -> Added:
        """Take a document in with its records, in one transaction.

        Raises:
            LedgerError: the records are of another text, the text cannot be kept, or the database refuses.
        """
        check(document, records)
        with self.store.write() as connection:
            return Intake(connection, stamp(self.clock()), document, records).take()

    def forget(self, identity: str, author: str, reason: str) -> None:
        """Delete a document with all that was read from it; that it was there stays as an entry.

        Raises:
            LedgerError: there is no such document, or no author or reason is given.
        """
        if not reason.strip() or not author.strip():
            raise LedgerError("forgetting needs an author and a reason", "Say who wants it gone, and why.")
        with self.store.write() as connection:
            pk = connection.execute(sa.select(documents.c.pk).where(documents.c.id == identity)).scalar()
            if pk is None:
                raise LedgerError(f"there is no document {identity} in the ledger")
            now = stamp(self.clock())
            _forget(connection, pk, now[:10])
            entering.enter(connection, entering.Draft(now, Action.FORGET, identity, author, reason))


def check(document: Document, records: Records) -> None:
    """Refuse what would not be found again.

    Raises:
        LedgerError: the records are of another document, or the text holds a character that no database keeps.
    """
    if records.document != document.id:
        raise LedgerError(f"records of {records.document} cannot be added with document {document.id}")
    if "\0" in document.text or "\0" in (document.meta.title or ""):
        raise LedgerError(
            f"{document.meta.source}: the text holds a NUL character", "Take it in again from its original."
        )


def _forget(connection: Connection, pk: int, day: str) -> None:
    with tally.kept(connection, (pk,)):
        here = sa.select(addresses.c.address).where(addresses.c.document == pk)
        near = sa.select(addresses.c.document).where(addresses.c.address.in_(here), addresses.c.document != pk)
        neighbours = tuple(connection.execute(near).scalars())
        # The words of a forgotten text go with it, out of the decisions about them too.
        about = sa.select(anchors.c.entry).where(anchors.c.document == pk)
        connection.execute(sa.update(entries).where(entries.c.id.in_(about)).values(payload='{"forgotten":true}'))
        numbers = tuple(connection.execute(about).scalars())
        connection.execute(sa.delete(anchors).where(anchors.c.entry.in_(numbers)))
        indexing.clear(connection, pk)
        grouping.regroup(connection, linking.release(connection, pk))
        connection.execute(sa.delete(documents).where(documents.c.pk == pk))
    with tally.kept(connection, neighbours):
        for other in neighbours:
            placing.settle(connection, other, day)
    for other in neighbours:
        linking.relink(connection, other)
