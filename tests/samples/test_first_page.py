"""What is read from the page that the program starts from, against the labels beside it; both stay where they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summitry.api import Reading, read
from summitry.views.words import fold

PAGE = "jp-mofa/2017-11-10-da-nang.txt"
LABELLED = "mofa:2017-11-10-da-nang"


@pytest.fixture(scope="module")
def page(shared: Path) -> Reading:
    return read(shared / "corpus" / PAGE)


@pytest.fixture(scope="module")
def label(shared: Path) -> dict[str, Any]:
    path = shared / "gold" / "dev.labels.jsonl"
    if not path.exists():
        pytest.skip("the labels are absent")
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return next(row for row in rows if row["id"] == LABELLED)


def test_the_document(page: Reading, label: dict[str, Any]) -> None:
    found = page.to_dict()["document"]
    assert {key: found[key] for key in label["document"]} == label["document"]


def test_the_agenda(page: Reading, label: dict[str, Any]) -> None:
    assert [{"number": s.number, "heading": s.heading} for s in page.sections] == label["sections"]


def test_the_engagement_to_the_minute(page: Reading, label: dict[str, Any]) -> None:
    (found,), (told,) = page.to_dict()["engagements"], label["engagements"]
    people = [{key: p[key] for key in ("name", "post", "party")} for p in found["participants"]]
    assert people == told["participants"]
    assert {key: found[key] for key in told if key != "participants"} == {
        key: value for key, value in told.items() if key != "participants"
    }


def test_each_statement_with_side_act_and_addressee(page: Reading, label: dict[str, Any]) -> None:
    keys = ("cue", "speakers", "addressees", "act")
    found = [({key: s[key] for key in keys}, fold(s["quote"])) for s in page.to_dict()["statements"]]
    assert found == [({key: s[key] for key in keys}, fold(s["quote"])) for s in label["statements"]]
    assert len(found) >= 13


def test_each_commitment_with_window_body_and_caveat(page: Reading, label: dict[str, Any]) -> None:
    keys = ("parties", "kind", "due", "due_text", "caveat")
    found = {fold(c["quote"]): {key: c[key] for key in keys} for c in page.to_dict()["commitments"]}
    assert found == {fold(c["quote"]): {key: c[key] for key in keys} for c in label["commitments"]}


def test_the_bodies_of_the_working_level(page: Reading, label: dict[str, Any]) -> None:
    groups = [c["body"] for c in label["commitments"] if c["body"] and "level" in c["body"].lower()]
    found = [c.body or "" for c in page.commitments]
    assert all(any(group.lower() in body.lower() for body in found) for group in groups)


def test_the_coming_events_with_their_dates(page: Reading, label: dict[str, Any]) -> None:
    found = [(fold(e.grounds.evidence.quote), str(e.when), e.status.value) for e in page.events]
    wanted = [
        e for e in label["events"] if e["status"] == "planned" and e["when"] in ("2018-05", "2018", "2017-11/2017-12")
    ]
    assert len(wanted) == 4
    for event in wanted:
        assert any(
            fold(event["name"]) in words and (when, status) == (event["when"], "planned")
            for words, when, status in found
        )


def test_captions_credit_and_footer_are_not_speech(page: Reading) -> None:
    quotes = " ".join(s.grounds.evidence.quote for s in (*page.statements, *page.commitments))
    assert "Photo" not in quotes
    assert "Back to" not in quotes
