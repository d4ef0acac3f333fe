"""From a document's records to what identity looks at: its accounts, and the meetings that it mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from summitry.data import load
from summitry.ledger.clock import bounds
from summitry.ledger.fold import fold, name_key, words_of
from summitry.ledger.identity import WIDEST, Account, content_words
from summitry.model.codec import Json

# Kinds of documents that tell of a meeting of their sides even where no engagement was read from them.
_JOINT_TEXTS = frozenset({"joint-statement", "communique", "fact-sheet", "press-remarks"})
# An account without a date tells of a meeting at most this many days before its publication.
_LATE = 3
# A date that leaves more days open says nothing of which meeting it was.
_OPEN = 31
# Longest window of a past meeting that is mentioned, in days.
_PAST = 62


@dataclass(frozen=True, slots=True)
class Page:
    """What identity needs of a document; ``day`` is the last day of its publication (ISO), ``sides`` are codes."""

    id: str
    kind: str
    language: str
    publisher: tuple[str, ...]
    sides: tuple[str, ...]
    day: str | None


def accounts_of(page: Page, found: Iterable[tuple[str, str, Json]]) -> Iterator[Account]:
    """Yield the accounts and mentions in a document's records, given as (kind, id, data)."""
    told = False
    seen: set[str] = set()
    for kind, identity, data in found:
        if identity in seen:
            continue
        seen.add(identity)
        if kind == "engagements":
            told = True
            yield _account(page, identity, data)
        elif kind in ("commitments", "events"):
            yield from _mention(page, kind, identity, data)
    if not told and page.kind in _JOINT_TEXTS and len(page.sides) > 1 and page.day:
        yield Account(
            f"text:{page.id}", page.id, "text", page.publisher, page.sides, page.day, page.day, published=page.day
        )


def dump(account: Account) -> Json:
    """Return an account as JSON-ready data."""
    return asdict(account)


def undump(data: Json) -> Account:
    """Return the account that :func:`dump` wrote."""
    lists = ("publisher", "parties", "place", "occasion", "words")
    names = {party: tuple(tuple(key) for key in keys) for party, keys in data["names"].items()}
    return Account(**{**data, **{name: tuple(data[name]) for name in lists}, "names": names})


def _account(page: Page, identity: str, data: Json) -> Account:
    names: dict[str, list[tuple[str, ...]]] = {}
    for person in data["participants"]:
        key = name_key(person["name"])
        if person["party"] and key:
            names.setdefault(person["party"], []).append(key)
    parties = sorted({*data["sides"], *names})
    first, last, dated = _when(page, data["date"])
    return Account(
        identity,
        page.id,
        "account",
        page.publisher,
        tuple(parties) if len(parties) > 1 else page.sides,
        first,
        last,
        dated,
        page.day,
        data["form"],
        data["level"],
        data["ordinal"],
        content_words(data["place"]),
        content_words(data["occasion"]),
        {party: tuple(sorted(keys)) for party, keys in sorted(names.items())},
    )


def _when(page: Page, edtf: str | None) -> tuple[str | None, str | None, bool]:
    first, last = bounds(edtf)
    if first and last and _days(first, last) <= _OPEN:
        return first, last, True
    if edtf is None and page.day:
        return (date.fromisoformat(page.day) - timedelta(days=_LATE)).isoformat(), page.day, False
    return None, None, True


def _mention(page: Page, kind: str, identity: str, data: Json) -> Iterator[Account]:
    if kind == "commitments" and data["kind"] != "engagement":
        return
    said = data["quote"] if kind == "commitments" else data["name"]
    form = first_meaning(page.language, "forms", said)
    if kind == "events" and not form:
        return
    plan = kind == "commitments" or data["status"] == "planned"
    first, last = bounds(data["due"] if kind == "commitments" else data["when"])
    if plan and last and not first:
        first = page.day
    if not (first and last and page.day) or not 0 <= _days(first, last) <= (WIDEST if plan else _PAST):
        return
    # Who undertakes to meet says who is to meet, unless one side alone does.
    undertaking = tuple(sorted(data.get("parties", ())))
    yield Account(
        identity,
        page.id,
        "plan" if plan else "mention",
        page.publisher,
        undertaking if len(undertaking) > 1 else page.sides,
        first,
        last,
        published=page.day,
        form=form,
        level=first_meaning(page.language, "levels", f"{said} {data.get('body') or ''}"),
        words=words_of(data["quote"]),
    )


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def first_meaning(language: str, group: str, text: str) -> str | None:
    """Return the first meaning of a group (``levels``, ``forms``) whose words stand in the text, or ``None``."""
    folded = fold(text)
    return next((name for name, pattern in _patterns(language)[group].items() if pattern.search(folded)), None)


@cache
def _patterns(language: str) -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    try:
        words: dict[str, dict[str, list[Any]]] = load(f"{language.partition('-')[0]}/engagement_words")
    except FileNotFoundError:
        return {"levels": {}, "forms": {}}
    return {
        group: {name: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, said))})s?(?!\w)") for name, said in of.items()}
        for group, of in words.items()
    }
