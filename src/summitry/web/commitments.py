"""Commitments: what was promised, as a table or a board, and one promise with all that is known of it."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import Response

from summitry.model.records import Commitment, CommitmentKind
from summitry.views.commitments import CommitmentLine, Status
from summitry.views.standing import is_done
from summitry.views.surroundings import surroundings
from summitry.views.time_state import TimeState, time_state
from summitry.views.words import fold
from summitry.web.answers import promised
from summitry.web.asking import Ask
from summitry.web.choices import party_choices, relation_choices
from summitry.web.errors import NotFoundError
from summitry.web.pages import stretch
from summitry.web.relations import parties_of
from summitry.web.site import Asked

router = APIRouter()
_ROWS = 50
_CARDS = 15
_STATES = [state.value for state in TimeState]
_ORDER = ("overdue", "due", "open", "undated")
# Everything that no text shows to be kept or superseded, whatever else is heard of it.
_UNKEPT = "unkept"
_STATUSES = [_UNKEPT, *(status.value for status in Status)]
_KINDS = [kind.value for kind in CommitmentKind]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the board: its first cards, of ``total``."""

    state: str
    cards: tuple[CommitmentLine, ...]
    total: int


@router.get("/commitments")
def listed(asked: Ask) -> Response:
    """List the commitments, the earliest deadline first, as a table or a board."""
    chosen = {
        "relation": asked.text("relation"),
        "party": asked.text("party").upper(),
        "state": asked.one_of("state", _STATES),
        "status": asked.one_of("status", _STATUSES),
        "kind": asked.one_of("kind", _KINDS),
        "words": asked.text("words"),
        "view": asked.one_of("view", ("table", "board")),
    }
    found = _found(asked, chosen)
    return asked.page(
        "commitments.html",
        found=stretch(found, asked.number("page"), _ROWS),
        board=_board(found) if chosen["view"] == "board" else (),
        chosen=chosen,
        relations=relation_choices(asked),
        parties=party_choices(asked),
        states=_ORDER,
        statuses=_STATUSES,
        kinds=_KINDS,
    )


@router.get("/commitments/{name}")
def one(asked: Ask, name: str) -> Response:
    """Show one commitment: the words, the window, who, through whom, the evidence and the history."""
    finding = asked.ledger.record(name, as_of=asked.as_of)
    if finding is None or not isinstance(finding.record, Commitment):
        raise NotFoundError(f"there is no commitment {name[:40]!r} in the ledger", "See the list of commitments.")
    followed = asked.ledger.followed([name], as_of=asked.as_of)[name]
    return asked.page(
        "commitment.html",
        line=CommitmentLine(finding, finding.record, time_state(finding.record.due, asked.day), followed),
        around=surroundings(asked.ledger.text(finding.document), finding.evidence),
        history=asked.ledger.history(name),
    )


def _found(asked: Asked, chosen: dict[str, str]) -> list[CommitmentLine]:
    parties = parties_of(chosen["relation"]) if chosen["relation"] else ()
    return [line for line in promised(asked, parties) if _fits(line, chosen)]


def _fits(line: CommitmentLine, chosen: dict[str, str]) -> bool:
    item = line.commitment
    return (
        (not chosen["party"] or chosen["party"] in item.parties)
        and (not chosen["state"] or line.time_state.value == chosen["state"])
        and (not chosen["status"] or chosen["status"] in (line.status.value, "" if is_done(line) else _UNKEPT))
        and (not chosen["kind"] or item.kind.value == chosen["kind"])
        and _says(line, chosen["words"])
    )


def _says(line: CommitmentLine, words: str) -> bool:
    """Whether all the words stand in what is promised, the body, the caveat or the heading."""
    if not words:
        return True
    item = line.commitment
    told = fold(" ".join((line.finding.quote, item.body or "", item.caveat or "", line.finding.heading or "")))
    return all(word in told.casefold() for word in words.casefold().split())


def _board(found: list[CommitmentLine]) -> tuple[Column, ...]:
    columns = []
    for state in _ORDER:
        cards = [line for line in found if line.time_state.value == state]
        columns.append(Column(state, tuple(cards[:_CARDS]), len(cards)))
    return tuple(columns)
