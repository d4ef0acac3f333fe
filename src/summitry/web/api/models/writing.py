"""What is written: documents to take in, decisions, and what became of them."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from summitry.ledger import Action
from summitry.web.api.models.base import Told
from summitry.web.api.params import Code, Day


class NewDocument(BaseModel):
    """A text to take in, with what is known of it."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=4_000_000, description="The text, or the source of an HTML page.")
    title: str = Field("", max_length=1000)
    published: Day | None = None
    issuers: list[Code] = Field([], max_length=8, description="Codes of the publishing sides.")
    url: str = Field("", max_length=2000, pattern=r"^(https?://[^\s]+)?$")


class Taken(Told):
    """What became of one input."""

    source: str
    title: str
    document: str | None
    status: str = Field(description="new, version, reread, already or refused.")
    reason: str
    hint: str


class Job(Told):
    """Documents being taken in."""

    name: str
    total: int
    done: bool
    failure: str
    taken: list[Taken]


class NewDecision(BaseModel):
    """A person's word on a finding; what the value is depends on the action."""

    model_config = ConfigDict(extra="forbid")

    action: Action = Field(description="accept, correct, reject, assess, settle, link, unlink, merge, split or rename.")
    subject: str = Field(min_length=1, max_length=200, description="Id of what is decided upon.")
    author: str = Field(min_length=1, max_length=200, pattern=r"[^\s]")
    reason: str = Field("", max_length=2000)
    value: Any = None


class Undo(BaseModel):
    """Who takes a decision back, and why."""

    model_config = ConfigDict(extra="forbid")

    author: str = Field(min_length=1, max_length=200, pattern=r"[^\s]")
    reason: str = Field("", max_length=2000)


class Decided(Told):
    """The number of the entry that was made."""

    entry: int


class Decision(Told):
    """A decision that stands."""

    id: int
    at: str
    author: str
    action: str
    subject: str
    reason: str
    value: Any
    records: list[str | None]


class Entry(Told):
    """An entry of the ledger's history."""

    id: int
    at: str
    author: str
    action: str
    subject: str
    reason: str
    supersedes: int | None
