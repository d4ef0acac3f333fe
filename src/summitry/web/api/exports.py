"""Exports: the account in the formats of other tools, as files."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from summitry.model.errors import SummitryError
from summitry.views.exports import FORMATS, Chosen, What, export, file_name
from summitry.web.api.asking import Ask
from summitry.web.api.documents import codes
from summitry.web.api.params import Asking
from summitry.web.api.problems import RefusedError
from summitry.web.api.tagging import TaggedRoute

router = APIRouter(tags=["exports"], route_class=TaggedRoute)
Name = Literal["csv", "xlsx", "jsonl", "parquet", "ics", "ftm", "gexf", "annotation", "events"]


class Wanted(Asking):
    """What the file is to hold."""

    what: What | None = Field(None, description="One kind; without it commitments in tables, else everything.")


_BYTES = {"schema": {"type": "string", "format": "binary"}}
_OBJECT = {"schema": {"type": "object"}}
_MEDIA = [made.media_type.partition(";")[0] for made in FORMATS.values()]
_FILES = {name: _OBJECT if name.endswith("json") else _BYTES for name in _MEDIA}


@router.get(
    "/exports/{form}", response_class=Response, responses={200: {"content": _FILES, "description": "The file."}}
)
def get_export(ask: Ask, form: Name, query: Annotated[Wanted, Query()]) -> Response:
    """Give the account, or a part of it, as a file."""
    chosen = Chosen(ask.ledger, ask.question(codes(query.party)), query.what)
    try:
        made = ask.keep(("api export", form, chosen.question, chosen.what), lambda: export(form, chosen))
    except SummitryError as error:
        raise RefusedError(404, error.message, error.hint) from error
    name = file_name(form, chosen)
    return Response(made, 200, {"Content-Disposition": f'attachment; filename="{name}"'}, FORMATS[form].media_type)
