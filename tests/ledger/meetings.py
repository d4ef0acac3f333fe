"""Short readouts of invented meetings, with the records of a reader."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.ledger import Ledger
from summitry.model.document import Document
from summitry.model.edtf import Edtf
from summitry.model.records import (
    Commitment,
    CommitmentKind,
    DocumentKind,
    Engagement,
    Event,
    EventStatus,
    Form,
    Level,
    Participant,
    Records,
)
from tests.ledger.making import at, document, on


@dataclass(frozen=True)
class Told:
    """One side's account of a meeting, as a test describes it."""

    publisher: str = "NO"
    date: str | None = "2031-03-04"
    published: str = "2031-03-05"
    people: tuple[tuple[str, str], ...] = (("Ingrid Solberg", "NO"), ("Daniel Otieno", "KE"))
    form: Form = Form.MEETING
    level: Level | None = Level.SUMMIT
    ordinal: int | None = None
    series: str | None = None
    place: str | None = "Nairobi"
    sides: tuple[str, ...] = ("KE", "NO")
    plan: tuple[str, str] | None = None
    event: tuple[str, str, EventStatus] | None = None
    kind: DocumentKind = DocumentKind.READOUT
    met: bool = True
    url: str | None = None

    def make(self) -> tuple[Document, Records]:
        said = " and ".join(name for name, _ in self.people) or "The two leaders"
        text = f"{said} met in {self.place} ({self.date}, {self.form}, {self.ordinal}), say {self.publisher}."
        for extra in (self.plan, self.event):
            text += f" They said: {extra[0]}." if extra else ""
        doc = document(
            text, title=f"Told by {self.publisher} on {self.published}", published=self.published, url=self.url
        )
        return doc, Records(
            doc.id,
            tuple(self.publisher.split()),
            self.published,
            self.kind,
            engagements=(self._engagement(doc),) if self.met else (),
            commitments=self._plans(doc),
            events=self._events(doc),
        )

    def add(self, ledger: Ledger) -> str:
        doc, found = self.make()
        ledger.add(doc, found)
        return found.engagements[0].id if found.engagements else doc.id

    def _engagement(self, doc: Document) -> Engagement:
        return Engagement(
            on(doc, f"met in {self.place}"),
            self.form,
            self.level,
            self.ordinal,
            Edtf(self.date) if self.date else None,
            self.place,
            series=self.series,
            sides=self.sides,
            participants=tuple(Participant(name, None, party, at(doc, name)) for name, party in self.people),
        )

    def _plans(self, doc: Document) -> tuple[Commitment, ...]:
        if not self.plan:
            return ()
        quote, due = self.plan
        return (Commitment(on(doc, quote), self.sides, CommitmentKind.ENGAGEMENT, Edtf(due), None),)

    def _events(self, doc: Document) -> tuple[Event, ...]:
        if not self.event:
            return ()
        name, when, status = self.event
        return (Event(on(doc, name), name, Edtf(when), status),)


def groups(ledger: Ledger, **filters: object) -> set[frozenset[str]]:
    """The engagements as sets of their accounts' ids."""
    return {frozenset(a.id for a in row.accounts) for row in ledger.engagements(**filters)}  # type: ignore[arg-type]
