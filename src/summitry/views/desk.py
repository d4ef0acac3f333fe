"""The desk in the morning: the relations followed, what is new, what is due or late, what comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from summitry.ledger import Ledger
from summitry.views.calendar import Entry, calendar
from summitry.views.commitments import CommitmentLine
from summitry.views.documents import DocumentLine, documents
from summitry.views.question import Question
from summitry.views.standing import is_done, is_late, latest_first
from summitry.views.tables import Answer
from summitry.views.time_state import TimeState

# Days of the widest window that the desk still takes for a date.
_WIDE = 366

Known = Mapping[str, tuple[str | None, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A relation among others.

    Args:
        parties: its two codes.
        documents: how many documents are of it.
        published: day of the newest of them (ISO).
        states: how many commitments that nothing shows to be kept stand in which time state.
    """

    parties: tuple[str, ...]
    documents: int
    published: str | None
    states: Mapping[str, int]

    @property
    def slug(self) -> str:
        """The codes as an address has them: ``JP-NO``."""
        return "-".join(self.parties)

    def count(self, state: str) -> int:
        """Return how many commitments stand in a time state."""
        return self.states.get(state, 0)


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the desk on a day."""

    day: date
    documents: int
    relations: tuple[RelationLine, ...]
    new: Answer[DocumentLine]
    due: Answer[CommitmentLine]
    overdue: Answer[CommitmentLine]
    coming: Answer[Entry]


def desk(ledger: Ledger, question: Question, promised: Iterable[CommitmentLine], *, limit: int = 8) -> Desk:
    """Return what lies on the desk.

    Args:
        ledger: the ledger to ask.
        question: the day it is asked as of.
        promised: all commitments of that question.
        limit: how many rows each part has at most.
    """
    promised = tuple(promised)
    known = ledger.relations_of(**question.filters)
    late = latest_first(line for line in promised if is_late(line))
    due = [line for line in promised if line.time_state is TimeState.DUE and not is_done(line)]
    of = relation_lines(known, promised)
    return Desk(
        day=question.day,
        documents=len(known),
        relations=tuple(of),
        new=documents(ledger, question, limit=limit),
        due=Answer(tuple(due[:limit]), len(due)),
        overdue=Answer(tuple(late[:limit]), len(late)),
        coming=_next(ledger, question, limit),
    )


def _next(ledger: Ledger, question: Question, limit: int) -> Answer[Entry]:
    """What comes next, without windows so wide that they say nothing of when."""
    everything = calendar(ledger, question, start=question.day)
    near = [entry for entry in everything if _days(entry) <= _WIDE]
    return Answer(tuple(near[:limit]), everything.total)


def _days(entry: Entry) -> int:
    first, last = entry.when.bounds
    return (last - first).days if first and last else 0


def relation_lines(known: Known, promised: Iterable[CommitmentLine]) -> list[RelationLine]:
    """Return the relations that documents are of, those with most documents first."""
    sizes: Counter[str] = Counter()
    newest: dict[str, str] = {}
    for day, pairs in known.values():
        for pair in pairs:
            sizes[pair] += 1
            newest[pair] = max(newest.get(pair, ""), day or "")
    states: dict[str, Counter[str]] = {}
    for line in promised:
        for pair in known.get(line.finding.document, (None, frozenset()))[1]:
            # As when the relation is asked for: one of its parties undertakes, or nobody is named.
            if not line.commitment.parties or set(pair.split()) & set(line.commitment.parties):
                states.setdefault(pair, Counter())[line.time_state.value] += not is_done(line)
    ranked = sorted(sizes, key=lambda pair: (-sizes[pair], pair))
    return [RelationLine(tuple(p.split()), sizes[p], newest[p] or None, states.get(p, Counter())) for p in ranked]
