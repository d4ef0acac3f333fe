"""What a passage shows of a promise: its cues, their tense and negation, their agreement in number and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from summitry.ledger.followup.cues import cue, cues_by_deed, folded, happenings_in, ordinals_of
from summitry.ledger.followup.dates import days_in
from summitry.ledger.followup.matching import Topic
from summitry.ledger.followup.passages import Passage
from summitry.ledger.followup.promise import Promise
from summitry.ledger.followup.shows import Shows
from summitry.ledger.likeness import quantities

# How far before and behind the shared words a cue may stand, in characters; one behind them counts as further off.
_BEFORE, _BEHIND, _AFTER = 140, 60, 15
# Ahead of a word of the past these make it a thing to come, or one denied.
_MODAL = re.compile(
    r"\b(?:will|would|shall|should|can|could|may|might|must|to|yet|not|never|if|when|once|until|after)\s+"
    r"(?:\w+ly\s+|also\s+|soon\s+|have\s+|has\s+)?(?:be(?:en)?\s+)?(?:\w+ly\s+)?$"
)
# Behind an auxiliary a participle is a verb, and before an object, a place, a time, a doer or a stop; else it may only
# describe ("increased support").
_HAVING = re.compile(
    r"\b(?:has|have|had|having|was|were|is|are|been|'ve|and|to)\s+(?:\w+ly\s+|also\s+|already\s+|since\s+|now\s+)*$"
)
_DOING = re.compile(
    r"\s*(?:$|[.,;:)])|\s+(?:\w+ly\s+)?(?:a|an|the|our|its|his|her|their|this|that|these|today|yesterday|last|earlier"
    r"|over|more|up|nearly|almost|some|in|on|at|by|with|from|between|for|to|under|during|of|and|together|[0-9$A-Z“\"])"
)
_OF = re.compile(r"\s+(?:of|by|to)\b|\s+and\s+\w+\s+of\b")
# What is kept by deeds of another class too.
_KEPT_BY: Mapping[str, tuple[str, ...]] = {
    "meet": ("meet",),
    "conclude": ("conclude", "any"),
    "create": ("create", "any"),
    "provide": ("provide", "any"),
    "increase": ("increase", "any"),
    "continue": (),
    "": ("any",),
}
_PLAIN = ("ahead", "promising", "slipped", "undone", "partly", "superseded", "talk", "approval", "standing", "hailed")
# Of the words that take a thing for granted, those that say of a meeting that it was held.
_HELD = ("at the", "since the", "following the")
# How far off a cue still speaks of the shared words, in characters.
_REACH = {"slipped": 80, "undone": 60, "done": 80, "done_nouns": 60, "hailed": 30, "standing": 25, "partly": 50}
_PROMISING = 100
# A promise is made again where so much of it is said again: share of it, and weight; or so much weight alone.
_AGAIN, _AGAIN_WEIGHT, _AGAIN_ALONE = 0.6, 1.1, 3.0
# What is merely to be carried on is said again in many words: so much of it must be shared.
_AGAIN_CARRIED = 0.7
_NOWHERE = 999
# A word of promising may follow a subject that is shared: "the working group will …".
_FOLLOWING = 25
# What is to be carried on is only kept by a deed that can be checked.
_CHECKED = ("meet", "conclude", "create")
# Happenings that are known by their people and time, not by a name.
_GENERAL = frozenset({"meet", "visit", "talk"})
# Days after its window in which a meeting may still be the promised one.
_LATE = 270


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue near the shared words: its group, its words, its place, how far off it stands (in characters)."""

    group: str
    said: str
    start: int
    end: int
    distance: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What a passage shows of a promise, how sure (0 to 1), by which cue, and the stretch of the text that says so."""

    shows: Shows
    sure: float
    cue: str
    start: int
    end: int


def shown(promise: Promise, passage: Passage, found: Topic) -> Shown | None:
    """Return what a passage about a promise shows of it, or ``None`` where it shows nothing."""
    low = folded(passage.text)
    near: dict[str, Cue] = {}
    for item in sorted(_near(promise, passage, found, low), key=lambda c: (c.distance, c.start)):
        near.setdefault(item.group, item)
    verdict = _verdict(promise, low, found, near)
    if verdict is None:
        return None
    shows, sure, by = verdict
    return Shown(shows, sure, by.said, *_span(passage, found, by))


def _near(promise: Promise, passage: Passage, found: Topic, low: str) -> Iterator[Cue]:
    begin = max(0, found.start - _BEFORE)
    until = min(len(low), max(found.end, passage.clauses[found.clauses[1]][1] - passage.start) + _BEHIND)
    for deed in _KEPT_BY[promise.deed]:
        for match in cues_by_deed("done")[deed].finditer(low, begin, until):
            if _is_past(passage.text, low, match):
                yield _cue("done", match, found)
        for match in cues_by_deed("done_nouns")[deed].finditer(low, begin, until):
            if _OF.match(low, match.end()):
                yield _cue("done_nouns", match, found)
    for group in _PLAIN:
        for match in cue(group).finditer(low, begin, until):
            yield _cue(group, match, found)


def _is_past(text: str, low: str, match: re.Match[str]) -> bool:
    """Whether a participle tells of a deed: it has its auxiliary, its object, or place, time or doer behind it."""
    before = max(0, match.start() - 40)
    if _MODAL.search(low, before, match.start()):
        return False
    return bool(_HAVING.search(low, before, match.start()) or _DOING.match(text, match.end()))


def _cue(group: str, match: re.Match[str], found: Topic) -> Cue:
    start, end = match.span()
    distance = max(found.start - end, start - found.end + _AFTER if start >= found.end else 0, 0)
    return Cue(group, match.group(), start, end, distance)


def _within(near: Mapping[str, Cue], group: str) -> Cue | None:
    item = near.get(group)
    return item if item and item.distance <= _REACH[group] else None


def _verdict(promise: Promise, low: str, found: Topic, near: Mapping[str, Cue]) -> tuple[Shows, float, Cue] | None:
    late, undone = _within(near, "slipped"), _within(near, "undone")
    if late:
        return Shows.SLIPPED, 0.8, late
    if undone and found.score >= _AGAIN:
        return Shows.RESTATED, 0.6, undone
    part = _within(near, "partly")
    kept = _kept(promise, low, found, near)
    if kept:
        if (
            _before(promise, low)
            or _another_time(promise, low)
            or (promise.deed == "meet" and not _same_happening(promise, low))
        ):
            return None
        return (Shows.PARTLY, 0.7, kept) if part or _less(promise, low) else (Shows.FULFILLED, 0.8, kept)
    if part and "approval" in near and found.score >= _AGAIN:
        return Shows.PARTLY, 0.6, part
    other = near.get("superseded")
    if other and other.distance <= _REACH["partly"] and found.score >= _AGAIN:
        return Shows.SUPERSEDED, 0.6, other
    return _again(promise, low, found, near)


def _kept(promise: Promise, low: str, found: Topic, near: Mapping[str, Cue]) -> Cue | None:
    if promise.kind == "continuing" and promise.deed not in _CHECKED:
        return None
    ahead = min((c for c in (near.get("ahead"), near.get("promising")) if c), key=lambda c: c.distance, default=None)
    off = ahead.distance if ahead else _NOWHERE
    hailed, done, noun = _within(near, "hailed"), _within(near, "done"), _within(near, "done_nouns")
    standing = _within(near, "standing")
    if hailed and not _looks_ahead(ahead, hailed):
        return hailed
    if done and done.distance < off:
        return done
    if noun and not _looks_ahead(ahead, noun) and ("approval" in near or standing or days_in(low[noun.start :])):
        return noun
    return _numbered(promise, low, found, off) or _standing(promise, near, standing, off)


def _numbered(promise: Promise, low: str, found: Topic, off: int) -> Cue | None:
    """An ordinal that proves that the promised one of a series was held: "the second meeting" proves the first."""
    if promise.deed not in ("create", "meet") or off <= _REACH["undone"]:
        return None
    for number, at in ordinals_of(low):
        if found.start - 60 <= at <= found.end and number >= (promise.ordinal or 1):
            said = low[at:].split()[0]
            return Cue("ordinal", said, at, at + len(said), 0)
    return None


def _standing(promise: Promise, near: Mapping[str, Cue], standing: Cue | None, off: int) -> Cue | None:
    if standing is None:
        return None
    if promise.deed == "meet":
        return standing if standing.said.startswith(_HELD) else None
    talk = near.get("talk")
    if promise.deed != "create" or off <= 40 or (talk and talk.distance < standing.distance):
        return None
    return standing


def _same_happening(promise: Promise, low: str) -> bool:
    """Whether a passage names the happening that was promised, or tells of one in the promised days."""
    if promise.happenings:
        return bool(promise.happenings & happenings_in(low))
    if promise.recurring and (cue("recurring").search(low) or any(ordinals_of(low))):
        return True
    first, last = promise.due
    return bool(first and last) and any(str(first) <= begin and end <= str(last) for begin, end in days_in(low))


def _looks_ahead(ahead: Cue | None, noun: Cue) -> bool:
    return ahead is not None and ahead.start < noun.start and noun.start - ahead.end <= 60


def _before(promise: Promise, low: str) -> bool:
    """Whether the dates that the passage gives lie before the promise: an earlier happening."""
    dates = days_in(low)
    return bool(dates) and all(last < promise.day for _, last in dates)


def _another_time(promise: Promise, low: str) -> bool:
    """Whether the dates that the passage gives lie so long after the promised time that it tells of another meeting."""
    due, dates = promise.due[1], days_in(low)
    if promise.deed != "meet" or not due or not dates:
        return False
    latest = (date.fromisoformat(due) + timedelta(days=_LATE)).isoformat()
    return not promise.happenings - _GENERAL and all(first > latest for first, _ in dates)


def _less(promise: Promise, low: str) -> bool:
    """Whether the passage gives less of the same than was promised."""
    said, wanted = quantities(low), quantities(folded(promise.text))
    common = {unit for unit in wanted if unit in said}
    return bool(common) and all(said[unit] < wanted[unit] for unit in common)


def _again(promise: Promise, low: str, found: Topic, near: Mapping[str, Cue]) -> tuple[Shows, float, Cue] | None:
    promising, talk = near.get("promising"), near.get("talk")
    share = _AGAIN_CARRIED if promise.kind == "continuing" else _AGAIN
    much = (found.score >= share and found.weight >= _AGAIN_WEIGHT) or found.weight >= _AGAIN_ALONE
    if not much or not promising or promising.distance > _PROMISING or promising.start - found.end > _FOLLOWING:
        return None
    if talk and talk.distance < promising.distance:
        return None
    if any(number > (promise.ordinal or 1) for number, _ in ordinals_of(low)):
        return None
    due, dates = promise.due[1], days_in(low)
    if due and dates and all(first > due for first, _ in dates):
        return Shows.SLIPPED, 0.7, promising
    return Shows.RESTATED, 0.6, promising


def _span(passage: Passage, found: Topic, by: Cue) -> tuple[int, int]:
    """The clauses that hold the shared words, and those up to the cue, from the cue on where it stands before them."""
    low, high = found.clauses
    for number, (start, end) in enumerate(passage.clauses):
        if start - passage.start <= by.start < end - passage.start:
            low, high = min(low, number), max(high, number)
    start, end = passage.clauses[low][0], passage.clauses[high][1]
    if low < found.clauses[0] or (by.start + passage.start > start and end - start > 160):
        start = passage.start + min(by.start, found.start)
    return start, end
