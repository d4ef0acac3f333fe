"""Undated events that serve as a time: "on the margins of the G20", "ahead of the NATO Summit", "during his visit"."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from summitry.reading.en.dates.bounds import Found
from summitry.reading.en.dates.nodes import Role, Undated
from summitry.reading.en.dates.tokens import Tokens
from summitry.reading.en.dates.vocabulary import Phrases, around, phrases, vocabulary

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
    end = max((k for k in range(start, end) if tokens.low[k] not in (",",)), default=end - 1) + 1
    role: Role | None = None if kind == "tense" else kind  # type: ignore[assignment]
    return Found(Undated(role, "event"), at, end)


def _opens(tokens: Tokens, at: int) -> bool:
    return (
        tokens.low[at] in _words("determiners")
        or (tokens.capital(at) and tokens.low[at] not in ("i",))
        or tokens.low[at] == "“"
    )


def _is_clause(tokens: Tokens, end: int) -> bool:
    word = tokens.low[end]
    return (
        word in vocabulary().past
        or word in around("clause_verbs")
        or (word.endswith("ed") and tokens.low[end - 1] != ",")
    )


def _is_event(tokens: Tokens, start: int, end: int, prefix: tuple[str, str]) -> bool:
    kind, word = prefix
    first = next((k for k in range(start + 1, end) if tokens.low[k] in _words("links")), end)
    phrase = range(start, first)
    heads = [k for k in phrase if tokens.low[k] in _words("nouns") or tokens.low[k] in _words("talks")]
    named = any(tokens.low[k] in _words("names") or tokens.low[k].startswith(("g20", "g7", "cop")) for k in phrase)
    if any(tokens.low[k] in _words("not_events") for k in phrase):
        return False
    if kind == "time" or word == "by":
        return bool(heads) or named
    if word in ("at", "upon", "in", "on"):
        return any(tokens.capital(k) for k in heads) or (
            named and tokens.low[end - 1] in _words("names") | _words("nouns")
        )
    if not heads or kind == "deadline":
        return bool(heads)
    plain = not any(tokens.capital(k) or tokens.low[k][:1].isdigit() for k in range(start, heads[0] + 1))
    return not (plain and tokens.low[heads[0]] in _words("talks"))


def _noun_phrase(tokens: Tokens, at: int) -> int:
    """Return the word after a noun phrase with its "of …" and the places and sides it names."""
    links = _words("links")
    limit = min(at + _REACH, tokens.sentence(at)[1])
    end, of = at, False
    while end < limit and _continues(tokens, end, at, of):
        of = of or tokens.low[end] == "of"
        end += 1
    while end > at and (tokens.low[end - 1] in ("of", "and", "the", ",", "“") or tokens.low[end - 1] in links):
        end -= 1
    return end


def _far_date(tokens: Tokens, item: Found, taken: Collection[int]) -> bool:
    """Whether the phrase goes on with "by …" to a date ("following the visit by the minister planned in May")."""
    if tokens.low[item.end] != "by":
        return False
    stop = next(
        (k for k in range(item.end, tokens.sentence(item.end)[1]) if tokens.low[k] in around("finite")),
        item.end + _REACH,
    )
    return any(k in taken for k in range(item.end, min(stop, item.end + _REACH)))


def holds_date(tokens: Tokens, item: Found, taken: Collection[int]) -> bool:
    """Whether a date (its words are ``taken``) stands in an event's words or right after: then only the date counts."""
    after = range(item.start, min(item.end + 3, tokens.sentence(item.start)[1]))
    commas = 1 if tokens.low[item.end - 1] == "d.c." else 0
    close = any(k in taken and tokens.low[item.end : k + 1].count(",") <= commas for k in after)
    return close or _far_date(tokens, item, taken) or _carried_date(tokens, item, taken)


def _carried_date(tokens: Tokens, item: Found, taken: Collection[int]) -> bool:
    """Whether a clause about the event gives its date ("…, which will be held in May", "… to be held in 2023")."""
    start = item.end + (tokens.low[item.end] == ",")
    if tokens.low[start] not in _words("carriers"):
        return False
    stop = next(
        (k for k in range(start, tokens.sentence(item.end - 1)[1]) if tokens.low[k] in (",", ";", ".")), start + _REACH
    )
    return any(k in taken for k in range(start, stop))


def _continues(tokens: Tokens, at: int, start: int, of: bool) -> bool:
    """Whether a word still belongs to a noun phrase; ``of`` tells whether an "of" has come before."""
    word = tokens.low[at]
    if word == "of":
        return True
    if word == "and":
        return _goes_on(tokens, at, of)
    if word == ",":
        return _place_after_comma(tokens, at)
    if word in _words("links") and at > start:
        return _named_place(tokens, at + 1)
    if word in _words("stops") or not (word[0].isalnum() or word in _JOINERS):
        return False
    return not (_breaks(tokens, at, start) or _finite(tokens, at, start))


def _breaks(tokens: Tokens, at: int, start: int) -> bool:
    """Whether a new phrase begins after the head ("during the visit the ministers", "… demonstrating confidence")."""
    if at <= start + 1:
        return False
    before, word = tokens.low[at - 1], tokens.low[at]
    head = before in _words("nouns") and not tokens.capital(at - 1)
    if word in around("phrase_articles"):
        return before not in ("of", "and") and before not in _words("links")
    return head and (tokens.capital(at) or (word.endswith("ing") and word not in _words("nouns")))


def _finite(tokens: Tokens, at: int, start: int) -> bool:
    word = tokens.low[at]
    return (
        at > start
        and not tokens.capital(at)
        and (
            word in vocabulary().past
            or (word.endswith("ed") and tokens.low[at + 1] in ("in", "by", "on", "to", "at", "the"))
        )
    )


def _goes_on(tokens: Tokens, at: int, of: bool) -> bool:
    """Whether "and" joins two nouns of the phrase rather than two clauses."""
    if tokens.capital(at - 1) and tokens.capital(at + 1):
        return True
    later = tokens.low[at + 2 : at + 5]
    return of and not tokens.capital(at + 1) and "of" in later


def _named_place(tokens: Tokens, at: int) -> bool:
    return tokens.capital(at) or (tokens.low[at] == "the" and tokens.capital(at + 1))


def _place_after_comma(tokens: Tokens, at: int) -> bool:
    """ "Da Nang, Viet Nam": a second place name that closes the phrase; "Ghana, Togo, and Mali": a list of them."""
    if tokens.low[at + 1] in ("d.c.", "dc"):
        return True
    if tokens.low[at + 1] == "and" and tokens.capital(at + 2):
        return tokens.low[at - 2] == ","
    if not tokens.capital(at - 1) or not tokens.capital(at + 1):
        return False
    end = at + 1
    while end < tokens.size and tokens.capital(end):
        end += 1
    linked = any(tokens.low[k] in ("in", "at", "to") for k in range(max(at - 4, 0), at))
    listed = tokens.low[end] == "," and (tokens.low[end + 1] == "and" or tokens.capital(end + 1))
    return linked and end - at <= 4 and (not tokens.low[end][:1].isalpha() or listed)
