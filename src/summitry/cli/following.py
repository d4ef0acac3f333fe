"""Tables of what is followed across documents: issues, instruments, phrases, series."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text

from summitry.cli.output import table
from summitry.model.edtf import Edtf
from summitry.views.instruments import InstrumentLine
from summitry.views.issues import Issue
from summitry.views.persons import Person
from summitry.views.phrases import Phrase, Sighting, State
from summitry.views.series import Place
from summitry.views.words import date_words, fold, ordinal_words, parties_words

_SPACE = re.compile(r"\s+")
# Characters of the text around a phrase on either side.
_AROUND = 70
# Columns of a series' name.
_SERIES = 24
# Other wordings shown with a phrase.
_VARIANTS = 3
_COLOURS = {
    State.DROPPED: "red",
    State.SOFTENED: "yellow",
    State.REWORDED: "yellow",
    State.NEW: "green",
    State.RETURNED: "green",
}


def issues_table(rows: Sequence[Issue]) -> Table:
    """Return issues: what, in how many documents, how much was said and promised, first and last seen."""
    made = table("issue", "texts", "said", "promised", "first", "latest", wide=0)
    for column in made.columns[1:4]:
        column.justify = "right"
    for row in rows:
        counts = (f"{row.documents:,}", f"{row.statements:,}", f"{row.commitments:,}")
        made.add_row(Text(row.name), *counts, day(row.first), day(row.last))
    return made


def instruments_table(rows: Sequence[InstrumentLine]) -> Table:
    """Return instruments: the name with its other spellings, in how many documents, first and last seen."""
    made = table("instrument", "texts", "first", "latest", wide=0)
    made.columns[1].justify = "right"
    for row in rows:
        name = Text(row.name)
        others = [other for other in row.names if other != row.name]
        if others:
            name.append(f"\nalso: {'; '.join(others)}", "dim")
        made.add_row(name, f"{row.documents:,}", day(row.first), day(row.last))
    return made


def officials_table(rows: Sequence[Person]) -> Table:
    """Return officials: party, name with other spellings under it, posts, texts, first and last seen."""
    made = table("party", "name", "post", "texts", "first", "latest", wide=2)
    made.columns[3].justify = "right"
    for row in rows:
        name = Text(row.name)
        others = [other for other in row.names if other != row.name]
        name.append("".join(f"\n{other}" for other in others), "dim")
        texts = "\n".join(f"{post.documents:,}" for post in row.posts)
        posts = Text("\n".join(fold(post.post or "–") for post in row.posts), no_wrap=True, overflow="ellipsis")
        made.add_row(row.party or "–", name, posts, texts, day(row.first_seen), day(row.last_seen))
    return made


def phrases_table(rows: Sequence[Phrase], *, around: bool = False) -> Table:
    """Return phrases: what became of them, the words, in how many texts, first and last seen.

    Args:
        rows: the phrases.
        around: whether to show the text around the first and the latest sighting.
    """
    made = table("state", "phrase", "texts", "first", "latest", wide=1)
    for row in rows:
        state = Text("\n").join(Text(state.value, _COLOURS.get(state, "")) for state in row.states)
        words = Text(f"“{row.words}”")
        for note in _notes(row):
            words.append(f"\n{note}", "italic")
        for sighting in (row.sightings[0], row.sightings[-1]) if around else ():
            words.append("\n")
            words.append_text(_around(sighting))
        made.add_row(state, words, f"{row.documents} of {row.among}", day(row.first), day(row.last))
    return made


def series_table(rows: Sequence[Place]) -> Table:
    """Return series: number, day, place, who told of it and who did not, gaps and contradictions."""
    made = table("series", "no.", "date", "told by", "place and notes", wide=4)
    made.columns[0].max_width = _SERIES
    told: tuple[str, tuple[str, ...]] | None = None
    for row in rows:
        name = "" if (row.series, row.parties) == told else f"{row.series} ({parties_words(row.parties)})"
        told = (row.series, row.parties)
        notes = Text("\n").join(Text(place) for place in row.places)
        for note in row.cells()["note"]:
            notes.append(("\n" if notes.plain else "") + note, "yellow")
        tellers = "\n".join([parties_words(row.publishers, ""), *(f"not {code}" for code in row.silent)]).strip()
        dates = "\n".join(date_words(Edtf(day)) for day in row.row.dates) if row.row else ""
        made.add_row(name, ordinal_words(row.number), dates or ("no date" if row.row else "–"), tellers, notes)
    return made


def _notes(row: Phrase) -> Iterator[str]:
    if row.step:
        told = [f"“{fold(s.cue or '')}” ({day(s.day)})" for s in (row.step.before, row.step.after)]
        yield f"{row.step.state.value}: {' → '.join(told)}"
    if row.move:
        ranks = f"from {ordinal_words(row.move.before)} to {ordinal_words(row.move.after)}"
        yield f"moved {ranks} of {row.move.of} phrases that the last two texts share"
    if row.variants:
        more = len(row.variants) - _VARIANTS
        said = ", ".join(f"“{v.words}” ({v.documents})" for v in row.variants[:_VARIANTS])
        yield f"also: {said}" + (f" and {more} more" if more > 0 else "")


def _around(sighting: Sighting) -> Text:
    before, after = (_SPACE.sub(" ", words) for words in (sighting.before, sighting.after))
    # Whole words only: what is cut through at either end is left out.
    low = before[-_AROUND:].partition(" ")[2] if len(before) > _AROUND else before
    high = after[:_AROUND].rpartition(" ")[0] if len(after) > _AROUND else after
    return Text.assemble(
        (f"{day(sighting.day)}: … {low}", "dim"), (f"»{sighting.quote}«", "bold not dim"), (f"{high} …", "dim")
    )


def day(value: str | None) -> str:
    """Return an EDTF date in words."""
    return date_words(Edtf(value) if value else None, "no date")
