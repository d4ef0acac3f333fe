"""Relations: the desk, the list, where one stands; calendar, issues, phrases, officials."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from summitry.views.calendar import calendar
from summitry.views.desk import RelationLine as Line
from summitry.views.issues import issue_answer
from summitry.views.persons import named, persons
from summitry.views.phrases import phrases
from summitry.views.relation import relation
from summitry.views.tables import Json
from summitry.web.answers import desk_of
from summitry.web.api.asking import Ask
from summitry.web.api.documents import codes
from summitry.web.api.models.findings import CalendarEntry
from summitry.web.api.models.relations import Desk, Issue, Official, Phrase, Relation, RelationLine
from summitry.web.api.paging import Page, page_of
from summitry.web.api.params import Code, Dated, Day, Paged, Rows
from summitry.web.api.tagging import TaggedRoute
from summitry.web.errors import NotFoundError

router = APIRouter(tags=["relations"], route_class=TaggedRoute)
_SLUG = "^[A-Za-z0-9]{2,12}(-[A-Za-z0-9]{2,12})+$"


class Dates(Paged):
    """Which dates."""

    start: Day | None = Field(None, description="First day; without it the day asked as of.")
    end: Day | None = Field(None, description="Last day.")


class Register(Dated, Rows):
    """Which persons."""

    of: Code | None = Field(None, description="Code of the party they are of.")
    words: str = Field("", max_length=200, description="Words that must all stand in names and posts.")


class Standing(Dated):
    """How much of a relation."""

    limit: int = Field(10, ge=1, le=100, description="Rows of each part.")


class Formulas(Paged):
    """Whose phrases; they are looked for in the texts of a relation."""

    party: list[Code] = Field(min_length=2, max_length=8, description="Codes of the parties of a relation.")


@router.get("/desk", response_model=Desk)
def get_desk(ask: Ask, query: Annotated[Dated, Query()]) -> Json:
    """Tell what is new, due, overdue and coming."""
    del query
    found = desk_of(ask)
    parts = {name: getattr(found, name).data() for name in ("new", "due", "overdue", "coming")}
    return {"day": found.day.isoformat(), "documents": found.documents, **parts}


@router.get("/relations", response_model=Page[RelationLine])
def list_relations(ask: Ask, query: Annotated[Paged, Query()]) -> Json:
    """List the relations, those with most documents first."""
    wanted = set(codes(query.party))
    return page_of([_Told(line) for line in desk_of(ask).relations if wanted <= set(line.parties)], query)


@router.get("/relations/{slug}", response_model=Relation)
def get_relation(
    ask: Ask, slug: Annotated[str, Path(pattern=_SLUG, examples=["JP-NO"])], query: Annotated[Standing, Query()]
) -> Json:
    """Tell where a relation stands."""
    question = ask.question(codes(slug.split("-")))
    found = ask.keep(("api relation", question, query.limit), lambda: relation(ask.ledger, question, limit=query.limit))
    if not found.documents:
        raise NotFoundError(f"no document is of the relation {slug}", "See the list of relations.")
    return found.data()


@router.get("/calendar", response_model=Page[CalendarEntry])
def list_calendar(ask: Ask, query: Annotated[Dates, Query()]) -> Json:
    """List events, meetings and deadlines between two days, each as exactly dated as its text dates it."""
    question, start = ask.question(codes(query.party)), query.start or ask.day
    rows = ask.keep(
        ("api calendar", question, start, query.end),
        lambda: calendar(ask.ledger, question, start=start, end=query.end).rows,
    )
    return page_of(rows, query)


@router.get("/issues", response_model=Page[Issue])
def list_issues(ask: Ask, query: Annotated[Paged, Query()]) -> Json:
    """List the agenda items followed across documents, those in most documents first."""
    question = ask.question(codes(query.party))
    rows = ask.keep(("api issues", question), lambda: issue_answer(ask.ledger, question).rows)
    return page_of(rows, query)


@router.get("/phrases", response_model=Page[Phrase])
def list_phrases(ask: Ask, query: Annotated[Formulas, Query()]) -> Json:
    """List the set phrases of a relation, those worth reading first."""
    question = ask.question(codes(query.party))
    rows = ask.keep(("api phrases", question), lambda: phrases(ask.ledger, question).rows)
    return page_of(rows, query)


@router.get("/officials", response_model=Page[Official])
def list_officials(ask: Ask, query: Annotated[Register, Query()]) -> Json:
    """List persons by party and name, with the posts that texts give them."""
    question = ask.question()
    everybody = ask.keep("persons", lambda: persons(ask.ledger.officials(**question.filters)))
    found = named(everybody, query.of.upper() if query.of else "", query.words)
    return page_of(found, query)


class _Told:
    """A relation of the desk with the ``data()`` that pages take."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def data(self) -> Json:
        line = self._line
        own = {"id": line.slug, "parties": list(line.parties), "documents": line.documents}
        return {**own, "published": line.published, "states": dict(line.states)}
