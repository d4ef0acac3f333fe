"""What answers are made of."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Told(BaseModel):
    """Something told; a view may tell more than is named here."""

    model_config = ConfigDict(extra="allow")


class DocumentRef(Told):
    """The document that something was read from."""

    id: str
    source_id: str | None
    file: str
    url: str | None
    title: str
    published: str | None
    publisher: list[str]


class Quoted(Told):
    """A finding with the words it rests on, at their place in the text."""

    id: str
    quote: str
    document: DocumentRef
