"""The first page: where things stand this morning."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from summitry.web.answers import desk_of
from summitry.web.asking import Ask

router = APIRouter()
# Relations that the desk lists; the others are a click away.
_RELATIONS = 12


@router.get("/")
def desk(asked: Ask) -> Response:
    """Show the desk; an empty ledger's says how to begin."""
    found = desk_of(asked)
    if not found.documents and asked.as_of is None:
        return asked.page("empty.html")
    return asked.page("desk.html", desk=found, relations=found.relations[:_RELATIONS])
