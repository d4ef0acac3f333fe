"""Names that persons gave to what is followed across documents; a name given to two of them puts them together."""

from __future__ import annotations

from collections.abc import Mapping

from summitry.ledger import Ledger
from summitry.views.question import Question


def given_names(ledger: Ledger, subject: str, question: Question) -> dict[str, str]:
    """Return the names that persons gave, by the key that follows ``subject`` ("issue: ") in their decisions."""
    given = ledger.names(as_of=question.as_of)
    return {key.removeprefix(subject): name for key, name in given.items() if key.startswith(subject)}


class Given:
    """Resolves keys to the key they stand under and to their names.

    Args:
        given: names that persons gave, by key.
        known: the other names, by key.
    """

    def __init__(self, given: Mapping[str, str], known: Mapping[str, str]) -> None:
        self._given = given
        self._known = known
        self._keys = {name.casefold(): key for key, name in known.items()} | {key.casefold(): key for key in known}

    def key(self, key: str) -> str:
        """Return the key that a key stands under: that of another where a person gave it the other's name."""
        seen = {key}
        while (name := self._given.get(key)) is not None:
            following = self._keys.get(name.casefold()) or self._first(name, key)
            if following in seen:
                break
            key = following
            seen.add(key)
        return key

    def name(self, key: str) -> str | None:
        """Return the name of what stands under a key, ``None`` where nobody named it."""
        return self._given.get(key) or self._known.get(key)

    def _first(self, name: str, key: str) -> str:
        """Of several keys with one given name, the first; the key itself where it is alone."""
        return min((other for other, named in self._given.items() if named.casefold() == name.casefold()), default=key)
