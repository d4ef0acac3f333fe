"""Findings: what was promised, said, referred to; who met."""

from __future__ import annotations

from pydantic import Field

from summitry.ledger import Shows
from summitry.model.records import Act, CommitmentKind, EventStatus, Form, Level
from summitry.views.calendar import What
from summitry.views.time_state import TimeState
from summitry.web.api.models.base import DocumentRef, Quoted, Told


class Evidence(Told):
    """A passage of a later text that shows something of a commitment."""

    quote: str
    shows: Shows
    score: float
    start: int
    end: int
    author: str = Field(description="The person who linked it, or empty.")
    document: DocumentRef


class Commitment(Quoted):
    """A public undertaking with what the calendar and later texts say of it."""

    parties: list[str]
    kind: CommitmentKind
    due: str | None = Field(description="EDTF date or window.")
    due_first: str | None
    due_last: str | None
    due_text: str | None
    body: str | None
    caveat: str | None
    heading: str | None
    status: Shows = Field(description="What later texts show; silent where they say nothing.")
    time_state: TimeState = Field(description="Where its window stands on the day asked as of.")
    assessment: int | None = Field(description="A person's -1, 0 or +1.")
    settled_by: str
    evidence: list[Evidence]
    start: int
    end: int


class Statement(Quoted):
    """A reported act of speech."""

    act: Act
    cue: str
    speakers: list[str]
    addressees: list[str]
    chain: list[list[str]]
    speaker_name: str | None
    joint: bool
    negated: bool
    inferred: bool
    segment: str | None
    heading: str | None
    start: int
    end: int


class Event(Quoted):
    """A happening that a text refers to."""

    name: str
    when: str | None
    first: str | None
    last: str | None
    status: EventStatus
    start: int
    end: int


class Participant(Told):
    """Somebody who took part."""

    name: str
    post: str | None
    party: str | None


class Account(Quoted):
    """What one document says of an engagement."""

    date: str | None
    form: Form
    level: Level | None
    series: str | None
    ordinal: int | None
    place: str | None
    occasion: str | None
    minutes: int | None
    initiator: str | None
    sides: list[str]
    participants: list[Participant]


class Engagement(Told):
    """An engagement with its accounts side by side."""

    id: str
    dates: list[str]
    parties: list[str]
    ordinals: list[int]
    accounts: list[Account]
    texts: list[DocumentRef] = Field(description="Joint texts of the day.")


class CalendarEntry(Quoted):
    """Something with a date."""

    when: str
    first: str | None
    last: str | None
    what: What
    name: str
    parties: list[str]
    mentions: int


class Finding(Told):
    """Any record with its state; its fields are those of its kind."""

    id: str
    quote: str
    start: int
    end: int
    document: str
    state: str = Field(description="Empty, accepted, corrected or rejected.")
    assessment: int | None
