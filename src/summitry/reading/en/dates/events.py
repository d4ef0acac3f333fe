"""Undated events that serve as a time: "on the margins of the G20", "ahead of the NATO Summit", "during his visit"."""

from __future__ import annotations

from functools import cache

from summitry.reading.en.dates.bounds import Found
from summitry.reading.en.dates.nodes import Role, Undated
from summitry.reading.en.dates.tokens import Tokens
from summitry.reading.en.dates.vocabulary import Phrases, phrases, vocabulary

_JOINERS = frozenset({"-", "–", "'s", "“", "”", '"', "/", "&", "'", "’"})
_REACH = 28


@cache
def _prefixes() -> Phrases[str]:
    return phrases((p, role) for role, listed in vocabulary().events["prefixes"].items() for p in listed)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(vocabulary().events[name])


def event(tokens: Tokens, at: int) -> Found | None:
    """Return the event adverbial that begins at a word, whole."""
    prefix = _prefixes().match(tokens, at)
    if not prefix or tokens.before(at) in _words("complement_of"):
        return None
    kind, start = prefix
    if not _opens(tokens, start):
        return None
    end = _noun_phrase(tokens, start)
    if end <= start or not _is_event(tokens, start, end, (kind, tokens.low[at])) or _is_clause(tokens, end):
        return None
    role: Role | None = None if kind == "tense" else kind  # type: ignore[assignment]
    return Found(Undated(role, "event"), at, end)


def _opens(tokens: Tokens, at: int) -> bool:
    return tokens.low[at] in _words("determiners") or (tokens.capital(at) and tokens.low[at] not in ("i",)) or tokens.low[at] == "“"


def _is_clause(tokens: Tokens, end: int) -> bool:
    word = tokens.low[end]
    return word in vocabulary().past or word in ("is", "are", "can", "will", "ends", "begins") or (word.endswith("ed") and tokens.low[end - 1] != ",")


def _is_event(tokens: Tokens, start: int, end: int, prefix: tuple[str, str]) -> bool:
    kind, word = prefix
    heads = [k for k in range(start, end) if tokens.low[k] in _words("nouns")]
    named = any(tokens.low[k] in _words("names") or tokens.low[k].startswith(("g20", "g7", "cop")) for k in range(start, end))
    capitals = any(tokens.capital(k) for k in heads)
    if kind == "time":
        return bool(heads) or named
    if word == "at" and tokens.low[start] != "the" and not named and not capitals:
        return False
    if kind == "tense" and word in ("at", "by", "upon", "in"):
        return capitals or (named and tokens.low[end - 1] in (*_words("names"), *_words("nouns")))
    if not heads:
        return False
    plain = not any(tokens.capital(k) for k in range(start, end))
    return not (plain and kind in ("tense", "past") and all(tokens.low[k] in _words("talks") for k in heads))


def _noun_phrase(tokens: Tokens, at: int) -> int:
    """Return the word after a noun phrase with its "of …" and the places and sides it names."""
    stops, links = _words("stops"), _words("links")
    limit = min(at + _REACH, tokens.sentence(at)[1])
    end, of = at, False
    while end < limit:
        word = tokens.low[end]
        if word == "of":
            of = True
        elif word == "and":
            if not _goes_on(tokens, end, of):
                break
        elif word in links and end > at:
            if not _named_place(tokens, end + 1):
                break
        elif word == ",":
            if not _place_after_comma(tokens, end):
                break
        elif word in stops or not (word[0].isalnum() or word in _JOINERS) or _finite(tokens, end, at):
            break
        end += 1
    while end > at and (tokens.low[end - 1] in ("of", "and", "the", ",", "“") or tokens.low[end - 1] in links):
        end -= 1
    return end


def _finite(tokens: Tokens, at: int, start: int) -> bool:
    word = tokens.low[at]
    return at > start and not tokens.capital(at) and (word in vocabulary().past or (word.endswith("ed") and tokens.low[at + 1] in ("in", "by", "on", "to", "at", "the")))


def _goes_on(tokens: Tokens, at: int, of: bool) -> bool:
    """Whether "and" joins two nouns of the phrase rather than two clauses."""
    if tokens.capital(at - 1) and tokens.capital(at + 1):
        return True
    later = tokens.low[at + 2 : at + 5]
    return of and not tokens.capital(at + 1) and "of" in later


def _named_place(tokens: Tokens, at: int) -> bool:
    return tokens.capital(at) or (tokens.low[at] == "the" and tokens.capital(at + 1))


def _place_after_comma(tokens: Tokens, at: int) -> bool:
    """ "Da Nang, Viet Nam": a second place name that closes the phrase."""
    if not tokens.capital(at - 1) or not tokens.capital(at + 1):
        return False
    end = at + 1
    while end < tokens.size and tokens.capital(end):
        end += 1
    linked = any(tokens.low[k] in ("in", "at") for k in range(max(at - 4, 0), at))
    return linked and end - at <= 4 and not tokens.low[end][:1].isalpha()
