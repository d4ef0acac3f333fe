"""Documents: the list, one with its findings, its text, its records, what changed."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from summitry.ledger import DocumentRow
from summitry.model.codec import dump
from summitry.model.errors import LedgerError
from summitry.model.records import DocumentKind
from summitry.views.document_page import document_page
from summitry.views.documents import DocumentLine, documents
from summitry.views.tables import Json
from summitry.views.versions import changes
from summitry.web.api.asking import Ask
from summitry.web.api.models.documents import Changes, Document, DocumentPage, Records, Text
from summitry.web.api.paging import Page, page_of
from summitry.web.api.params import Code, Dated, Identity, Paged
from summitry.web.api.tagging import TaggedRoute
from summitry.web.errors import NotFoundError
from summitry.web.site import Asked

router = APIRouter(tags=["documents"], route_class=TaggedRoute)


class Listing(Paged):
    """Which documents."""

    kind: DocumentKind | None = None
    publisher: Code | None = Field(None, description="Code of the publishing side.")


@router.get("/documents", response_model=Page[Document])
def list_documents(ask: Ask, query: Annotated[Listing, Query()]) -> Json:
    """List the documents, the latest first."""
    question = ask.question(codes(query.party))
    kind = query.kind.value if query.kind else None
    rows = ask.keep(
        ("api documents", question, kind, query.publisher),
        lambda: documents(ask.ledger, question, publisher=query.publisher, kind=kind).rows,
    )
    return page_of(rows, query)


@router.get("/documents/{name}", response_model=DocumentPage)
def get_document(ask: Ask, name: Identity, query: Annotated[Dated, Query()]) -> Json:
    """Give a document with its versions and everything found in it."""
    del query
    page = document_page(ask.ledger, row_of(ask, name), ask.question())
    return {
        "document": DocumentLine(page.row).data(),
        "versions": [DocumentLine(row).data() for row in page.versions],
        "counts": dict(page.counts),
        "findings": [{"kind_of_record": i.kind, **i.finding.as_dict()} for i in page.findings],
        "unverified": [finding.as_dict() for finding in page.unverified],
    }


@router.get("/documents/{name}/text", response_model=Text)
def get_text(ask: Ask, name: Identity) -> Json:
    """Give the text with its segments: what all offsets count in."""
    document = ask.ledger.text(row_of(ask, name).document)
    meta = document.meta
    segments = [{**asdict(segment), "kind": segment.kind.value} for segment in document.segments]
    own = {"id": document.id, "title": meta.title, "language": meta.language}
    return {**own, "text": document.text, "segments": segments}


@router.get("/documents/{name}/records", response_model=Records)
def get_records(ask: Ask, name: Identity, query: Annotated[Dated, Query()]) -> Json:
    """Give all that was read from a document, with persons' decisions, as `summitry read --format json` prints it."""
    return dump(ask.ledger.records(row_of(ask, name).document, as_of=query.as_of))


@router.get("/documents/{name}/changes", response_model=Changes)
def get_changes(ask: Ask, name: Identity) -> Json:
    """Tell what changed between this version of a text and the one before it."""
    row = row_of(ask, name)
    earlier = [version for version in ask.ledger.versions(row.document) if version.version < row.version]
    if not earlier:
        raise NotFoundError("there is no earlier version of this document")
    found = changes(ask.ledger.text(earlier[-1].document), ask.ledger.text(row.document))
    stretches = [{"change": s.change.value, "text": s.text, "words": s.words} for s in found.stretches]
    told = {"before": earlier[-1].document, "after": row.document, "silent_edit": found.is_silent_edit}
    return {**told, "stretches": stretches}


def row_of(ask: Asked, name: str) -> DocumentRow:
    """Return a document by its id or the beginning of it.

    Raises:
        NotFoundError: there is none, or more than one.
    """
    try:
        return ask.ledger.document(name)
    except LedgerError as error:
        raise NotFoundError(error.message, error.hint) from error


def codes(given: list[str]) -> tuple[str, ...]:
    """Return party codes in capitals, each once, sorted."""
    return tuple(sorted({code.upper() for code in given}))
