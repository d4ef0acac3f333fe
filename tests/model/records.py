"""Strategies that generate records for property tests."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from summitry.model import records as r
from summitry.model.edtf import Edtf
from summitry.model.evidence import Evidence, Gate, Grounds, Method, MethodKind, Support

DOCUMENT = "0123456789abcdef"
codes = st.sampled_from(["NO", "JP", "CL", "KE", "EU"])
words = st.text(min_size=1, max_size=30)
days = st.dates(date(1990, 1, 1), date(2060, 1, 1)).map(date.isoformat)
edtf = (
    days
    | st.integers(1990, 2060).map(str)
    | days.map("../{}".format)
    | days.map("{}/..".format)
    | st.integers(21, 24).map("2031-{}".format)
).map(Edtf)


@st.composite
def evidence(draw: st.DrawFn) -> Evidence:
    quote = draw(words)
    start = draw(st.integers(0, 10_000))
    return Evidence(DOCUMENT, start, start + len(quote), quote)


methods = st.builds(Method, words, st.sampled_from(MethodKind), st.none() | st.floats(0, 1))
grounds = st.builds(
    Grounds,
    evidence(),
    methods,
    st.lists(st.builds(Support, words, evidence()), max_size=2).map(tuple),
    st.lists(words, max_size=2).map(tuple).map(Gate),
)
parties = st.lists(codes, max_size=3, unique=True).map(sorted).map(tuple)
optional = st.none() | words
people = st.builds(r.Participant, words, optional, st.none() | codes, evidence())
engagements = st.builds(
    r.Engagement,
    grounds,
    st.sampled_from(r.Form),
    st.none() | st.sampled_from(r.Level),
    ordinal=st.none() | st.integers(1, 90),
    date=st.none() | edtf,
    place=optional,
    minutes=st.none() | st.integers(1, 600),
    sides=parties,
    segments=st.lists(
        st.builds(r.EngagementSegment, st.sampled_from(r.Format), st.none() | st.integers(1, 90)), max_size=2
    ).map(tuple),
    participants=st.lists(people, max_size=2).map(tuple),
)
statements = st.builds(
    r.Statement,
    grounds,
    words,
    st.sampled_from(r.Act),
    parties,
    parties,
    chain=st.lists(parties, max_size=2).map(tuple),
    segment=st.none() | st.sampled_from(r.Format),
    section=st.none() | st.integers(0, 9),
    negated=st.booleans(),
)
commitments = st.builds(
    r.Commitment,
    grounds,
    parties,
    st.sampled_from(r.CommitmentKind),
    due=st.none() | edtf,
    due_text=optional,
    body=optional,
    caveat=optional,
)
events = st.builds(r.Event, grounds, words, st.none() | edtf, st.sampled_from(r.EventStatus))
instruments = st.builds(r.Instrument, grounds, words)


def many(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(strategy, max_size=2).map(tuple)


records = st.builds(
    r.Records,
    st.just(DOCUMENT),
    parties,
    st.none() | days,
    st.sampled_from(r.DocumentKind),
    sections=many(st.builds(r.Section, optional, words, evidence(), st.just(0), st.just(9))),
    engagements=many(engagements),
    statements=many(statements),
    commitments=many(commitments),
    events=many(events),
    instruments=many(instruments),
    officials=many(st.builds(r.Official, words, optional, st.none() | codes, evidence())),
    unverified=many(statements | commitments),
    reader=words,
)
