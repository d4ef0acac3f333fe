"""The verification gate: nothing is said that the text does not say.

A record passes when its quote stands verbatim at its place and every number, date, name and negation that it
asserts stands in the quote or in a span that the record names. The gate works from the document and the
finished record alone and knows nothing of how a record was found, so that it also judges records from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from summitry.model.document import Document
from summitry.model.edtf import Edtf
from summitry.model.evidence import Evidence, Gate, Grounds
from summitry.model.records import (
    Act,
    Commitment,
    Engagement,
    Event,
    EventStatus,
    Instrument,
    Official,
    Participant,
    Records,
    Statement,
)

Record = Engagement | Statement | Commitment | Event | Instrument


# What may follow a surname.
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Tongue(Protocol):
    """What the gate asks of a language."""

    def parties(self, words: str) -> tuple[frozenset[str], ...]:
        """Return for each party that words name its code, with those of its members where it is a group."""
        ...

    def plural(self, words: str) -> bool | None:
        """Return whether words stand for several ("both sides") or for one ("he"); ``None`` if either."""
        ...

    def acts(self, cue: str) -> frozenset[Act] | None:
        """Return the acts that a cue can perform, or ``None`` where the cue is unknown."""
        ...

    def values(self, text: str, start: int, end: int, reference: str | None) -> Iterator[Edtf]:
        """Yield the values that the times of a text at these offsets can have, counted from a reference date."""
        ...

    def numbers(self, words: str) -> frozenset[int]:
        """Return the numbers that words print, in figures or spelt out, ordinals included."""
        ...

    def negated(self, before: str, cue: str) -> bool:
        """Return whether a cue is denied by itself or by the words right before it in its sentence."""
        ...


@dataclass(frozen=True)
class _Account:
    """What the gate knows of a document: its words, its sides and people, and its reference dates."""

    document: Document
    records: Records
    tongue: Tongue

    @cached_property
    def people(self) -> dict[str, frozenset[str]]:
        """Surnames in the text → the parties of those who bear them."""
        taking_part = (p for e in self.records.engagements for p in e.participants)
        named: list[Official | Participant] = [*self.records.officials, *taking_part]
        bearers: dict[str, set[str]] = {}
        for person in named:
            if person.party and (surname := _surname(person.name)):
                bearers.setdefault(surname, set()).add(person.party)
        return {surname: frozenset(parties) for surname, parties in bearers.items()}

    @cached_property
    def sides(self) -> frozenset[str]:
        """The sides of the engagement or of the joint text."""
        taking_part = {code for e in self.records.engagements for code in e.sides}
        taking_part |= {p.party for e in self.records.engagements for p in e.participants if p.party}
        return frozenset(taking_part | set(self.records.publisher) | set(self.document.meta.issuers))

    @cached_property
    def known(self) -> frozenset[str]:
        """Every party that the text can speak of."""
        return self.sides.union(*self.people.values(), *self.tongue.parties(self.document.text))

    @cached_property
    def unnamed(self) -> frozenset[str]:
        """The publishers that the text never names: no words can stand for their "I" and "we"."""
        named = frozenset().union(*self.people.values(), *self.tongue.parties(self.document.text))
        return frozenset(self.records.publisher) - named

    @cached_property
    def published(self) -> tuple[str | None, ...]:
        """The days of publication: what an engagement's own date counts from."""
        return tuple(dict.fromkeys((self.document.meta.published, self.records.published)))

    @cached_property
    def references(self) -> tuple[str | None, ...]:
        """The days that other times may count from: the engagements' and the publication's."""
        dates = [e.date.value for e in self.records.engagements if e.date]
        return tuple(dict.fromkeys((*dates, *self.published)))

    def named(self, words: str) -> tuple[frozenset[str], ...]:
        """Return the parties that words name: those of the people in them, else the parties themselves.

        A post may name another party than its holder's ("the Special Representative for X").
        """
        plain = (w.strip(".,;:()").casefold().removesuffix("’s").removesuffix("'s") for w in words.split())
        people = tuple(self.people[w] for w in plain if w in self.people)
        return people or self.tongue.parties(words)


