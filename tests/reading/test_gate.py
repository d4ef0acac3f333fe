"""The gate: true findings pass, planted fabrications of every kind are refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest

import summitry
from summitry.intake import take
from summitry.model.document import Document
from summitry.model.edtf import Edtf
from summitry.model.evidence import Evidence
from summitry.model.records import Act, Commitment, Engagement, Event, Records, Statement
from summitry.reading import reader_for
from summitry.reading.en.tongue import English
from summitry.reading.gate import Record, verify

SAMPLES = Path(summitry.__file__).parent / "samples"
KINDS = {Engagement: "engagements", Statement: "statements", Commitment: "commitments", Event: "events"}
# A cue of the first act can never perform the second.
OPPOSITES = {
    Act.WELCOME: Act.CONDEMN,
    Act.AGREE: Act.WELCOME,
    Act.AFFIRM: Act.CONDOLE,
    Act.EMPHASISE: Act.SIGN,
    Act.DISCUSS: Act.CONDOLE,
    Act.URGE: Act.CONDOLE,
    Act.STATE: Act.SIGN,
    Act.CONCERN: Act.SIGN,
    Act.SUPPORT: Act.CONDOLE,
}


@cache
def readings() -> tuple[tuple[Document, Records], ...]:
    documents = [d for d in take([SAMPLES]) if isinstance(d, Document)]
    return tuple(zip(documents, reader_for("en").read_many(documents), strict=True))


def requoted(record: Record, quote: str) -> Record:
    at = record.grounds.evidence
    evidence = Evidence(at.document, at.start, at.start + len(quote), quote)
    return replace(record, grounds=replace(record.grounds, evidence=evidence))


def other_date(value: Edtf) -> Edtf:
    year = next(part for part in value.value.replace("/", "-").split("-") if len(part) == 4 and part.isdigit())
    return Edtf(value.value.replace(year, str(int(year) + 1)))


def other_actors(codes: tuple[str, ...], sides: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield ("ZW",)
    yield (*codes, "ZW")
    if len(codes) > 1:
        yield codes[:1]
        yield codes[1:]
    elif len(sides) > 1 and set(codes) < set(sides):
        yield sides
        yield tuple(side for side in sides if side not in codes)


def false_words(record: Record) -> Iterator[Record]:
    quote = record.grounds.evidence.quote
    words = quote.split(" ")
    if len(words) > 3:
        yield requoted(record, " ".join([words[0], "not", *words[1:]]))
        yield requoted(record, " ".join([*words[:2], "never", *words[3:]]))
    for digit in {c for c in quote if c.isdigit()}:
        yield requoted(record, quote.replace(digit, str((int(digit) + 1) % 10), 1))


def fabrications(record: Record, records: Records) -> Iterator[Record]:
    """Yield records that say what the text does not."""
    sides = tuple(sorted({s for e in records.engagements for s in e.sides} | set(records.publisher)))
    yield from false_words(record)
    if isinstance(record, Statement):
        yield replace(record, negated=not record.negated)
        yield replace(record, cue="dreamt up")
        if record.act in OPPOSITES:
            yield replace(record, act=OPPOSITES[record.act])
        yield from (replace(record, speakers=codes) for codes in other_actors(record.speakers, sides))
        yield replace(record, addressees=("ZW",))
    if isinstance(record, Commitment):
        yield from (replace(record, parties=codes) for codes in other_actors(record.parties, sides))
        yield replace(record, caveat="unless parliament objects", body="the Ministry of Truth")
        if record.due:
            yield replace(record, due=other_date(record.due))
        else:
            yield replace(record, due=Edtf("2044-05"), due_text="in May 2044")
    if isinstance(record, Event) and record.when:
        yield replace(record, when=other_date(record.when))
    if isinstance(record, Engagement):
        yield replace(record, ordinal=(record.ordinal or 40) + 1)
        yield replace(record, minutes=(record.minutes or 12) + 7)
        yield replace(record, place="Samarkand", occasion="the World Fair")
        if record.date:
            yield replace(record, date=other_date(record.date))


def planted() -> Iterator[tuple[Document, Records, Record]]:
    for document, records in readings():
        for kind in KINDS.values():
            for record in getattr(records, kind):
                for false in fabrications(record, records):
                    yield document, records, false


def refusals(document: Document, records: Records, record: Record) -> tuple[str, ...]:
    """Return why the gate refuses a record that stands among true ones; empty where it lets it pass."""
    kind = KINDS[type(record)]
    others = tuple(r for r in getattr(records, kind) if kind == "engagements")
    judged = verify(document, replace(records, **{kind: (*others, record), "unverified": ()}), English())
    return next((r.grounds.gate.reasons for r in judged.unverified), ())


def test_every_planted_fabrication_is_refused() -> None:
    tried = list(planted())
    passed = [(r.grounds.evidence.quote, r) for d, records, r in tried if not refusals(d, records, r)]
    assert len(tried) >= 500
    assert not passed, f"{len(passed)} of {len(tried)} passed, e.g. {passed[:3]}"


def test_true_findings_of_the_samples_pass() -> None:
    found = sum(len(getattr(r, kind)) for _, r in readings() for kind in KINDS.values())
    refused = [u.grounds.gate.reasons for _, r in readings() for u in r.unverified]
    assert found > 100
    assert len(refused) < 0.01 * found, refused


def test_true_findings_of_real_texts_pass(shared: Path) -> None:
    folders = [shared / "corpus" / name for name in ("us-state", "ru-kremlin", "ua-president")]
    documents = [d for d in take(folders) if isinstance(d, Document)]
    some = Random(4).sample(documents, 60)
    records = list(reader_for("en").read_many(some))
    found = sum(len(getattr(r, kind)) for r in records for kind in KINDS.values())
    refused = [u.grounds.gate.reasons for r in records for u in r.unverified]
    assert found > 300
    assert len(refused) < 0.01 * found, refused


@pytest.mark.parametrize("kind", ["statements", "commitments"])
def test_a_refused_record_is_kept_with_its_reasons_and_not_counted(kind: str) -> None:
    document, records = next((d, r) for d, r in readings() if getattr(r, kind))
    true = getattr(records, kind)[0]
    false = requoted(true, true.grounds.evidence.quote + " at once")
    judged = verify(document, replace(records, **{kind: (false,)}), English())
    assert getattr(judged, kind) == ()
    assert judged.unverified[-1].grounds.gate.reasons == ("the quote does not stand at its place",)
