"""Who met: engagements in order of time, with their number in a series and what a series lacks."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.ledger import Finding, Ledger
from summitry.model.records import Engagement
from summitry.views.question import Question
from summitry.views.tables import Answer, Json, answer, document_cells, document_data
from summitry.views.words import fold

COLUMNS = (
    *("date", "form", "level", "series", "ordinal", "place", "occasion", "minutes", "initiator", "sides"),
    *("participants", "id", "document", "title", "publisher", "published", "file", "url"),
)


@dataclass(frozen=True, slots=True)
class EngagementLine:
    """One document's account of a meeting, call or visit."""

    finding: Finding
    engagement: Engagement

    @property
    def name(self) -> str:
        """The printed name of its run, or its form."""
        return fold(self.engagement.series or self.engagement.form.value.replace("-", " "))

    def data(self) -> Json:
        """Return the engagement as JSON-ready data."""
        item = self.engagement
        return {
            "id": self.finding.id,
            "date": str(item.date) if item.date else None,
            "form": item.form.value,
            "level": item.level.value if item.level else None,
            "series": item.series,
            "ordinal": item.ordinal,
            "place": item.place,
            "occasion": item.occasion,
            "minutes": item.minutes,
            "segments": [{"format": part.format.value, "minutes": part.minutes} for part in item.segments],
            "initiator": item.initiator,
            "sides": list(item.sides),
            "participants": [{"name": p.name, "post": p.post, "party": p.party} for p in item.participants],
            "quote": self.finding.quote,
            "document": document_data(self.finding),
        }

    def cells(self) -> Json:
        """Return the engagement flat, by :data:`COLUMNS`."""
        people = [f"{p.name} ({p.party})" if p.party else p.name for p in self.engagement.participants]
        data = {**self.data(), **document_cells(self.finding), "participants": people}
        return {column: data[column] for column in COLUMNS}


def engagements(ledger: Ledger, question: Question, *, limit: int | None = None) -> Answer[EngagementLine]:
    """Return the engagements that a question is about, the latest first; two accounts of one stand side by side."""
    told = [(finding, finding.record) for finding in ledger.accounts(**question.filters)]
    lines = [EngagementLine(finding, record) for finding, record in told if isinstance(record, Engagement)]
    return answer(sorted(lines, key=_time, reverse=True), limit)


def gaps(lines: Answer[EngagementLine]) -> dict[str, tuple[int, ...]]:
    """Return, for each series among the lines, the numbers between its first and last that no document tells of."""
    numbers: dict[str, set[int]] = {}
    for line in lines:
        if line.engagement.ordinal is not None and line.engagement.series:
            numbers.setdefault(line.name, set()).add(line.engagement.ordinal)
    missing = {name: sorted(set(range(min(seen), max(seen))) - seen) for name, seen in sorted(numbers.items())}
    return {name: tuple(lost) for name, lost in missing.items() if lost}


def _time(line: EngagementLine) -> tuple[str, str, str, int]:
    finding = line.finding
    return finding.last or finding.published or "", finding.published or "", finding.document, finding.evidence.start
