"""What waits for a person's word, on the screen: the words beside the claim, and how the program came to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import shorten

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from summitry.cli.output import table
from summitry.ledger import Entry, Finding, FollowUp, Source
from summitry.model.edtf import Edtf
from summitry.model.errors import RecordError
from summitry.views.review import fields_of
from summitry.views.surroundings import Surroundings
from summitry.views.waiting import Item, Why
from summitry.views.words import date_words, parties_words, printable

# From this width on, in columns, the claim stands beside the words, else below them.
_BESIDE = 90
# Characters of a quote in the list.
_QUOTE = 150
_WHY = {
    Why.REFUSED: ("refused by the gate", "red"),
    Why.CONFLICT: ("accounts differ", "yellow"),
    Why.DOUBTFUL: ("doubtful follow-up", "yellow"),
    Why.LATEST: ("latest commitment", "green"),
}


def queue_table(rows: Sequence[Item]) -> Table:
    """Return what waits as a list: why, the words, where they stand, and the id that decisions take."""
    made = table("why", "words", "id", wide=1)
    for item in rows:
        said, colour = _WHY[item.why]
        words = Text(shorten(printable(item.finding.quote), _QUOTE, placeholder=" …"))
        words.append(f"\n{_text(item.finding)}", "dim")
        for note in _asked(item):
            words.append(f"\n{note}", "italic")
        kind = item.finding.kind_of_record.removesuffix("s")
        made.add_row(Text(f"{said}\n{kind}", colour), words, item.finding.id)
    return made


def item_view(item: Item, around: Surroundings, entries: Sequence[Entry], width: int) -> RenderableType:
    """Return one thing that waits.

    Args:
        item: the thing.
        around: its words within their passage.
        entries: what was decided about it so far.
        width: of the screen, in columns.
    """
    said, colour = _WHY[item.why]
    kind = item.finding.kind_of_record.removesuffix("s")
    head = Text.assemble((said, f"bold {colour}"), f"  {kind} ", (item.finding.id, "dim"))
    source, claim = Text.assemble((place(item.finding), "dim"), "\n", _marked(around)), _claim(item.finding)
    parts: list[RenderableType] = [head, Text(), _laid(source, claim, width)]
    if item.link:
        parts += [Text(), _link(item.link)]
    if item.note:
        parts += [Text(), Text(printable(item.note), "bold")]
    if entries:
        parts += [Text(), Text("\n".join(entry_words(entry) for entry in entries), "dim")]
    return Group(*parts)


def place(source: Source) -> str:
    """Return where something stands: issuer, day, title, address or file."""
    return f"{_text(source)} · {printable(source.url or source.source)}"


def _text(source: Source) -> str:
    who, when = parties_words(source.publisher, "unknown issuer"), when_words(source.published)
    return printable(f"{who}, {when}: {source.title or '(untitled)'}")


def when_words(value: str | None) -> str:
    """Return an EDTF date in words."""
    try:
        return date_words(Edtf(value) if value else None, "no date")
    except RecordError:
        return printable(value or "")


def entry_words(entry: Entry) -> str:
    """Return an entry on one line: its number, what, by whom, when, and why."""
    undone = f" {entry.supersedes}" if entry.supersedes else ""
    value = entry.payload.get("value")
    more = f" {_value_words(value)}" if value not in (None, {}) else ""
    why = f": {entry.reason}" if entry.reason else ""
    when = entry.at[:16].replace("T", " ")
    return printable(f"{entry.id} {when} {entry.action}{undone}{more} by {entry.author}{why}")


def _value_words(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_value_words(item)}" for name, item in value.items())
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _asked(item: Item) -> Iterator[str]:
    if item.why is Why.REFUSED:
        yield printable("; ".join(item.finding.record.grounds.gate.reasons))
    if item.why is Why.CONFLICT:
        yield printable(item.note)
    if item.link:
        later = shorten(printable(item.link.evidence.quote), _QUOTE, placeholder=" …")
        yield f"{item.link.shows.value} ({item.link.score:.2f})? “{later}” {_text(item.link.source)}"


def _laid(source: Text, claim: Table, width: int) -> RenderableType:
    if width < _BESIDE:
        return Group(source, Text(), claim)
    grid = Table.grid(padding=(0, 3, 0, 0), expand=True)
    grid.add_column(ratio=3, overflow="fold")
    grid.add_column(ratio=2)
    grid.add_row(source, claim)
    return grid


def _marked(around: Surroundings) -> Text:
    before, after = printable(around.before), printable(around.after)
    gap = "" if around.after[:1] in ("", *".,;:!?)”’'") else " "
    return Text.assemble(
        ("… " if around.cut_before else "") + (f"{before} " if before else ""),
        (f"»{printable(around.quote)}«", "bold"),
        gap + after + (" …" if around.cut_after else ""),
    )


def _claim(finding: Finding) -> Table:
    grounds = finding.record.grounds
    rows = [(item.name, item.value) for item in fields_of(finding) if item.value]
    rows += [("heading", finding.heading)] if finding.heading else []
    score = f", {grounds.method.score:.2f}" if grounds.method.score is not None else ""
    rows.append(("found by", f"{grounds.method.kind.value} {grounds.method.name}{score}"))
    rows += [("the gate", reason) for reason in grounds.gate.reasons]
    if finding.assessment is not None:
        rows.append(("assessed", f"{finding.assessment:+d}" if finding.assessment else "0"))
    if finding.state:
        rows.append(("state", finding.state))
    made = Table.grid(padding=(0, 2, 0, 0))
    made.add_column(style="dim", no_wrap=True)
    made.add_column(overflow="fold")
    for name, value in rows:
        made.add_row(name, Text(printable(value)))
    return made


def _link(link: FollowUp) -> RenderableType:
    reasons = ", ".join(f"{name} {weight:+.2f}" for name, weight in link.reasons)
    head = Text.assemble(("later words", "dim"), f"  {link.shows.value}, {link.score:.2f}  ", (f"({reasons})", "dim"))
    words = Text.assemble((f"»{printable(link.evidence.quote)}«", "bold"), "\n", (place(link.source), "dim"))
    return Group(head, Padding(words, (0, 0, 0, 2)))
