"""One document on its way into the ledger: new, a version, known, or read otherwise than before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger import entering, indexing, linking, placing, tally
from summitry.ledger.clock import bounds
from summitry.ledger.decisions import Action
from summitry.ledger.followup.linking import follow
from summitry.ledger.pack import dump_document, pack, unpack
from summitry.ledger.project import plain
from summitry.ledger.rows import Added, Status
from summitry.ledger.schema import addresses, anchors, documents, readings
from summitry.model import codec
from summitry.model.document import Document
from summitry.model.records import Records


@dataclass(frozen=True, slots=True)
class Intake:
    """Takes one document in, inside the transaction of ``connection``; ``now`` is the time of its entries."""

    connection: Connection
    now: str
    document: Document
    records: Records

    def take(self) -> Added:
        """Take the document in and say what it was."""
        query = sa.select(documents).where(documents.c.id == self.document.id)
        known = self.connection.execute(query).mappings().first()
        return self._again(known) if known else self._first()

    @property
    def address(self) -> str:
        """Where the text stands."""
        return placing.address_of(self.document.meta, self.document.id)

    def _first(self) -> Added:
        previous = placing.latest(self.connection, self.address)
        values = self._values(previous)
        pk = self.connection.execute(sa.insert(documents).values(values).returning(documents.c.pk)).scalar_one()
        self._read(pk)
        self._stand(pk, values["version"])
        if previous:
            self._carry(previous["pk"], pk)
        indexing.reindex(self.connection, pk)
        tally.add(self.connection, pk)
        if previous:
            self._supersede(previous["pk"], values["known_from"])
        linking.relink(self.connection, pk)
        follow(self.connection, pk)
        note = {"address": self.address, "version": values["version"], "change": values["change"]}
        self._enter(Action.VERSION if previous else Action.ADD, note)
        return Added(self.document.id, Status.VERSION if previous else Status.NEW, values["version"])

    def _again(self, known: Any) -> Added:
        version = placing.version_at(self.connection, self.address, known["pk"])
        status = Status.ALREADY
        if version is None:
            version, status = self._appear(known["pk"])
        stored = sa.select(readings.c.payload).where(readings.c.id == known["reading"])
        old = unpack(self.connection.execute(stored).scalar_one())
        home = self.address == known["address"]
        # What is known of a text beside its words stays as its first address gives it.
        new = self._payload() if home else {**self._payload(), "document": old["document"]}
        if new == old:
            return Added(self.document.id, status, version)
        with tally.kept(self.connection, (known["pk"],)):
            self._read(known["pk"], new)
            if home:
                self._rename(known)
            indexing.reindex(self.connection, known["pk"])
        linking.relink(self.connection, known["pk"])
        follow(self.connection, known["pk"])
        self._enter(Action.REREAD, {"reader": self.records.reader, "reading_before": known["reading"]})
        return Added(self.document.id, Status.REREAD, version)

    def _appear(self, pk: int) -> tuple[int, Status]:
        """A known text stands at an address where it never stood."""
        previous = placing.latest(self.connection, self.address)
        version = previous["at_version"] + 1 if previous else 1
        self._stand(pk, version)
        with tally.kept(self.connection, (pk,)):
            placing.settle(self.connection, pk, self.now[:10])
        if previous:
            self._supersede(previous["pk"], self.now[:10])
        linking.relink(self.connection, pk)
        self._enter(Action.VERSION if previous else Action.ADD, {"address": self.address, "version": version})
        return version, Status.VERSION if previous else Status.ALREADY

    def _payload(self) -> codec.Json:
        return {"document": dump_document(self.document), "records": codec.dump(self.records)}

    def _values(self, previous: Any) -> dict[str, Any]:
        day = self._described()["day"]
        today = self.now[:10]
        words = placing.words_hash(self.document.text)
        change = None
        if previous:
            change = "layout" if previous["words"] == words else "words"
        return {
            **self._described(),
            "id": self.document.id,
            "text": self.document.text,
            # An edit shows no day of its own: it is known from the day it was seen.
            "known_from": day if day and (previous is None or day != previous["day"]) else today,
            "original": self.document.original,
            "words": words,
            "added": self.now,
            "address": self.address,
            "version": previous["at_version"] + 1 if previous else 1,
            "change": change,
            "reading": 0,
        }

    def _described(self) -> dict[str, Any]:
        """The columns that a new reading may change."""
        meta, records = self.document.meta, self.records
        published = records.published or meta.published
        return {
            "title": meta.title or "",
            "kind": records.kind.value,
            "language": meta.language,
            "publisher": " ".join(records.publisher or meta.issuers),
            "published": published,
            "day": bounds(published)[1],
            "source": meta.source,
            "source_id": meta.source_id,
            "url": meta.url,
        }

    def _rename(self, known: Any) -> None:
        values = self._described()
        if known["version"] == 1:
            values["known_from"] = values["day"] or known["added"][:10]
        self.connection.execute(sa.update(documents).where(documents.c.pk == known["pk"]).values(values))

    def _read(self, pk: int, payload: codec.Json | None = None) -> None:
        packed = pack(payload or self._payload())
        values = {"document": pk, "reader": plain(self.records.reader), "at": self.now, "payload": packed}
        number = self.connection.execute(sa.insert(readings).values(values).returning(readings.c.id)).scalar_one()
        self.connection.execute(sa.update(documents).where(documents.c.pk == pk).values(reading=number))

    def _stand(self, pk: int, version: int) -> None:
        self.connection.execute(sa.insert(addresses).values(address=self.address, document=pk, version=version))

    def _carry(self, before: int, pk: int) -> None:
        """Decisions about the version before hold for this one, as far as their words are found in it."""
        columns = (anchors.c.entry, anchors.c.place, sa.literal(pk))
        carried = sa.select(*columns).where(anchors.c.document == before)
        self.connection.execute(sa.insert(anchors).from_select(["entry", "place", "document"], carried))

    def _supersede(self, pk: int, day: str) -> None:
        with tally.kept(self.connection, (pk,)):
            placing.settle(self.connection, pk, day)
        linking.relink(self.connection, pk)

    def _enter(self, action: Action, note: codec.Json) -> None:
        entering.enter(self.connection, entering.Draft(self.now, action, self.document.id, payload=note))