def verify(document: Document, records: Records, tongue: Tongue) -> Records:
    """Return the records with those that the gate refuses moved to ``unverified``, each with its reasons.

    Args:
        document: the text.
        records: what a reader found in it.
        tongue: what the text's language tells of numbers, dates, names and negations.
    """
    account = _Account(document, records, tongue)
    kept: dict[str, tuple[Record, ...]] = {}
    refused: list[Record] = list(records.unverified)
    for kind in ("engagements", "statements", "commitments", "events", "instruments"):
        passed: list[Record] = []
        for record in getattr(records, kind):
            reasons = tuple(_objections(account, record))
            if reasons:
                grounds = replace(record.grounds, gate=Gate(reasons))
                refused.append(replace(record, grounds=grounds))
            else:
                passed.append(record)
        kept[kind] = tuple(passed)
    return replace(records, unverified=tuple(refused), **kept)  # type: ignore[arg-type]


def _objections(account: _Account, record: Record) -> Iterator[str]:
    misquoted = tuple(_verbatim(account, record.grounds))
    if misquoted:
        yield from misquoted
    elif isinstance(record, Statement):
        yield from _statement(account, record)
    elif isinstance(record, Commitment):
        yield from _commitment(account, record)
    elif isinstance(record, Event):
        yield from _event(account, record)
    elif isinstance(record, Engagement):
        yield from _engagement(account, record)
    elif not _within(record.name, _words(record.grounds)):
        yield "the instrument's name does not stand in its quote"


def _verbatim(account: _Account, grounds: Grounds) -> Iterator[str]:
    for name, span in (("quote", grounds.evidence), *((s.field, s.evidence) for s in grounds.support)):
        if span.document != account.document.id:
            yield f"the {name} is of another document"
        elif account.document.text[span.start : span.end] != span.quote:
            yield f"the {name} does not stand at its place"


def _statement(account: _Account, record: Statement) -> Iterator[str]:
    quote = record.grounds.evidence
    if not _within(record.cue, _words(record.grounds, "cue")):
        yield "the cue does not stand in the quote"
        return
    acts = account.tongue.acts(record.cue)
    # Support that is denied is blame: "do not support".
    denied = {Act.CONDEMN} if record.negated else set()
    if acts is not None and record.act not in acts | denied:
        yield f"the cue does not say: {record.act.value}"
    if not record.inferred and account.tongue.negated(_before(account, quote), record.cue) != record.negated:
        yield "a negation was dropped or added"
    yield from _actors(account, "speakers", record.speakers, record.grounds)
    strangers = set(record.addressees) - account.known
    if strangers:
        yield f"the text does not name the addressee: {', '.join(sorted(strangers))}"


def _commitment(account: _Account, record: Commitment) -> Iterator[str]:
    words = _words(record.grounds)
    if not record.parties:
        yield "nobody undertakes it"
    for name in ("due_text", "caveat", "body"):
        value = getattr(record, name)
        if value and not _within(value, _words(record.grounds, name)) and not _within(value, words):
            yield f"the {name.replace('_text', '')} does not stand in the quote"
    if record.due is not None:
        yield from _time(account, "due", record.due, _due_spans(account.document, record), account.references)
    if account.tongue.negated(_before(account, record.grounds.evidence), ""):
        yield "a negation before the quote was dropped"
    yield from _actors(account, "parties", record.parties, record.grounds)


def _event(account: _Account, record: Event) -> Iterator[str]:
    if not _within(record.name, _words(record.grounds)):
        yield "the event's name does not stand in its quote"
    if record.when is not None:
        yield from _time(account, "date", record.when, _named(record.grounds, "when"), account.references)
        yield from _tense(account, record)


def _tense(account: _Account, record: Event) -> Iterator[str]:
    """Whether an event's status agrees with its date and the text's: what lies ahead is not past."""
    published = next((Edtf(day) for day in account.published if day), None)
    if published is None or record.when is None:
        return
    begins, ends = record.when.bounds
    if record.status is EventStatus.PAST and begins and published.last and begins > published.last:
        yield f"what begins on {begins} is not past"
    if record.status is EventStatus.PLANNED and ends and published.first and ends < published.first:
        yield f"what ended on {ends} is not planned"


