"""Search: words in texts or in what was read from them, with counts to narrow by."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from summitry.ledger import Ask as Words
from summitry.model.records import DocumentKind
from summitry.views.search import PLACES, HitLine
from summitry.web.asking import Ask
from summitry.web.choices import relation_choices
from summitry.web.relations import parties_of

router = APIRouter()
_ROWS = 20
_FACETS = 12
_KINDS = [kind.value for kind in DocumentKind]


@router.get("/search")
def found(asked: Ask) -> Response:
    """Show where words are found."""
    words, slug, year = asked.text("words"), asked.text("relation"), asked.text("year")
    chosen = {
        "words": words,
        "relation": slug,
        "place": asked.one_of("place", PLACES) or "documents",
        "order": asked.one_of("order", ("rank", "date")) or "rank",
        "publisher": asked.text("publisher").upper(),
        "kind": asked.one_of("kind", _KINDS),
        "year": year if year.isdecimal() and len(year) == 4 and year > "0000" else "",
    }
    filters = asked.question(parties_of(slug) if slug else ()).filters
    filters["publisher"] = chosen["publisher"] or None
    filters["kind"] = chosen["kind"] or None
    if chosen["year"]:
        filters["since"], filters["until"] = f"{year}-01-01", f"{year}-12-31"
    cursor = asked.text("cursor")
    ask = Words(words, kind=chosen["place"], limit=_ROWS, cursor=cursor or None, order=chosen["order"])
    page = asked.ledger.search(ask, **filters)
    first = int(cursor) + 1 if cursor else 1
    return asked.page(
        "search.html",
        chosen=chosen,
        page=page,
        hits=[HitLine(hit) for hit in page.hits],
        first=first,
        facets={name: list(counts.items())[:_FACETS] for name, counts in page.facets.items()},
        places=PLACES,
        relations=relation_choices(asked),
    )
