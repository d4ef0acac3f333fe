"""Scores date expressions on a folder of TimeML texts (.tml), as TempEval-3 does, beside what others reach.

The extents and values of TIMEX3 in the body are the gold; the document's creation time is the reference date and is
not scored. Strict: the same extent; relaxed: extents that overlap; value: overlapping extents with the same value.
F1 over all documents together (UzZaman et al., SemEval-2013 task 1). The second line leaves out what the gold values
as PAST_REF, PRESENT_REF or FUTURE_REF, which are no dates. The peers' figures are those on the TempEval-3 platinum set.

usage: python bench/peers/timeml.py FOLDER [--show N]
example: python bench/peers/timeml.py ~/corpora/te3-platinum --show 20
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from figures import f1, files, run, show, table
from timex3 import Timex, find_timexes

from summitry.model.errors import InputError

CREATION = ("CREATION_TIME", "PUBLICATION_TIME")
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


@dataclass(frozen=True, slots=True)
class TimeML:
    """A text with its gold expressions and its day of creation (ISO 8601), where it has one."""

    name: str
    text: str
    created: str | None
    timexes: tuple[Timex, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many expressions the gold has and we found, and how many of them agree."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, n) + getattr(other, n) for n in self.__slots__))

    @property
    def scores(self) -> tuple[float, float, float]:
        """F1 of strict extents, relaxed extents and values, in per cent."""
        strict, relaxed, value = (f1(n, self.gold, self.found) for n in (self.strict, self.relaxed, self.value))
        return strict, relaxed, value


def read(path: Path) -> TimeML:
    """Return the text of a TimeML file with its expressions.

    Raises:
        InputError: it is not well-formed XML, or its root is not TimeML.
    """
    try:
        root = ElementTree.fromstring(path.read_bytes())
    except ElementTree.ParseError as error:
        raise InputError(str(path), f"not well-formed XML: {error}", "repair or remove the file") from error
    if root.tag != "TimeML":
        raise InputError(str(path), f"its root is {root.tag}, not TimeML", "name a folder of TimeML texts")
    created = next((_day(t) for t in root.iter("TIMEX3") if t.get("functionInDocument") in CREATION), None)
    body = root.find("TEXT")
    timexes: list[Timex] = []
    text = _collect(root if body is None else body, 0, timexes)
    return TimeML(path.name, text, created, tuple(sorted(timexes)))


def _day(timex: ElementTree.Element) -> str | None:
    found = re.match(r"(\d{4})-?(\d{2})-?(\d{2})", timex.get("value", ""))
    return "-".join(found.groups()) if found else None


def _collect(element: ElementTree.Element, start: int, timexes: list[Timex]) -> str:
    """Return an element's text, which begins at an offset, and add its expressions."""
    text = element.text or ""
    for child in element:
        text += _collect(child, start + len(text), timexes) + (child.tail or "")
    # An expression without words is one that the annotators supplied; the day of creation is given to the program.
    if element.tag == "TIMEX3" and text and element.get("functionInDocument") not in CREATION:
        timexes.append(Timex(start, start + len(text), element.get("value", "")))
    return text


def found_in(document: TimeML) -> list[Timex]:
    """Return the expressions that the program finds in a text, paragraph by paragraph."""
    return [
        Timex(paragraph.start() + t.start, paragraph.start() + t.end, t.value)
        for paragraph in _PARAGRAPH.finditer(document.text)
        for t in find_timexes(paragraph[0], document.created)
    ]


def pairs(gold: Sequence[Timex], found: Iterable[Timex]) -> list[tuple[Timex, Timex | None]]:
    """Return each gold expression with the one found that overlaps it most; none is used twice."""
    left = list(found)
    out: list[tuple[Timex, Timex | None]] = []
    for timex in gold:
        best = max(left, key=lambda other: _common(timex, other), default=None)
        if best and _common(timex, best)[0] > 0:
            left.remove(best)
            out.append((timex, best))
        else:
            out.append((timex, None))
    return out


def _common(a: Timex, b: Timex) -> tuple[int, int]:
    """Characters in common; of two alike the shorter expression wins."""
    return min(a.end, b.end) - max(a.start, b.start), b.start - b.end


def tally(gold: Sequence[Timex], found: Sequence[Timex]) -> Tally:
    """Return how the found expressions agree with the gold."""
    matched = [(g, f) for g, f in pairs(gold, found) if f]
    strict = sum((g.start, g.end) == (f.start, f.end) for g, f in matched)
    return Tally(len(gold), len(found), strict, len(matched), sum(g.value == f.value for g, f in matched))


def dated(gold: Sequence[Timex], found: Sequence[Timex]) -> tuple[list[Timex], list[Timex]]:
    """Return both without the vague expressions of the gold and what was found in their place."""
    vague = [g for g in gold if g.value in table("timex3")["vague"]]
    clear = [f for f in found if not any(_common(g, f)[0] > 0 for g in vague)]
    return [g for g in gold if g not in vague], clear


def differences(document: TimeML, found: Sequence[Timex]) -> list[str]:
    """Return a line for each expression that is missing, false or has another value."""
    words = document.text
    both = pairs(document.timexes, found)
    used = {f for _, f in both if f}
    lines = [
        *(f"missed  {words[g.start : g.end]!r} {g.value}" for g, f in both if not f),
        *(f"value   {words[g.start : g.end]!r} {g.value}, not {f.value}" for g, f in both if f and g.value != f.value),
        *(f"false   {words[f.start : f.end]!r} {f.value}" for f in found if f not in used),
    ]
    return [f"{document.name}: {line}" for line in lines]


def load(path: Path) -> list[TimeML]:
    """Return the texts of a folder, or of one file.

    Raises:
        InputError: there are none, or none has a TIMEX3.
    """
    documents = [read(file) for file in files(path, (".tml",), "TimeML texts (.tml)")]
    if not any(d.timexes for d in documents):
        raise InputError(str(path), "its texts hold no TIMEX3", "name the folder with the gold, not with bare texts")
    return documents


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, metavar="FOLDER", help="a folder of .tml files, or one of them")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print so many differences")
    options = parser.parse_args()
    documents = load(options.path)
    find_timexes("Warm up on 1 May 2013.", "2013-01-01")
    start = time.process_time()
    found = [found_in(d) for d in documents]
    speed = sum(len(d.text) for d in documents) / max(time.process_time() - start, 1e-9)
    whole = sum((tally(d.timexes, f) for d, f in zip(documents, found, strict=True)), Tally())
    clear = sum((tally(*dated(d.timexes, f)) for d, f in zip(documents, found, strict=True)), Tally())
    for line in [line for d, f in zip(documents, found, strict=True) for line in differences(d, f)][: options.show]:
        print(line)
    print(f"{options.path}: {len(documents)} texts, {whole.gold} expressions, {whole.found} found")
    ours = [
        ("Summitry", *(f"{s:.1f}" for s in whole.scores), f"{speed:,.0f}"),
        ("  without vague ones", *(f"{s:.1f}" for s in clear.scores), None),
    ]
    theirs = table("peers")["dates"]
    peers = [
        (p["name"], None, None, f"{p['value']:.1f}", f"{p['speed']:,}" if "speed" in p else None)
        for p in theirs["peers"]
    ]
    show(("F1, per cent", "strict", "relaxed", "value", "characters/s"), [*ours, *peers])
    print(f"The others' figures are theirs on {theirs['set']}.")


if __name__ == "__main__":
    sys.exit(run(main))
