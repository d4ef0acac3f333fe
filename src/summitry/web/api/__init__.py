"""REST: everything the pages show, for programs; writing with the token only."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from summitry import __version__
from summitry.web.api import documents, engagements, exports, findings, problems, relations, search, writing
from summitry.web.api.description import describe
from summitry.web.site import Site

__all__ = ["PREFIX", "create_api"]

PREFIX = "/api/v1"
_GROUPS = (relations, documents, findings, engagements, search, exports, writing)
_ABOUT = """The account of relationships, for programs.

Answers of many rows come in pages: `next` of one is the `cursor` of the next. Answers carry an `ETag`; send it back in
`If-None-Match`. Errors are problem details (RFC 9457). Dates are EDTF, offsets count Unicode code points of the text
that `/documents/{name}/text` gives, parties are codes. Writing needs `Authorization: Bearer` with the server's token.
"""


class _Api(FastAPI):
    """The application, which describes its problems too."""

    def openapi(self) -> dict[str, Any]:
        """Return the description of the API."""
        return describe(self)


def create_api(site: Site) -> FastAPI:
    """Return the API of a server, to be mounted under :data:`PREFIX`; ``openapi.json`` under it describes it.

    Args:
        site: the server that the pages are made with.
    """
    api = _Api(
        title="Summitry",
        version=__version__,
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        redirect_slashes=False,
        servers=[{"url": PREFIX}],
        root_path_in_servers=False,
    )
    api.state.site = site
    api.state.routes = [route for group in _GROUPS for route in group.router.routes]
    for group in _GROUPS:
        api.include_router(group.router)
    problems.install(api)
    return api
