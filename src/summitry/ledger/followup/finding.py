"""Everything that one text shows of promises: its passages by their words, its accounts of engagements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from summitry.ledger.followup.cues import cues_by_deed, folded
from summitry.ledger.followup.matching import least, topic
from summitry.ledger.followup.meetings import meets, told, told_stems
from summitry.ledger.followup.named import rivals
from summitry.ledger.followup.outcome import shown
from summitry.ledger.followup.passages import Passage, meeting_words, passages_of
from summitry.ledger.followup.promise import Promise
from summitry.ledger.followup.shows import Shows
from summitry.ledger.followup.words import Word, side_stems, words_of
from summitry.ledger.identity import Account

# How much of a meeting's score counts: a sum of weights about 2 to 5 against scores of 0 to 1.
_MEETING, _MEETING_LEAST = 0.15, 0.4
_TOLD = 0.9
# How many sentences of a joint text may say who met.
_OPENING = 5
_TODAY = re.compile(r"\b[Tt]oday\b|^We\b")
# Characters around the shared words in which a named thing may begin or end.
_AROUND = (80, 60)


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of a text that shows something of a promise, with the score and what makes it up."""

    start: int
    end: int
    shows: Shows
    score: float
    reasons: tuple[tuple[str, float], ...]
    engagement: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """An account of an engagement, and the stretch that gives it (``None`` for a joint text without one)."""

    account: Account
    span: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Later:
    """A text that may show what became of promises: its sentences, where each stem stands, its accounts."""

    sentences: tuple[tuple[Passage, tuple[Word, ...]], ...]
    accounts: tuple[Told, ...] = ()
    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def later_of(text: str, stretches: Iterable[tuple[int, int]], accounts: Iterable[Told] = ()) -> Later:
    """Return a text as promises are looked for in it; ``stretches`` are those of its own account (start, end)."""
    sentences = tuple((passage, words_of(passage.text)) for passage in passages_of(text, stretches))
    places: dict[str, list[int]] = {}
    for number, (_, words) in enumerate(sentences):
        for stem in {word.stem for word in words}:
            places.setdefault(stem, []).append(number)
    return Later(sentences, tuple(accounts), {stem: tuple(numbers) for stem, numbers in places.items()})


def links_of(promise: Promise, later: Later) -> Iterator[Link]:
    """Yield what a text shows of a promise, in text order but for its engagements, which come first."""
    yield from _met(promise, later)
    for number in _candidates(promise, later):
        passage, words = later.sentences[number]
        link = _read(promise, passage, words)
        if link:
            yield link


def _met(promise: Promise, later: Later) -> Iterator[Link]:
    for item in later.accounts:
        fit = meets(promise, item.account)
        span = _account_words(item, later) if fit else None
        if fit and span:
            score, reasons = fit
            sure = round(min(1.0, _MEETING_LEAST + _MEETING * score), 3)
            yield Link(*span, Shows.FULFILLED, sure, reasons, engagement=True)


def _account_words(item: Told, later: Later) -> tuple[int, int] | None:
    """The words by which a text says that people met; for a joint text without an account its first such sentence."""
    if item.span is None:
        met = [p for p, _ in later.sentences[:_OPENING] if cues_by_deed("done")["meet"].search(folded(p.text))]
        met.sort(key=lambda p: not _TODAY.search(p.text))
        return meeting_words(met[0]) if met else None
    start, end = item.span
    home = next((p for p, _ in later.sentences if p.start <= start < p.end), None)
    if home is None:
        return item.span
    words = meeting_words(home)
    return words if start < words[1] and words[0] < end else item.span


def _candidates(promise: Promise, later: Later) -> list[int]:
    shared: dict[int, float] = {}
    for stem, weight in promise.terms.items():
        for number in later.places.get(stem, ()):
            shared[number] = shared.get(number, 0.0) + weight
    need = least(promise)
    found = {number for number, weight in shared.items() if weight >= need}
    # A sentence that gives the promised days, or counts a run of meetings, may share no other word.
    found.update(number for stem in told_stems(promise) for number in later.places.get(stem, ()))
    return sorted(found)


def _read(promise: Promise, passage: Passage, words: tuple[Word, ...]) -> Link | None:
    why = told(promise, passage.text)
    if why:
        return Link(*meeting_words(passage), Shows.FULFILLED, _TOLD, ((why, _TOLD),))
    found = topic(promise, passage, words)
    if found is None:
        return None
    around = passage.text[max(0, found.start - _AROUND[0]) : found.end + _AROUND[1]]
    if rivals(promise.text, around, side_stems(promise.parties)):
        return None
    verdict = shown(promise, passage, found)
    if verdict is None:
        return None
    score = round(found.score * verdict.sure, 3)
    said = ", ".join(found.shared[:4])
    reasons = ((f"the words {said}", found.score), (f"“{verdict.cue}”", verdict.sure))
    return Link(verdict.start, verdict.end, verdict.shows, score, reasons)
