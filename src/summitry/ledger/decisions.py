"""What persons decide about records, and what follows from it at every moment since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from summitry.model.codec import Json


class Action(StrEnum):
    """What an entry does."""

    ADD = "add"
    VERSION = "version"
    REREAD = "reread"
    FORGET = "forget"
    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    ASSESS = "assess"
    LINK = "link"
    UNLINK = "unlink"
    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    SETTLE = "settle"
    UNDO = "undo"


# Decisions about one record; about which accounts are of one engagement, or which words speak of a commitment.
ON_RECORDS = frozenset({Action.ACCEPT, Action.CORRECT, Action.REJECT, Action.ASSESS, Action.SETTLE})
ON_LINKS = frozenset({Action.LINK, Action.UNLINK, Action.MERGE, Action.SPLIT})
# Decisions after which a record stands even where a new reading no longer finds it.
_KEEPING = frozenset({Action.ACCEPT, Action.CORRECT})
_STATES = {Action.ACCEPT: "accepted", Action.CORRECT: "corrected", Action.REJECT: "rejected"}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision about one record.

    Args:
        entry: number of its entry.
        at: when it was made; ``until``: when it was undone.
        author: who made it.
        value: new fields for ``correct``, −1, 0 or +1 for ``assess``.
        kind: kind of the record (``commitments`` …).
        snapshot: the record as it was when decided upon.
    """

    entry: int
    at: str
    until: str | None
    author: str
    action: Action
    value: Any
    kind: str
    snapshot: Json

    @property
    def keeps(self) -> bool:
        """Whether the record is to stand, read again or not."""
        return self.action in _KEEPING and self.until is None


@dataclass(frozen=True, slots=True)
class Span:
    """A record's condition between two moments; ``since`` is empty for "from its reading on"."""

    since: str
    until: str | None
    data: Json
    state: str = ""
    assessment: int | None = None


def timeline(data: Json, judgements: Iterable[Judgement]) -> tuple[Span, ...]:
    """Return the conditions a record went through, oldest first; the last one has no end."""
    made = sorted(judgements, key=lambda j: (j.at, j.entry))
    moments = sorted({"", *(j.at for j in made), *(j.until for j in made if j.until)})
    spans: list[Span] = []
    for moment in moments:
        span = _condition(moment, data, [j for j in made if j.at <= moment and (not j.until or j.until > moment)])
        if spans and _same(spans[-1], span):
            continue
        if spans:
            spans[-1] = replace(spans[-1], until=moment)
        spans.append(span)
    return tuple(spans)


def corrected(data: Json, value: Json, author: str) -> Json:
    """Return a record's data with a person's corrections; the person is named as its method."""
    method = {"name": author, "kind": "person", "score": None}
    return {**data, **value, "method": method, "refused": []}


def _condition(moment: str, data: Json, active: Sequence[Judgement]) -> Span:
    state, assessment = "", None
    for judgement in active:
        state = _STATES.get(judgement.action, state)
        if judgement.action is Action.CORRECT:
            data = corrected(data, judgement.value, judgement.author)
        elif judgement.action is Action.ASSESS:
            assessment = judgement.value
    return Span(moment, None, data, state, assessment)


def _same(one: Span, other: Span) -> bool:
    return (one.data, one.state, one.assessment) == (other.data, other.state, other.assessment)
