"""What the ledger answers with: frozen rows, each with the document it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from summitry.model.codec import Json, Record, dump_record
from summitry.model.evidence import Evidence
from summitry.model.records import Engagement


class Status(StrEnum):
    """What became of a document that was added."""

    NEW = "new"
    ALREADY = "already"
    VERSION = "version"
    REREAD = "reread"


@dataclass(frozen=True, slots=True)
class Added:
    """The outcome of adding a document; ``version`` counts the texts of its address from 1."""

    document_id: str
    status: Status
    version: int

    @property
    def already(self) -> bool:
        """Whether nothing changed."""
        return self.status is Status.ALREADY


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The document that something was read from.

    ``publisher`` holds party codes, ``published`` an EDTF date, ``kind`` the document's kind.
    """

    document: str
    title: str
    source: str
    source_id: str | None
    url: str | None
    publisher: tuple[str, ...]
    published: str | None
    kind: str
    language: str

    def as_dict(self) -> Json:
        """Return the source as JSON-ready data."""
        return {
            "document": self.document,
            "title": self.title,
            "source": self.source,
            "source_id": self.source_id,
            "url": self.url,
            "publisher": list(self.publisher),
            "published": self.published,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow(Source):
    """A document of the ledger.

    ``version`` counts the texts of its address, ``change`` says what differs from the one before (``words``,
    ``layout``), ``superseded`` whether a newer one stands in its place; ``added`` is a UTC time.
    """

    address: str
    original: str
    added: str
    reader: str
    version: int
    change: str | None
    superseded: bool

    def as_dict(self) -> Json:
        """Return the document as JSON-ready data."""
        own = {"kind": self.kind, "language": self.language, "added": self.added, "reader": self.reader}
        more = {"version": self.version, "change": self.change, "superseded": self.superseded}
        return {**Source.as_dict(self), **own, **more}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Source):
    """A record of the ledger with its document and what was decided about it.

    Args:
        id: the record's id, which decisions name.
        kind_of_record: ``engagements``, ``statements``, ``commitments``, ``events``, ``instruments``.
        record: the record, corrections applied.
        first: first day of its date, due window or time (ISO), ``last`` its last day; ``None`` where open.
        heading: the heading it stands under.
        state: ``""``, ``accepted``, ``corrected`` or ``rejected``.
        assessment: a person's −1, 0 or +1.
        unverified: whether the gate refused it and nobody accepted it since.
    """

    id: str
    kind_of_record: str
    record: Record
    first: str | None
    last: str | None
    heading: str | None
    state: str
    assessment: int | None
    unverified: bool

    @property
    def evidence(self) -> Evidence:
        """The words that the record rests on, at their place."""
        return self.record.grounds.evidence

    @property
    def quote(self) -> str:
        """The words that the record rests on."""
        return self.record.grounds.evidence.quote

    def as_dict(self) -> Json:
        """Return the record with its source as JSON-ready data."""
        decided = {"state": self.state, "assessment": self.assessment, "heading": self.heading}
        return {**dump_record(self.record), "id": self.id, **Source.as_dict(self), **decided}


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """What holds two accounts together: a sum of weights, reason by reason."""

    a: str
    b: str
    score: float
    reasons: tuple[tuple[str, float], ...]

    def as_dict(self) -> Json:
        """Return the link as JSON-ready data."""
        return {"a": self.a, "b": self.b, "score": self.score, "reasons": [list(reason) for reason in self.reasons]}


@dataclass(frozen=True, slots=True)
class Mention:
    """A planned or past meeting in another text that an engagement answers to, with the reasons."""

    finding: Finding
    score: float
    reasons: tuple[tuple[str, float], ...]

    def as_dict(self) -> Json:
        """Return the mention as JSON-ready data."""
        return {**self.finding.as_dict(), "score": self.score, "reasons": [list(reason) for reason in self.reasons]}


