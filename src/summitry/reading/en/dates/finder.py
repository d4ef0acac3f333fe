"""Finding the date expressions of a text, in order and without overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from summitry.model.edtf import Edtf
from summitry.model.errors import RecordError
from summitry.reading.en.dates.bounds import Found, carry, dated
from summitry.reading.en.dates.events import event, holds_date
from summitry.reading.en.dates.lengths import Hit, horizon, in_offset, length, offset
from summitry.reading.en.dates.nearest import Context, Tense
from summitry.reading.en.dates.nodes import Bound, Node, Nth, Offset, Part, Span, Undated, Unit
from summitry.reading.en.dates.recurrence import recurrence
from summitry.reading.en.dates.resolve import resolve
from summitry.reading.en.dates.roles import role_of
from summitry.reading.en.dates.stretch import Stretch
from summitry.reading.en.dates.tense import tense_at
from summitry.reading.en.dates.tokens import Tokens, tokenise
from summitry.reading.en.dates.vocabulary import around, vocabulary

# No expression has more words than this before its first word of time.
_REACH = 10


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A time expression of a text.

    Args:
        text: its words as printed.
        start: offset of its first character.
        end: offset after its last character.
        value: what it means, or ``None`` where it has no date.
        role: ``time``, ``past``, ``deadline`` or ``duration``.
        rule: name of the rule that found it.
        full_start: offset of the preposition before it ("in early October"), or ``start``.
    """

    text: str
    start: int
    end: int
    value: Edtf | None
    role: str
    rule: str
    full_start: int


# One sentence is asked about by several readers in turn; the answer is immutable.
@lru_cache(maxsize=512)
def find_dates(
    text: str, reference: Edtf | date | str | None = None, tense: Tense | None = None
) -> tuple[DateExpression, ...]:
    """Return the time expressions of a text, in order, without overlap.

    Args:
        text: one sentence or many.
        reference: the day that relative dates count from: a day, or EDTF, of which the first day is taken.
        tense: whether the text speaks of the past or the future, where the caller knows; else its verbs decide.

    Raises:
        RecordError: ``reference`` is a string that is not EDTF.
    """
    day = reference_day(reference)
    tokens = tokenise(text)
    found = tuple(_scan(tokens))
    out: list[DateExpression] = []
    anchor: tuple[int, date] | None = None
    for item in found:
        sentence = tokens.sentence(item.start)[0]
        cue = tense or _tense(tokens, item)
        if cue == "past" and tokens.low[item.start] == "in" and _is_offset(item.node):
            item = Found(Undated("duration", "length"), item.start + 1, item.end)
        kept = anchor[1] if anchor and anchor[0] == sentence else None
        context = _context(tokens, item, Context(day, cue, kept))
        value = resolve(item.node, context)
        if value and value.low and not isinstance(item.node, Bound):
            anchor = sentence, value.first
        out.append(_expression(tokens, item, value, role_of(item.node, value, day, cue)))
    return tuple(out)


def value_of(text: str, reference: Edtf | date | str | None = None, tense: Tense | None = None) -> Edtf | None:
    """Return the value of one expression, or ``None`` where the text holds none with a value."""
    return next((e.value for e in find_dates(text, reference, tense) if e.value), None)


def reference_day(reference: Edtf | date | str | None) -> date | None:
    """Return the day that a reference stands for.

    Raises:
        RecordError: it is a string that is not EDTF.
    """
    if reference is None or isinstance(reference, date):
        return reference
    first, last = (Edtf(reference) if isinstance(reference, str) else reference).bounds
    return first or last


def _tense(tokens: Tokens, item: Found) -> Tense | None:
    node = item.node
    if isinstance(node, Bound) and not node.until and tokens.low[item.start] == "since":
        return "past"
    if isinstance(node, Span) and tokens.low[item.start] == "since":
        return "past"
    if tokens.low[item.start] in ("towards", "toward", "within", "inside"):
        return "future"
    same_day = isinstance(node, Unit) and node.unit == "day" and not node.shift
    cue = tense_at(tokens, item.start, item.end, infinitives=not same_day)
    return cue if not (isinstance(node, Bound) and node.until) else _tense_of_limit(node.of, cue)


def _is_offset(node: Node) -> bool:
    """ "In two years" of what is over is a length."""
    return isinstance(node, Offset) or (isinstance(node, Undated) and node.rule == "vague-offset")


def _tense_of_limit(of: Node, cue: Tense | None) -> Tense | None:
    """A limit lies ahead unless it is over: "lasted until March" is the nearest March.

    "The end of the year" as a limit is that of the present year.
    """
    loose = isinstance(of, Part | Nth) and isinstance(of.of, Unit)
    return "future" if loose or cue != "past" else None


def _context(tokens: Tokens, item: Found, context: Context) -> Context:
    words = vocabulary()
    span = tokens.low[slice(*tokens.sentence(item.start))]
    fiscal = next((words.fiscal_cues[w] for w in span if w in words.fiscal_cues), "")
    money = any(words.money_cues.match(tokens, k) for k in range(*tokens.sentence(item.start)))
    return replace(context, fiscal=fiscal, money=money)


