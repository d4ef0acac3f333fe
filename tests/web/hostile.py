"""A text that would like to be more than a text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from summitry.intake import from_text
from summitry.ledger import Ledger
from summitry.model import records as r
from tests.accounts import Hand

SCRIPT = '<script>alert("x")</script>'
TITLE = f'A "title" {SCRIPT}'
CODE = 'JP"><img src=x onerror=alert(1)>'


def fill(place: Path, url: str = "javascript:alert(1)") -> str:
    """Make a ledger that holds the hostile text, and return the text's id."""
    told = "by {{ 7*7 }} 2030 & <svg/onload=alert(1)> Norway shall not.\n\n' onload='x\n"
    text = f"Japan {SCRIPT} agreed to meet {told}"
    document = from_text(text, source="../../etc/passwd<i>", title=TITLE, published="2025-01-01", issuers=(CODE,))
    hand = Hand(document)
    promised = r.Commitment(
        hand.grounds(f"{SCRIPT} agreed to meet"),
        ("JP", "NO"),
        r.CommitmentKind.ENGAGEMENT,
        due_text=f"by {SCRIPT}",
        body=SCRIPT,
        caveat=SCRIPT,
    )
    said = r.Statement(hand.grounds(f"Japan {SCRIPT} agreed"), "agreed", r.Act.AGREE, ("JP", "NO"))
    named = r.Event(
        hand.grounds("meet by {{ 7*7 }} 2030 & <svg/onload=alert(1)> Norway"), SCRIPT, None, r.EventStatus.PLANNED
    )
    person = r.Official(SCRIPT, SCRIPT, "JP", hand.at("Japan"))
    records = hand.records(statements=(said,), commitments=(promised,), events=(named,), officials=(person,))
    document = replace(document, meta=replace(document.meta, url=url))
    with Ledger.open(place) as ledger:
        return ledger.add(document, records).document_id
