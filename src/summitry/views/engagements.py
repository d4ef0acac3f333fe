"""Who met: engagements in order of time, the accounts of each side by side and never merged."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from summitry.ledger import Finding, Ledger
from summitry.ledger.rows import EngagementRow, SeriesRow
from summitry.model.records import Engagement, Participant
from summitry.views.question import Question
from summitry.views.tables import Answer, Json, answer, document_data
from summitry.views.words import fold

COLUMNS = (
    *("date", "form", "level", "series", "ordinal", "place", "occasion", "minutes", "initiator", "parties"),
    *("participants", "accounts", "no_account", "id", "documents", "files", "urls"),
)


@dataclass(frozen=True, slots=True)
class AccountLine:
    """What one document says of an engagement."""

    finding: Finding
    engagement: Engagement

    def data(self) -> Json:
        """Return the account as JSON-ready data."""
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


@dataclass(frozen=True, slots=True)
class EngagementLine:
    """An engagement with its accounts; facts on which they differ keep all their values."""

    row: EngagementRow
    accounts: tuple[AccountLine, ...]

    @property
    def name(self) -> str:
        """The printed name of its run, or its form."""
        return next(
            iter(self.facts(lambda told: told.series)), self.accounts[0].engagement.form.value.replace("-", " ")
        )

    @property
    def silent(self) -> tuple[str, ...]:
        """The codes of the sides that published no account of it, as far as the ledger knows."""
        return silent_sides(self.row)

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Who took part, by the account that names the most."""
        return max((line.engagement.participants for line in self.accounts), key=len)

    def facts(self, fact: Callable[[Engagement], Any]) -> list[Any]:
        """Return the values that the accounts give for a fact, each once, in the order of the accounts."""
        values = (fact(line.engagement) for line in self.accounts)
        return list(dict.fromkeys(fold(v) if isinstance(v, str) else v for v in values if v is not None))

    def data(self) -> Json:
        """Return the engagement as JSON-ready data."""
        return {
            "id": self.row.id,
            "dates": list(self.row.dates),
            "parties": list(self.row.parties),
            "ordinals": list(self.row.ordinals),
            "no_account": list(self.silent),
            "accounts": [line.data() for line in self.accounts],
            "texts": [document_data(text) for text in self.row.texts],
        }

    def cells(self) -> Json:
        """Return the engagement flat, by :data:`COLUMNS`; a fact on which accounts differ is a list."""
        found = [line.finding for line in self.accounts]
        return {
            "date": list(self.row.dates),
            "form": self.facts(lambda told: told.form.value),
            "level": self.facts(lambda told: told.level.value if told.level else None),
            "series": self.facts(lambda told: told.series),
            "ordinal": list(self.row.ordinals),
            "place": self.facts(lambda told: told.place),
            "occasion": self.facts(lambda told: told.occasion),
            "minutes": self.facts(lambda told: told.minutes),
            "initiator": self.facts(lambda told: told.initiator),
            "parties": list(self.row.parties),
            "participants": [f"{p.name} ({p.party})" if p.party else p.name for p in self.participants],
            "accounts": [" ".join(item.publisher) for item in found],
            "no_account": list(self.silent),
            "id": self.row.id,
            "documents": [item.document for item in found],
            "files": [item.source for item in found],
            "urls": [item.url for item in found if item.url],
        }


def engagements(
    ledger: Ledger, question: Question, *, one_sided: bool = False, limit: int | None = None
) -> Answer[EngagementLine]:
    """Return the engagements that a question is about, the latest first.

    Args:
        ledger: the ledger to ask.
        question: parties and day.
        one_sided: only those of which a side published no account; of the parties asked for, where there are some.
        limit: how many at most.
    """
    lines = [line for row in reversed(ledger.engagements(**question.filters)) if (line := _line(row)).accounts]
    asked = set(question.parties)
    kept = [line for line in lines if not one_sided or (asked & set(line.silent) if asked else line.silent)]
    return answer(kept, limit)


def engagement(ledger: Ledger, account: str, question: Question) -> EngagementLine | None:
    """Return the engagement that an account tells of, by the id of any of its accounts, or ``None``."""
    row = ledger.engagement(account, **question.when)
    return _line(row) if row else None


def silent_sides(row: EngagementRow) -> tuple[str, ...]:
    """Return the codes of the sides that published no account of an engagement, nor signed a joint text of it."""
    published = {code for source in (*row.accounts, *row.texts) for code in source.publisher}
    return tuple(code for code in row.parties if code not in published)


def unevenness(series: Iterable[SeriesRow]) -> tuple[str, ...]:
    """Return in words what is missing from series and where their accounts contradict each other."""
    out = []
    for run in series:
        if run.missing:
            numbers = ", ".join(map(str, run.missing))
            out.append(f"no document tells of number {numbers} of {fold(run.name)}")
        out += [f"{fold(run.name)}: {words}" for words in run.contradictions]
    return tuple(out)


def _line(row: EngagementRow) -> EngagementLine:
    told = [(found, found.record) for found in row.accounts]
    return EngagementLine(row, tuple(AccountLine(f, record) for f, record in told if isinstance(record, Engagement)))
