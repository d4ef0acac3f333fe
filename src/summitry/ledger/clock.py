"""Times of entries: UTC, to the microsecond, as text that sorts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from summitry.model.edtf import Edtf
from summitry.model.errors import LedgerError, RecordError

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present time in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return a moment as an entry's time.

    Raises:
        LedgerError: the moment does not say which zone it is of.
    """
    if moment.tzinfo is None:
        raise LedgerError(
            f"a time without a zone: {moment.isoformat()}", "Give the ledger a clock that knows its zone."
        )
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def end_of(day: date) -> str:
    """Return the last moment of a day in UTC, as an entry's time."""
    return f"{day.isoformat()}T23:59:59.999999Z"


def as_day(value: date | str | None) -> date | None:
    """Return a day given as a date or in ISO notation.

    Raises:
        LedgerError: it is neither.
    """
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    try:
        return value.date() if isinstance(value, datetime) else date.fromisoformat(value)
    except ValueError as error:
        raise LedgerError(f"not a day: {value!r}", "Write it as 2018-05-26.") from error


def bounds(value: str | None) -> tuple[str | None, str | None]:
    """Return the first and last day of an EDTF date in ISO notation; two ``None`` for none or an unreadable one."""
    if value is None:
        return None, None
    try:
        first, last = Edtf(value).bounds
    except RecordError:
        return None, None
    return (first.isoformat() if first else None, last.isoformat() if last else None)
