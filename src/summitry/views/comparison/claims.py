"""What one account claims: its statements and undertakings, and the facts that it prints of the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from summitry.data import load
from summitry.model.document import BODY_KINDS, Document
from summitry.model.evidence import Evidence
from summitry.model.records import Act, Commitment, Engagement, Records, Statement
from summitry.views.comparison.words import Bag, bag
from summitry.views.stems import stem


class ClaimKind(StrEnum):
    """What a claim is made of."""

    STATEMENT = "statement"
    COMMITMENT = "commitment"
    HELD = "held"
    LENGTH = "length"
    ORDINAL = "ordinal"
    INITIATOR = "initiator"
    PLACE = "place"
    OCCASION = "occasion"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Account:
    """One document's account of an engagement."""

    document: Document
    records: Records


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that an account says.

    ``who`` are the codes of the sides that speak or undertake, ``value`` is a fact's value as text.
    """

    kind: ClaimKind
    evidence: Evidence
    words: Bag
    who: tuple[str, ...] = ()
    act: Act | None = None
    negated: bool = False
    value: str | None = None

    @property
    def is_fact(self) -> bool:
        """Whether it is a fact of the meeting rather than something said or undertaken."""
        return self.kind not in (ClaimKind.STATEMENT, ClaimKind.COMMITMENT)


def claims(account: Account, sides: frozenset[str]) -> tuple[Claim, ...]:
    """Return the claims of an account, in text order.

    Args:
        account: the document and what was read in it.
        sides: stems of the words that name the sides, see :func:`side_words`.
    """
    said = [_statement(s, sides) for s in account.records.statements]
    spans = [c.evidence for c in said]
    undertaken = [_commitment(c, sides) for c in account.records.commitments if not _covered(c.grounds.evidence, spans)]
    facts = [c for e in account.records.engagements[:1] for c in _facts(account.document, e, sides)]
    free = [c for c in facts if c.kind is not ClaimKind.TOPIC or not _covered(c.evidence, spans)]
    return tuple(sorted((*free, *said, *undertaken), key=lambda c: (c.evidence.start, c.evidence.end)))


def side_words(accounts: tuple[Account, ...]) -> frozenset[str]:
    """Return the stems of the words that name the sides, their people and posts in any of the accounts."""
    engagements = [e for a in accounts for e in a.records.engagements]
    codes = {code for a in accounts for code in a.records.publisher} | {code for e in engagements for code in e.sides}
    printed = [f"{p.name} {p.post or ''}" for e in engagements for p in e.participants]
    for code in codes:
        names = load("parties/states").get(code, {})
        printed += [*names.get("names", ()), *names.get("people", ()), *names.get("capital", ())]
    return frozenset(stem(w) for w in re.findall(r"[^\W\d_]+", " ".join(printed)) if len(w) > 1)


def _statement(record: Statement, sides: frozenset[str]) -> Claim:
    evidence = record.grounds.evidence
    content = evidence.quote.replace(record.cue, " ", 1) if record.cue in evidence.quote else evidence.quote
    words = bag(f". {content}", sides)
    return Claim(ClaimKind.STATEMENT, evidence, words, record.speakers, record.act, record.negated)


def _commitment(record: Commitment, sides: frozenset[str]) -> Claim:
    evidence = record.grounds.evidence
    return Claim(ClaimKind.COMMITMENT, evidence, bag(f". {evidence.quote}", sides), record.parties)


def _facts(document: Document, engagement: Engagement, sides: frozenset[str]) -> Iterator[Claim]:
    held = engagement.grounds.evidence
    yield Claim(ClaimKind.HELD, held, bag(held.quote, sides), engagement.sides, value=engagement.form.value)
    named = {support.field: support.evidence for support in engagement.grounds.support}
    for field, kind, value in (
        ("ordinal", ClaimKind.ORDINAL, engagement.ordinal),
        ("minutes", ClaimKind.LENGTH, engagement.minutes),
        ("initiator", ClaimKind.INITIATOR, engagement.initiator),
        ("place", ClaimKind.PLACE, engagement.place),
        ("occasion", ClaimKind.OCCASION, engagement.occasion),
    ):
        if value is not None and field in named:
            evidence = named[field]
            yield Claim(kind, evidence, bag(evidence.quote, sides), value=str(value))
    if engagement.minutes is None:
        yield from _printed(document, "length", ClaimKind.LENGTH, sides)
    yield from _printed(document, "topic", ClaimKind.TOPIC, sides)


def _printed(document: Document, pattern: str, kind: ClaimKind, sides: frozenset[str]) -> Iterator[Claim]:
    """The sentence (for a topic) or the words (for a length) that a pattern finds in the body, once."""
    for segment in document.of_kind(*BODY_KINDS):
        text = document.words(segment)
        match = _pattern(pattern).search(text)
        if match is None:
            continue
        start, end = match.span()
        if kind is ClaimKind.TOPIC:
            start = max(text.rfind(". ", 0, start) + 2, 0) if ". " in text[:start] else 0
            stop = re.search(r"[.!?](?=\s|$)", text[end:])
            end = end + stop.start() if stop else len(text)
        evidence = document.evidence(segment.start + start, segment.start + end)
        yield Claim(kind, evidence, bag(f". {evidence.quote}", sides))
        return


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load("en/comparison")[name], re.IGNORECASE)


def _covered(span: Evidence, others: list[Evidence]) -> bool:
    """Whether most of a span lies within another."""
    return any(min(span.end, o.end) - max(span.start, o.start) > 0.5 * (span.end - span.start) for o in others)
