"""What was promised: overdue, due, to come, without a date, and what was kept, each with what later texts show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from summitry.ledger import Shows
from summitry.model.records import CommitmentKind
from summitry.views.brief.model import Group, Line, Part
from summitry.views.brief.sources import Sources, names_words
from summitry.views.commitments import CommitmentLine
from summitry.views.standing import is_done, is_late, latest_first
from summitry.views.time_state import TimeState
from summitry.views.words import count_words, date_words, printable

# Later passages shown with a commitment.
_SHOWN = 2


def promised_part(promised: Sequence[CommitmentLine], limit: int, sources: Sources) -> Part:
    """Return the part on commitments; ``limit`` is how many each group has at most."""
    groups = []
    for title, chosen in _chosen(promised):
        if chosen:
            lines = tuple(_line(line, sources) for line in chosen[:limit])
            more = f"{count_words(len(chosen) - limit, 'more', 'more')}" if len(chosen) > limit else ""
            groups.append(Group(title, lines, more))
    lead = "No text holds a commitment." if not groups else ""
    return Part("What was promised", tuple(groups), lead)


def _chosen(promised: Sequence[CommitmentLine]) -> Iterator[tuple[str, list[CommitmentLine]]]:
    waiting = [line for line in promised if not is_done(line)]
    dated = [line for line in waiting if line.commitment.kind is not CommitmentKind.CONTINUING]
    newest: Callable[[CommitmentLine], str] = lambda line: line.finding.published or ""  # noqa: E731
    yield "Overdue: the window has closed and no text shows it kept", latest_first(filter(is_late, waiting))
    yield "Due now", [line for line in waiting if line.time_state is TimeState.DUE]
    yield "Still to come", [line for line in dated if line.time_state is TimeState.OPEN]
    undated = [line for line in dated if line.time_state is TimeState.UNDATED]
    yield "Without a date", sorted(undated, key=newest, reverse=True)
    going = [line for line in waiting if line.commitment.kind is CommitmentKind.CONTINUING]
    going = [line for line in going if line.time_state in (TimeState.OPEN, TimeState.UNDATED)]
    yield "To be carried on", sorted(going, key=newest, reverse=True)
    yield "Kept or superseded", latest_first(filter(is_done, promised))


def _line(line: CommitmentLine, sources: Sources) -> Line:
    item = line.commitment
    due = date_words(item.due, printable(item.due_text or ""))
    who = names_words(item.parties, "No party named")
    quotes = [sources.quote(line.finding, line.finding.evidence)]
    for passage in line.evidence[:_SHOWN]:
        by = f", linked by {printable(passage.author)}" if passage.author else ""
        quotes.append(sources.quote(passage.source, passage.evidence, f"{passage.shows.value}{by}"))
    return Line(
        text=f"{who}, {due}" if due else who,
        quotes=tuple(quotes),
        label=_label(line),
        notes=tuple(_notes(line)),
        urgent=is_late(line),
    )


def _label(line: CommitmentLine) -> str:
    status = "nothing heard" if line.status is Shows.SILENT else line.status.value
    return status if is_done(line) else f"{line.time_state.value}, {status}"


def _notes(line: CommitmentLine) -> Iterator[str]:
    item = line.commitment
    quote = printable(line.finding.quote).casefold()
    if item.caveat:
        yield f"Caveat: {printable(item.caveat)}"
    if item.body and printable(item.body).casefold() not in quote:
        yield f"Through: {printable(item.body)}"
    if line.finding.heading:
        yield f"Under: {printable(line.finding.heading)}"
    if line.followed.settled_by:
        yield f"Status settled by {printable(line.followed.settled_by)}"
