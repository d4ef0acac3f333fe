"""Ledgers that briefs are made from: two accounts of one meeting, a promise with later words, hostile texts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from summitry.intake import from_text
from summitry.ledger import Ledger
from summitry.model import records as r
from summitry.views.brief import Brief, Line, brief
from tests import accounts

BEFORE = date(2026, 3, 1)
HOSTILE = (
    '<script>alert(1)</script> [here](javascript:alert(1)) ![](https://x.example/p.png) #read("/etc/passwd") '
    "$x$ *bold* _it_ `code` | cell | https://evil.example www.evil.example &amp; \\textbf{x} ]] {{ 7*7 }} \u202eright"
)


def told_twice() -> Ledger:
    """The small account, and Japan's account of the Oslo meeting with another length and place."""
    ledger = accounts.fill(":memory:")
    document, records = accounts.oslo()
    text = document.text.replace("in Oslo", "in Bergen for 45 minutes")
    text += " Mr. Minagawa urged Norway to send a third ship."
    other = from_text(
        text, source="/home/ada/mofa.txt", title="Meeting in Bergen", published="2025-11-15", issuers=("JP",)
    )
    hand = accounts.Hand(other)
    (meeting,) = records.engagements
    people = {p.name: (str(p.post), str(p.party)) for p in meeting.participants}
    met = hand.meeting("met Haruto Minagawa", "2025-11-14", 5, people, place="Bergen", minutes=45)
    urged = hand.said("urged Norway to send a third ship", "urged", r.Act.URGE, ("JP",), addressees=("NO",))
    ledger.add(other, hand.records(engagements=(met,), statements=(urged,)))
    return ledger


def hostile() -> Brief:
    """A brief whose title, file name, heading, name and quote are all meant to be more than words."""
    text = f"1. {HOSTILE}\n\nNorway will {HOSTILE} by 2027."
    document = from_text(
        text, source="x](y)<b>.txt", title=f"{HOSTILE}\x1b[2J", published="2025-01-01", issuers=("JP", "NO"),
        url="javascript:alert(1)",
    )  # fmt: skip
    hand = accounts.Hand(document)
    start = document.text.index("will ")
    promise = hand.promised(document.text[start : document.text.index(" by 2027")], "deliverable", "2027", body=HOSTILE)
    with Ledger.open(":memory:", clock=accounts.Ticking()) as ledger:
        ledger.add(document, hand.records(commitments=(promise,)))
        return brief(ledger, ("JP", "NO"), BEFORE)


def lines(made: Brief, title: str = "") -> Iterator[Line]:
    """The lines of a brief, or of one of its parts."""
    for part in made.parts:
        if title in ("", part.title):
            for group in part.groups:
                yield from group.lines
