"""What a date expression says before it is counted from a reference date: the grammar's tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["time", "past", "deadline", "duration"]
PartName = Literal["early", "mid", "late"]


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date of which parts may be absent: a year, a month, a day, a weekday (0 is Monday)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its EDTF code, of a year where one is printed."""

    code: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """A run of calendar years: a decade, a century."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A financial year, named by a year or counted from the present one.

    Args:
        year: the year that names it, the later one of a pair.
        shift: 0 this, -1 last, 1 next, where no year names it.
        system: whose, by the words: ``us``, ``au`` …; empty if the words do not tell.
        pair: whether it is named by two years ("2012-13").
    """

    year: int | None
    shift: int = 0
    system: str = ""
    pair: bool = False


@dataclass(frozen=True, slots=True)
class YearPair:
    """Two years written as one ("2012-13"): a financial year or two calendar years."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Unit:
    """This, last or next day, week, month ….

    Args:
        unit: the unit's name.
        shift: 0 this, -1 last, 1 next.
        anchored: counted from the date named before in the sentence, if there is one ("the year before").
        loose: "the year" without a word for which: the one whose named part fits the tense.
    """

    unit: str
    shift: int
    anchored: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Deictic:
    """This, last or next weekday, month or season."""

    shift: int
    of: Node


@dataclass(frozen=True, slots=True)
class Inside:
    """A month of a relative year, a weekday of a relative week: "November this year"."""

    inner: Node
    outer: Node


@dataclass(frozen=True, slots=True)
class Part:
    """The early, middle or late part; ``edge`` where the very beginning or end is printed ("the end of")."""

    name: PartName
    of: Node
    edge: bool = False


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth quarter, half, month, week or day of something; -1 is the last. ``many``: the first so many."""

    unit: str
    n: int
    of: Node
    many: bool = False


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week in which a day stands."""

    of: Node


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a period after the reference date, or what has gone of it."""

    later: bool
    of: Node


@dataclass(frozen=True, slots=True)
class Span:
    """From the beginning of one to the end of another."""

    first: Node
    last: Node


@dataclass(frozen=True, slots=True)
class Bound:
    """Open on one side: up to the end of a date, or from its beginning."""

    until: bool
    of: Node


@dataclass(frozen=True, slots=True)
class Count:
    """How many: from ``low`` to ``high``, or not told; ``mark`` is ``~``, ``over``, ``under`` or empty."""

    low: float
    high: float
    mark: str = ""

    @property
    def known(self) -> bool:
        """Whether a number is told."""
        return self.high > 0


@dataclass(frozen=True, slots=True)
class Offset:
    """So many units before (-1) or after (+1) the reference date."""

    count: Count
    unit: str
    sign: int


@dataclass(frozen=True, slots=True)
class Horizon:
    """The past (-1) or next (+1) so many units, to the day; counted from a date where one is told."""

    count: Count
    unit: str
    sign: int
    start: Node | None = None


@dataclass(frozen=True, slots=True)
class Undated:
    """An expression without a value; ``role`` where its words decide it."""

    role: Role | None
    rule: str


Node = (
    Day
    | Season
    | Years
    | Fiscal
    | YearPair
    | Unit
    | Deictic
    | Inside
    | Part
    | Nth
    | WeekOf
    | Rest
    | Span
    | Bound
    | Offset
    | Horizon
    | Undated
)
