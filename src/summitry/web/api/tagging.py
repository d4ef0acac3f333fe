"""Entity tags: who has an answer already is told that nothing changed (RFC 9110, 8.8.3 and 13.1.2)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class TaggedRoute(APIRoute):
    """A route whose answers carry the hash of their content as ``ETag``."""

    def get_route_handler(self) -> Handler:
        """Return what answers requests."""
        handle = super().get_route_handler()

        async def tagged(request: Request) -> Response:
            return _tagged(request, await handle(request))

        return tagged


def _tagged(request: Request, response: Response) -> Response:
    if request.method != "GET" or response.status_code != 200:
        return response
    tag = f'"{hashlib.sha256(bytes(response.body)).hexdigest()[:32]}"'
    response.headers["ETag"] = tag
    known = [given.strip().removeprefix("W/") for given in request.headers.get("if-none-match", "").split(",")]
    return Response(status_code=304, headers={"ETag": tag}) if tag in known or "*" in known else response
