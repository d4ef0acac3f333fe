"""Gold records of political events: the PLOVER gold standard's JSON objects and PETRARCH's validation XML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations, product
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from figures import files, table, text_of

from summitry.model.errors import InputError

Dyad = tuple[str, str]
ENDINGS = (".json", ".jsonl", ".txt", ".xml")
_WHAT = "PLOVER gold standard records (JSON) or PETRARCH validation records (XML)"
# A string, or a comma after which an object or list ends: the published file has such commas, JSON has not.
_LOOSE_COMMA = re.compile(r'("(?:\\.|[^"\\])*")|,(?=\s*[}\]])')
_BETWEEN = re.compile(r"[\s,\[\]]*")


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One event of a sentence.

    Args:
        name: the record's id.
        text: the sentence.
        day: the day of the report, ISO 8601, or ``None``.
        category: PLOVER category.
        dyads: pairs of source and target by state (ISO 3166-1 alpha-3) or kind of organisation; empty where the
            record names no state for an actor, or no actor.
        mutual: whether the actors do it with one another, in either direction.
    """

    name: str
    text: str
    day: str | None
    category: str
    dyads: tuple[Dyad, ...]
    mutual: bool = False

    @property
    def complete(self) -> bool:
        """Whether the record names the states of both sides."""
        return all(all(dyad) for dyad in self.dyads)


def load(path: Path) -> list[GoldEvent]:
    """Return the records of a file, or of all files of a folder that hold any.

    Raises:
        InputError: there are none, or a file cannot be read.
    """
    found = [event for file in files(path, ENDINGS, _WHAT) for event in _read(file, alone=path.is_file())]
    if not found:
        raise InputError(str(path), "it holds no event records", f"it should hold {_WHAT}")
    return found


def country(code: str) -> str:
    """Return the state or kind of organisation in an actor's code: ``JPN`` of ``JPNGOV``; empty where none is told."""
    plover = table("plover")
    first = code.strip()[:3].upper()
    return "" if first in plover["untold"] else plover["states"].get(first, first)


def category(name: str) -> str:
    """Return a category by the name that the newest version of PLOVER gives it."""
    return str(table("plover")["same"].get(name, name))


def of_cameo(code: str) -> str:
    """Return the category of a CAMEO code; empty where PLOVER has none for it."""
    known = table("plover")["cameo"]
    return next((category(known[code[:n]]) for n in range(len(code), 1, -1) if code[:n] in known), "")


def _read(path: Path, alone: bool) -> Iterator[GoldEvent]:
    text = text_of(path)
    start = text.lstrip()[:1]
    if start == "<":
        yield from _of_xml(path)
    elif start and start in "{[":
        yield from _of_json(text, path)
    elif alone:
        raise InputError(str(path), "neither JSON nor XML", f"it should hold {_WHAT}")


def _of_json(text: str, path: Path) -> Iterator[GoldEvent]:
    text = _LOOSE_COMMA.sub(lambda match: match[1] or "", text)
    decoder, number = json.JSONDecoder(strict=False), 0
    at = _after(text, 0)
    while at < len(text):
        number += 1
        try:
            row, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            raise InputError(str(path), f"record {number} is not JSON: {error.msg}", "repair or remove it") from error
        if isinstance(row, dict) and {"event", "text", "source"} <= row.keys():
            yield _of_row(row, number)
        at = _after(text, end)


def _after(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match else at


def _of_row(row: dict[str, Any], number: int) -> GoldEvent:
    sources, targets = _states(row["source"]), _states(row.get("target"))
    mutual = not targets and len(sources) > 1
    pairs = permutations(sources, 2) if mutual else product(sources or [""], targets or [""])
    return GoldEvent(
        str(row.get("id", number)),
        # Some of the sentences are printed in braces.
        row["text"].strip().strip("{}"),
        row.get("date") or None,
        category(row["event"]),
        tuple(pairs),
        mutual,
    )


def _states(actors: Any) -> list[str]:
    """The states of a list of actors; the field is empty, or not there, where nobody is named."""
    return [country(str(actor.get("code") or "")) for actor in actors or ()]


def _of_xml(path: Path) -> Iterator[GoldEvent]:
    try:
        root = ElementTree.fromstring(path.read_bytes())
    except ElementTree.ParseError as error:
        raise InputError(str(path), f"not well-formed XML: {error}", "repair or remove the file") from error
    for sentence in root.iter("Sentence"):
        words = " ".join((sentence.findtext("Text") or "").split())
        printed = re.fullmatch(r"(\d{4})(\d{2})(\d{2})", sentence.get("date", ""))
        day = "-".join(printed.groups()) if printed else None
        for coding in sentence.iter("EventCoding"):
            name = of_cameo(coding.get("eventcode", ""))
            dyad = (country(coding.get("sourcecode", "")), country(coding.get("targetcode", "")))
            # A coding without a code says that the sentence has no event; one without a category cannot be compared.
            if words and name:
                yield GoldEvent(sentence.get("id", ""), words, day, name, (dyad,))
