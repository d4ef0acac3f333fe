"""A commitment as it is followed: its words with their weights, what it is to do, when, and who is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from summitry.ledger.clock import bounds
from summitry.ledger.followup.cues import cue, cues_by_deed, folded, happenings_in, lead_stems, ordinals_of, plain_names
from summitry.ledger.followup.named import things
from summitry.ledger.followup.words import Word, name_stems, pairs, side_stems, words_of
from summitry.ledger.gathering import first_meaning
from summitry.model.codec import Json

# Words of the aim, and those around the promise, tell less than those of its object.
_AIM = 0.35
_AROUND = 0.6
_TITLED = 0.4
# The place where people are to meet tells little of which meeting it is.
_PLACE = 0.3
_AT_PLACE = re.compile(r"\b(?:in|at|to)(?: the)?\s+$")
# A head that stands alone: its name was given before.
_BARE = re.compile(r"\b(?:the|this|that|next|such|first|second|third)\s+([A-Z][a-z]{4,})\b(?!\s+[A-Z])(?!\s+of\b)")
# A common word within a name ("Economic Dialogue") tells at least this.
_NAMED = 0.3
# Where an object's own words end, and the weight from which a passage cannot leave them all out.
_OF = re.compile(r"\s(?:of|on|for|in|to|with|between|among|at|by|and|from|under|that|which|towards?)\b|[,;:(]")
_HEAVY = 0.7
# The commonest words of the genre weigh so little, and tell nothing of a promise.
_COMMONEST = 0.05
# Words that only say who meets how tell at most this.
_PLAIN = 0.2


@dataclass(frozen=True, slots=True)
class Promise:
    """What following a commitment looks at.

    Args:
        text: its words.
        day: day of its text (ISO).
        parties: codes of those whose dealings the text is about.
        deed: class of what is to be done (``meet``, ``create`` …), or an empty string.
        kind: kind of the commitment.
        terms: stem → weight.
        total: weight of its terms together.
        head: stems of its object's own words ("a joint fisheries survey" of something), where they tell enough.
        pairs: pairs of stems that follow each other in it.
        due: first and last day of its window (ISO).
        ordinal: the number of the happening ("the second meeting").
        recurring: whether it is to come round.
        level: level of those who are to meet; of the engagement it was made at where the promise names none.
        level_named: whether the promise names it.
        happenings: stems of the happenings it names (dialogue, summit …).
        named: whether it names a thing that is more than the meeting of those whose dealings the text is about.
    """

    text: str
    day: str
    parties: tuple[str, ...]
    deed: str
    kind: str
    terms: Mapping[str, float]
    total: float
    head: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    due: tuple[str | None, str | None]
    ordinal: int | None
    recurring: bool
    level: str | None
    level_named: bool
    happenings: frozenset[str]
    named: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a commitment stands.

    Args:
        day: day of its text (ISO).
        parties: codes of those whose dealings the text is about.
        before: the words before it.
        people: names of the persons that the text names with their posts.
        level: level of the engagement that the text tells of.
        title: of the text: its names stand in every text of the like and tell little.
    """

    day: str
    parties: tuple[str, ...]
    before: str = ""
    people: tuple[str, ...] = ()
    level: str | None = None
    title: str = ""


def promise_of(data: Json, setting: Setting) -> Promise:
    """Return a commitment's record, given as JSON-ready data, as it is followed."""
    text = str(data["quote"])
    low = folded(text)
    deed, at = _deed(low, str(data["kind"]))
    sides = side_stems(setting.parties) | name_stems(setting.people)
    titled = frozenset(w.stem for w in words_of(setting.title) if w.name)
    said = [_named(w) for w in words_of(_timeless(data), sides) if not _empty(w, at)]
    own = [w for w in said if w.weight > _COMMONEST]
    end = _aim(low, at[1], own)
    meant = tuple(_meant(text, setting.before, sides))
    terms = _terms(own, _placed(text, own) if deed == "meet" else frozenset(), titled, end)
    for word in meant:
        _put(terms, word, _AROUND)
    level = first_meaning("en", "levels", f"{low} {data.get('body') or ''}")
    return Promise(
        text=text,
        day=setting.day,
        parties=setting.parties,
        deed=deed,
        kind=str(data["kind"]),
        terms=terms,
        total=sum(terms.values()),
        head=_head(low, at[1], own),
        pairs=pairs(w for w in said if w.start < end) | pairs(meant),
        due=bounds(data.get("due")),
        ordinal=next((n for n, _ in ordinals_of(low)), None),
        recurring=bool(cue("recurring").search(low)),
        level=level or setting.level,
        level_named=level is not None,
        happenings=happenings_in(low),
        named=any(name - titled - plain_names() for of in things(text, sides).values() for name in of),
    )


