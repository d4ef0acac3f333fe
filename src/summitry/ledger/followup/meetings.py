"""Whether a later engagement is the one that was promised: its parties, level, form, people, place and time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from summitry.ledger.fold import name_key, same_name, words_of
from summitry.ledger.followup.cues import cue, cues_by_deed, folded, ordinals_of, soon
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
# Stems by which a text speaks of one of a run.
_RUN = ("annual", "inaugur")
# Days that still name one meeting.
_NARROW = 16
_TELLING = 0.5

_COMING = re.compile(r"\b(?:coming|next few|following|within)\s+(days|weeks|months)\b")

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
        reasons.append(("the level named", 1.0) if promise.level_named else ("the same level", 0.5))
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
    if not _to_meet(promise) or not (first and last) or _days(first, last) > _NARROW:
        return ()
    return tuple(sorted({first[:4], last[:4]}))


def _level(promise: Promise, account: Account) -> bool:
    if not (promise.level and account.level) or promise.level == account.level:
        return True
    # Where the sides' ranks differ, only a level that the promise itself names speaks against it.
    return "mixed" in (promise.level, account.level) and not promise.level_named


def _time(promise: Promise, account: Account) -> Reason | None:
    first, last = promise.due
    assert account.first is not None
    if account.first <= promise.day:
        return None
    if last is None:
        begin = first or promise.day
        after = _days(max(begin, promise.day), account.first)
        return ("as soon as promised", 0.5) if 0 <= after <= _within(promise) else None
    if first and (account.last or account.first) < first:
        return None
    if account.first <= last:
        wide = _days(first or promise.day, last)
        return ("on the day promised", 2.0) if wide <= 7 else ("in the time promised", 1.5)
    return ("after the time promised", 0.5) if _days(last, account.first) <= _LATE else None


def _within(promise: Promise) -> int:
    said = _COMING.search(folded(promise.text))
    return soon().get(said[1], _SOON) if said else _SOON


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


def told(promise: Promise, text: str) -> str:
    """Return why a sentence tells, as of the past, of the meeting or visit that was promised; empty where it does not.

    It gives the very days that were promised; or it tells of one of a run of meetings, at the level promised.
    """
    low = folded(text)
    if not _to_meet(promise) or not cues_by_deed("done")["meet"].search(low):
        return ""
    first, last = promise.due
    if first and last and told_years(promise):
        asked = first_meaning("en", "forms", folded(promise.text))
        fits = asked in (None, "meeting", first_meaning("en", "forms", low))
        here = any(first <= begin and end <= last and _days(begin, end) <= _NARROW for begin, end in days_in(low))
        return "in the days promised" if fits and here else ""
    if not promise.recurring or not (cue("recurring").search(low) or any(ordinals_of(low))):
        return ""
    level = first_meaning("en", "levels", folded(promise.text))
    return "one of the run promised" if level and level == first_meaning("en", "levels", low) else ""


def told_stems(promise: Promise) -> tuple[str, ...]:
    """Return the words, one of which a sentence holds that tells of a promised meeting without sharing its words."""
    if promise.recurring and _to_meet(promise):
        return _RUN
    return tuple(f"#{year}" for year in told_years(promise))


def _to_meet(promise: Promise) -> bool:
    return promise.deed == "meet" and not promise.named
