"""JSON → records, with the way back into each record's words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from summitry.intake.traced import Traced
from summitry.model.errors import InputError

_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.S)
_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder(strict=False)


def record(text: str, source: str) -> dict[str, Any]:
    """Return the JSON object that a line holds.

    Raises:
        InputError: the line is no JSON object; the reason names the column.
    """
    try:
        value = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        reason = f"is not valid JSON ({error.msg} at column {error.pos + 1})"
        raise InputError(source, reason, "Each line must hold one complete JSON object.") from error
    except (RecursionError, ValueError) as error:
        raise InputError(source, "is nested too deeply or holds a number too large to read") from error
    if not isinstance(value, dict):
        raise InputError(source, "is JSON, but no object", "Each line must hold one object with a text or html field.")
    return value


def records(text: str, source: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the objects of a JSON file (one object, or an array of them), each with its own JSON text.

    Raises:
        InputError: the file is no JSON, or holds no objects.
    """
    try:
        value = json.loads(text, strict=False)
    except (json.JSONDecodeError, RecursionError, ValueError) as error:
        raise InputError(source, f"is not valid JSON ({error})") from error
    if isinstance(value, dict):
        lists = [
            item
            for item in value.values()
            if isinstance(item, list) and item and all(isinstance(i, dict) for i in item)
        ]
        holder = len(lists) == 1 and not any(
            isinstance(value.get(key), str) for key in ("text", "html", "body", "content")
        )
        items = lists[0] if holder else [value]
    else:
        items = value if isinstance(value, list) else []
    objects = [item for item in items if isinstance(item, dict)]
    if not objects:
        raise InputError(source, "is JSON, but holds no objects", "An object needs a text or html field.")
    for item in objects:
        yield item, text if item is value else json.dumps(item, ensure_ascii=False)


def value_of(line: str, key: str) -> Traced | None:
    """Return the words of a top-level string of a JSON object, leading back into the line; ``None`` if it is none."""
    at = _SPACE.match(line, 0)
    index = at.end() + 1 if at else 1
    while index < len(line):
        index = _skip(line, index)
        if line[index : index + 1] != '"':
            return None
        name, index = json.decoder.scanstring(line, index + 1, False)  # type: ignore[attr-defined]
        index = _skip(line, _skip(line, index) + 1)
        if name == key and line[index : index + 1] == '"':
            _, end = json.decoder.scanstring(line, index + 1, False)  # type: ignore[attr-defined]
            return Traced.of(line[index + 1 : end - 1], index + 1).sub(_ESCAPE, lambda match: _unescape(match.group()))
        _, index = _DECODER.raw_decode(line, index)
        index = _skip(line, index) + 1
    return None


def _skip(line: str, index: int) -> int:
    match = _SPACE.match(line, index)
    return match.end() if match else index


def _unescape(escape: str) -> str:
    return str(json.loads(f'"{escape}"', strict=False))
