"""Answers that several pages are made of, asked of the ledger once."""

from __future__ import annotations

from collections.abc import Sequence

from summitry.views.commitments import CommitmentLine, commitments
from summitry.views.desk import Desk, desk
from summitry.views.engagements import EngagementLine, engagements
from summitry.web.site import Asked


def promised(asked: Asked, parties: Sequence[str] = ()) -> tuple[CommitmentLine, ...]:
    """Return the commitments of some parties, or all."""
    question = asked.question(parties)
    return asked.keep(("commitments", *question.parties), lambda: commitments(asked.ledger, question).rows)


def met(asked: Asked, parties: Sequence[str] = ()) -> tuple[EngagementLine, ...]:
    """Return the engagements of some parties, or all, the latest first."""
    question = asked.question(parties)
    return asked.keep(("engagements", *question.parties), lambda: engagements(asked.ledger, question).rows)


def desk_of(asked: Asked) -> Desk:
    """Return the desk."""
    question = asked.question()
    return asked.keep("desk", lambda: desk(asked.ledger, question, promised(asked)))
