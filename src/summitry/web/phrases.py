"""Set phrases of a relation, what became of them, and the wording of its texts, one beside the next."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from summitry.ledger import DocumentRow
from summitry.views.documents import documents
from summitry.views.phrases import State, phrases
from summitry.views.wording import between
from summitry.web.asking import Ask
from summitry.web.pages import stretch
from summitry.web.relations import parties_of

router = APIRouter()
_ROWS = 40
# Texts that the page for the wording offers, the latest first.
_TEXTS = 200
_STATES = [state.value for state in State]


@router.get("/relations/{slug}/phrases")
def listed(asked: Ask, slug: str) -> Response:
    """Show the phrase ledger of a relation."""
    parties = parties_of(slug)
    state, words = asked.one_of("state", _STATES), asked.text("words")
    every = asked.keep(("phrases", parties), lambda: phrases(asked.ledger, asked.question(parties)).rows)
    wanted = words.casefold().split()
    found = [
        phrase
        for phrase in every
        if (not state or state in phrase.states) and all(word in phrase.words.casefold() for word in wanted)
    ]
    return asked.page(
        "phrases.html",
        slug="-".join(parties),
        parties=parties,
        found=stretch(found, asked.number("page"), _ROWS),
        states=_STATES,
        chosen={"state": state, "words": words},
    )


@router.get("/relations/{slug}/wording")
def compared(asked: Ask, slug: str) -> Response:
    """Show what changed in the wording from one text of a relation to another."""
    parties = parties_of(slug)
    question = asked.question(parties)
    rows = asked.keep(("texts", parties), lambda: documents(asked.ledger, question, limit=_TEXTS)).rows
    texts = [line.row for line in rows]
    a, b = _pair(texts, asked.text("a"), asked.text("b"))
    found = None
    if a and b:
        found = asked.keep(
            ("wording", parties, a.document, b.document),
            lambda: between(asked.ledger, a.document, b.document, parties),
        )
    return asked.page("wording.html", slug="-".join(parties), parties=parties, texts=texts, a=a, b=b, wording=found)


def _pair(texts: list[DocumentRow], one: str, other: str) -> tuple[DocumentRow | None, DocumentRow | None]:
    """The two texts asked for, or the latest with the one before it of the same publisher and kind."""
    by_id = {text.document: text for text in texts}
    newer = by_id.get(other) or next((text for text in texts if _before(texts, text)), None)
    older = by_id.get(one) or (_before(texts, newer) if newer else None)
    return (None, None) if older is None or newer is None or older.document == newer.document else (older, newer)


def _before(texts: list[DocumentRow], text: DocumentRow) -> DocumentRow | None:
    earlier = texts[texts.index(text) + 1 :]
    return next((t for t in earlier if (t.publisher, t.kind) == (text.publisher, text.kind)), None)
