"""What every page is made with: the ledger, the templates, the guard, the kept answers."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from summitry.ledger import Ledger
from summitry.model.errors import SummitryError
from summitry.views.question import Question
from summitry.web.jobs import Jobs
from summitry.web.kept import Kept
from summitry.web.security import VISITOR, Guard

T = TypeVar("T")

Value = str | int | None


@dataclass(frozen=True, slots=True)
class Site:
    """One running server.

    Args:
        ledger: what the pages tell of.
        templates: what they are written with.
        guard: who may see them.
        kept: answers kept while the ledger stays the same.
        jobs: documents being taken in.
        today: the day that windows are judged by where a page does not say; ``None`` for the calendar's.
    """

    ledger: Ledger
    templates: Environment
    guard: Guard
    kept: Kept
    jobs: Jobs
    today: date | None = None

    def wrote(self) -> None:
        """Note that this process changed the ledger: the next page shows it."""
        self.kept.clear()


def site_of(request: Request) -> Site:
    """Return the server that a request came to."""
    site: Site = request.app.state.site
    return site


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the pages take it: its parameters, the day it is asked as of, and the links that keep that day."""

    request: Request

    @property
    def site(self) -> Site:
        """The server."""
        return site_of(self.request)

    @property
    def ledger(self) -> Ledger:
        """The ledger asked."""
        return self.site.ledger

    @property
    def as_of(self) -> date | None:
        """The day that is asked as of.

        Raises:
            SummitryError: it is none.
        """
        given = self.text("as_of")
        try:
            return date.fromisoformat(given) if given else None
        except ValueError as error:
            raise SummitryError(f"not a day: {given[:40]!r}", "Write it as 2018-05-26.") from error

    @property
    def day(self) -> date:
        """The day that windows are judged by."""
        return self.question().day

    def text(self, name: str) -> str:
        """Return a parameter, without surrounding blanks; empty where it was not given."""
        return self.request.query_params.get(name, "").strip()

    def one_of(self, name: str, known: Sequence[str]) -> str:
        """Return a parameter that must be one of some words, or be empty.

        Raises:
            SummitryError: it is another.
        """
        given = self.text(name)
        if given and given not in known:
            raise SummitryError(f"{name} cannot be {given[:40]!r}", f"It can be: {', '.join(known)}.")
        return given

    def number(self, name: str, default: int = 1) -> int:
        """Return a parameter that is a number from 1 on; anything else is the default."""
        given = self.text(name)
        return int(given) if given.isdecimal() and len(given) < 7 and int(given) > 0 else default

    def question(self, parties: Sequence[str] = ()) -> Question:
        """Return the question that a page asks of these parties."""
        return Question(tuple(parties), self.as_of, self.site.today)

    def keep(self, subject: Hashable, make: Callable[[], T]) -> T:
        """Return an answer, kept while the ledger and the day stay the same."""
        return self.site.kept.get((subject, self.as_of, self.day), make)

    def url(self, path: str, **values: Value) -> str:
        """Return the address of a page of ours that is asked as of the same day; empty values are left out."""
        asked = {"as_of": self.text("as_of") or None, **values}
        query = urlencode([(name, value) for name, value in asked.items() if value not in (None, "")])
        return quote(path, safe="/") + (f"?{query}" if query else "")

    def spot(self, document: str, record: str) -> str:
        """Return the address of a record's words in its text."""
        return f"{self.url(f'/documents/{document}', at=record)}#r-{quote(record)}"

    def again(self, **values: Value) -> str:
        """Return the address of this very page with some of its parameters changed."""
        params = self.request.query_params
        own = [(name, value) for name, value in params.multi_items() if name not in values and value]
        query = urlencode([*own, *((name, value) for name, value in values.items() if value not in (None, ""))])
        return quote(self.request.url.path, safe="/") + (f"?{query}" if query else "")

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        """Return a page."""
        visitor = self.request.state.visitor
        frame = {
            "asked": self,
            "url": self.url,
            "again": self.again,
            "spot": self.spot,
            "day": None,
            "signed_in": self.site.guard.token,
        }
        if status == 200:
            frame["day"] = self.day
        made = self.site.templates.get_template(template).render(
            **frame, csrf=self.site.guard.form_token(visitor), here=self.request.url.path, **values
        )
        return remember(HTMLResponse(made, status), self.request)

    def go(self, path: str, **values: Value) -> Response:
        """Return the way to another page of ours, after a form."""
        return remember(RedirectResponse(self.url(path, **values), 303), self.request)


def remember(response: Response, request: Request) -> Response:
    """Give a browser that has none yet the name that its forms are signed for."""
    if VISITOR not in request.cookies:
        secure = request.url.scheme == "https"
        response.set_cookie(VISITOR, request.state.visitor, httponly=True, samesite="strict", secure=secure)
    return response
