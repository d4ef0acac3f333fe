"""The status of a commitment: what the last of its evidence shows, a person's word before the program's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summitry.ledger.followup.shows import Shows
from summitry.ledger.rows import Source
from summitry.model.codec import Json
from summitry.model.evidence import Evidence

# What the passage that first shows a promise kept has over those that tell of it again.
_FIRST = 0.2
# Characters' share of the shorter of two stretches from which they are one passage.
_SAME = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A passage of a later text that shows something of a commitment.

    Args:
        source: the document it stands in.
        evidence: its words at their place.
        shows: what it shows by itself.
        score: how sure the program is (0 to 1 and a little); 1 for a person's link.
        reasons: what makes up the score, reason by reason; what a person gave as reason.
        when: key of its place in time: day, then name of the source, then offset.
        engagement: whether it is the account of an engagement.
        author: the person who linked it, or an empty string.
    """

    source: Source
    evidence: Evidence
    shows: Shows
    score: float
    reasons: tuple[tuple[str, float], ...]
    when: tuple[str, str, int]
    engagement: bool = False
    author: str = ""

    def as_dict(self) -> Json:
        """Return the passage as JSON-ready data."""
        own = {"quote": self.evidence.quote, "shows": self.shows.value, "score": round(self.score, 3)}
        place = {"start": self.evidence.start, "end": self.evidence.end, "author": self.author}
        return {**own, "document": self.source.as_dict(), **place, "why": [list(reason) for reason in self.reasons]}


@dataclass(frozen=True, slots=True)
class Word:
    """A person's word on a commitment: a passage linked or unlinked, or (without a passage) the status itself."""

    linked: bool
    shows: Shows
    passage: FollowUp | None = None
    author: str = ""


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of a commitment: its status, the passages that show it (best first), the person who settled it."""

    status: Shows = Shows.SILENT
    evidence: tuple[FollowUp, ...] = ()
    settled_by: str = ""


def settle(found: Iterable[FollowUp], words: Sequence[Word] = ()) -> Followed:
    """Return what became of a commitment.

    Args:
        found: what the program linked.
        words: what persons said, the oldest first; a later word goes before an earlier one.
    """
    passages = _decided(list(found), words)
    evidence = _told(sorted(passages, key=lambda f: (f.when, f.evidence.end)))
    status = evidence[-1].shows if evidence else Shows.SILENT
    settled = next((word for word in reversed(words) if word.passage is None), None)
    best = tuple(sorted(evidence, key=lambda f: (-f.score, f.when)))
    return Followed(settled.shows if settled else status, best, settled.author if settled else "")


def _decided(found: list[FollowUp], words: Sequence[Word]) -> list[FollowUp]:
    for word in words:
        if word.passage is not None:
            about = word.passage
            found = [f for f in found if not same_passage(f, about)]
            if word.linked:
                found.append(about)
    return found


def same_passage(one: FollowUp, other: FollowUp) -> bool:
    """Whether two are one passage: of one text the same stretch for the most part, of two the same words."""
    a, b = one.evidence, other.evidence
    if a.document != b.document:
        return a.quote.split() == b.quote.split()
    common = min(a.end, b.end) - max(a.start, b.start)
    return common >= _SAME * min(a.end - a.start, b.end - b.start)


def _told(passages: Iterable[FollowUp]) -> list[FollowUp]:
    """Keep of the passages, in order of time, those that still speak of this promise.

    What comes after a promise was kept speaks of the next one, unless it tells of it again or a person says so.
    """
    kept: list[FollowUp] = []
    done = False
    for passage in passages:
        if done and not passage.author and (passage.shows is not Shows.FULFILLED or passage.engagement):
            continue
        first = passage.shows is Shows.FULFILLED and not done
        kept.append(replace(passage, score=round(passage.score + _FIRST, 3)) if first else passage)
        done = done or first
    return kept
