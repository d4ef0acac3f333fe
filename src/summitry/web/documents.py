"""Documents: the list, one text with its findings in their place, and what changed between versions."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from summitry.ledger import DocumentRow
from summitry.model.errors import LedgerError
from summitry.model.records import DocumentKind
from summitry.views.document_page import KINDS, document_page
from summitry.views.documents import documents
from summitry.views.versions import changes
from summitry.web.asking import Ask
from summitry.web.choices import relation_choices
from summitry.web.errors import NotFoundError
from summitry.web.pages import stretch
from summitry.web.relations import parties_of
from summitry.web.site import Asked

router = APIRouter()
_ROWS = 50
_KINDS = [kind.value for kind in DocumentKind]


@router.get("/documents")
def listed(asked: Ask) -> Response:
    """List the documents, the latest first."""
    slug, kind, publisher = asked.text("relation"), asked.one_of("kind", _KINDS), asked.text("publisher").upper()
    parties = parties_of(slug) if slug else ()
    found = asked.keep(
        ("documents", parties, kind, publisher),
        lambda: documents(asked.ledger, asked.question(parties), publisher=publisher or None, kind=kind or None),
    )
    return asked.page(
        "documents.html",
        found=stretch(found.rows, asked.number("page"), _ROWS),
        relations=relation_choices(asked),
        publishers=list(asked.keep("counts", asked.ledger.counts).get("publisher", {})),
        kinds=_KINDS,
        chosen={"relation": slug, "kind": kind, "publisher": publisher},
    )


@router.get("/documents/{name}")
def one(asked: Ask, name: str) -> Response:
    """Show a text as published, with every finding marked in its place and explained beside it."""
    row = _row(asked, name)
    show = asked.one_of("show", KINDS)
    found = asked.keep(
        ("document", row.document, show), lambda: document_page(asked.ledger, row, asked.question(), show=show)
    )
    part = min(asked.number("part", found.part_with(asked.text("at"))), len(found.parts))
    return asked.page("document.html", page=found, part=part, row=row, show=show, kinds=KINDS)


@router.get("/documents/{name}/changes")
def changed(asked: Ask, name: str) -> Response:
    """Show what changed between a version of a text and the one before it."""
    row = _row(asked, name)
    versions = asked.ledger.versions(row.document)
    earlier = [version for version in versions if version.version < row.version]
    if not earlier:
        raise NotFoundError(f"there is no earlier version of {row.title or row.source}")
    before = asked.ledger.text(earlier[-1].document)
    found = changes(before, asked.ledger.text(row.document))
    return asked.page("changes.html", row=row, before=earlier[-1], versions=versions, changes=found)


def _row(asked: Asked, name: str) -> DocumentRow:
    try:
        return asked.ledger.document(name)
    except LedgerError as error:
        raise NotFoundError(error.message, "See the list of documents.") from error
