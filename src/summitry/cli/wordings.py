"""The wording of two texts as text: what is gone and new in marks that need no colour."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from summitry.cli.output import heading
from summitry.ledger import Source
from summitry.views.versions import Change
from summitry.views.wording import Line, Wording
from summitry.views.words import count_words, fold, parties_words

_MARKS = {"same": "  ", "changed": "~ ", "gone": "- ", "new": "+ "}


def print_wording(console: Console, found: Wording, *, same: bool = False) -> None:
    """Print the wording of two texts; ``same`` prints the sentences that stayed, else they are counted."""
    for letter, row in (("A", found.a), ("B", found.b)):
        console.print(_head(letter, row))
    counts = ", ".join(f"{number} {change}" for change, number in found.counts().items())
    console.print(f"sentences: {counts}", style="dim")
    for matter in found.matters:
        changed = sum(line.change != "same" for line in matter.lines)
        if not changed and not same:
            continue
        console.print()
        console.print(heading(matter.issue, f"{changed} of {count_words(len(matter.lines), 'sentence')} changed"))
        for steady, lines in groupby(matter.lines, key=lambda line: line.change == "same" and not line.moved):
            listed = list(lines)
            if steady and not same:
                console.print(f"  ({count_words(len(listed), 'sentence')} unchanged)", style="dim")
            else:
                for line in listed:
                    console.print(Padding(_line(line), (0, 0, 0, 0)))


def _head(letter: str, row: Source) -> Text:
    title = (
        f"{letter}  {row.published or 'no date'} {parties_words(row.publisher, 'unknown issuer')}: {fold(row.title)}"
    )
    return Text.assemble((title, "bold"), "\n   ", (row.url or row.source, "dim"))


def _line(line: Line) -> Text:
    made = Text(_MARKS[line.change] + ("(moved) " if line.moved else ""))
    for piece in line.pieces:
        if line.change in ("gone", "new"):
            made.append(piece.text, "red" if line.change == "gone" else "green")
        elif piece.change is Change.GONE:
            made.append_text(_marked("[-", piece.text, "-]", "red"))
        elif piece.change is Change.NEW:
            made.append_text(_marked("{+", piece.text, "+}", "green"))
        else:
            made.append(piece.text)
    return made


def _marked(begin: str, words: str, end: str, style: str) -> Text:
    """The words between marks, with the blanks around them outside."""
    said = words.strip()
    lead, tail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return Text.assemble(lead, (f"{begin}{said}{end}", style), tail) if said else Text(words)
