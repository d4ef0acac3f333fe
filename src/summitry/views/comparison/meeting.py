"""The facts that accounts print of a meeting, side by side: where they differ, both values are kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from summitry.ledger.fold import name_key, same_name
from summitry.model.edtf import Edtf
from summitry.model.records import Engagement
from summitry.views.comparison.claims import Account
from summitry.views.tables import Json
from summitry.views.words import date_words, fold, minutes_words, ordinal_words

# Each fact: its value as data, and the value in words.
_FACTS: dict[str, tuple[Callable[[Engagement], Any], Callable[[Any], str]]] = {
    "date": (lambda told: told.date.value if told.date else None, lambda value: date_words(Edtf(value))),
    "form": (lambda told: told.form.value, lambda value: value.replace("-", " ")),
    "number": (lambda told: told.ordinal, ordinal_words),
    "place": (lambda told: fold(told.place or ""), str),
    "occasion": (lambda told: fold(told.occasion or ""), str),
    "minutes": (lambda told: told.minutes, minutes_words),
    "initiator": (lambda told: told.initiator, str),
    "participants": (lambda told: [fold(p.name) for p in told.participants], ", ".join),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the meeting as each account prints it; ``None`` where an account does not.

    ``a`` and ``b`` are text, a number, or the list of participants' names; a date is EDTF, a length in minutes.
    """

    name: str
    a: Any
    b: Any

    @property
    def differs(self) -> bool:
        """Whether both accounts print it, and not the same; a value that only says more does not differ."""
        if self.a is None or self.b is None:
            return False
        if isinstance(self.a, list):
            return bool(_strangers(self.a, self.b) and _strangers(self.b, self.a))
        one, other = str(self.a).casefold(), str(self.b).casefold()
        return self.a != self.b and (isinstance(self.a, int) or (one not in other and other not in one))

    def words(self, value: Any) -> str:
        """Return a value of this fact in words; nothing for ``None``."""
        return "" if value is None else _FACTS[self.name][1](value)

    def data(self) -> Json:
        """Return the fact as JSON-ready data."""
        return {"fact": self.name, "a": self.a, "b": self.b, "differs": self.differs}


def facts(a: Account, b: Account | None) -> tuple[Fact, ...]:
    """Return the facts that at least one account prints, in their usual order.

    Args:
        a: an account.
        b: the other, or ``None`` where the other side published none.
    """
    one, other = _engagement(a), _engagement(b) if b else None
    found = (Fact(name, _value(one, tell), _value(other, tell)) for name, (tell, _) in _FACTS.items())
    return tuple(fact for fact in found if fact.a is not None or fact.b is not None)


def _engagement(account: Account) -> Engagement | None:
    return account.records.engagements[0] if account.records.engagements else None


def _value(told: Engagement | None, tell: Callable[[Engagement], Any]) -> Any:
    return (tell(told) or None) if told else None


def _strangers(names: list[str], others: list[str]) -> list[str]:
    """The names that no other name may be a spelling of."""
    keys = [name_key(other) for other in others]
    return [name for name in names if not any(same_name(name_key(name), key) for key in keys)]
