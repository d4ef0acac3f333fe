"""Tracks: the levels at which the work of a relation is carried on, each with its latest engagements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from summitry.model.records import Level
from summitry.views.engagements import EngagementLine

_NAMES = {
    Level.SUMMIT: "Leaders",
    Level.DEPUTY_LEADER: "Deputy leaders",
    Level.MINISTERIAL: "Ministers",
    Level.SENIOR_OFFICIAL: "Senior officials",
    Level.MIXED: "Several levels",
    None: "Level not told",
}


@dataclass(frozen=True, slots=True)
class Track:
    """A level with its latest engagements, of ``total``."""

    level: Level | None
    engagements: tuple[EngagementLine, ...]
    total: int

    @property
    def name(self) -> str:
        """The level in words."""
        return _NAMES[self.level]


def track_name(level: Level | None) -> str:
    """Return a level in words, as a track is called."""
    return _NAMES[level]


def level_of(line: EngagementLine) -> Level | None:
    """Return the highest level that an account gives an engagement."""
    told = {account.engagement.level for account in line.accounts}
    return next((level for level in _NAMES if level in told), None)


def tracks(met: Iterable[EngagementLine], *, limit: int = 4) -> tuple[Track, ...]:
    """Return the tracks among engagements, the highest first; ``limit`` is how many engagements each has at most."""
    found: dict[Level | None, list[EngagementLine]] = {level: [] for level in _NAMES}
    for line in met:
        found[level_of(line)].append(line)
    return tuple(Track(level, tuple(lines[:limit]), len(lines)) for level, lines in found.items() if lines)
