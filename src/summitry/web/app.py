"""The application: pages, static files, and what stands before them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from summitry.ledger import Ledger
from summitry.web import (
    add,
    calendar,
    commitments,
    desk,
    documents,
    engagements,
    errors,
    login,
    officials,
    phrases,
    relations,
    review,
    search,
    series,
)
from summitry.web.api import PREFIX, create_api
from summitry.web.jobs import Jobs
from summitry.web.kept import Kept
from summitry.web.rendering import STATIC, environment
from summitry.web.security import Guard, Manners
from summitry.web.site import Site

_PAGES = (
    desk,
    relations,
    phrases,
    documents,
    engagements,
    commitments,
    calendar,
    search,
    officials,
    series,
    review,
    add,
    login,
)


def create_app(
    ledger_path: str | Path | None = None,
    *,
    token: str | None = None,
    hosts: Iterable[str] = (),
    today: date | None = None,
) -> FastAPI:
    """Return the application over a ledger, which is made where there is none.

    Args:
        ledger_path: path or address of the ledger; ``None`` is the user's own.
        token: what a visitor has to show; ``None`` for nothing, which is for loopback alone.
        hosts: further names, beside those of loopback, that are answered without a token.
        today: the day that windows are judged by; ``None`` for the calendar's.

    Raises:
        LedgerError: the ledger cannot be opened.
        SummitryError: the token is too short.
    """
    guard = Guard(token, Guard().hosts | frozenset(hosts))
    ledger = Ledger.open(ledger_path)
    kept = Kept(ledger.revision)
    jobs = Jobs(kept.clear)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        jobs.close()
        kept.close()
        ledger.close()

    app = FastAPI(title="Summitry", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    app.state.site = Site(ledger, environment(), guard, kept, jobs, today)
    for group in _PAGES:
        app.include_router(group.router, include_in_schema=False)
    app.mount(PREFIX, create_api(app.state.site))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    errors.install(app)
    app.add_middleware(Manners, guard=guard)
    return app
