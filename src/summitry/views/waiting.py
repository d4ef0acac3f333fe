"""What waits for a person's word, the most urgent first, with the reason why it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from summitry.ledger import Finding, FollowUp, Ledger
from summitry.views.engagements import engagements
from summitry.views.facts import Fact, facts
from summitry.views.question import Question
from summitry.views.review import KINDS, Waiting, queue
from summitry.views.tables import Answer, Json, answer, document_cells, document_data
from summitry.views.words import fold

COLUMNS = (
    *("why", "kind", "quote", "note", "method", "later_quote", "later_shows", "later_score", "later_file", "id"),
    *("document", "title", "publisher", "published", "file", "url"),
)
# A follow-up that the program is less sure of than this (0 to 1) wants a person's eye: about half of all.
_DOUBT = 0.5


class Why(StrEnum):
    """Why something waits, the most urgent first."""

    REFUSED = "refused"
    CONFLICT = "conflict"
    DOUBTFUL = "doubtful"
    LATEST = "latest"


@dataclass(frozen=True, slots=True)
class Item:
    """Something that waits for a person's word.

    Args:
        why: the reason.
        finding: what the word is to be about.
        note: the question, in words.
        link: for a doubtful follow-up, the later words that may speak of the commitment.
    """

    why: Why
    finding: Finding
    note: str = ""
    link: FollowUp | None = None

    def data(self) -> Json:
        """Return the item as JSON-ready data."""
        grounds = self.finding.record.grounds
        return {
            "why": self.why.value,
            "kind": self.finding.kind_of_record,
            "id": self.finding.id,
            "quote": self.finding.quote,
            "note": self.note,
            "method": grounds.method.name,
            "refused": list(grounds.gate.reasons),
            "link": self.link.as_dict() if self.link else None,
            "document": document_data(self.finding),
        }

    def cells(self) -> Json:
        """Return the item flat, by :data:`COLUMNS`."""
        data = {**self.data(), **document_cells(self.finding), "quote": fold(self.finding.quote)}
        link = self.link
        data["later_quote"] = fold(link.evidence.quote) if link else None
        data["later_shows"] = link.shows.value if link else None
        data["later_score"] = round(link.score, 3) if link else None
        data["later_file"] = link.source.source if link else None
        return {column: data[column] for column in COLUMNS}


def waiting(
    ledger: Ledger, question: Question, *, reasons: frozenset[str] = frozenset(), limit: int | None = None
) -> Answer[Item]:
    """Return what waits for a person's word.

    First what the gate refused, then engagements whose accounts differ in a fact, then follow-ups that the program is
    unsure of, then the commitments published last. What a person has accepted, corrected, rejected or linked is out.

    Args:
        ledger: the ledger to ask.
        question: whose account; the day is not asked.
        reasons: only what waits for these.
        limit: how many at most.
    """
    asked = {Why.REFUSED: _refused, Why.CONFLICT: _conflicts, Why.DOUBTFUL: _doubtful, Why.LATEST: _latest}
    kept = [why for why in Why if not reasons or why.value in reasons]
    return answer([item for why in kept for item in asked[why](ledger, question)], limit)


def _refused(ledger: Ledger, question: Question) -> Iterator[Item]:
    for kind in KINDS:
        for finding in queue(ledger, question, kind=kind, waiting=Waiting.UNVERIFIED):
            yield Item(Why.REFUSED, finding, "Does the text say this?")


def _conflicts(ledger: Ledger, question: Question) -> Iterator[Item]:
    for line in engagements(ledger, question):
        contested = [fact for fact in facts(line) if fact.contested]
        undecided = next((account.finding for account in line.accounts if not account.finding.state), None)
        if contested and undecided:
            yield Item(Why.CONFLICT, undecided, _told(contested))


def _told(contested: Iterable[Fact]) -> str:
    parts = (
        f"{fact.name}: " + ", but ".join(f"{value.words} ({value.tellers})" for value in fact.values)
        for fact in contested
    )
    return "; ".join(parts)


def _doubtful(ledger: Ledger, question: Question) -> Iterator[Item]:
    found = {finding.id: finding for finding in ledger.commitments(**question.filters)}
    followed = ledger.followed(list(found), as_of=question.as_of)
    doubts = [
        (link.score, name, link)
        for name, what in followed.items()
        for link in what.evidence
        if not link.author and not what.settled_by and link.score < _DOUBT
    ]
    for _, name, link in sorted(doubts, key=lambda doubt: (doubt[0], doubt[1], doubt[2].when)):
        yield Item(Why.DOUBTFUL, found[name], "Do the later words speak of this commitment?", link)


def _latest(ledger: Ledger, question: Question) -> Iterator[Item]:
    found = [finding for finding in ledger.commitments(**question.filters) if not finding.state]
    for finding in sorted(found, key=lambda item: item.published or "", reverse=True):
        yield Item(Why.LATEST, finding, "Is this what was promised?")
