"""Problem details (RFC 9457): how programs are told what went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.responses import JSONResponse, Response

MEDIA_TYPE = "application/problem+json"


def is_for_programs(path: str) -> bool:
    """Return whether what lies under a path is asked by programs, who take no pages."""
    return path.startswith("/api/")


def problem(
    status: int, detail: str, hint: str = "", headers: Mapping[str, str] | None = None, **more: Any
) -> Response:
    """Return an answer that tells of a problem; ``more`` are further members of it."""
    told: dict[str, Any] = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    told |= {"detail": detail, **({"hint": hint} if hint else {}), **more}
    return JSONResponse(told, status, headers, MEDIA_TYPE)
