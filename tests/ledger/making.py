"""Documents and records made by hand, about invented officials."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from summitry.model.document import Document, Metadata, Segment, SegmentKind
from summitry.model.edtf import Edtf
from summitry.model.evidence import Evidence, Gate, Grounds, Method, content_id
from summitry.model.records import (
    Act,
    Commitment,
    CommitmentKind,
    DocumentKind,
    Engagement,
    Event,
    EventStatus,
    Form,
    Instrument,
    Level,
    Official,
    Participant,
    Records,
    Section,
    Statement,
)

TEXT = (
    "Foreign Minister Ingrid Solberg met Foreign Minister Daniel Otieno in Nairobi on 4 March 2031.\n"
    "1. Fisheries\n"
    "The two ministers confirmed that a joint survey of the northern waters will begin by June 2031.\n"
    "Norway welcomed the ports agreement of 2029. Kenya urged Norway to open the Bergen office soon.\n"
    "They will meet again in Oslo in the autumn of 2031."
)


def document(text: str = TEXT, *, title: str = "A meeting in Nairobi", **meta: object) -> Document:
    """A document with one paragraph; its meta data as given."""
    described = {"source": f"{content_id(text, title)}.txt", "title": title, "published": "2031-03-04", **meta}
    return Document(
        content_id("document", text, title),
        text,
        (Segment(SegmentKind.PARAGRAPH, 0, len(text)),),
        Metadata(**described),  # type: ignore[arg-type]
        original=hashlib.sha256(text.encode()).hexdigest(),
    )


def at(doc: Document, quote: str) -> Evidence:
    start = doc.text.index(quote)
    return doc.evidence(start, start + len(quote))


def on(doc: Document, quote: str, *refused: str) -> Grounds:
    return Grounds(at(doc, quote), Method("by hand"), gate=Gate(refused))


def records(doc: Document, **changes: object) -> Records:
    """What a reader finds in ``TEXT``."""
    heading = at(doc, "Fisheries")
    found = Records(
        doc.id,
        ("NO",),
        "2031-03-04",
        DocumentKind.READOUT,
        sections=(Section("1", "Fisheries", heading, heading.start, len(doc.text)),),
        engagements=(
            Engagement(
                on(doc, "met Foreign Minister Daniel Otieno in Nairobi on 4 March 2031"),
                Form.MEETING,
                Level.MINISTERIAL,
                date=Edtf("2031-03-04"),
                place="Nairobi",
                sides=("KE", "NO"),
                participants=(
                    Participant("Ingrid Solberg", "Foreign Minister", "NO", at(doc, "Ingrid Solberg")),
                    Participant("Daniel Otieno", "Foreign Minister", "KE", at(doc, "Daniel Otieno")),
                ),
            ),
        ),
        statements=(
            Statement(
                on(doc, "confirmed that a joint survey of the northern waters will begin by June 2031"),
                "confirmed", Act.AFFIRM, ("KE", "NO"), section=0,
            ),
            Statement(on(doc, "welcomed the ports agreement of 2029"), "welcomed", Act.WELCOME, ("NO",), section=0),
            Statement(
                on(doc, "urged Norway to open the Bergen office soon"), "urged", Act.URGE, ("KE",), ("NO",), section=0
            ),
        ),
        commitments=(
            Commitment(
                on(doc, "a joint survey of the northern waters will begin by June 2031"), ("KE", "NO"),
                CommitmentKind.DELIVERABLE, Edtf("../2031-06"), "by June 2031", section=0,
            ),
            Commitment(
                on(doc, "will meet again in Oslo in the autumn of 2031"), ("KE", "NO"),
                CommitmentKind.ENGAGEMENT, Edtf("2031-23"), "in the autumn of 2031", section=0,
            ),
        ),
        events=(Event(on(doc, "meet again in Oslo"), "meet again in Oslo", Edtf("2031-23"), EventStatus.PLANNED),),
        instruments=(Instrument(on(doc, "the ports agreement of 2029"), "the ports agreement of 2029"),),
        officials=(Official("Ingrid Solberg", "Foreign Minister", "NO", at(doc, "Ingrid Solberg")),),
        unverified=(Statement(on(doc, "open the Bergen office soon", "negation"), "open", Act.ANNOUNCE, ("NO",)),),
        reader="by hand 1",
    )  # fmt: skip
    return replace(found, **changes)  # type: ignore[arg-type]
