"""A reading as text for people: what the document says, each finding with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from summitry.cli.output import heading
from summitry.model.document import Document
from summitry.model.records import (
    Commitment,
    Engagement,
    Event,
    Instrument,
    Records,
    Section,
    Statement,
)
from summitry.views.words import date_words, fold, minutes_words, ordinal_words, parties_words

Record = Engagement | Statement | Commitment | Event | Instrument


def print_reading(console: Console, document: Document, records: Records, *, explain: bool) -> None:
    """Print what a document says; ``explain`` adds the rule or model and the gate's word to each finding."""
    console.print(_head(document, records))
    for title, body in _parts(records, explain):
        console.print()
        console.print(heading(title))
        console.print(Padding(body, (0, 0, 0, 2)))


def _head(document: Document, records: Records) -> Text:
    meta = document.meta
    who = parties_words(records.publisher, "an unknown issuer")
    when = records.published or meta.published or "unknown date"
    title = fold(meta.title or "(untitled)")
    what = f"{records.kind.value.replace('-', ' ')} by {who}, published {when}"
    return Text.assemble((title, "bold underline"), "\n", what, "\n", (meta.url or meta.source, "dim"))


def _parts(records: Records, explain: bool) -> Iterator[tuple[str, RenderableType]]:
    for engagement in records.engagements:
        yield "Engagement", _engagement(engagement, explain)
    if records.statements or records.sections:
        yield f"Statements ({len(records.statements)})", _statements(records, explain)
    if records.commitments:
        rows = [_commitment(item, explain) for item in records.commitments]
        yield f"Commitments ({len(rows)})", _grid(rows)
    if records.events:
        rows = [
            (date_words(e.when, "no date"), e.status.value, _quoted(e, "" if _same(e) else fold(e.name), explain))
            for e in records.events
        ]
        yield f"Events ({len(rows)})", _grid(rows)
    if records.instruments:
        named = [(_quoted(i, "" if _same(i) else fold(i.name), explain),) for i in records.instruments]
        yield f"Instruments ({len(named)})", _grid(named)
    if records.unverified:
        refused = [(_kind(item), _quoted(item, "", True)) for item in records.unverified]
        yield f"Not verified, not counted above ({len(refused)})", _grid(refused)
    if not any((records.engagements, records.statements, records.commitments, records.events, records.instruments)):
        yield "Nothing found", Text("no engagement, statement, commitment, event or instrument was read from this text")


def _engagement(item: Engagement, explain: bool) -> RenderableType:
    name = item.series or item.form.value.replace("-", " ")
    first = [f"{ordinal_words(item.ordinal)} {name}".strip(), item.level.value if item.level else ""]
    place = [date_words(item.date, "no date printed"), item.place or ""]
    lines = [", ".join(filter(None, first)), ", ".join(filter(None, place))]
    if item.occasion:
        lines.append(f"on the margins of: {item.occasion}")
    if item.minutes is not None or item.segments:
        parts = ", ".join(f"{part.format.value} {minutes_words(part.minutes)}".strip() for part in item.segments)
        lines.append(f"{minutes_words(item.minutes) or 'length not given'}{f' ({parts})' if parts else ''}")
    if item.initiator:
        lines.append(f"at the initiative of {item.initiator}")
    people = _grid([(p.party or "–", Text(p.name, "bold"), p.post or "") for p in item.participants])
    return Group(Text("\n".join(lines)), people, _quoted(item, "", explain))


def _statements(records: Records, explain: bool) -> RenderableType:
    parts: list[RenderableType] = []
    for section in (None, *range(len(records.sections))):
        rows = [_statement(item, explain) for item in records.statements if item.section == section]
        if section is not None:
            parts.append(Text(_section_words(records.sections[section]), "italic"))
        if rows:
            parts.append(Padding(_grid(rows), (0, 0, 0, 2 if section is not None else 0)))
    return Group(*parts)


def _section_words(section: Section) -> str:
    return f"{section.number}. {section.heading}" if section.number else section.heading


def _statement(item: Statement, explain: bool) -> tuple[RenderableType, ...]:
    who = parties_words(item.speakers)
    if item.addressees:
        who += f" → {parties_words(item.addressees)}"
    if item.chain:
        who += f" (as told by {'; '.join(parties_words(link) for link in item.chain)})"
    act = f"not: {item.act.value}" if item.negated else item.act.value
    more = [f"in the {item.segment.value} part"] if item.segment else []
    if item.inferred:
        more.append("inferred")
    return who, act, _quoted(item, ", ".join(more), explain)


def _commitment(item: Commitment, explain: bool) -> tuple[RenderableType, ...]:
    more = [f"when: “{fold(item.due_text)}”"] if item.due_text and item.due else []
    if item.body:
        more.append(f"through: {fold(item.body)}")
    if item.caveat:
        more.append(f"caveat: “{fold(item.caveat)}”")
    due = date_words(item.due, "no date" if item.due_text is None else f"“{fold(item.due_text)}”")
    return due, parties_words(item.parties), item.kind.value, _quoted(item, "; ".join(more), explain)


def _quoted(item: Record, remark: str, explain: bool) -> Text:
    evidence = item.grounds.evidence
    words = Text(f"“{fold(evidence.quote)}”")
    if remark:
        words.append(f"\n{remark}", "dim")
    if explain:
        method = item.grounds.method
        score = f" {method.score:.2f}" if method.score is not None else ""
        gate = "passed" if item.grounds.gate.passed else "refused: " + "; ".join(item.grounds.gate.reasons)
        place = f"characters {evidence.start}–{evidence.end}"
        words.append(f"\n{method.kind.value} {method.name}{score} · gate {gate} · {place}", "cyan")
    return words


def _same(item: Event | Instrument) -> bool:
    return fold(item.name) == fold(item.grounds.evidence.quote)


def _kind(item: Record) -> str:
    return type(item).__name__.lower()


def _grid(rows: Sequence[tuple[RenderableType, ...]]) -> RenderableType:
    if not rows:
        return Group()
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for index in range(len(rows[0])):
        last = index == len(rows[0]) - 1
        grid.add_column(overflow="fold", ratio=1 if last else None, max_width=None if last else 26)
    for row in rows:
        grid.add_row(*row)
    return grid
