"""The request as routes of the API take it, and who may write."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.requests import Request

from summitry.web.api.problems import RefusedError
from summitry.web.site import Asked, site_of


def asked(request: Request) -> Asked:
    """Return the request with the server behind it."""
    return Asked(request)


Ask = Annotated[Asked, Depends(asked)]

_BEARER = HTTPBearer(auto_error=False, description="The token that the server was started with.")


def writer(request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]) -> None:
    """Let only those write who show the token itself: a browser's session is not enough, so no page can forge it.

    Raises:
        RefusedError: the server has no token, or it was not shown.
    """
    guard = site_of(request).guard
    if guard.token is None:
        raise RefusedError(
            403, "This server takes no writing.", "Start it with a token: SUMMITRY_TOKEN=… summitry serve."
        )
    if given is None or not guard.is_token(given.credentials):
        raise RefusedError(401, "A token is needed.", "Send Authorization: Bearer …", {"WWW-Authenticate": "Bearer"})


Writing = Depends(writer)
