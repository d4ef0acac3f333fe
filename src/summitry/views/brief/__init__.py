"""The brief: what to know of a relation before a day, every line with its source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from textwrap import shorten

from summitry.ledger import Ledger
from summitry.ledger.series import series_of
from summitry.model.errors import SummitryError
from summitry.views.brief.accounts import accounts_part
from summitry.views.brief.coming import coming_part
from summitry.views.brief.model import Brief, Figure, Group, Line, Part, Quoted, Reference
from summitry.views.brief.promised import promised_part
from summitry.views.brief.sources import Sources, day_of
from summitry.views.brief.standing import dates_words, met_words, places_words, standing_part
from summitry.views.brief.wording import NEWS, wording_part
from summitry.views.calendar import Entry, calendar
from summitry.views.commitments import CommitmentLine, commitments
from summitry.views.engagements import EngagementLine, engagements, unevenness
from summitry.views.party_names import party_name
from summitry.views.phrases import phrases
from summitry.views.question import Question
from summitry.views.standing import is_done, is_late
from summitry.views.tables import Answer, answer
from summitry.views.time_state import TimeState
from summitry.views.words import count_words, date_words, day_words, printable

__all__ = ["Brief", "Figure", "Group", "Line", "Part", "Quoted", "Reference", "brief"]


def brief(ledger: Ledger, parties: Sequence[str], before: date, *, limit: int = 4) -> Brief:
    """Return the brief on a relation.

    Args:
        ledger: the ledger to ask.
        parties: codes, the reader's own side first.
        before: the day that it is for: it rests on what was published before that day, with persons' decisions as
            they stand.
        limit: how many lines a group has at most.

    Raises:
        SummitryError: the ledger holds nothing that was published on the relation before that day.
    """
    question = Question(tuple(parties), as_of=before - timedelta(days=1), hindsight=True)
    rows = ledger.documents(**question.filters)
    if not rows:
        what = f"nothing of {', '.join(parties)} published before {before}"
        raise SummitryError(f"{what} is in the ledger", "See what there is: summitry documents.")
    met = engagements(ledger, question).rows
    promised = commitments(ledger, question).rows
    coming = answer(sorted(calendar(ledger, question, start=before), key=lambda entry: _next(entry, before)), limit)
    sources = Sources()
    parts = (
        standing_part(met, unevenness(series_of([line.row for line in met], ledger.names())), sources),
        promised_part(promised, limit, sources),
        _wording(ledger, question, limit, sources),
        accounts_part(ledger, question, met, limit, sources),
        coming_part(coming, sources),
    )
    days = sorted(row.published for row in rows if row.published)
    return Brief(
        title=printable(" – ".join(map(party_name, parties))),
        subtitle=f"Brief for {day_words(before)}",
        day=before.isoformat(),
        basis=_basis(len(rows), days, before),
        figures=_figures(met, promised, _following(coming, before)),
        parts=parts,
        sources=sources.all(),
    )


def _next(entry: Entry, before: date) -> date:
    """The day that an entry is to be thought of: its first, or its last where it has begun before the day asked."""
    first, last = entry.when.bounds
    return first if first and first >= before else last or date.max


def _wording(ledger: Ledger, question: Question, limit: int, sources: Sources) -> Part:
    news = phrases(ledger, question, states=frozenset(state.value for state in NEWS)).rows
    return wording_part(news, max(limit // 2, 1), sources)


def _following(coming: Answer[Entry], before: date) -> Entry | None:
    """The entry that comes next: of those that begin on the day or later, before one that has begun long since."""
    begins = (entry for entry in coming if entry.when.first and entry.when.first >= before)
    return next(begins, coming.rows[0] if coming.rows else None)


def _basis(documents: int, days: Sequence[str], before: date) -> str:
    span = " to ".join(dict.fromkeys(day_of(day) for day in (days[0], days[-1]))) if days else "on unknown days"
    return (
        f"Read from {count_words(documents, 'document')} published {span}; nothing that was published on or after "
        f"{day_words(before)} is in it. Each line rests on the words quoted under it; numbers in brackets lead to the "
        "sources at the end. What no text tells is not told: silence is no proof that nothing was done."
    )


def _figures(
    met: Sequence[EngagementLine], promised: Sequence[CommitmentLine], following: Entry | None
) -> tuple[Figure, ...]:
    last = met[0] if met else None
    late = sum(is_late(line) for line in promised)
    due = sum(line.time_state is TimeState.DUE and not is_done(line) for line in promised)
    kept = sum(is_done(line) for line in promised)
    where = f", {places_words(last)}" if last and places_words(last) else ""
    return (
        Figure(dates_words(last) if last else "–", "last contact", f"{met_words(last)}{where}" if last else ""),
        Figure(f"{late:,}", "overdue", "the window has closed, no text shows it kept"),
        Figure(f"{due:,}", "due now", f"of {count_words(len(promised), 'commitment')}, {kept:,} kept or superseded"),
        Figure(
            date_words(following.when) if following else "–",
            "comes next",
            shorten(printable(following.name), 90, placeholder=" …") if following else "",
        ),
    )
