"""Relations and what is followed through them."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from summitry.web.api.models.base import DocumentRef, Told
from summitry.web.api.models.documents import Document
from summitry.web.api.models.findings import CalendarEntry, Commitment, Engagement


class RelationLine(Told):
    """A relation among others."""

    parties: list[str]
    documents: int
    published: str | None = Field(description="Day of the newest document.")
    states: dict[str, int] = Field(description="How many commitments stand in which time state.")


class Desk(Told):
    """What lies on the desk on a day."""

    day: str
    documents: int
    new: list[Document]
    due: list[Commitment]
    overdue: list[Commitment]
    coming: list[CalendarEntry]


class Relation(Told):
    """Where a relation stands on a day."""

    parties: list[str]
    as_of: str
    documents: int
    first_published: str | None
    last_published: str | None
    engagements: list[Engagement]
    uneven: list[str]
    overdue: list[Commitment]
    standing: list[Commitment]
    coming: list[CalendarEntry]


class Series(Told):
    """A place in a run of like engagements; without an id a number that no document tells of."""

    series: str
    parties: list[str]
    number: int | None
    date: list[str]
    note: list[str]
    id: str | None


class Issue(Told):
    """An agenda item followed across documents."""

    name: str
    key: str
    documents: int
    statements: int
    commitments: int
    first: str | None
    last: str | None
    headings: list[str]
    years: list[int]


class Instrument(Told):
    """A named treaty, declaration, plan or resolution with its mentions."""

    name: str
    first_seen: str | None
    last_seen: str | None
    mentions: list[dict[str, Any]]


class Phrase(Told):
    """A set phrase with where it stood and what became of it."""


class Post(Told):
    """A post that texts give a person; the days are those of the texts and no term of office."""

    post: str | None
    first_seen: str | None
    last_seen: str | None
    documents: int
    quote: str
    document: DocumentRef


class Official(Told):
    """A person with all their posts, the latest first."""

    name: str
    names: list[str]
    party: str | None
    posts: list[Post]


class Comparison(Told):
    """Two accounts of one engagement, point by point."""

    a: dict[str, Any]
    b: dict[str, Any]
    counts: dict[str, int]
    facts: list[dict[str, Any]]
    claims: list[dict[str, Any]]


class Sides(Told):
    """What each side published of an engagement; every two accounts compared."""

    engagement: str
    dates: list[str]
    parties: list[str]
    no_account: list[str]
    comparisons: list[Comparison]


class Hit(Told):
    """A document or record in which words were found."""

    document: DocumentRef
    found: str
    record: str | None
    snippet: str
    start: int
    end: int


class Hits(Told):
    """A page of hits with how all hits spread."""

    items: list[Hit]
    total: int
    next: str | None
    facets: dict[str, dict[str, int]]
