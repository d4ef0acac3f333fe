"""Search: words in texts or in what was read from them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from summitry.ledger import Ask as Words
from summitry.model.records import DocumentKind
from summitry.views.search import PLACES, HitLine
from summitry.views.tables import Json
from summitry.web.api.asking import Ask
from summitry.web.api.documents import codes
from summitry.web.api.models.relations import Hits
from summitry.web.api.params import Asking, Code
from summitry.web.api.tagging import TaggedRoute

router = APIRouter(tags=["search"], route_class=TaggedRoute)


class Search(Asking):
    """What to look for, and where."""

    words: str = Field(
        min_length=1,
        max_length=400,
        description='All wanted; `"…"` keeps words together, `OR` gives a choice, `-word` refuses, `word*` goes on.',
    )
    place: str = Field("documents", pattern=f"^({'|'.join(PLACES)})$")
    order: str = Field("rank", pattern="^(rank|date)$", description="The best first, or the newest.")
    kind: DocumentKind | None = None
    publisher: Code | None = None
    limit: int = Field(20, ge=1, le=100)
    cursor: str | None = Field(None, pattern="^[0-9]{1,6}$")


@router.get("/search", response_model=Hits)
def search(ask: Ask, query: Annotated[Search, Query()]) -> Json:
    """Find words, with the text around them and counts by publisher, year and kind."""
    filters = ask.question(codes(query.party)).filters
    filters["publisher"] = query.publisher
    filters["kind"] = query.kind.value if query.kind else None
    words = Words(query.words, kind=query.place, limit=query.limit, cursor=query.cursor, order=query.order)
    found = ask.ledger.search(words, **filters)
    items = [HitLine(hit).data() for hit in found.hits]
    return {"items": items, "total": found.total, "next": found.cursor, "facets": found.facets}
