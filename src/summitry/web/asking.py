"""What each route depends on: the request as pages take it, and forms that are our own."""

from __future__ import annotations

import secrets
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from summitry.model.errors import SummitryError
from summitry.web.security import VISITOR
from summitry.web.site import Asked, site_of


class ForgedError(SummitryError):
    """A form did not come from one of our pages."""


def ask(request: Request) -> Asked:
    """Return the request as pages take it."""
    request.state.visitor = request.cookies.get(VISITOR) or secrets.token_urlsafe(18)
    return Asked(request)


Ask = Annotated[Asked, Depends(ask)]


class Form:
    """A form that was sent from one of our pages."""

    def __init__(self, data: FormData) -> None:
        self._data = data

    def text(self, name: str) -> str:
        """Return a field, without surrounding blanks; empty where it was not sent."""
        value = self._data.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    def has(self, name: str) -> bool:
        """Return whether a field was sent, be it empty."""
        return name in self._data

    def texts(self, name: str) -> list[str]:
        """Return every value of a field that may be sent more than once."""
        return [value for value in self._data.getlist(name) if isinstance(value, str) and value]

    def files(self, name: str) -> list[UploadFile]:
        """Return the files that were chosen for a field."""
        return [item for item in self._data.getlist(name) if isinstance(item, UploadFile) and item.filename]


async def form(request: Request) -> Form:
    """Return the form of a request.

    Raises:
        ForgedError: it does not carry the mark of a page of ours, or comes from elsewhere.
    """
    origin = request.headers.get("origin")
    if origin and origin != "null" and urlsplit(origin).netloc != request.headers.get("host"):
        raise ForgedError("this form was sent from another site")
    data = await request.form(max_files=500, max_fields=200, max_part_size=4_000_000)
    given = data.get("csrf", "")
    visitor = request.cookies.get(VISITOR, "")
    if not isinstance(given, str) or not site_of(request).guard.is_form_of(visitor, given):
        raise ForgedError("this form is not from a page of this session", "Go back, load the page again, and send it.")
    return Form(data)


Posted = Annotated[Form, Depends(form)]
