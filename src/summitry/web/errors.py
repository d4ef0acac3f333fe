"""What a visitor sees when something goes wrong: a page that says what, and never where in the program."""

from __future__ import annotations

import logging

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from summitry.model.errors import LedgerError, SummitryError
from summitry.web.asking import ForgedError, ask
from summitry.web.problem import is_for_programs, problem
from summitry.web.security import TooLarge

_LOG = logging.getLogger("summitry.web")
_WORDS = {404: "There is no such page.", 405: "That cannot be done here.", 400: "That request cannot be understood."}


class NotFoundError(LedgerError):
    """The ledger holds nothing of that name."""


def install(app: FastAPI) -> None:
    """Let an application answer errors with pages."""
    app.add_exception_handler(SummitryError, _known)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(TooLarge, _large)
    app.add_exception_handler(Exception, _unknown)


def _page(request: Request, status: int, message: str, hint: str = "") -> Response:
    if is_for_programs(request.url.path):
        return problem(status, message, hint)
    return ask(request).page("error.html", status, code=status, message=message, hint=hint)


async def _known(request: Request, error: Exception) -> Response:
    assert isinstance(error, SummitryError)
    status = 404 if isinstance(error, NotFoundError) else 403 if isinstance(error, ForgedError) else 400
    return _page(request, status, error.message, error.hint)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _page(request, error.status_code, _WORDS.get(error.status_code, "That did not work."))


async def _invalid(request: Request, _: Exception) -> Response:
    return _page(request, 400, _WORDS[400])


async def _large(_: Request, __: Exception) -> Response:
    return PlainTextResponse("Too much at once.\n", 413)


async def _unknown(request: Request, error: Exception) -> Response:
    _LOG.error("a page failed: %s", request.url.path, exc_info=error)
    return _page(request, 500, "Something in the program failed.", "It was written to the log of the server.")
