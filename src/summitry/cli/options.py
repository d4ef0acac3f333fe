"""The options that commands share, with one wording each."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    """How an answer is printed: a table for people, JSON or CSV for programs."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class ReadFormat(StrEnum):
    """How readings are printed: for people, as one JSON array, or one JSON object a line."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


class CalendarFormat(StrEnum):
    """How a calendar is printed: also as a file for other calendars."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    ICS = "ics"


class RelationFormat(StrEnum):
    """How a standing of several parts is printed."""

    TEXT = "text"
    JSON = "json"


def parse_day(text: str | None) -> date:
    """Return the day that an option names, or today.

    Raises:
        typer.BadParameter: the text is no day.
    """
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day such as 2025-05-19") from None


def parse_parties(codes: list[str] | None) -> tuple[str, ...]:
    """Return party codes in capitals, each once, as typed apart or with commas between; a party's name is its code."""
    typed = [code.strip() for text in codes or () for code in text.split(",")]
    return tuple(dict.fromkeys(_code(code) for code in typed if code))


def _code(typed: str) -> str:
    from summitry.reading.parties import find_parties, party_name

    code = typed.upper()
    if party_name(code) != code:
        return code
    found = [m for name in (typed, code, typed.title()) for m in find_parties(name) if not m.start]
    return next((mention.code for mention in found if mention.end == len(typed)), code)


LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        "-l",
        metavar="FILE",
        envvar="SUMMITRY_LEDGER",
        show_default="one in your data folder",
        help="The ledger to use.",
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="Print a table, JSON or CSV.")]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DAY", show_default="today", help="Ask what was known and due on that day."),
]
LimitOption = Annotated[int, typer.Option("--limit", "-n", min=1, help="Print at most this many rows.")]
PartiesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="PARTY", show_default=False, help="The parties, by code (JP NO) or name (Japan)."),
]
ExplainOption = Annotated[
    bool, typer.Option("--explain", help="Name the rule or model behind each finding, and what the gate said.")
]
JobsOption = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, show_default="the cores, at most 4", help="How many processes read."),
]
RenameOption = Annotated[
    tuple[str, str] | None,
    typer.Option("--rename", metavar="OLD NEW", help="Give one of the list (by its name or key) another name."),
]
MergeOption = Annotated[
    tuple[str, str] | None,
    typer.Option("--merge", metavar="NAME INTO", help="Put one of the list together with another."),
]
ReasonOption = Annotated[str, typer.Option("--reason", "-r", help="Why it is renamed or merged; it is kept.")]