def _engagement(account: _Account, record: Engagement) -> Iterator[str]:
    printed = " ".join((_words(record.grounds), account.document.text, account.document.meta.location or ""))
    for name in ("place", "occasion"):
        value = getattr(record, name)
        if value and not _within(value, printed):
            yield f"the {name} does not stand in the text"
    lengths = account.tongue.numbers(_words(record.grounds, "minutes"))
    if record.ordinal is not None and record.ordinal not in account.tongue.numbers(_words(record.grounds, "ordinal")):
        yield f"the number {record.ordinal} is not printed"
    for minutes in (record.minutes, *(s.minutes for s in record.segments)):
        if minutes is not None and not _length(minutes, lengths):
            yield f"the length of {minutes} minutes is not printed"
    if record.date is not None:
        yield from _time(account, "date", record.date, _named(record.grounds, "date"), account.published)
    for person in record.participants:
        if person.name and not _within(person.name.split()[-1], account.document.text):
            yield f"the text does not name {person.name}"
    strangers = {code for code in (*record.sides, record.initiator) if code} - account.known
    if strangers:
        yield f"the text does not name: {', '.join(sorted(strangers))}"


def _actors(account: _Account, field: str, codes: tuple[str, ...], grounds: Grounds) -> Iterator[str]:
    """Whether the words that stand for the actors can stand for these sides."""
    strangers = set(codes) - account.known
    if strangers:
        yield f"the text does not name: {', '.join(sorted(strangers))}"
        return
    spans = [s.evidence.quote for s in grounds.support if s.field == field]
    named = [party for words in spans for party in account.named(words)]
    meant = account.unnamed.union(*named)
    plural = any(account.tongue.plural(words) for words in spans)
    if any(not party & set(codes) for party in named):
        yield f"the {field} are named otherwise: {', '.join(sorted(frozenset().union(*named)))}"
    elif not set(codes) <= (meant | account.sides if plural or not named else meant):
        yield f"no words name among the {field}: {', '.join(sorted(set(codes) - meant))}"
    elif not named and plural and len(account.sides) > 1 and len(codes) < 2:
        yield f"the {field} are several"


def _time(
    account: _Account, name: str, value: Edtf, spans: list[Evidence], references: tuple[str | None, ...]
) -> Iterator[str]:
    """Whether a value follows from the words that a record names for it, alone or in their paragraph."""
    for span in spans:
        for text, start in ((span.quote, 0), _paragraph(account.document, span)):
            for reference in references:
                found = account.tongue.values(text, start, start + len(span.quote), reference)
                if any(one.bounds == value.bounds for one in found):
                    return
    yield f"the {name} does not follow from its words: {value}"


def _paragraph(document: Document, span: Evidence) -> tuple[str, int]:
    """The line that a span stands in, and the span's offset in it."""
    start = document.text.rfind("\n", 0, span.start) + 1
    end = document.text.find("\n", span.end)
    return document.text[start : end if end >= 0 else None], span.start - start


def _length(minutes: int, printed: frozenset[int]) -> bool:
    """Whether a length in minutes follows from printed numbers of minutes and hours."""
    return minutes in printed or any(
        minutes - 60 * hours in (0, 30, 15, 45) or minutes - 60 * hours in printed
        for hours in printed | {1}
        if hours < 24
    )


def _named(grounds: Grounds, field: str) -> list[Evidence]:
    """The spans that a record names for a field, or its quote."""
    return [s.evidence for s in grounds.support if s.field == field] or [grounds.evidence]


def _due_spans(document: Document, record: Commitment) -> list[Evidence]:
    """The words of a due time: as named, or where they stand in the quote; none where the record gives no words."""
    words, quote = record.due_text or "", record.grounds.evidence
    at = quote.quote.find(words)
    if words and at >= 0:
        return [document.evidence(quote.start + at, quote.start + at + len(words))]
    return [s.evidence for s in record.grounds.support if s.field == "due_text" and words]


def _words(grounds: Grounds, field: str | None = None) -> str:
    """The quote with the further spans that the record names (for one field, or all)."""
    spans: list[Evidence] = [s.evidence for s in grounds.support if field is None or s.field == field]
    return " ".join(span.quote for span in (grounds.evidence, *spans))


def _before(account: _Account, span: Evidence) -> str:
    """The words right before a span (at most 60 characters of the same line)."""
    return account.document.text[max(span.start - 60, 0) : span.start].rpartition("\n")[2]


def _surname(name: str) -> str:
    """The last word of a name that is no suffix ("Jr."), folded."""
    words = [w.strip(".,").casefold() for w in name.split()]
    return next((w for w in reversed(words) if w not in _SUFFIXES), "")


def _within(part: str, whole: str) -> bool:
    return _folded(part) in _folded(whole)


def _folded(words: str) -> str:
    """Words with white space, case and the form of apostrophes folded."""
    return " ".join(words.replace("’", "'").split()).casefold()
