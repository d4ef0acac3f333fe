"""What a person names when deciding: records by the beginning of their id, series, officials, instruments, issues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import shorten

from summitry.ledger import Finding, Ledger
from summitry.model.errors import SummitryError
from summitry.views.issues import SUBJECT, issues
from summitry.views.question import Question
from summitry.views.words import printable

# An id has 16 digits; fewer of them than this mean too much.
_LEAST = 4
# Records shown where the beginning of an id means several.
_SHOWN = 5
_HINT = "Ids stand in: summitry review --list, and in every list with --format csv."


def record_named(ledger: Ledger, name: str, kind: str = "") -> Finding:
    """Return the record that an id, or the beginning of one, names.

    Args:
        ledger: the ledger to ask.
        name: the id; four of its digits or more are enough where they are of one record only.
        kind: the kind that it must be of (``engagements`` …); any without it.

    Raises:
        SummitryError: there is none, there are several, or it is of another kind.
    """
    found = _record(ledger, name)
    if found is None:
        raise SummitryError(f"there is no record {name!r} in the ledger", _HINT)
    if kind and found.kind_of_record != kind:
        raise SummitryError(f"{found.id} is one of the {found.kind_of_record}, not of the {kind}", _HINT)
    return found


def subject_named(ledger: Ledger, name: str) -> str:
    """Return the subject of a decision about whatever a person names.

    That is the id of a record, or the key of a series, official, instrument or issue, by its key or its name.

    Raises:
        SummitryError: nothing is called so, or several records are.
    """
    found = _record(ledger, name)
    if found is not None:
        return found.id
    wanted = printable(name).casefold()
    for key, names in _known(ledger):
        if name == key or wanted in (printable(n).casefold() for n in names):
            return key
    raise SummitryError(f"there is no record, series, official, instrument or issue {name!r} in the ledger", _HINT)


def _record(ledger: Ledger, name: str) -> Finding | None:
    exact = ledger.record(name)
    if exact is not None or len(name) < _LEAST:
        return exact
    begun = ledger.record_ids(name, limit=_SHOWN + 1)
    if len(begun) > 1:
        shown = "; ".join(_told(ledger, begun[:_SHOWN]))
        raise SummitryError(f"{name!r} begins more than one id: {shown}", "Give more of the id.")
    return ledger.record(begun[0]) if begun else None


def _told(ledger: Ledger, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        finding = ledger.record(name)
        if finding is not None:
            yield f"{name} ({finding.kind_of_record}: {shorten(printable(finding.quote), 60, placeholder='…')})"


def _known(ledger: Ledger) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The keys that names can be given to, cheapest first, each with the names that it goes by."""
    yield from ((run.key, (run.name,)) for run in ledger.series())
    yield from ((row.key, row.names) for row in ledger.officials())
    yield from ((row.key, (row.name,)) for row in ledger.instruments())
    yield from ((SUBJECT + issue.key, (issue.key, issue.name)) for issue in issues(ledger, Question()))
