"""Short texts about invented officials, with the commitments and meetings that a reader finds in them."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.ledger import Followed, Ledger
from summitry.model.document import Document
from summitry.model.edtf import Edtf
from summitry.model.records import Commitment, CommitmentKind, DocumentKind, Engagement, Form, Level, Records
from tests.ledger.making import document, on


@dataclass(frozen=True)
class Text:
    """A text of two sides: what it promises (quote, window) and the meeting that it reports (quote, level)."""

    words: str
    day: str
    promise: str = ""
    due: str | None = None
    kind: CommitmentKind = CommitmentKind.DELIVERABLE
    met: str = ""
    level: Level = Level.SUMMIT
    sides: tuple[str, ...] = ("KE", "NO")
    source: str = ""

    def made(self, reader: str = "by hand 1") -> tuple[Document, Records]:
        """The document with its records."""
        meta = {"source": self.source} if self.source else {}
        doc = document(self.words, title=f"A text of {self.day}", published=self.day, **meta)
        promised = (
            (Commitment(on(doc, self.promise), self.sides, self.kind, Edtf(self.due) if self.due else None),)
            if self.promise
            else ()
        )
        met = (
            (Engagement(on(doc, self.met), Form.MEETING, self.level, date=Edtf(self.day), sides=self.sides),)
            if self.met
            else ()
        )
        found = Records(
            doc.id,
            self.sides,
            self.day,
            DocumentKind.JOINT_STATEMENT,
            engagements=met,
            commitments=promised,
            reader=reader,
        )
        return doc, found

    def add(self, ledger: Ledger, reader: str = "by hand 1") -> str:
        """Add it and return the id of its commitment, or of its document where it has none."""
        doc, found = self.made(reader)
        ledger.add(doc, found)
        return found.commitments[0].id if found.commitments else doc.id


def told(ledger: Ledger, promise: str, **filters: object) -> tuple[str, list[tuple[str, str]]]:
    """The status of a commitment, and what each passage shows with its words, best first."""
    fate: Followed = ledger.followed([promise], **filters)[promise]  # type: ignore[arg-type]
    return fate.status.value, [(item.shows.value, item.evidence.quote) for item in fate.evidence]
