"""One person under several names: "Biden", "Joe Biden" and "Joseph R. Biden, Jr." of one party and post."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from summitry.ledger.fold import fold, name_parts, sound

# Letters by which a short form of a given name follows it ("Joe", "Joseph").
_SHORT = 2


@dataclass(frozen=True, slots=True)
class Named:
    """A name as texts print it, with a post.

    Args:
        key: the name's key within the party.
        name: as printed.
        post: as printed.
    """

    key: str
    name: str
    post: str | None


@dataclass(frozen=True, slots=True)
class _Bearer:
    key: str
    parts: tuple[str, ...]  # sounds of the name's words, the surname's first
    posts: frozenset[frozenset[str]]

    def may_be(self, fuller: _Bearer) -> bool:
        """Whether this name can be a shorter form of another, fuller one of a like post."""
        if not any(mine <= theirs or theirs <= mine for mine in self.posts for theirs in fuller.posts):
            return False
        if len(self.parts) == 1:
            return self.parts[0] in (fuller.parts[0], fuller.parts[-1])
        if set(self.parts) <= set(fuller.parts):
            return True
        return self.parts[0] == fuller.parts[0] and self.parts[1][:_SHORT] == fuller.parts[1][:_SHORT]


def same_persons(named: Iterable[Named]) -> Mapping[str, str]:
    """Return, for the keys of names that are another's shorter form, the key of the fuller name.

    A name is another's only where it fits exactly one: a surname that two officials of like posts bear stands alone.

    Args:
        named: the names of one party's officials, once for each time they are printed.
    """
    groups: dict[str, list[Named]] = {}
    for one in named:
        groups.setdefault(one.key, []).append(one)
    bearers = sorted(
        map(_bearer, groups.values()), key=lambda one: (-len(one.parts), -len("".join(one.parts)), one.key)
    )
    standing: list[_Bearer] = []
    found: dict[str, str] = {}
    for bearer in bearers:
        fitting = [other for other in standing if bearer.parts and len(other.parts) > 1 and bearer.may_be(other)]
        if len(fitting) == 1:
            found[bearer.key] = fitting[0].key
        else:
            standing.append(bearer)
    return found


def _bearer(names: list[Named]) -> _Bearer:
    usual = max(Counter(one.name for one in names).items(), key=lambda item: (item[1], item[0]))[0]
    posts = {frozenset(fold(one.post).split()) for one in names if one.post}
    parts = tuple(sound(part) for part in name_parts(usual) if len(part) > 1)
    return _Bearer(names[0].key, parts, frozenset(posts))
