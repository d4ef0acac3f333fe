"""Writing: documents to take in, decisions on findings; with the token only."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from summitry.model.errors import LedgerError, SummitryError
from summitry.views.tables import Json
from summitry.web import taking
from summitry.web.api.asking import Ask, Writing
from summitry.web.api.models.writing import Decided, Decision, Entry, Job, NewDecision, NewDocument, Undo
from summitry.web.api.paging import Page, page_of
from summitry.web.api.params import Dated, Rows
from summitry.web.api.problems import RefusedError
from summitry.web.api.rows import Plain
from summitry.web.api.tagging import TaggedRoute
from summitry.web.errors import NotFoundError
from summitry.web.jobs import Job as Working

router = APIRouter(tags=["writing"], route_class=TaggedRoute)


class Standing(Dated, Rows):
    """Which decisions."""


class History(Rows):
    """Which entries."""

    subject: str | None = Field(None, max_length=200, description="Id of a document, record or other subject.")


@router.post("/documents", response_model=Job, status_code=202, dependencies=[Writing])
def add_document(ask: Ask, request: Request, response: Response, sent: NewDocument) -> Json:
    """Take a text in: it is read in the background, and the job tells what became of it."""
    given = taking.Pasted(
        text=sent.text,
        title=sent.title.strip(),
        published=sent.published.isoformat() if sent.published else "",
        issuers=" ".join(sent.issuers),
        url=sent.url,
    )
    try:
        work = taking.pasted(ask.ledger, given)
    except SummitryError as error:
        raise RefusedError(409, error.message, error.hint) from error
    job = ask.site.jobs.start(work, 1)
    response.headers["Location"] = f"{request.scope.get('root_path', '')}/jobs/{job.name}"
    return _job(job)


@router.get("/jobs/{name}", response_model=Job)
def get_job(ask: Ask, name: Annotated[str, Path(pattern="^[A-Za-z0-9_-]{1,40}$")]) -> Json:
    """Tell how far documents have been taken in, and what became of each."""
    job = ask.site.jobs.get(name)
    if job is None:
        raise NotFoundError("that is no longer remembered", "What was taken in is among the documents.")
    return _job(job)


@router.get("/decisions", response_model=Page[Decision])
def list_decisions(ask: Ask, query: Annotated[Standing, Query()]) -> Json:
    """List the decisions that stand, the oldest first."""
    return page_of([Plain(row) for row in ask.ledger.decisions(as_of=query.as_of)], query)


@router.get("/history", response_model=Page[Entry])
def list_history(ask: Ask, query: Annotated[History, Query()]) -> Json:
    """List the entries of the ledger, or those about one subject."""
    return page_of([Plain(entry) for entry in ask.ledger.history(query.subject)], query)


@router.post("/decisions", response_model=Decided, status_code=201, dependencies=[Writing])
def decide(ask: Ask, sent: NewDecision) -> Json:
    """Enter a person's word on a finding; nothing is overwritten."""
    return _entered(ask, sent.action.value, sent)


@router.post("/decisions/{entry}/undo", response_model=Decided, status_code=201, dependencies=[Writing])
def undo(ask: Ask, entry: Annotated[int, Path(ge=1, le=2**31)], sent: Undo) -> Json:
    """Take a decision back; that it was made stays on record."""
    asked = NewDecision.model_construct(action="undo", subject=str(entry), author=sent.author, reason=sent.reason)
    return _entered(ask, "undo", asked)


def _entered(ask: Ask, action: str, sent: NewDecision) -> Json:
    try:
        entry = ask.ledger.decide(action, sent.subject, sent.author, sent.reason, sent.value)
    except LedgerError as error:
        status = 404 if error.message.startswith("there is no") else 409
        raise RefusedError(status, error.message, error.hint) from error
    ask.site.wrote()
    return {"entry": entry}


def _job(job: Working) -> Json:
    own = {"name": job.name, "total": job.total, "done": job.done, "failure": job.failure}
    return {**own, "taken": [asdict(item) for item in job.taken]}
