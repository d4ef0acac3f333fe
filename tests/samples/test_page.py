"""What is read from one page of the shape that the program starts from: numbered headings, captions, footer."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from summitry.api import Reading, read
from summitry.model.records import Act, CommitmentKind, Form, Format, Level

PAGE = Path(str(files("summitry"))) / "samples" / "jp-no" / "2024-11-08-tromso.txt"
BOTH = ("JP", "NO")


@pytest.fixture(scope="module")
def page() -> Reading:
    return read(PAGE)


def test_the_document_is_a_readout_by_japan(page: Reading) -> None:
    assert page.records.publisher == ("JP",)
    assert page.records.published == "2024-11-08"
    assert page.records.kind.value == "readout"


def test_the_engagement_with_its_segments(page: Reading) -> None:
    (meeting,) = page.engagements
    assert (meeting.form, meeting.level, meeting.ordinal) == (Form.MEETING, Level.SUMMIT, 3)
    assert str(meeting.date) == "2024-11-08"
    assert meeting.place == "Tromsø, Norway"
    assert meeting.occasion == "Northern Oceans Conference"
    assert meeting.minutes == 70
    assert [(s.format, s.minutes) for s in meeting.segments] == [(Format.PLENARY, 45), (Format.ONE_ON_ONE, 25)]


def test_the_principals_with_their_posts(page: Reading) -> None:
    (meeting,) = page.engagements
    assert [(p.name, p.post, p.party) for p in meeting.participants] == [
        ("Haruto Minagawa", "Prime Minister of Japan", "JP"),
        ("Ingrid Solvei Haukeland", "Prime Minister of the Kingdom of Norway", "NO"),
    ]


def test_the_agenda(page: Reading) -> None:
    assert [(s.number, s.heading) for s in page.sections] == [
        ("1", "Cod Stocks of the Northern Seas"),
        ("2", "Gulf of Aden"),
        ("3", "Hydrogen and Shipbuilding"),
        ("4", "Exchanges to Come"),
    ]


# Cue, beginning of what follows it, act, speakers, addressees, section.
STATEMENTS = [
    ("welcomed", "the results of the first joint survey", Act.WELCOME, BOTH, (), 0),
    ("shared the view", "that both sides will speed up", Act.AGREE, BOTH, (), 0),
    ("confirmed", "that two Director-General-level working groups", Act.AFFIRM, BOTH, (), 0),
    ("confirmed", "that they will seek easier access", Act.AFFIRM, BOTH, (), 0),
    ("held a frank and thorough discussion", "on the question of", Act.DISCUSS, BOTH, (), 0),
    ("stressed", "that safe passage", Act.EMPHASISE, ("JP",), (), 1),
    ("called on", "Norway to send", Act.URGE, ("JP",), ("NO",), 1),
    ("affirmed", "that Japan and Norway will continue", Act.AFFIRM, BOTH, (), 1),
    ("praised", "the rapid progress", Act.WELCOME, BOTH, (), 2),
    ("confirmed", "that they would continue to review", Act.AFFIRM, BOTH, (), 2),
    ("welcomed", "Japan’s participation", Act.WELCOME, ("NO",), (), 3),
    ("welcomed", "the preparations for", Act.WELCOME, BOTH, (), 3),
    ("confirmed", "that exchanges between the two peoples", Act.AFFIRM, BOTH, (), 3),
]


def test_at_least_thirteen_statements(page: Reading) -> None:
    assert len(page.statements) >= len(STATEMENTS)


@pytest.mark.parametrize(("cue", "words", "act", "speakers", "addressees", "section"), STATEMENTS)
def test_each_statement(
    page: Reading, cue: str, words: str, act: Act, speakers: tuple, addressees: tuple, section: int
) -> None:
    (found,) = [s for s in page.statements if f"{cue} {words}" in s.grounds.evidence.quote]
    assert found.cue == cue
    assert found.grounds.evidence.quote.startswith(cue)
    assert (found.act, found.speakers, found.addressees, found.section) == (act, speakers, addressees, section)


def test_the_one_on_one_talk_is_tied_to_its_segment(page: Reading) -> None:
    assert [s.cue for s in page.statements if s.segment is Format.ONE_ON_ONE] == [
        "held a frank and thorough discussion"
    ]


# A word of the quote, due, words of time, kind, part of the body's words (an empty part: any or none).
COMMITMENTS = [
    ("catch register", "2025-21", "towards the next spring", CommitmentKind.DELIVERABLE, None),
    (
        "working groups",
        "../2024-12-31",
        "before the end of this year",
        CommitmentKind.ENGAGEMENT,
        "Director-General-level",
    ),
    (
        "vice-ministerial-level dialogue",
        "2025-01/2025-04",
        "early in 2025",
        CommitmentKind.ENGAGEMENT,
        "vice-ministerial-level",
    ),
    ("easier access", "2025/..", "from 2025 onwards", None, None),
    ("vice-ministerial consultation", None, "shortly", CommitmentKind.ENGAGEMENT, "vice-ministerial"),
    ("convoy schedules", None, None, CommitmentKind.CONTINUING, None),
    ("visit to Norway", "2024-11/2024-12", "in November or December this year", CommitmentKind.ENGAGEMENT, ""),
    ("review the plan", None, None, CommitmentKind.CONTINUING, None),
]


@pytest.mark.parametrize(("words", "due", "due_text", "kind", "body"), COMMITMENTS)
def test_each_commitment(
    page: Reading, words: str, due: str | None, due_text: str | None, kind: CommitmentKind | None, body: str | None
) -> None:
    (found,) = [c for c in page.commitments if words.lower() in c.grounds.evidence.quote.lower()]
    assert (str(found.due) if found.due else None, found.due_text) == (due, due_text)
    assert found.parties == BOTH
    assert kind is None or found.kind is kind
    assert (found.body is None) if body is None else (body.lower() in (found.body or "").lower())


def test_the_caveat_stays_with_its_commitment(page: Reading) -> None:
    caveats = {c.caveat for c in page.commitments if c.caveat}
    assert caveats == {"in a form that does not prejudge the fishing rights of either side"}


@pytest.mark.parametrize(
    ("name", "when"),
    [
        ("Bergen Shipping Forum", "2025-05"),
        ("Year of Japan in Norway", "2025"),
        ("Year of Norway in Japan", "2025"),
        ("visit to Norway", "2024-11/2024-12"),
    ],
)
def test_coming_events_with_their_dates(page: Reading, name: str, when: str) -> None:
    assert (name, when, "planned") in [
        (name, str(e.when), e.status.value) for e in page.events if name in e.grounds.evidence.quote
    ]


def test_captions_credits_and_footer_are_no_speech(page: Reading) -> None:
    quotes = " ".join(s.grounds.evidence.quote for s in page.statements)
    assert "Photo" not in quotes
    assert "Back to" not in quotes


def test_every_quote_is_verbatim(page: Reading) -> None:
    for record in (*page.engagements, *page.statements, *page.commitments, *page.events, *page.instruments):
        at = record.grounds.evidence
        assert page.document.text[at.start : at.end] == at.quote