def _expression(tokens: Tokens, item: Found, value: Stretch | None, role: str) -> DateExpression:
    start, end = tokens.starts[item.start], tokens.ends[item.end - 1]
    rule = item.node.rule if isinstance(item.node, Undated) else type(item.node).__name__.lower()
    full = tokens.starts[_full_start(tokens, item.start)]
    return DateExpression(tokens.text[start:end], start, end, _edtf(value), role, f"date:{rule}", full)


def _edtf(value: Stretch | None) -> Edtf | None:
    """The notation, or ``None`` for what no notation can say (a year before 1)."""
    try:
        return value.edtf() if value else None
    except RecordError:
        return None


def _full_start(tokens: Tokens, start: int) -> int:
    before = vocabulary().prepositions.ending(tokens, start)
    return start if before is None or before < tokens.sentence(start)[0] else before


def _scan(tokens: Tokens) -> Iterator[Found]:
    """Yield what is found, from left to right, the longest at each word; events give way to dates."""
    dates = list(_dates(tokens))
    taken = {k for item in dates for k in range(item.start, item.end)}
    events = [e for e in _events(tokens) if not holds_date(tokens, e, taken)]
    yield from sorted((*dates, *events), key=lambda item: item.start)


def _dates(tokens: Tokens) -> Iterator[Found]:
    at = 0
    distances = _distances(tokens)
    while at < tokens.size:
        found = _longest(tokens, at, bare=distances[at] > _REACH) if _may_open(tokens.low[at]) else None
        if not found:
            at += 1
            continue
        while found:
            yield found
            at = found.end
            found = carry(tokens, found)


def _events(tokens: Tokens) -> Iterator[Found]:
    at = 0
    while at < tokens.size:
        found = event(tokens, at)
        if found:
            yield found
        at = found.end if found else at + 1


def _may_open(word: str) -> bool:
    return word in _triggers() or word[0].isdigit() or word[:2] in ("fy", "jf")


def _distances(tokens: Tokens) -> list[int]:
    """How far each word is from the next one that speaks of time: a date does not begin far from it."""
    out = [0] * tokens.size
    distance = _REACH + 1
    cores = _cores()
    for at in range(tokens.size - 1, -1, -1):
        word = tokens.low[at]
        distance = 0 if word in cores or word[0].isdigit() or word[:2] in ("fy", "jf") else distance + 1
        out[at] = distance
    return out


def _longest(tokens: Tokens, at: int, bare: bool) -> Found | None:
    """The longest expression that begins at a word; far from words of time (``bare``) only a set phrase can."""
    best = None if bare else dated(tokens, at)
    for rule in _PHRASES if bare else _RULES:
        hit = rule(tokens, at)
        if hit and (best is None or hit[1] > best.end):
            best = Found(hit[0], at, hit[1])
    return best


def _vague(tokens: Tokens, at: int) -> Hit | None:
    found = vocabulary().vague.match(tokens, at)
    if not found or tokens.low[found[1]] == "after" or tokens.before(at) in ("as", "too", "so", "how"):
        return None
    node: Node = Undated(found[0], "vague")  # type: ignore[arg-type]
    return node, found[1]


def _plain_length(tokens: Tokens, at: int) -> Hit | None:
    """A length; "over" before it counts as its word only after a preposition ("for over five years")."""
    if tokens.low[at] == "over" and tokens.before(at) not in around("after_preposition_over"):
        return None
    return length(tokens, at)


_PHRASES: tuple[Callable[[Tokens, int], Hit | None], ...] = (_vague, recurrence)
_RULES: tuple[Callable[[Tokens, int], Hit | None], ...] = (
    _vague,
    recurrence,
    in_offset,
    offset,
    horizon,
    _plain_length,
)


@cache
def _cores() -> frozenset[str]:
    """Words that speak of time: units, months, weekdays, seasons, decades, feasts."""
    words = vocabulary()
    mappings = (
        words.months, words.month_abbreviations, words.weekdays, words.weekday_abbreviations, words.seasons,
        words.decade_words, words.units, words.periods, words.day_parts,
    )  # fmt: skip
    return around("clock_words").union(*mappings, words.today.by_first, words.holidays.by_first) - {"the"}


@cache
def _triggers() -> frozenset[str]:
    """First words of all rules: elsewhere no expression begins."""
    words = vocabulary()
    mappings = (
        words.months, words.month_abbreviations, words.weekdays, words.weekday_abbreviations, words.seasons,
        words.numbers, words.ordinals, words.roman, words.units, words.periods, words.fiscal_words, words.shifts,
        words.horizons, words.frequencies, words.recurring_adverbs,
    )  # fmt: skip
    tables = (
        words.approximators, words.vague_counts, words.bounds, words.today, words.holidays, words.parts,
        words.part_nouns, words.vague, words.recurring,
    )  # fmt: skip
    return around("openers").union(*mappings, *(table.by_first for table in tables))
