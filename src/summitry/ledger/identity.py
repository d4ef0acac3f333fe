"""Whether two texts tell of one engagement: every reason with its weight, and who goes with whom.

Pure functions. What they are given decides what they say, never the order in which it came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from summitry.ledger.fold import same_name, words_of

# A pair of accounts is one engagement from this sum of weights on; a mention is of an engagement from the second.
THRESHOLD = 5.0
MENTION_THRESHOLD = 3.0
# Longest window, in days, that still says when an engagement is to be; and that a visit lasts.
WIDEST = 400
_VISIT_DAYS = 10
_SAME_FORMS = (frozenset({"meeting", "visit"}), frozenset({"call", "video-conference"}))

Reason = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Account:
    """What identity looks at.

    Args:
        id: of the record, or ``text:`` and the document's for a joint text without an engagement of its own.
        document: id of its document.
        kind: ``account``, ``text``, or a mention in another text: ``plan`` (to come), ``mention`` (past).
        publisher: codes of the publishing sides.
        parties: codes of those who met.
        first: first day on which it may have been; ``last``: the last one (ISO).
        dated: whether the text gives the date (else it is that of publication).
        published: last day of publication (ISO).
        names: party → name keys of its participants.
        words: folded words that a mention says of it.
    """

    id: str
    document: str
    kind: str
    publisher: tuple[str, ...]
    parties: tuple[str, ...]
    first: str | None
    last: str | None
    dated: bool = True
    published: str | None = None
    form: str | None = None
    level: str | None = None
    ordinal: int | None = None
    place: tuple[str, ...] = ()
    occasion: tuple[str, ...] = ()
    names: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    words: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether the text gives one day."""
        return self.dated and self.first is not None and self.first == self.last


@dataclass(frozen=True, slots=True)
class Match:
    """How much speaks for two texts telling of one engagement, reason by reason."""

    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's word on two accounts: of one engagement, or not; a later one (``order``) goes before an earlier."""

    a: str
    b: str
    same: bool
    order: int


def match(a: Account, b: Account) -> Match | None:
    """Return how well two accounts fit, or ``None`` where they cannot be of one engagement."""
    if barred(a, b):
        return None
    day, sides = _day(a, b), _sides(a.parties, b.parties)
    if day is None or sides is None:
        return None
    reasons = [day, sides, *_form(a, b), *_people(a, b), *_details(a, b)]
    return Match(round(sum(weight for _, weight in reasons), 3), tuple(reasons))


def barred(a: Account, b: Account) -> bool:
    """Whether two accounts exclude each other: one document's, or one publisher's of two meetings."""
    if a.document == b.document:
        return True
    return a.kind == b.kind == "account" and bool(a.publisher) and a.publisher == b.publisher and _two_meetings(a, b)


def _two_meetings(a: Account, b: Account) -> bool:
    """Whether a publisher that tells of the same parties twice means two meetings.

    It writes a text for each, so that only what agrees in day, parties and people is the same meeting told twice.
    """
    if a.dated and b.dated:
        other_day = (a.first, a.last) != (b.first, b.last)
    else:
        other_day = not (a.dated or b.dated) and a.published != b.published
    if other_day or set(a.parties) != set(b.parties) or set(a.names) != set(b.names):
        return True
    return not all(_met(a, b, party) for party in a.names)


def match_mention(mention: Account, account: Account) -> Match | None:
    """Return how well a planned or past meeting that a text mentions fits an engagement, or ``None``."""
    if mention.document == account.document or not set(account.parties) <= set(mention.parties):
        return None
    if not _in_time(mention, account):
        return None
    first, last = mention.first or mention.last, mention.last
    days = (_date(last) - _date(first)).days
    reasons: list[Reason] = [_window(days)]
    equal = set(account.parties) == set(mention.parties)
    reasons.append(("the same parties", 1.0) if equal else ("some of the parties", -0.5))
    if mention.level and account.level and account.level != "mixed":
        reasons.append(("the same level", 1.5) if mention.level == account.level else ("another level", -3.0))
    if mention.form and account.form:
        reasons += [("the same form", 0.5)] if _alike(mention.form, account.form) else [("another form", -1.0)]
    for name, words in (("place", account.place), ("occasion", account.occasion)):
        if set(words) & set(mention.words):
            reasons.append((f"the same {name}", 1.5))
    return Match(round(sum(weight for _, weight in reasons), 3), tuple(reasons))


def cluster(
    accounts: Mapping[str, Account], edges: Iterable[tuple[str, str, float]], rulings: Iterable[Ruling] = ()
) -> dict[str, str]:
    """Return for each account the engagement it is of: the smallest id among its accounts.

    Persons' rulings come first, the latest before the earlier; then the best fits. No step joins what a ruling or
    the accounts themselves keep apart, except a ruling.
    """
    groups = {name: [name] for name in accounts}
    apart: set[frozenset[str]] = set()
    latest: dict[frozenset[str], Ruling] = {}
    for ruling in sorted(rulings, key=lambda r: r.order):
        latest[frozenset((ruling.a, ruling.b))] = ruling
    for ruling in sorted(latest.values(), key=lambda r: (-r.order, r.a, r.b)):
        if ruling.a not in accounts or ruling.b not in accounts:
            continue
        if not ruling.same:
            apart.add(frozenset((ruling.a, ruling.b)))
        else:
            _join(groups, ruling.a, ruling.b, lambda x, y: frozenset((x, y)) in apart)

    def kept_apart(x: str, y: str) -> bool:
        return frozenset((x, y)) in apart or barred(accounts[x], accounts[y])

    for a, b, _ in sorted(edges, key=lambda edge: (-edge[2], min(edge[:2]), max(edge[:2]))):
        if a in accounts and b in accounts:
            _join(groups, a, b, kept_apart)
    return {name: min(members) for name, members in groups.items()}


