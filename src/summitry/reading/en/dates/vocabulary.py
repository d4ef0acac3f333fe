"""The words of date expressions, loaded once from the package's data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from summitry.data import load
from summitry.reading.en.dates.tokens import Tokens, tokenise

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases of one or more words with a value each, found by their first word, the longest first."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]

    def match(self, tokens: Tokens, at: int) -> tuple[T, int] | None:
        """Return the value of the longest phrase that begins at a word, and the word after it."""
        for words, value in self.by_first.get(tokens.low[at], ()):
            if tokens.low[at : at + len(words)] == words:
                return value, at + len(words)
        return None

    def ending(self, tokens: Tokens, at: int) -> int | None:
        """Return where the longest phrase begins that ends before a word, or ``None``."""
        return next((k for k in range(max(at - 5, 0), at) if (m := self.match(tokens, k)) and m[1] == at), None)


def phrases(entries: Iterable[tuple[str, T]]) -> Phrases[T]:
    """Return phrases, made of (phrase, value) pairs."""
    table: dict[str, list[tuple[tuple[str, ...], T]]] = {}
    for phrase, value in entries:
        words = tokenise(phrase)
        key = words.low[: words.size]
        table.setdefault(key[0], []).append((key, value))
    return Phrases({first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in table.items()})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words of the grammar; see ``data/en/dates.yaml`` for what each table holds."""

    months: Mapping[str, int]
    month_abbreviations: Mapping[str, int]
    weekdays: Mapping[str, int]
    weekday_abbreviations: Mapping[str, int]
    seasons: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    decade_words: Mapping[str, int]
    roman: Mapping[str, int]
    units: Mapping[str, str]
    periods: Mapping[str, str]
    period_adjectives: frozenset[str]
    fiscal_years: Mapping[str, int]
    fiscal_words: Mapping[str, str]
    fiscal_cues: Mapping[str, str]
    fiscal_owners: Mapping[str, str]
    money_cues: Phrases[bool]
    approximators: Phrases[str]
    vague_counts: Phrases[bool]
    length_adjectives: frozenset[str]
    bounds: Phrases[str]
    bound_suffixes: Phrases[str]
    prepositions: Phrases[bool]
    today: Phrases[int]
    day_parts: frozenset[str]
    time_zones: Phrases[bool]
    holidays: Phrases[str]
    parts: Phrases[str]
    part_nouns: Phrases[str]
    shifts: Mapping[str, int]
    neighbours: Mapping[str, int]
    horizons: Mapping[str, int]
    vague: Phrases[str]
    recurring: Phrases[bool]
    recurring_adverbs: frozenset[str]
    frequencies: frozenset[str]
    consecutive: frozenset[str]
    not_before_weekday: frozenset[str]
    not_after_today: frozenset[str]
    document_words: frozenset[str]
    capitals_before_year: frozenset[str]
    counted: frozenset[str]
    future: frozenset[str]
    future_adjectives: frozenset[str]
    past: frozenset[str]
    neutral: frozenset[str]
    infinitives: frozenset[str]
    events: Mapping[str, Any]


# How each table of the data becomes a field of the vocabulary.
_MAPS = (
    "months", "month_abbreviations", "weekdays", "weekday_abbreviations", "seasons", "numbers", "ordinals",
    "decade_words", "roman", "units", "periods", "fiscal_years", "fiscal_words", "fiscal_cues", "fiscal_owners",
    "shifts", "neighbours", "horizons",
)  # fmt: skip
_SETS = (
    "period_adjectives", "length_adjectives", "day_parts", "recurring_adverbs", "frequencies", "consecutive",
    "not_before_weekday", "not_after_today", "document_words", "capitals_before_year", "counted",
)  # fmt: skip
_FLAGS = ("money_cues", "vague_counts", "prepositions", "time_zones", "recurring")
_VALUED = ("approximators", "today", "holidays", "parts", "part_nouns")
_GROUPED = ("bounds", "bound_suffixes", "vague")


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary, read at the first call."""
    data = load("en/dates")
    fields: dict[str, Any] = {name: data[name] for name in _MAPS}
    fields |= {name: frozenset(data[name]) for name in _SETS}
    fields |= {name: phrases((phrase, True) for phrase in data[name]) for name in _FLAGS}
    fields |= {name: phrases(data[name].items()) for name in _VALUED}
    fields |= {name: phrases((p, group) for group, words in data[name].items() for p in words) for name in _GROUPED}
    fields |= {name: frozenset(words) for name, words in data["tense"].items()}
    return Vocabulary(**fields, events=load("en/date-events"))


@cache
def around(question: str) -> frozenset[str]:
    """Return the words around an expression that answer a question ("modals", "amount_before" …).

    Raises:
        KeyError: the data has no such list.
    """
    return frozenset(load("en/dates")["contexts"][question])
