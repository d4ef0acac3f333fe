"""What adding one document costs beside its reading, by the size of the ledger it is added to.

Synthetic documents, so that nothing but the ledger is measured: ten relations, a meeting every few days told by both
sides, forty statements, eight commitments and ten events each. Prints milliseconds a document (median and longest) and
of the questions asked most.

usage: python bench/ledger.py [ADDRESS]
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from summitry.ledger import Ledger
from summitry.model.document import Document, Metadata, Segment, SegmentKind
from summitry.model.edtf import Edtf
from summitry.model.evidence import Grounds, Method, content_id
from summitry.model.records import (
    Act,
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
    Statement,
)

SIZES = (350, 700, 1400)
_PAIRS = "KE NO,CL JP,JP NO,CL KE,FI NO,FI JP,EU JP,EU KE,EU NO,CL FI"
RELATIONS = [tuple(pair.split()) for pair in _PAIRS.split(",")]
METHOD = Method("synthetic")


def document(number: int) -> tuple[Document, Records]:
    """The nth document: both sides' accounts of one meeting follow each other."""
    meeting, side = divmod(number, 2)
    sides = RELATIONS[meeting % len(RELATIONS)]
    day = date(2020, 1, 1) + timedelta(days=3 * (meeting // len(RELATIONS)) + meeting % 3)
    lines = [f"Minister Berg {sides[0]} met Minister Otieno {sides[1]} on {day} in Oslo, document {number}."]
    told = f"of meeting {meeting}, fisheries and ports number"
    lines += [f"The ministers confirmed matter {k} {told} {k * number}." for k in range(40)]
    text = "\n".join(lines)
    meta = Metadata(
        source=f"{number}.txt", title=f"Meeting {meeting} as {sides[side]} tells it", published=day.isoformat()
    )
    doc = Document(content_id(text), text, (Segment(SegmentKind.PARAGRAPH, 0, len(text)),), meta)
    places = [text.index(line) for line in lines]

    def on(k: int) -> Grounds:
        return Grounds(doc.evidence(places[k], places[k] + len(lines[k])), METHOD)

    due = Edtf(f"{day.year + 1}-21")
    people = tuple(
        Participant(name, "Minister", party, doc.evidence(text.index(name), text.index(name) + len(name)))
        for name, party in zip(("Berg", "Otieno"), sides, strict=True)
    )
    held = Engagement(
        on(0),
        Form.MEETING,
        Level.MINISTERIAL,
        date=Edtf(day.isoformat()),
        place="Oslo",
        sides=sides,
        participants=people,
    )
    return doc, Records(
        doc.id,
        (sides[side],),
        day.isoformat(),
        DocumentKind.READOUT,
        engagements=(held,),
        statements=tuple(Statement(on(k), "confirmed", Act.AFFIRM, sides) for k in range(1, 41)),
        commitments=tuple(Commitment(on(k), sides, CommitmentKind.ENGAGEMENT, due) for k in range(1, 9)),
        events=tuple(Event(on(k), "ministers' meeting in Oslo", due, EventStatus.PLANNED) for k in range(9, 19)),
    )


def milliseconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def measure(place: str) -> Iterator[dict[str, float]]:
    """Fill a ledger; yield figures at each size, of adding from the fifty documents before it."""
    with Ledger.open(place) as ledger:
        took: list[float] = []
        for number in range(SIZES[-1]):
            made = document(number)
            took.append(milliseconds(partial(ledger.add, *made)))
            if number + 1 in SIZES:
                last = took[-50:]
                figures = {"documents": number + 1, "add, median": statistics.median(last), "add, longest": max(last)}
                questions = {name: milliseconds(ask) for name, ask in asked(ledger, made)}
                yield {name: round(value, 1) for name, value in (figures | questions).items()}


def asked(ledger: Ledger, made: tuple[Document, Records]) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is done with a ledger most, by name."""
    pair = ("KE", "NO")
    yield "add again", partial(ledger.add, *made)
    yield "commitments", partial(ledger.commitments, parties=pair)
    yield "engagements", partial(ledger.engagements, parties=pair)
    yield "engagements as of a day", partial(ledger.engagements, parties=pair, as_of="2020-06-01")
    yield "search", partial(ledger.search, "fisheries ports")
    yield "counts", ledger.counts


def main() -> None:
    """Measure a temporary SQLite ledger, or the empty one at the address given."""
    with tempfile.TemporaryDirectory() as folder:
        place = sys.argv[1] if len(sys.argv) > 1 else str(Path(folder, "ledger.sqlite"))
        for row in measure(place):
            print(json.dumps(row))


if __name__ == "__main__":
    main()
