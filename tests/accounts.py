"""A small account written by hand: what a careful reader finds in three invented texts, without any reader's help."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from summitry.intake import from_text
from summitry.ledger import Ledger
from summitry.model import records as r
from summitry.model.document import Document
from summitry.model.edtf import Edtf
from summitry.model.evidence import Evidence, Gate, Grounds, Method

METHOD = Method("hand")
BOTH = ("JP", "NO")


class Hand:
    """Records of one document, each found by its words."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def at(self, words: str) -> Evidence:
        start = self.document.text.index(words)
        return self.document.evidence(start, start + len(words))

    def grounds(self, words: str, *reasons: str) -> Grounds:
        return Grounds(self.at(words), METHOD, gate=Gate(reasons))

    def said(self, words: str, cue: str, act: r.Act, speakers: tuple[str, ...] = BOTH, **more: Any) -> r.Statement:
        return r.Statement(self.grounds(words), cue, act, speakers, **more)

    def promised(self, words: str, kind: str, due: str | None = None, **more: Any) -> r.Commitment:
        parties = more.pop("parties", BOTH)
        return r.Commitment(
            self.grounds(words), parties, r.CommitmentKind(kind), due=Edtf(due) if due else None, **more
        )

    def event(self, name: str, when: str | None, status: str = "planned") -> r.Event:
        return r.Event(self.grounds(name), name, Edtf(when) if when else None, r.EventStatus(status))

    def meeting(
        self, words: str, day: str, ordinal: int, people: dict[str, tuple[str, str]], **more: Any
    ) -> r.Engagement:
        seen = tuple(r.Participant(name, post, party, self.at(name)) for name, (post, party) in people.items())
        return r.Engagement(
            self.grounds(words),
            r.Form.MEETING,
            r.Level.SUMMIT,
            ordinal=ordinal,
            date=Edtf(day),
            series="Japan-Norway Summit Meeting",
            sides=BOTH,
            participants=seen,
            **more,
        )

    def records(self, **found: Any) -> r.Records:
        meta = self.document.meta
        return r.Records(
            self.document.id, meta.issuers, meta.published, r.DocumentKind.READOUT, reader="hand-1", **found
        )


def tromso() -> tuple[Document, r.Records]:
    """The third meeting as Japan tells it."""
    text = (
        "On November 8 Haruto Minagawa held his 3rd Japan-Norway Summit Meeting with Ingrid Haukeland in Tromsø for "
        "70 minutes.\n\n1. Fisheries\n\nThe two leaders confirmed that a working group will meet before the end of "
        "this year. They will draw up a catch register next spring. They will continue to share schedules.\n\n"
        "Mr. Minagawa urged Norway to send a second ship. A consultation will shortly take place. The Bergen Shipping "
        "Forum opens in May 2025."
    )
    document = from_text(
        text,
        source="tromso.txt",
        title="Japan-Norway Relations",
        published="2024-11-08",
        issuers=("JP",),
        url="https://mofa.jp.example/3",
    )
    hand = Hand(document)
    people = {
        "Haruto Minagawa": ("Prime Minister of Japan", "JP"),
        "Ingrid Haukeland": ("Prime Minister of Norway", "NO"),
    }
    parts = (r.EngagementSegment(r.Format.PLENARY, 45), r.EngagementSegment(r.Format.ONE_ON_ONE, 25))
    start = text.index("Fisheries")
    return document, hand.records(
        sections=(r.Section("1", "Fisheries", hand.at("Fisheries"), start, len(document.text)),),
        engagements=(
            hand.meeting("held his 3rd", "2024-11-08", 3, people, place="Tromsø", minutes=70, segments=parts),
        ),
        statements=(
            hand.said(
                "confirmed that a working group will meet before the end of this year",
                "confirmed",
                r.Act.AFFIRM,
                section=0,
            ),
            hand.said(
                "urged Norway to send a second ship", "urged", r.Act.URGE, ("JP",), addressees=("NO",), section=0
            ),
        ),
        commitments=(
            hand.promised(
                "a working group will meet before the end of this year",
                "engagement",
                "../2024-12-31",
                due_text="before the end of this year",
                body="working group",
                section=0,
            ),
            hand.promised(
                "will draw up a catch register next spring",
                "deliverable",
                "2025-21",
                due_text="next spring",
                caveat="next spring",
                section=0,
            ),
            hand.promised("will continue to share schedules", "continuing", section=0),
            hand.promised("A consultation will shortly take place", "engagement", due_text="shortly", section=0),
        ),
        events=(hand.event("Bergen Shipping Forum", "2025-05"),),
        instruments=(r.Instrument(hand.grounds("catch register"), "catch register"),),
        unverified=(
            r.Event(hand.grounds("second ship", "no date in the words"), "second ship", None, r.EventStatus.PLANNED),
        ),
    )


def oslo() -> tuple[Document, r.Records]:
    """The fifth meeting as Norway tells it; of the fourth there is no text."""
    text = (
        "Ingrid Haukeland met Haruto Minagawa in Oslo on 14 November 2025 for their 5th Summit Meeting.\n\n"
        "They agreed that the 6th meeting will be held in the autumn of 2026. The Bergen Shipping Forum was praised."
    )
    document = from_text(
        text, source="oslo.html", title="Meeting in Oslo", published="2025-11-15", issuers=("NO",), source_id="no-5"
    )
    hand = Hand(document)
    people = {"Ingrid Haukeland": ("Prime Minister", "NO"), "Haruto Minagawa": ("Prime Minister", "JP")}
    return document, hand.records(
        engagements=(hand.meeting("met Haruto Minagawa", "2025-11-14", 5, people, place="Oslo"),),
        statements=(
            hand.said("agreed that the 6th meeting will be held in the autumn of 2026", "agreed", r.Act.AGREE),
        ),
        commitments=(
            hand.promised(
                "the 6th meeting will be held in the autumn of 2026",
                "engagement",
                "2026-23",
                due_text="in the autumn of 2026",
            ),
        ),
        events=(hand.event("6th meeting", "2026-23"), hand.event("Bergen Shipping Forum", "2025-05", "past")),
    )


def santiago() -> tuple[Document, r.Records]:
    """A text of another relation."""
    text = "Chile told Kenya that it will open an embassy in Nairobi by the end of 2025."
    document = from_text(text, source="cl.jsonl#1", title="Call", published="2025-03-01", issuers=("CL",))
    hand = Hand(document)
    return document, hand.records(
        statements=(
            hand.said(
                "told Kenya that it will open an embassy in Nairobi by the end of 2025",
                "told",
                r.Act.STATE,
                ("CL",),
                addressees=("KE",),
            ),
        ),
        commitments=(
            hand.promised(
                "will open an embassy in Nairobi by the end of 2025",
                "deliverable",
                "../2025-12-31",
                due_text="by the end of 2025",
                parties=("CL",),
            ),
        ),
    )


class Ticking:
    """A clock that goes on by a second at every look."""

    def __init__(self) -> None:
        self.now = datetime(2024, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def fill(place: str) -> Ledger:
    """Return a new ledger that holds the three texts."""
    ledger = Ledger.open(place, clock=Ticking())
    for account in (tromso(), oslo(), santiago()):
        ledger.add(*account)
    return ledger