def best(fits: Iterable[tuple[str, Match]], accounts: Mapping[str, Account]) -> tuple[str, Match] | None:
    """Return the engagement that a mention fits best; of equal ones the earliest."""
    found = [fit for fit in fits if fit[0] in accounts and fit[1].score >= MENTION_THRESHOLD]
    return min(found, key=lambda fit: (-fit[1].score, accounts[fit[0]].first or "", fit[0]), default=None)


def edges_among(accounts: Iterable[Account]) -> Iterator[tuple[str, str, Match]]:
    """Yield all pairs that fit, found by going along the days; no pair further apart than a window is looked at."""
    dated = sorted((a for a in accounts if a.first and a.last), key=lambda a: (a.first or "", a.id))
    for place, one in enumerate(dated):
        assert one.last is not None
        end = date.fromordinal(_date(one.last).toordinal() + 1).isoformat()
        for other in dated[place + 1 :]:
            assert other.first is not None
            if other.first > end:
                break
            found = match(one, other)
            if found and found.score >= THRESHOLD:
                yield min(one.id, other.id), max(one.id, other.id), found


def _join(groups: dict[str, list[str]], a: str, b: str, kept_apart: Callable[[str, str], bool]) -> None:
    one, other = groups[a], groups[b]
    if one is other or any(kept_apart(x, y) for x in one for y in other):
        return
    one.extend(other)
    for name in other:
        groups[name] = one


def _date(day: str | None) -> date:
    assert day is not None
    return date.fromisoformat(day)


def _day(a: Account, b: Account) -> Reason | None:
    if not (a.first and a.last and b.first and b.last):
        return None
    if a.exact and b.exact and a.first == b.first:
        return ("the same day", 3.0)
    gap = max((_date(a.first) - _date(b.last)).days, (_date(b.first) - _date(a.last)).days)
    if gap > 1 or (gap == 1 and not (a.dated and b.dated)):
        return None
    if gap == 1:
        return ("a day apart, as two time zones may print it", 1.0)
    if not (a.dated and b.dated):
        return ("published within days of it", 1.0)
    longest = max((_date(x.last) - _date(x.first)).days for x in (a, b))
    return ("within the days of the visit", 2.0) if longest <= _VISIT_DAYS else ("within the window", 0.5)


def _sides(a: tuple[str, ...], b: tuple[str, ...]) -> Reason | None:
    one, other = set(a), set(b)
    if len(one & other) < 2:
        return None
    if one == other:
        return ("the same parties", 2.0)
    if one <= other or other <= one:
        return ("the parties of one are among those of the other", 1.0)
    return ("most of the parties", 0.5) if 2 * len(one & other) >= len(one | other) else None


def _alike(a: str, b: str) -> bool:
    return a == b or any({a, b} <= forms for forms in _SAME_FORMS)


def _form(a: Account, b: Account) -> Iterator[Reason]:
    if not (a.form and b.form):
        if "text" in (a.kind, b.kind):
            yield ("a joint text of the day", 1.0)
    elif a.form == b.form:
        yield ("the same form", 1.0)
    elif _alike(a.form, b.form):
        yield ("forms that go together", 0.3)
    else:
        yield ("another form", -5.0)


def _people(a: Account, b: Account) -> Iterator[Reason]:
    same = 0
    for party in sorted(set(a.names) & set(b.names)):
        if _met(a, b, party):
            same += 1
            if same <= 2:
                yield (f"the same person for {party}", 2.0)
        else:
            yield (f"other people for {party}", -3.0)


def _met(a: Account, b: Account, party: str) -> bool:
    return any(same_name(x, y) for x in a.names[party] for y in b.names[party])


def _details(a: Account, b: Account) -> Iterator[Reason]:
    if a.level and b.level and "mixed" not in (a.level, b.level):
        yield ("the same level", 0.5) if a.level == b.level else ("another level", -1.5)
    if a.ordinal is not None and b.ordinal is not None:
        yield ("the same number in the series", 2.0) if a.ordinal == b.ordinal else ("another number", -1.0)
    for name, one, other in (("place", a.place, b.place), ("occasion", a.occasion, b.occasion)):
        if one and other:
            yield (f"the same {name}", 0.5) if set(one) & set(other) else (f"another {name}", -0.5)


def _in_time(mention: Account, account: Account) -> bool:
    if not (mention.last and account.first and account.last and account.dated and mention.published):
        return False
    first = mention.first or mention.last
    if account.last < first or account.first > mention.last:
        return False
    if (_date(mention.last) - _date(first)).days > WIDEST:
        return False
    # A plan is met by what comes after its text, a mention tells of what came before.
    return account.last > mention.published if mention.kind == "plan" else account.first <= mention.published


def _window(days: int) -> Reason:
    for widest, weight in ((0, 2.0), (31, 1.5), (122, 1.0)):
        if days <= widest:
            return (f"within the {days + 1} days named" if days else "on the day named", weight)
    return ("within the year named", -0.5)


def content_words(text: str | None) -> tuple[str, ...]:
    """Return the words of a place or occasion by which it is known again."""
    return tuple(sorted({word for word in words_of(text or "") if len(word) > 2 and word not in _EMPTY}))


_EMPTY = frozenset(
    {"the", "and", "for", "meeting", "summit", "city", "state", "republic", "international", "conference"}
)
