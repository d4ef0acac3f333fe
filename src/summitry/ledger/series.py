"""Series: the runs of like engagements, the numbers they lack and where accounts contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from summitry.ledger.fold import fold
from summitry.ledger.rows import EngagementRow, SeriesRow

# A printed number, and what stands before a series' name in running text.
_NUMBER = re.compile(r"\b\d+(?:st|nd|rd|th)\b|^(?:the|his|her|their)\b")


def series_of(engagements: Iterable[EngagementRow], given: Mapping[str, str] | None = None) -> tuple[SeriesRow, ...]:
    """Return the series among engagements: those with a number or a printed name of a run.

    Args:
        engagements: where to look for them.
        given: names that persons gave, by the series' key.
    """
    runs: dict[str, list[EngagementRow]] = {}
    for row in engagements:
        key = _key(row)
        if key:
            runs.setdefault(key, []).append(row)
    return tuple(_series(key, rows, (given or {}).get(key)) for key, rows in sorted(runs.items()))


def _key(row: EngagementRow) -> str | None:
    """Parties with the printed name, or with level and form where only a number is printed.

    The commonest name of the accounts decides, so that one account without a name stays in the run.
    """
    names = sorted(_plain(told.series) for told in row.told if told.series)
    if names:
        return f"{' '.join(row.parties)}: {max(names, key=names.count)}"
    numbered = [told for told in row.told if told.ordinal is not None]
    if not numbered:
        return None
    levels = sorted(f"{told.level.value if told.level else ''} {told.form.value}".strip() for told in numbered)
    return f"{' '.join(row.parties)}: {levels[0]}"


def _plain(name: str) -> str:
    return " ".join(_NUMBER.sub(" ", fold(name)).split()).removesuffix("s")


def _series(key: str, rows: list[EngagementRow], given: str | None) -> SeriesRow:
    members = sorted(((row.ordinals[0] if row.ordinals else None, row) for row in rows), key=_place)
    numbers = sorted({number for _, row in members for number in row.ordinals})
    whole = range(numbers[0], numbers[-1]) if numbers else range(0)
    printed = sorted(told.series for row in rows for told in row.told if told.series)
    return SeriesRow(
        key,
        given or max(printed, key=printed.count) if printed or given else key.partition(": ")[2],
        rows[0].parties,
        tuple(members),
        tuple(number for number in whole if number not in numbers),
        tuple(_contradictions(members)),
    )


def _place(member: tuple[int | None, EngagementRow]) -> tuple[bool, int, str, str]:
    number, row = member
    return number is None, number or 0, row.first or "", row.id


def _contradictions(members: list[tuple[int | None, EngagementRow]]) -> Iterator[str]:
    numbered = [(number, row) for number, row in members if number is not None]
    for _, row in numbered:
        if len(row.ordinals) > 1:
            yield f"{_said(row)}: called number {' and '.join(map(str, row.ordinals))} by different accounts"
    for (number, row), (following, later) in pairwise(numbered):
        if number == following:
            yield f"number {number}: {_said(row)} and {_said(later)}"
        elif row.first and later.first and row.first > later.first:
            yield f"number {number} ({_said(row)}) is later than number {following} ({_said(later)})"


def _said(row: EngagementRow) -> str:
    return " or ".join(row.dates) or "undated"
