"""Where things stand on a relation's timeline: what is known to the day is a dot, what is not a span."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from summitry.model.edtf import Edtf
from summitry.views.calendar import Entry, What
from summitry.views.engagements import EngagementLine
from summitry.views.tracks import level_of, track_name
from summitry.views.words import date_words, ordinal_words

WIDTH = 960
GUTTER = 132
RIGHT = 18
ROW = 15
HEAD = 26
# Years drawn before the day asked about, and after it.
_BEFORE, _AFTER = 8, 3
# Rows that one lane may have; what does not fit is counted.
_ROWS = 9
_DOT = 9
_GAP = 5
_LANES = {What.MEETING: "Meetings promised", What.DEADLINE: "Deadlines", What.EVENT: "Events named"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Something drawn: a dot where ``width`` is 0, else a span; ``open_end`` where no end is known."""

    x: float
    y: float
    width: float
    title: str
    late: bool = False
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """A named lane of marks; ``left_out`` did not fit."""

    name: str
    y: float
    height: float
    marks: tuple[Mark, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing, in its own units; ``ticks`` are years with their places, ``today`` the place of the day."""

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]
    today: float | None
    height: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Item:
    lane: str
    first: date
    last: date
    title: str
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    last: date

    def place(self, day: date) -> float:
        """Return the place of a day, kept within the drawing."""
        share = (min(max(day, self.first), self.last) - self.first).days / max((self.last - self.first).days, 1)
        return round(GUTTER + share * (WIDTH - GUTTER - RIGHT), 1)


def window(day: date) -> tuple[date, date]:
    """Return the first and the last day that a timeline around a day can show."""
    return date(day.year - _BEFORE, 1, 1), date(day.year + _AFTER, 12, 31)


def timeline(met: Iterable[EngagementLine], entries: Iterable[Entry], day: date) -> Timeline | None:
    """Return the timeline around a day, or ``None`` where nothing near it has a date.

    Args:
        met: engagements.
        entries: what the calendar holds; engagements among it are not drawn twice.
        day: the day asked about.
    """
    items = [*_met(met), *_dated(entries)]
    near = window(day)
    shown = [item for item in items if item.last >= near[0] and item.first <= near[1]]
    if not shown:
        return None
    first = max(near[0], min(item.first for item in shown)).replace(month=1, day=1)
    ends = [day, *(item.first if item.open_end else item.last for item in shown)]
    last = min(near[1], max(ends)).replace(month=12, day=31)
    axis = _Axis(first, last)
    lanes, y = [], float(HEAD)
    for name in dict.fromkeys(item.lane for item in shown):
        lane = _lane(name, y, [item for item in shown if item.lane == name], axis, day)
        lanes.append(lane)
        y += lane.height
    today = axis.place(day) if first <= day <= last else None
    return Timeline(tuple(lanes), tuple(_ticks(axis)), today, y + 6, first.year, last.year)


def _met(met: Iterable[EngagementLine]) -> Iterator[_Item]:
    order = ["Leaders", "Deputy leaders", "Ministers", "Senior officials", "Several levels", "Level not told"]
    lines = sorted(met, key=lambda line: order.index(track_name(level_of(line))))
    for line in lines:
        for when in line.row.dates:
            first, last = Edtf(when).bounds
            if first and last:
                name = f"{' or '.join(map(ordinal_words, line.row.ordinals))} {line.name}".strip()
                yield _Item(track_name(level_of(line)), first, last, f"{date_words(Edtf(when))}: {name}")


def _dated(entries: Iterable[Entry]) -> Iterator[_Item]:
    told = [entry for entry in entries if not _is_held(entry)]
    for what, name in _LANES.items():
        for entry in told:
            if entry.what is what:
                first, last = entry.when.bounds
                since = _day(entry.finding.published)
                begin = first or (min(since, last) if since and last else last)
                assert begin is not None
                title = f"{date_words(entry.when)}: {entry.name}"
                yield _Item(name, begin, last or date.max, title, open_end=last is None)


def _is_held(entry: Entry) -> bool:
    return entry.finding.kind_of_record == "engagements"


def _day(published: str | None) -> date | None:
    return Edtf(published).first if published else None


def _lane(name: str, y: float, items: list[_Item], axis: _Axis, today: date) -> Lane:
    ends: list[float] = []
    marks: list[Mark] = []
    left_out = 0
    for item in sorted(items, key=lambda i: (i.first, i.last)):
        x, end = axis.place(item.first), axis.place(item.last)
        exact = item.first == item.last
        row = next((n for n, taken in enumerate(ends) if taken + _GAP <= x - (_DOT / 2 if exact else 0)), len(ends))
        if row >= _ROWS:
            left_out += 1
            continue
        width = 0.0 if exact else max(end - x, _DOT)
        ends[row : row + 1] = [x + (_DOT / 2 if exact else width)]
        middle = y + 8 + row * ROW + ROW / 2
        late = item.last < today and name in (_LANES[What.MEETING], _LANES[What.DEADLINE])
        marks.append(Mark(x, middle, width, item.title, late, item.open_end))
    return Lane(name, y, 16 + ROW * max(len(ends), 1), tuple(marks), left_out)


def _ticks(axis: _Axis) -> Iterable[tuple[float, str]]:
    years = axis.last.year - axis.first.year + 1
    step = 1 if years <= 14 else 2 if years <= 28 else 5
    for year in range(axis.first.year, axis.last.year + 1, step):
        yield axis.place(date(year, 1, 1)), str(year)