def _timeless(data: Json) -> str:
    """A commitment's words with those of its time and caveat blanked out."""
    text = str(data["quote"])
    for field in ("due_text", "caveat"):
        said = data.get(field)
        if said:
            text = text.replace(said, " " * len(said))
    return text


def _head(low: str, after: int, own: Iterable[Word]) -> frozenset[str]:
    """The telling words between the deed and what its object is of, on, for …"""
    if not after:
        return frozenset()
    end = next(
        (m.start() for m in _OF.finditer(low, after) if any(after <= w.start < m.start() for w in own)), len(low)
    )
    return frozenset(w.stem for w in own if after <= w.start < end and w.weight >= _HEAVY)


def _terms(own: Iterable[Word], placed: frozenset[int], titled: frozenset[str], end: int) -> dict[str, float]:
    terms: dict[str, float] = {}
    for word in own:
        share = _PLACE if word.start in placed else 1 if word.start < end else _AIM
        _put(terms, word, share * (_TITLED if word.stem in titled else 1))
    return terms


def _placed(text: str, own: Iterable[Word]) -> frozenset[int]:
    """Offsets of the names that tell where ("in Washington", "at the White House")."""
    found: set[int] = set()
    before = -9
    for word in own:
        follows = word.start - before <= 2 and before in found
        if word.name and (follows or _AT_PLACE.search(text, max(0, word.start - 9), word.start)):
            found |= {word.start, word.end}
        before = word.end
    return frozenset(found)


def _meant(text: str, before: str, sides: frozenset[str]) -> Iterator[Word]:
    """The words of the name that a bare head stands for: "the Arrangement", after the name in full."""
    for match in _BARE.finditer(text):
        named = re.compile(rf"(?:[A-Z][\w-]+\s+)+{match[1]}\b")
        full = [m.group() for m in named.finditer(before)]
        if full:
            yield from words_of(full[-1], sides)


def _empty(word: Word, deed: tuple[int, int]) -> bool:
    return deed[0] <= word.start < deed[1] or word.stem in lead_stems() or word.stem.startswith("#")


def _named(word: Word) -> Word:
    if word.stem in plain_names():
        return Word(word.stem, min(word.weight, _PLAIN), word.start, word.end, word.name)
    if not word.name or word.weight >= _NAMED or word.weight == 0.1:
        return word
    return Word(word.stem, _NAMED, word.start, word.end, word.name)


def _aim(low: str, after: int, own: Iterable[Word]) -> int:
    """Where the promise begins to name its aim; its end where there would be no object left."""
    for match in cue("aims").finditer(low, after):
        if sum(after <= w.start < match.start() for w in own) >= 2:
            return match.start()
    return len(low)


def _put(terms: dict[str, float], word: Word, share: float) -> None:
    terms[word.stem] = max(terms.get(word.stem, 0.0), round(word.weight * share, 3))


def _deed(low: str, kind: str) -> tuple[str, tuple[int, int]]:
    """The class of the first deed named in a promise, with its place; carrying on gives way to what it is for."""
    found = [
        (m.start(), name, m.span()) for name, pattern in cues_by_deed("deeds").items() for m in pattern.finditer(low)
    ]
    if not found:
        return ("meet" if kind == "engagement" else ""), (0, 0)
    _, name, span = min(found)
    if name == "continue":
        later = [(m, n, s) for m, n, s in found if n not in ("continue", "increase")]
        if later:
            _, name, span = min(later)
    return name, span


def dump(promise: Promise) -> Json:
    """Return a promise as JSON-ready data."""
    data = asdict(promise)
    sets = {"pairs": sorted(promise.pairs), "happenings": sorted(promise.happenings), "head": sorted(promise.head)}
    return {**data, "terms": dict(promise.terms), **sets}


def undump(data: Json) -> Promise:
    """Return the promise that :func:`dump` wrote."""
    lists = {"parties": tuple(data["parties"]), "due": tuple(data["due"])}
    pairs_ = frozenset((one, other) for one, other in data["pairs"])
    sets = {"pairs": pairs_, "happenings": frozenset(data["happenings"]), "head": frozenset(data["head"])}
    return Promise(**{**data, **lists, **sets})
