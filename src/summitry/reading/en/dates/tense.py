"""Whether what happens on a date is over or to come, by the words around it."""

from __future__ import annotations

from summitry.reading.en.dates.resolve import Tense
from summitry.reading.en.dates.tokens import Tokens
from summitry.reading.en.dates.vocabulary import vocabulary

_LEFT, _RIGHT = 30, 18
# After these an -ed word is an adjective ("fully vaccinated citizens", "the adopted plan").
_ADJECTIVAL = frozenset("the a an this these its their his her our your of for in by with fully highly newly well duly".split())
_BE = frozenset({"be", "been", "being", "is", "are", "was", "were"})


def tense_at(tokens: Tokens, start: int, end: int) -> Tense | None:
    """Return the tense of the clause around some words: of the nearest verb before them, else after them."""
    first, last = tokens.sentence(start)
    for at in range(start - 1, max(first, start - _LEFT) - 1, -1):
        found = _cue(tokens, at)
        if found:
            return found
    for at in range(end, min(last, end + _RIGHT)):
        found = _cue(tokens, at)
        if found:
            return found
    return None


def _cue(tokens: Tokens, at: int) -> Tense | None:
    words, word = vocabulary(), tokens.low[at]
    if word in words.future:
        return None if word in ("next", "set", "going", "ready") and not _open(tokens, at) else "future"
    if word == "forward":
        return "future" if tokens.before(at).startswith("look") else None
    if word == "ahead" and tokens.low[at + 1] == "of":
        return "future"
    if word in words.infinitives and tokens.before(at) == "to":
        return "future"
    if word in words.neutral:
        return None
    if word in words.past or (word.endswith("ed") and len(word) > 3):
        return _of_participle(tokens, at)
    return None


def _open(tokens: Tokens, at: int) -> bool:
    return tokens.low[at] in ("next", "ready") or tokens.low[at + 1] in ("to", "for")


def _of_participle(tokens: Tokens, at: int) -> Tense | None:
    """ "Will be held" and "to be signed" are to come; "is based" says nothing; "held", "was held" are over."""
    words = vocabulary()
    for back in range(1, 5):
        before = tokens.before(at, back)
        if before in ("will", "shall", "would", "should", "must", "'ll", "to", "can", "could", "may", "might"):
            return "future" if before != "to" or back == 1 or tokens.before(at, back - 1) in ("be", "have") else "past"
        if not before or not (before in _BE or before.endswith("ly") or before in ("also", "not", "have", "has", "then", "soon", "again")):
            break
    before = tokens.before(at)
    if before in _ADJECTIVAL and tokens.low[at] not in words.past:
        return None
    if before in ("is", "are", "being") and tokens.low[at] not in words.past:
        return None
    return "past"
