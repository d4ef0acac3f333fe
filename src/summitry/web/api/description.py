"""The description of the API (OpenAPI 3.1), with every problem that an operation can answer with."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from summitry.web.api.problems import Problem
from summitry.web.problem import MEDIA_TYPE

_REF = "#/components/schemas/{model}"
_WORDS = {
    "304": "Nothing has changed since the answer with the tag that was sent.",
    "400": "The request cannot be understood.",
    "401": "A token is needed.",
    "403": "This server takes no writing.",
    "404": "There is nothing of that name.",
    "409": "The ledger refuses it.",
    "413": "Too much at once.",
    "422": "The request is not as it must be.",
}


def describe(api: FastAPI) -> dict[str, Any]:
    """Return the description, made once."""
    if api.openapi_schema is None:
        made = get_openapi(
            title=api.title,
            version=api.version,
            description=api.description,
            routes=api.routes,
            servers=api.servers,
        )
        schemas = made.setdefault("components", {}).setdefault("schemas", {})
        told = Problem.model_json_schema(ref_template=_REF)
        schemas.update({**told.pop("$defs"), "Problem": told})
        for unused in ("HTTPValidationError", "ValidationError"):
            schemas.pop(unused, None)
        for path, operations in made["paths"].items():
            for method, operation in operations.items():
                _complete(path, method, operation)
        api.openapi_schema = made
    return api.openapi_schema


def _complete(path: str, method: str, operation: dict[str, Any]) -> None:
    answers = operation["responses"]
    statuses = {"400", "401", "422", *(("404",) if "{" in path else ())}
    statuses |= {"403", "404", "409", "413"} if method == "post" else set()
    for status in sorted(statuses):
        content = {MEDIA_TYPE: {"schema": {"$ref": _REF.format(model="Problem")}}}
        answers[status] = {"description": _WORDS[status], "content": content}
    if method == "get":
        answers["304"] = {"description": _WORDS["304"]}
        tag = {"description": "The hash of the answer.", "schema": {"type": "string"}}
        answers["200"].setdefault("headers", {})["ETag"] = tag
