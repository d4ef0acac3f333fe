"""Rows of answers as tables for people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import shorten

from rich.table import Table
from rich.text import Text

from summitry.cli.output import table
from summitry.ledger import Source
from summitry.model.edtf import Edtf
from summitry.model.records import CommitmentKind
from summitry.views.calendar import Entry
from summitry.views.commitments import CommitmentLine
from summitry.views.documents import DocumentLine
from summitry.views.engagements import EngagementLine
from summitry.views.search import HitLine
from summitry.views.time_state import TimeState
from summitry.views.words import date_words, fold, minutes_words, ordinal_words, parties_words

# Columns that "by 31 Dec 2024" needs; an interval of two days takes two lines.
_DATE = 15
_SPACE = re.compile(r"\s+")
# Characters of a title beside a finding; the whole of it stands in the list of documents.
_TITLE = 38
_COLOURS = {TimeState.OVERDUE: "red", TimeState.DUE: "yellow", TimeState.OPEN: "green", TimeState.UNDATED: "dim"}


def commitments_table(lines: Sequence[CommitmentLine]) -> Table:
    """Return commitments: what the calendar and the evidence say, the window, who, the words and where they stand."""
    made = table("time", "status", "due", "who", "words", wide=4)
    made.columns[2].max_width = _DATE
    for line in lines:
        item = line.commitment
        timeless = "continuing" if item.kind is CommitmentKind.CONTINUING else "no date"
        due = date_words(item.due, fold(item.due_text or "") or timeless)
        words = Text(fold(line.finding.quote))
        notes = [f"caveat: {fold(item.caveat)}"] if item.caveat else []
        if item.body and fold(item.body).casefold() not in words.plain.casefold():
            notes.append(f"through: {fold(item.body)}")
        for note in notes:
            words.append(f"\n{note}", "italic")
        words.append(f"\n{_place(line.finding)}", "dim")
        time = Text(line.time_state.value, _COLOURS[line.time_state])
        made.add_row(time, line.status.value, due, parties_words(item.parties), words)
    return made


def engagements_table(lines: Sequence[EngagementLine], *, silent: bool = False) -> Table:
    """Return engagements: day, what, number, place, length, who took part, and who tells of it.

    ``silent`` names the sides that published no account, too.
    """
    made = table("date", "engagement", "length", "who", "told by", wide=3)
    for line in lines:
        numbers = " or ".join(map(ordinal_words, line.row.ordinals))
        name = Text(f"{numbers} {line.name}".strip())
        places, occasions = line.facts(lambda told: told.place), line.facts(lambda told: told.occasion)
        for where in (*_fullest(places), *_fullest(occasions)):
            name.append(f"\n{where}", "dim")
        people = "\n".join(f"{fold(p.name)} ({p.party or '–'})" for p in line.participants)
        dates = [date_words(Edtf(day)) for day in line.row.dates]
        lengths = [minutes_words(minutes) for minutes in line.facts(lambda told: told.minutes)]
        untold = [f"not {code}" for code in line.silent] if silent else []
        tellers = dict.fromkeys(parties_words(account.finding.publisher) for account in line.accounts)
        made.add_row(
            "\n".join(dates) or "no date",
            name,
            " or ".join(lengths),
            people or parties_words(line.row.parties),
            "\n".join([*tellers, *(["joint text"] if line.row.texts else []), *untold]),
        )
    return made


def calendar_table(entries: Sequence[Entry]) -> Table:
    """Return the calendar: when, as exactly as it is known, and what."""
    made = table("when", "what", "who", "words", wide=3)
    made.columns[0].max_width = _DATE
    for entry in entries:
        words = Text(entry.name)
        more = f", {entry.mentions} mentions" if entry.mentions > 1 else ""
        words.append(f"\n{_place(entry.finding)}{more}", "dim")
        made.add_row(date_words(entry.when), entry.what.value, parties_words(entry.parties), words)
    return made


def documents_table(lines: Sequence[DocumentLine]) -> Table:
    """Return documents: day, issuer, kind, title, and the beginning of the id that other commands take."""
    made = table("published", "by", "kind", "title", "id", wide=3)
    for line in lines:
        row = line.row
        title = Text(fold(row.title) or "(untitled)")
        title.append(f"\n{row.url or row.source}", "dim")
        if row.version > 1:
            title.append(f"\nversion {row.version}, changed {row.change or 'nothing'}", "dim")
        made.add_row(row.published or "no date", parties_words(row.publisher), row.kind, title, row.document[:8])
    return made


def hits_table(lines: Sequence[HitLine]) -> Table:
    """Return hits: the words in their surroundings."""
    made = table("published", "by", "words", wide=2)
    for line in lines:
        source = line.hit.source
        words = Text(f"{fold(source.title)}\n", "dim")
        if line.hit.snippet.start and line.hit.kind == "documents":
            words.append("… ", "not dim")
        for part, found in line.marked:
            words.append(_SPACE.sub(" ", part), "bold reverse" if found else "not dim")
        made.add_row(source.published or "no date", parties_words(source.publisher), words)
    return made


def _fullest(values: list[str]) -> list[str]:
    """Leave out what another value says too: "Kyoto" beside "Kyoto, Japan"."""
    return [value for value in values if not any(value in other and value != other for other in values)]


def _place(source: Source) -> str:
    who = parties_words(source.publisher, "unknown issuer")
    title = shorten(fold(source.title) or source.source, _TITLE, placeholder="…")
    return f"{source.published or 'no date'} {who}: {title}"
