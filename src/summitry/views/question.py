"""What a question is about: the parties, and the day it is asked as of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from summitry.ledger import Filters


@dataclass(frozen=True, slots=True)
class Question:
    """Whose account is asked for, and when.

    Args:
        parties: codes, all of which a document must be about; none for everybody.
        as_of: only what was published and decided by that day; ``None`` for everything in the ledger.
        today: the day that windows are judged by where ``as_of`` is ``None``.
        hindsight: of what was published by ``as_of``, judge by persons' decisions as they stand today.
    """

    parties: tuple[str, ...] = ()
    as_of: date | None = None
    today: date | None = None
    hindsight: bool = False

    @property
    def day(self) -> date:
        """The day that windows are judged by."""
        return self.as_of or self.today or date.today()

    @property
    def filters(self) -> Filters:
        """The question as the ledger takes it."""
        return Filters(parties=self.parties, **self.when)

    @property
    def when(self) -> Filters:
        """The day alone, as the ledger takes it."""
        return Filters(as_of=self.as_of, hindsight=self.hindsight)
