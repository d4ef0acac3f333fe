"""Errors as problem details (RFC 9457): what went wrong, and the way out."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route

from summitry.model.errors import SummitryError
from summitry.web.errors import NotFoundError
from summitry.web.problem import problem
from summitry.web.security import TooLarge

_LOG = logging.getLogger("summitry.web")


class Fault(BaseModel):
    """A part of a request that is not as it must be."""

    where: list[str | int] = Field(description="The way to it: query or body, then names and places.")
    message: str


class Problem(BaseModel):
    """Problem details as of RFC 9457."""

    type: str = Field(description="What sort of problem it is; about:blank for what the status says.")
    title: str = Field(description="The status in words.")
    status: int
    detail: str = Field(description="What went wrong.")
    hint: str | None = Field(default=None, description="What can be done about it.")
    errors: list[Fault] | None = Field(default=None, description="Each part of the request that is wrong.")


class RefusedError(SummitryError):
    """A request that is refused with a status of its own.

    Args:
        status: the status of the answer.
        message: why.
        hint: what can be done about it.
        headers: further headers of the answer.
    """

    def __init__(self, status: int, message: str, hint: str = "", headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message, hint)
        self.status = status
        self.headers = headers


def install(api: FastAPI) -> None:
    """Let an application answer every error with problem details; its state names its ``routes``."""
    api.add_exception_handler(SummitryError, _known)
    api.add_exception_handler(HTTPException, _http)
    api.add_exception_handler(RequestValidationError, _invalid)
    api.add_exception_handler(TooLarge, _large)
    api.add_exception_handler(Exception, _unknown)


async def _known(_: Request, error: Exception) -> Response:
    assert isinstance(error, SummitryError)
    if isinstance(error, RefusedError):
        return problem(error.status, error.message, error.hint, error.headers)
    return problem(404 if isinstance(error, NotFoundError) else 422, error.message, error.hint)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    if error.status_code == 405:
        # The first route of a path knows its own methods only; another route may have more.
        headers["Allow"] = ", ".join(_methods(request))
    return problem(error.status_code, str(error.detail), headers=headers)


def _methods(request: Request) -> list[str]:
    routes: Iterable[BaseRoute] = request.app.state.routes
    matching = [route for route in routes if route.matches(request.scope)[0] is not Match.NONE]
    return sorted({method for route in matching if isinstance(route, Route) for method in route.methods or ()})


async def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    # What was sent is not said again: it may be long, or not ours to repeat.
    faults = [{"where": list(item["loc"]), "message": item["msg"]} for item in error.errors()]
    return problem(422, "The request is not as it must be.", "See the description of this API.", errors=faults)


async def _large(_: Request, __: Exception) -> Response:
    return problem(413, "Too much at once.")


async def _unknown(request: Request, error: Exception) -> Response:
    _LOG.error("the API failed: %s", request.url.path, exc_info=error)
    return problem(500, "Something in the program failed.", "It was written to the log of the server.")
