"""``summitry dates``: the time expressions of a text, with what they mean."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summitry.cli.options import ReadFormat
from summitry.model.errors import InputError, RecordError, SummitryError

if TYPE_CHECKING:
    from summitry.intake import Refusal
    from summitry.reading.en.dates import DateExpression

_LINE_NAMES = (".jsonl", ".ndjson")
_PEEK = 5


def dates(
    source: Annotated[str, typer.Argument(metavar="FILE|-", help="Text or JSON lines; - is standard input.")] = "-",
    reference: Annotated[
        str | None,
        typer.Option("--reference", "-r", metavar="DAY", help="The day that relative dates count from."),
    ] = None,
    form: Annotated[
        ReadFormat | None,
        typer.Option("--format", "-f", show_default="text, or jsonl for JSON lines", help="Text for people, or JSON."),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Name the rule behind each expression.")] = False,
) -> None:
    """Print the time expressions of a text with their values and roles.

    JSON lines {id, reference, text} give JSON lines {id, expressions: [{text, value, role}]}; a line that cannot be
    read is named on standard error and the rest goes on; the exit code is then 1.

    Example: summitry dates readout.txt --reference 2017-11-10
    """
    from summitry.cli.refusals import Refusals

    _check(reference)
    text = _read(source)
    refusals = Refusals()
    lined = _is_lines(text, source)
    rows = _of_lines(text, source, reference) if lined else iter([_found(source, text, reference)])
    _print(refusals.sift(rows), form or (ReadFormat.JSONL if lined else ReadFormat.TEXT), explain)
    refusals.finish()


def _check(reference: str | None) -> None:
    from summitry.reading.en.dates import reference_day

    try:
        reference_day(reference)
    except RecordError:
        raise typer.BadParameter(f"{reference!r} is not a day such as 2017-11-10", param_hint="--reference") from None


def _read(source: str) -> str:
    from summitry.intake.decode import decode

    if source == "-":
        return decode(sys.stdin.buffer.read(), "standard input")[0]
    try:
        return decode(Path(source).read_bytes(), source)[0]
    except OSError as error:
        raise InputError(
            source, (error.strerror or str(error)).lower(), "Name a file, or - to read what is piped in."
        ) from error


def _is_lines(text: str, source: str) -> bool:
    """Whether the input is JSON lines: by its name, or by one of its first lines (the very first may be damaged)."""
    first = [line for line in text.split("\n", 4 * _PEEK)[: 4 * _PEEK] if line.strip()][:_PEEK]
    return source.lower().endswith(_LINE_NAMES) or any(line.lstrip().startswith("{") for line in first)


def _of_lines(
    text: str, source: str, reference: str | None
) -> Iterator[tuple[Any, tuple[DateExpression, ...]] | Refusal]:
    from summitry.intake import Refusal

    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _of_line(line, f"{source}, line {number}", reference)
        except SummitryError as error:
            yield Refusal(f"{source}, line {number}", getattr(error, "reason", error.message), error.hint)


def _of_line(line: str, where: str, reference: str | None) -> tuple[Any, tuple[DateExpression, ...]]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(where, "is not JSON") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise InputError(
            where, 'has no "text"', 'A line is an object such as {"id": 1, "reference": "2017-11-10", "text": "…"}.'
        )
    given = row.get("reference") or reference
    if given is not None and not isinstance(given, str):
        raise InputError(where, f'"reference" is {json.dumps(given)}, not a day in quotes')
    return _found(row.get("id"), row["text"], given)


def _found(name: Any, text: str, reference: str | None) -> tuple[Any, tuple[DateExpression, ...]]:
    from summitry.reading.en.dates import find_dates

    return name, find_dates(text, reference)


def _print(rows: Iterable[tuple[Any, tuple[DateExpression, ...]]], form: ReadFormat, explain: bool) -> None:
    from summitry.cli.output import stdout, table, write_json, write_json_line

    if form is ReadFormat.JSON:
        write_json([_data(name, found, explain) for name, found in rows])
        return
    for name, found in rows:
        if form is ReadFormat.JSONL:
            write_json_line(_data(name, found, explain))
            continue
        answer = table("Words", "Value", "Role", *(["Rule"] if explain else []))
        for one in found:
            answer.add_row(one.text, str(one.value or "–"), one.role, *([one.rule] if explain else []))
        stdout().print(answer if found else f"{name}: no time expressions")


def _data(name: Any, found: tuple[DateExpression, ...], explain: bool) -> dict[str, Any]:
    return {"id": name, "expressions": [_row(one, explain) for one in found]}


def _row(one: DateExpression, explain: bool) -> dict[str, Any]:
    row = {
        "text": one.text,
        "value": one.value and one.value.value,
        "role": one.role,
        "start": one.start,
        "end": one.end,
    }
    return {**row, "rule": one.rule} if explain else row
