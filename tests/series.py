"""An invented series of summit meetings, told by one ministry, with set phrases that come and go."""

from __future__ import annotations

from collections.abc import Iterable

from summitry.intake import from_text
from summitry.ledger import Ledger
from summitry.model import records as r
from summitry.model.document import Document
from tests import accounts

# Enough other words that a text could hold a phrase and says something by lacking it.
REST = {
    1: "Both sides spoke of herring nets, lighthouse lamps and a bakery in Bodø that sends rye loaves to Sapporo.",
    2: "Guests saw a wooden stave hall, tasted cloudberries, and heard a choir of sailors from Hammerfest sing.",
    3: "A painter gave drawings of puffins; pupils recited verses; snow closed every road behind the motorcade.",
    4: "Engineers showed tunnels, ferries without crews, and turbines that turn slowly above grey winter water.",
    5: "Cooks prepared eel, seaweed broth and brown cheese, while drummers kept visitors awake until midnight.",
}
# What each meeting said of the northern passage, of whales, and of seabed cables.
SAID = {
    1: ("confirmed", "They praised the enduring friendship of two seafaring peoples."),
    2: ("confirmed", "They praised the enduring friendship of two seafaring peoples."),
    3: ("confirmed", "They praised the enduring friendship of two seafaring peoples."),
    4: ("shared the view on", "They praised herring."),
    5: ("discussed", "They praised eel."),
}


def meeting(number: int) -> tuple[Document, r.Records]:
    """The account of a meeting; the second sentence holds a phrase under a verb that grows weaker."""
    cue, praise = SAID[number]
    matter = "the safe and unhindered passage of fishing boats"
    cables = " They will guard undersea cables against reckless anchors." if number in (1, 2, 5) else ""
    rest = f"{REST[number]} {REST[number][:60]}"
    text = (
        f"Haruto Minagawa met Ingrid Haukeland for meeting number {number}.\n\n"
        f"The two leaders {cue} {matter} through northern waters. {praise}{cables}\n\n{rest}"
    )
    day = f"203{number}-05-01"
    document = from_text(text, source=f"{number}.txt", title=f"Meeting {number}", published=day, issuers=("JP",))
    hand = accounts.Hand(document)
    people = {"Haruto Minagawa": ("Prime Minister", "JP"), "Ingrid Haukeland": ("Prime Minister", "NO")}
    told = hand.meeting("met Ingrid Haukeland", day, number, people)
    statement = hand.said(f"{cue} {matter} through northern waters", cue, r.Act.AFFIRM)
    return document, hand.records(engagements=(told,), statements=(statement,))


def fill(place: str, numbers: Iterable[int] = range(1, 6)) -> Ledger:
    """Return a new ledger that holds these meetings."""
    ledger = Ledger.open(place, clock=accounts.Ticking())
    for number in numbers:
        ledger.add(*meeting(number))
    return ledger
