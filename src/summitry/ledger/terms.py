"""What a person types into the search, understood once and said in either database's language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summitry.model.errors import LedgerError

_TOKEN = re.compile(r'(?P<minus>-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand next to each other; ``prefix`` lets the last one go on."""

    words: tuple[str, ...]
    prefix: bool = False

    def fts5(self) -> str:
        """Return the term in SQLite's notation."""
        return f'"{" ".join(self.words)}"' + ("*" if self.prefix else "")

    def tsquery(self) -> str:
        """Return the term in PostgreSQL's notation."""
        tail = ":*" if self.prefix else ""
        return "(" + " <-> ".join(f"'{word}'" for word in self.words) + tail + ")"


@dataclass(frozen=True, slots=True)
class Query:
    """A search: every group must be met by one of its terms, and no refused term may occur."""

    groups: tuple[tuple[Term, ...], ...]
    refused: tuple[Term, ...] = ()

    def fts5(self) -> str:
        """Return the search in SQLite's notation."""
        wanted = " AND ".join("(" + " OR ".join(t.fts5() for t in group) + ")" for group in self.groups)
        return f"({wanted})" + "".join(f" NOT {term.fts5()}" for term in self.refused)

    def tsquery(self) -> str:
        """Return the search in PostgreSQL's notation."""
        wanted = ["(" + " | ".join(t.tsquery() for t in group) + ")" for group in self.groups]
        return " & ".join(wanted + [f"!{term.tsquery()}" for term in self.refused])

    @property
    def words(self) -> tuple[str, ...]:
        """The words looked for, in the order typed."""
        return tuple(word for group in self.groups for term in group for word in term.words)


def parse(text: str) -> Query | None:
    """Return the search that a person typed, or ``None`` for no words at all.

    Words are all wanted; ``"…"`` keeps words together, ``OR`` between two gives a choice, ``-word`` refuses,
    ``word*`` lets the word go on. Anything else is read as words, never as an error.

    Raises:
        LedgerError: the search only refuses, so nothing is looked for.
    """
    groups: list[tuple[Term, ...]] = []
    refused: list[Term] = []
    either = False
    for match in _TOKEN.finditer(text):
        if match["word"] == "OR" and groups:
            either = True
            continue
        said = match["phrase"] if match["word"] is None else match["word"]
        words = tuple(_WORD.findall(said))
        if not words:
            continue
        term = Term(words, match["word"] is not None and said.endswith("*"))
        if match["minus"]:
            refused.append(term)
        elif either:
            groups[-1] = (*groups[-1], term)
        else:
            groups.append((term,))
        either = False
    if refused and not groups:
        raise LedgerError(f"the search {text!r} only says what it does not want", "Add a word to look for.")
    return Query(tuple(groups), tuple(refused)) if groups else None