@dataclass(frozen=True, slots=True)
class EngagementRow:
    """One engagement as its accounts tell it; they stand side by side and are never merged.

    Args:
        id: the smallest id among its accounts; any of their ids names it too.
        accounts: engagement records, by publisher; each with its document.
        texts: joint texts of the day that report no engagement of their own.
        links: what holds the accounts together.
        plans: commitments and events of earlier texts that it answers to; ``mentions``: later ones that tell of it.
        name: the name that a person gave it.
    """

    id: str
    accounts: tuple[Finding, ...]
    texts: tuple[Source, ...] = ()
    links: tuple[Link, ...] = ()
    plans: tuple[Mention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    name: str | None = None

    @property
    def told(self) -> tuple[Engagement, ...]:
        """The records of its accounts."""
        return tuple(a.record for a in self.accounts if isinstance(a.record, Engagement))

    @property
    def parties(self) -> tuple[str, ...]:
        """The codes of all who took part, by any account, sorted."""
        codes = {code for told in self.told for code in told.sides}
        return tuple(sorted(codes | {p.party for told in self.told for p in told.participants if p.party}))

    @property
    def first(self) -> str | None:
        """The first day that an account gives (ISO)."""
        return min((account.first for account in self.accounts if account.first), default=None)

    @property
    def last(self) -> str | None:
        """The last day that an account gives (ISO)."""
        return max((account.last for account in self.accounts if account.last), default=None)

    @property
    def dates(self) -> tuple[str, ...]:
        """All dates that the accounts give (EDTF), sorted: more than one where they differ."""
        return tuple(sorted({told.date.value for told in self.told if told.date}))

    @property
    def ordinals(self) -> tuple[int, ...]:
        """All numbers in a series that the accounts give, sorted."""
        return tuple(sorted({told.ordinal for told in self.told if told.ordinal is not None}))

    def as_dict(self) -> Json:
        """Return the engagement as JSON-ready data."""
        own = {"id": self.id, "name": self.name, "dates": list(self.dates), "parties": list(self.parties)}
        lists = {name: [item.as_dict() for item in getattr(self, name)] for name in ("accounts", "texts", "links")}
        told = {name: [item.as_dict() for item in getattr(self, name)] for name in ("plans", "mentions")}
        return {**own, "ordinals": list(self.ordinals), **lists, **told}


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """The run of like engagements of some parties, by their printed numbers.

    Args:
        key: what its engagements have in common.
        name: the printed name, or level and form.
        parties: whose run it is.
        members: (number, engagement), by number, then by date; engagements without a number last.
        missing: numbers between the first and the last that no account tells of.
        contradictions: in words: a number told of two engagements, two numbers of one, a later one with a lower number.
    """

    key: str
    name: str
    parties: tuple[str, ...]
    members: tuple[tuple[int | None, EngagementRow], ...]
    missing: tuple[int, ...]
    contradictions: tuple[str, ...]

    def as_dict(self) -> Json:
        """Return the series as JSON-ready data."""
        own = {"name": self.name, "parties": list(self.parties), "missing": list(self.missing)}
        members = [{"number": number, "engagement": row.id, "dates": list(row.dates)} for number, row in self.members]
        return {**own, "contradictions": list(self.contradictions), "members": members}


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """A person with one post: as printed most often, with the days of first and last sight and where from."""

    key: str
    name: str
    names: tuple[str, ...]
    post: str | None
    party: str | None
    first_seen: str | None
    last_seen: str | None
    documents: int
    evidence: Evidence
    source: Source

    def as_dict(self) -> Json:
        """Return the official as JSON-ready data."""
        seen = {"first_seen": self.first_seen, "last_seen": self.last_seen, "documents": self.documents}
        own = {"name": self.name, "names": list(self.names), "post": self.post, "party": self.party}
        return {**own, **seen, "quote": self.evidence.quote, **self.source.as_dict(), "documents": self.documents}


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument with every mention of it, oldest first; ``name`` is the longest name printed."""

    key: str
    name: str
    first_seen: str | None
    last_seen: str | None
    mentions: tuple[Finding, ...]

    def as_dict(self) -> Json:
        """Return the instrument as JSON-ready data."""
        seen = {"first_seen": self.first_seen, "last_seen": self.last_seen}
        return {"name": self.name, **seen, "mentions": [mention.as_dict() for mention in self.mentions]}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the ledger's history; ``at`` is a UTC time, ``supersedes`` the number of the entry it undoes."""

    id: int
    at: str
    author: str
    action: str
    subject: str
    reason: str
    payload: Json = field(hash=False)
    supersedes: int | None = None

    def as_dict(self) -> Json:
        """Return the entry as JSON-ready data."""
        out: dict[str, Any] = {"id": self.id, "at": self.at, "author": self.author, "action": self.action}
        return {**out, "subject": self.subject, "reason": self.reason, "supersedes": self.supersedes, **self.payload}


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A person's decision that stands.

    ``records`` are the ids of what it is about now, in the order it named them; ``None`` where no reading finds one.
    ``value`` is what was decided, as :class:`~summitry.ledger.deciding.Decision` has it.
    """

    id: int
    at: str
    author: str
    action: str
    subject: str
    reason: str
    value: Any = field(hash=False)
    records: tuple[str | None, ...] = ()

    def as_dict(self) -> Json:
        """Return the decision as JSON-ready data."""
        own = {"id": self.id, "at": self.at, "author": self.author, "action": self.action, "subject": self.subject}
        return {**own, "reason": self.reason, "value": self.value, "records": list(self.records)}


@dataclass(frozen=True, slots=True)
class Snippet:
    """The stretch of a text around the words found; ``marks`` are their offsets within ``text``."""

    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A document or record that a search found; ``record`` is its id where a record was found."""

    source: Source
    snippet: Snippet
    record: str | None = None
    kind: str = "documents"

    def as_dict(self) -> Json:
        """Return the hit as JSON-ready data."""
        found = {"record": self.record, "found": self.kind, "start": self.snippet.start, "end": self.snippet.end}
        return {**self.source.as_dict(), **found, "snippet": self.snippet.text}


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what a search found.

    ``total`` counts all hits; ``facets`` counts them by publisher, year and kind, most first; ``cursor`` leads to
    the next page and is ``None`` on the last.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: dict[str, dict[str, int]] = field(hash=False)
    cursor: str | None = None
