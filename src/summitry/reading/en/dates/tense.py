"""Whether what happens on a date is over or to come, by the words around it."""

from __future__ import annotations

from summitry.reading.en.dates.nearest import Tense
from summitry.reading.en.dates.tokens import Tokens
from summitry.reading.en.dates.vocabulary import around, vocabulary

_LEFT, _RIGHT = 30, 18
# Words that look ahead only before these ("is set to open", "due in May" against "due to the storm").
_ONLY_BEFORE = {
    "set": ("to", "for"),
    "going": ("to",),
    "plan": ("to",),
    "plans": ("to",),
    "due": ("in", "on", "by", "at", "for", "this", "next", "later", "early"),
}


def tense_at(tokens: Tokens, start: int, end: int, infinitives: bool = True) -> Tense | None:
    """Return the tense of the clause around some words: of the nearest verb before them, else after them.

    Without ``infinitives``, "to" and a verb is no sign of what is to come ("we are glad to be here today").
    """
    if _governs(tokens, start):
        return "past"
    first, last = tokens.sentence(start)
    before = range(start - 1, max(first, start - _LEFT) - 1, -1)
    reduced = tokens.low[end].endswith("ed") or tokens.low[end] in ("held", "led")
    after = range(end + reduced, min(last, end + _RIGHT))
    return next((found for at in (*before, *after) if (found := _cue(tokens, at, infinitives))), None)


def _governs(tokens: Tokens, start: int) -> bool:
    """Whether a verb of saying stands right before the date, which then is the time of saying ("announced in June")."""
    at = start - 1
    while tokens.low[at] in around("verb_to_date") and at > start - 5:
        at -= 1
    return (
        start - 1 >= at >= 0
        and tokens.low[at] in vocabulary().neutral
        and tokens.low[at].endswith("ed")
        and not _planned(tokens, at)
    )


def _planned(tokens: Tokens, at: int) -> bool:
    return _of_participle(tokens, at) == "future"


def _cue(tokens: Tokens, at: int, infinitives: bool) -> Tense | None:
    words, word = vocabulary(), tokens.low[at]
    if word in words.future:
        return "future" if word not in _ONLY_BEFORE or tokens.low[at + 1] in _ONLY_BEFORE[word] else None
    if word == "forward":
        return "future" if tokens.before(at).startswith("look") else None
    if word == "ahead" and tokens.low[at + 1] == "of":
        return "future"
    if word in words.infinitives and tokens.before(at) == "to":
        return "future" if infinitives else None
    if word in words.future_adjectives and _before_noun(tokens, at + 1):
        return "future"
    if word in words.neutral:
        agent = tokens.low[at + 1] == "by" and word.endswith("ed") and word != "followed"
        return "past" if agent and not _planned(tokens, at) else None
    if word in words.past or (word.endswith("ed") and len(word) > 3):
        return _of_participle(tokens, at)
    return None


def _before_noun(tokens: Tokens, at: int) -> bool:
    return tokens.low[at][:1].isalpha() and tokens.low[at] not in ("by", "in", "to")


def _of_participle(tokens: Tokens, at: int) -> Tense | None:
    """ "Will be held" and "to be signed" are to come; "is based" says nothing; "held", "was held" are over."""
    words = vocabulary()
    for back in range(1, 5):
        before = tokens.before(at, back)
        if before in around("modals"):
            ahead = before != "to" or back == 1 or tokens.before(at, back - 1) in ("be", "have")
            return "future" if ahead else "past"
        if not before or not (before in around("between_auxiliary_and_verb") or before.endswith("ly")):
            break
    before = tokens.before(at)
    silent = before in around("before_adjective") or before in ("is", "are", "being")
    return None if silent and tokens.low[at] not in words.past else "past"
