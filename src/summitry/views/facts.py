"""The facts of an engagement, each with all the values that its accounts give, and who gives them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from summitry.model.records import Engagement
from summitry.views.engagements import AccountLine, EngagementLine
from summitry.views.party_names import party_name
from summitry.views.words import date_words, fold, minutes_words, ordinal_words, parties_words

_FACTS: tuple[tuple[str, Callable[[Engagement], str]], ...] = (
    ("Date", lambda told: date_words(told.date)),
    ("Form", lambda told: told.form.value.replace("-", " ")),
    ("Level", lambda told: told.level.value.replace("-", " ") if told.level else ""),
    ("Number", lambda told: ordinal_words(told.ordinal)),
    ("Series", lambda told: fold(told.series or "")),
    ("Place", lambda told: fold(told.place or "")),
    ("Occasion", lambda told: fold(told.occasion or "")),
    ("Length", lambda told: minutes_words(told.minutes)),
    ("At the initiative of", lambda told: party_name(told.initiator) if told.initiator else ""),
)


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a fact with the accounts that give it."""

    words: str
    accounts: tuple[AccountLine, ...]

    @property
    def tellers(self) -> str:
        """The publishers of these accounts."""
        return ", ".join(dict.fromkeys(parties_words(line.finding.publisher, "unknown") for line in self.accounts))


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with its values; ``silent`` are publishers whose accounts do not give it."""

    name: str
    values: tuple[Value, ...]
    silent: tuple[str, ...]

    @property
    def contested(self) -> bool:
        """Whether two values exclude each other; one that only says more than another does not."""
        said = [value.words.casefold() for value in self.values]
        return any(a not in b and b not in a for n, a in enumerate(said) for b in said[n + 1 :])


def facts(line: EngagementLine) -> tuple[Fact, ...]:
    """Return the facts that at least one account gives, in their usual order."""
    found = (_fact(name, tell, line) for name, tell in _FACTS)
    return tuple(fact for fact in found if fact.values)


def _fact(name: str, tell: Callable[[Engagement], str], line: EngagementLine) -> Fact:
    values: dict[str, list[AccountLine]] = {}
    for account in line.accounts:
        values.setdefault(tell(account.engagement), []).append(account)
    silent = [parties_words(account.finding.publisher, "unknown") for account in values.pop("", [])]
    return Fact(name, tuple(Value(words, tuple(told)) for words, told in values.items()), tuple(dict.fromkeys(silent)))
