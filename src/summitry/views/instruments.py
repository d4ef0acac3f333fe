"""Instruments: named treaties, declarations and plans followed across documents, one for all its spellings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from summitry.data import load
from summitry.ledger import Finding, InstrumentRow, Ledger
from summitry.views.question import Question
from summitry.views.renaming import Given
from summitry.views.stems import stems, tokens
from summitry.views.tables import Answer, Json, answer, document_data
from summitry.views.words import fold

COLUMNS = ("name", "documents", "mentions", "first", "last", "names", "key")
# "President Mori's", but not "Japan's": whose it is belongs to the name only where it is a party's.
_OWNER = re.compile(r"^(?:the )?(.+?)['’]s? (?=\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT = re.compile(r"\(([A-Z][A-Za-z.]{1,9})\)")
# Words of its own that a shorter name needs to stand for a longer one.
_OWN = 2


@dataclass(frozen=True, slots=True)
class InstrumentLine:
    """An instrument as the account shows it.

    Args:
        name: the name that a person gave it, or the one printed most often.
        names: all spellings, the commonest first.
        rows: what the ledger holds under each spelling.
        key: what decisions name it by.
    """

    name: str
    names: tuple[str, ...]
    rows: tuple[InstrumentRow, ...]
    key: str

    @property
    def documents(self) -> int:
        """In how many documents it is named."""
        return len({mention.document for row in self.rows for mention in row.mentions})

    @property
    def mentions(self) -> int:
        """How often it is named."""
        return sum(len(row.mentions) for row in self.rows)

    @property
    def first(self) -> str | None:
        """Day of the oldest document that names it (EDTF)."""
        return min((row.first_seen for row in self.rows if row.first_seen), default=None)

    @property
    def last(self) -> str | None:
        """Day of the newest document that names it (EDTF)."""
        return max((row.last_seen for row in self.rows if row.last_seen), default=None)

    def data(self) -> Json:
        """Return the instrument as JSON-ready data, each mention with its words and document."""
        found = sorted((m for row in self.rows for m in row.mentions), key=lambda m: (m.published or "", m.id))
        told = [{"quote": m.quote, "start": m.evidence.start, "document": document_data(m)} for m in found]
        return {**self.cells(), "sightings": told}

    def cells(self) -> Json:
        """Return the instrument flat, by :data:`COLUMNS`."""
        counts = {"name": self.name, "documents": self.documents, "mentions": self.mentions}
        return {**counts, "first": self.first, "last": self.last, "names": list(self.names), "key": self.key}


@dataclass(frozen=True, slots=True)
class _Name:
    """A name taken apart: words of matter, figures, the noun that heads it, the sides it names."""

    words: frozenset[str]
    figures: frozenset[str]
    head: str
    sides: frozenset[str]

    def covers(self, other: _Name) -> bool:
        """Whether another name is this one, or a shorter form of it."""
        one_sided = 1 in (len(self.sides), len(other.sides)) and self.sides != other.sides
        if self.head != other.head or one_sided or not _same_figures(self.figures, other.figures):
            return False
        own = other.words - _heads()
        return self.words == other.words or (len(own) >= _OWN and other.words <= self.words)


def instruments(ledger: Ledger, question: Question, *, limit: int | None = None) -> Answer[InstrumentLine]:
    """Return the instruments of a question's documents, those in most documents first.

    Args:
        ledger: the ledger to ask.
        question: parties and day.
        limit: how many at most.
    """
    given = ledger.names(as_of=question.as_of)
    lines = [_line(group, given) for group in _grouped(ledger.instruments(**question.filters), given)]
    return answer(sorted(lines, key=lambda line: (-line.documents, line.name.casefold())), limit)


def _grouped(rows: Iterable[InstrumentRow], given: Mapping[str, str]) -> list[list[InstrumentRow]]:
    """Rows of one instrument together; the longest names first, so that shorter ones find what they stand for."""
    every = list(rows)
    shorts = {short.casefold(): row.key for row in every for short in _SHORT.findall(fold(_printed(row)))}
    names = Given({row.key: given[row.key] for row in every if row.key in given}, {r.key: r.name for r in every})
    groups: dict[str, list[InstrumentRow]] = {}
    root: dict[str, str] = {}
    by_head: dict[str, list[tuple[_Name, str]]] = {}
    for row in sorted(every, key=lambda r: (r.key in given, -len(stems(r.key)), r.key)):
        told = _taken_apart(_printed(row))
        near = by_head.setdefault(told.head, [])
        target = names.key(row.key)
        if target == row.key:
            target = shorts.get(row.key, target)
        if target == row.key:
            target = next((key for name, key in near if name.covers(told)), row.key)
        root[row.key] = root.get(target, target)
        groups.setdefault(root[row.key], []).append(row)
        near.append((told, root[row.key]))
    return list(groups.values())


def _line(rows: list[InstrumentRow], given: Mapping[str, str]) -> InstrumentLine:
    names = Counter(_name(mention) for row in rows for mention in row.mentions)
    listed = sorted(names, key=lambda name: (-names[name], len(name), name))
    key = max(rows, key=lambda row: (len(row.mentions), row.key)).key
    # The group stands under its first row; a name that a person gave to another of its rows only put it here.
    called = next((given[row.key] for row in rows if row.key in given and given[row.key] not in names), listed[0])
    return InstrumentLine(called, tuple(listed), tuple(rows), key)


def _printed(row: InstrumentRow) -> str:
    return max((_name(mention) for mention in row.mentions), key=len)


def _name(mention: Finding) -> str:
    return fold(getattr(mention.record, "name", "")).rstrip(".,;: ")


@cache
def _taken_apart(name: str) -> _Name:
    bare = _SHORT.sub(" ", name)
    owner = _OWNER.match(bare)
    if owner and not _sides(owner.group(1)):
        bare = bare[owner.end() :]
    found = [token for printed in _in_full(bare) for token in tokens(printed)]
    sides = _sides(bare)
    words = [t.stem for t in found if not t.word[0].isdigit() and t.word.casefold() not in _dull()]
    matter = [word for word in words if word not in _side_stems()] or words
    head = next((word for word in reversed(matter) if word in _heads()), "")
    return _Name(frozenset(matter), frozenset(t.stem for t in found if t.word[0].isdigit()), head, sides)


def _same_figures(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether figures are the same, or years that one of the names leaves out."""
    return one == other or (not (one and other) and all(_YEAR.fullmatch(figure) for figure in one | other))


def _in_full(name: str) -> list[str]:
    aliases = load("en/phrases")["aliases"]
    return [aliases.get(word.strip(".,").replace(".", "").casefold(), word) for word in name.split()]


def _sides(text: str) -> frozenset[str]:
    return frozenset(_side_stems()[token.stem] for token in tokens(text) if token.stem in _side_stems())


def _stemmed(words: Collection[str]) -> frozenset[str]:
    return frozenset(root for word in words for root in stems(word))


@cache
def _side_stems() -> dict[str, str]:
    """The states' one-word names and peoples by stem, with their codes."""
    out: dict[str, str] = {"us": "US", "rok": "KR"}
    for code, entry in load("parties/states").items():
        for name in (*entry.get("names", ()), *entry.get("people", ())):
            found = stems(name)
            if len(found) == 1:
                out.setdefault(found[0], code)
    return out


@cache
def _heads() -> frozenset[str]:
    return _stemmed(load("en/instruments")["heads"])


@cache
def _dull() -> frozenset[str]:
    return frozenset(load("en/phrases")["dull_in_instruments"])
