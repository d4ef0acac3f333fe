"""Engagements: the list, one with its accounts, their comparison; series."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from summitry.model.records import Form, Level
from summitry.views.comparison.engagement import sides_of
from summitry.views.engagements import EngagementLine, engagement
from summitry.views.series import series
from summitry.views.tables import Json
from summitry.views.tracks import level_of
from summitry.web.answers import met
from summitry.web.api.asking import Ask
from summitry.web.api.documents import codes
from summitry.web.api.models.findings import Engagement
from summitry.web.api.models.relations import Series, Sides
from summitry.web.api.paging import Page, page_of
from summitry.web.api.params import Dated, Identity, Paged
from summitry.web.api.tagging import TaggedRoute
from summitry.web.errors import NotFoundError
from summitry.web.site import Asked

router = APIRouter(tags=["engagements"], route_class=TaggedRoute)


class Meetings(Paged):
    """Which engagements."""

    level: Level | None = None
    form: Form | None = None


@router.get("/engagements", response_model=Page[Engagement])
def list_engagements(ask: Ask, query: Annotated[Meetings, Query()]) -> Json:
    """List who met, the latest first."""
    rows = [
        line
        for line in met(ask, codes(query.party))
        if query.level in (None, level_of(line))
        and (query.form is None or any(account.engagement.form is query.form for account in line.accounts))
    ]
    return page_of(rows, query)


@router.get("/engagements/{name}", response_model=Engagement)
def get_engagement(ask: Ask, name: Identity, query: Annotated[Dated, Query()]) -> Json:
    """Give an engagement by the id of any of its accounts."""
    del query
    return _line(ask, name).data()


@router.get("/engagements/{name}/comparison", response_model=Sides)
def get_comparison(ask: Ask, name: Identity, query: Annotated[Dated, Query()]) -> Json:
    """Lay every two accounts of an engagement side by side, and name the sides that published none."""
    del query
    row = _line(ask, name).row
    return ask.keep(("api comparison", row.id), lambda: sides_of(ask.ledger, row, ask.question()).data())


@router.get("/series", response_model=Page[Series])
def list_series(ask: Ask, query: Annotated[Paged, Query()]) -> Json:
    """List the runs of like engagements, place by place, with the numbers that no document tells of."""
    question = ask.question(codes(query.party))
    rows = ask.keep(("api series", question), lambda: series(ask.ledger, question).rows)
    return page_of(rows, query)


def _line(ask: Asked, name: str) -> EngagementLine:
    line = engagement(ask.ledger, name, ask.question())
    if line is None or not line.accounts:
        raise NotFoundError(f"there is no engagement {name} in the ledger")
    return line
