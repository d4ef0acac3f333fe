"""Whether a later engagement is the one that was promised: its parties, level, form, people, place and time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from summitry.ledger.fold import name_key, same_name, words_of
from summitry.ledger.followup.cues import cue, cues_by_deed, folded
from summitry.ledger.followup.dates import days_in
from summitry.ledger.followup.promise import Promise
from summitry.ledger.gathering import first_meaning
from summitry.ledger.identity import Account

# From this sum on an engagement is the promised one.
THRESHOLD = 2.0
# An engagement keeps a promise this many days after its window at most; one without a window within so many days.
_LATE = 120
_SOON = 400
# A promise whose own words (people, places and parties left out) weigh more is of a named happening, known by its name.
_NAMED = 0.8
# Days that still name one meeting.
_NARROW = 16
_TELLING = 0.5

Reason = tuple[str, float]


def meets(promise: Promise, account: Account) -> tuple[float, tuple[Reason, ...]] | None:
    """Return how well an engagement fits a promise to meet, with the reasons, or ``None`` where it is another one."""
    if promise.deed != "meet" or not account.first or (promise.kind == "continuing" and not promise.happenings):
        return None
    if set(account.parties) != set(promise.parties) or not _level(promise, account):
        return None
    time = _time(promise, account)
    form = _form(promise, account)
    if time is None or form is None:
        return None
    reasons = [time, form, *_people(promise, account), *_words(promise, account)]
    if promise.level and promise.level == account.level:
        said = first_meaning("en", "levels", folded(promise.text)) == account.level
        reasons.append(("the level named", 1.0) if said else ("the same level", 0.5))
    score = round(sum(weight for _, weight in reasons), 3)
    return (score, tuple(reasons)) if score >= THRESHOLD else None


def meeting_years(promise: Promise) -> tuple[str, ...]:
    """Return the years in which an engagement would keep a promise to meet."""
    if promise.deed != "meet":
        return ()
    first, last = promise.due
    begin = max(first or promise.day, promise.day)
    end = date.fromisoformat(last or begin) + timedelta(days=_LATE if last else _SOON)
    return tuple(str(year) for year in range(int(begin[:4]), max(end.year, int(begin[:4])) + 1))


def told_years(promise: Promise) -> tuple[str, ...]:
    """Return the years by which a sentence can tell of the very days that were promised."""
    first, last = promise.due
    if promise.deed != "meet" or promise.named or not (first and last) or _days(first, last) > _NARROW:
        return ()
    return tuple(sorted({first[:4], last[:4]}))


def _level(promise: Promise, account: Account) -> bool:
    return not (promise.level and account.level) or promise.level == account.level


def _time(promise: Promise, account: Account) -> Reason | None:
    first, last = promise.due
    assert account.first is not None
    if account.first <= promise.day:
        return None
    if last is None:
        begin = first or promise.day
        after = _days(max(begin, promise.day), account.first)
        return ("within the year after the promise", 0.5) if 0 <= after <= _SOON else None
    if first and (account.last or account.first) < first:
        return None
    if account.first <= last:
        wide = _days(first or promise.day, last)
        return ("on the day promised", 2.0) if wide <= 7 else ("in the time promised", 1.5)
    return ("after the time promised", 0.5) if _days(last, account.first) <= _LATE else None


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _form(promise: Promise, account: Account) -> Reason | None:
    low = folded(promise.text)
    asked = first_meaning("en", "forms", low)
    if cue("person").search(low) or asked == "visit":
        return ("in person", 0.7) if account.form in ("meeting", "visit") else None
    if asked in ("call", "video-conference"):
        return ("the same form", 0.7) if account.form in ("call", "video-conference", "meeting") else None
    if account.form in ("meeting", "visit", "video-conference", None):
        return ("a meeting", 0.5)
    return None


def _people(promise: Promise, account: Account) -> Iterator[Reason]:
    said = {key for word in words_of(promise.text) for key in [name_key(word)] if key}
    if any(same_name(key, one) for keys in account.names.values() for key in keys for one in said):
        yield ("a person named in the promise", 0.7)


def _words(promise: Promise, account: Account) -> Iterator[Reason]:
    said = set(words_of(promise.text))
    for name, words in (("place", account.place), ("occasion", account.occasion)):
        if set(words) & said:
            yield (f"the same {name}", 1.0)
    if promise.ordinal is not None and account.ordinal is not None:
        yield ("the same number", 1.0) if promise.ordinal == account.ordinal else ("another number", -2.0)
    if promise.named or sum(weight for weight in promise.terms.values() if weight >= _TELLING) > _NAMED:
        yield ("a happening of a name of its own", -1.5)


def told(promise: Promise, text: str) -> bool:
    """Whether a sentence tells, as of the past, of a meeting or visit in the very days that were promised."""
    first, last = promise.due
    if not (first and last and told_years(promise)):
        return False
    low = folded(text)
    if not any(first <= begin and end <= last and _days(begin, end) <= _NARROW for begin, end in days_in(low)):
        return False
    asked = first_meaning("en", "forms", folded(promise.text))
    form = asked is None or asked == first_meaning("en", "forms", low) or asked == "meeting"
    return form and cues_by_deed("done")["meet"].search(low) is not None
