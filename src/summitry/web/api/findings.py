"""Findings: commitments, statements, events, instruments, and any record by its id."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from summitry.ledger import Shows
from summitry.model.records import Act, Commitment, CommitmentKind, EventStatus
from summitry.views.commitments import CommitmentLine
from summitry.views.events import events
from summitry.views.review import Waiting, queue
from summitry.views.statements import statements
from summitry.views.tables import Json
from summitry.views.time_state import TimeState, time_state
from summitry.web.answers import promised
from summitry.web.api.asking import Ask
from summitry.web.api.documents import codes
from summitry.web.api.models import findings as shapes
from summitry.web.api.models.relations import Instrument
from summitry.web.api.paging import Page, page_of
from summitry.web.api.params import Code, Dated, Identity, Paged
from summitry.web.api.rows import Plain
from summitry.web.api.tagging import TaggedRoute
from summitry.web.errors import NotFoundError

router = APIRouter(tags=["findings"], route_class=TaggedRoute)


class Promises(Paged):
    """Which commitments."""

    status: Shows | None = Field(None, description="What later texts show.")
    time_state: TimeState | None = None
    kind: CommitmentKind | None = None
    by: Code | None = Field(None, description="Code of a party that undertakes.")


class Speech(Paged):
    """Which statements."""

    act: Act | None = None
    speaker: Code | None = None
    addressee: Code | None = None


class Happenings(Paged):
    """Which events."""

    status: EventStatus | None = None


class Review(Paged):
    """Which findings of the review queue; at most the first 300 are looked through."""

    kind: str = Field("commitments", pattern="^(commitments|statements|engagements|events)$")
    waiting: Waiting = Waiting.UNDECIDED


@router.get("/commitments", response_model=Page[shapes.Commitment])
def list_commitments(ask: Ask, query: Annotated[Promises, Query()]) -> Json:
    """List what was promised, the earliest deadline first, undated ones last."""
    rows = [
        line
        for line in promised(ask, codes(query.party))
        if query.status in (None, line.status)
        and query.time_state in (None, line.time_state)
        and query.kind in (None, line.commitment.kind)
        and (query.by is None or query.by.upper() in line.commitment.parties)
    ]
    return page_of(rows, query)


@router.get("/commitments/{name}", response_model=shapes.Commitment)
def get_commitment(ask: Ask, name: Identity, query: Annotated[Dated, Query()]) -> Json:
    """Give a commitment with its status, its time state and its evidence."""
    finding = ask.ledger.record(name, as_of=query.as_of)
    if finding is None or not isinstance(finding.record, Commitment):
        raise NotFoundError(f"there is no commitment {name} in the ledger")
    followed = ask.ledger.followed([name], as_of=query.as_of)[name]
    return CommitmentLine(finding, finding.record, time_state(finding.record.due, ask.day), followed).data()


@router.get("/statements", response_model=Page[shapes.Statement])
def list_statements(ask: Ask, query: Annotated[Speech, Query()]) -> Json:
    """List what was said, the oldest first."""
    question, act = ask.question(codes(query.party)), query.act.value if query.act else None
    rows = ask.keep(
        ("api statements", question, act, query.speaker, query.addressee),
        lambda: statements(ask.ledger, question, act=act, speaker=query.speaker, addressee=query.addressee).rows,
    )
    return page_of(rows, query)


@router.get("/events", response_model=Page[shapes.Event])
def list_events(ask: Ask, query: Annotated[Happenings, Query()]) -> Json:
    """List the happenings that texts refer to, by publication."""
    question, status = ask.question(codes(query.party)), query.status.value if query.status else None
    rows = ask.keep(("api events", question, status), lambda: events(ask.ledger, question, status=status).rows)
    return page_of(rows, query)


@router.get("/instruments", response_model=Page[Instrument])
def list_instruments(ask: Ask, query: Annotated[Paged, Query()]) -> Json:
    """List the treaties, declarations, plans and resolutions that texts refer to, by name, with their mentions."""
    question = ask.question(codes(query.party))
    rows = ask.keep(("api instruments", question), lambda: ask.ledger.instruments(**question.filters))
    return page_of([Plain(row) for row in rows], query)


@router.get("/review", response_model=Page[shapes.Finding])
def list_waiting(ask: Ask, query: Annotated[Review, Query()]) -> Json:
    """List the findings that wait for a person's word."""
    question = ask.question(codes(query.party))
    found = queue(ask.ledger, question, kind=query.kind, waiting=query.waiting)
    return page_of([Plain(finding) for finding in found], query)


@router.get("/findings/{name}", response_model=shapes.Finding)
def get_finding(ask: Ask, name: Identity, query: Annotated[Dated, Query()]) -> Json:
    """Give any record by its id, whatever was decided about it."""
    finding = ask.ledger.record(name, as_of=query.as_of)
    if finding is None:
        raise NotFoundError(f"there is no finding {name} in the ledger")
    return {"kind_of_record": finding.kind_of_record.removesuffix("s"), **finding.as_dict()}
