"""Two accounts side by side, from files and from a ledger."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summitry.intake import from_text
from summitry.ledger import Ledger
from summitry.model import records as r
from tests import accounts
from tests.cli.conftest import OneCueReader, Run


@pytest.fixture
def both_told(tmp_path: Path) -> str:
    """A ledger that holds two accounts of one meeting: Japan's, and Norway's with another length."""
    path = str(tmp_path / "both.ledger")
    document, records = accounts.oslo()
    text = document.text.replace("in Oslo", "in Bergen for 45 minutes")
    other = from_text(text, source="mofa.txt", title="Meeting in Bergen", published="2025-11-15", issuers=("JP",))
    hand = accounts.Hand(other)
    (meeting,) = records.engagements
    told = hand.meeting(
        "met Haruto Minagawa",
        "2025-11-14",
        5,
        {p.name: (str(p.post), str(p.party)) for p in meeting.participants},
        place="Bergen",
        minutes=45,
    )
    said = hand.said("The Bergen Shipping Forum was praised", "praised", r.Act.WELCOME)
    with Ledger.open(path, clock=accounts.Ticking()) as ledger:
        ledger.add(document, records)
        ledger.add(other, hand.records(engagements=(told,), statements=(said,)))
    return path


def engagement_of(run: Run, ledger: str) -> str:
    return str(json.loads(run("engagements", "JP", "NO", "-f", "json", "-l", ledger).stdout)[0]["id"])


def test_two_files_need_no_ledger(run: Run, reader: OneCueReader) -> None:
    Path("a.txt").write_text("Norway welcomed the fisheries register.\n\nMore.", encoding="utf-8")
    Path("b.txt").write_text("Japan welcomed the fisheries register warmly.\n\nMore.", encoding="utf-8")
    data = json.loads(run("compare", "a.txt", "b.txt", "--format", "json").stdout)
    assert [claim["relation"] for claim in data["claims"]] == ["both"]
    (claim,) = data["claims"]
    assert claim["a"]["text"] == "welcomed the fisheries register."
    assert set(claim) == {"relation", "a", "b", "topic", "why"}
    assert data["b"]["file"] == "b.txt"


def test_documents_of_the_ledger_by_source_and_beginning_of_id(run: Run, both_told: str) -> None:
    documents = json.loads(run("documents", "-f", "json", "-l", both_told).stdout)
    japanese = next(row["id"] for row in documents if row["publisher"] == ["JP"])
    data = json.loads(run("compare", "oslo.html", japanese[:8], "-f", "json", "-l", both_told).stdout)
    facts = {fact["fact"]: fact for fact in data["facts"]}
    assert (facts["place"]["a"], facts["place"]["b"], facts["place"]["differs"]) == ("Oslo", "Bergen", True)
    assert (facts["minutes"]["a"], facts["minutes"]["b"], facts["minutes"]["differs"]) == (None, 45, False)
    assert not facts["participants"]["differs"]


def test_an_engagement_lays_its_accounts_side_by_side(run: Run, both_told: str) -> None:
    name = engagement_of(run, both_told)
    data = json.loads(run("compare", name, "-f", "json", "-l", both_told).stdout)
    assert data["no_account"] == []
    assert len(data["comparisons"]) == 1
    assert json.loads(run("compare", name[:7], "-f", "json", "-l", both_told).stdout) == data


def test_a_side_that_published_nothing_is_named(run: Run, filled: str) -> None:
    result = run("compare", engagement_of(run, filled), "-l", filled)
    assert result.exit_code == 0
    assert "no account published: Japan (JP)" in result.stdout
    data = json.loads(run("compare", engagement_of(run, filled), "-f", "json", "-l", filled).stdout)
    assert (data["no_account"], data["comparisons"]) == (["JP"], [])


@pytest.mark.parametrize("width", ["80", "120"])
def test_relations_are_told_in_words_within_the_width(
    run: Run, both_told: str, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    output = run("compare", engagement_of(run, both_told), "-l", both_told).stdout
    assert max(map(len, output.splitlines())) <= int(width)
    for mark in ("= both", "A only", "≠ differs"):
        assert mark in output


def test_what_is_neither_file_nor_in_the_ledger_is_refused(run: Run, filled: str) -> None:
    result = run("compare", "nowhere.txt", "tromso.txt", "-l", filled)
    assert result.exit_code == 1
    assert "nowhere.txt" in str(result.exception)
    alone = run("compare", "nothing-such", "-l", filled)
    assert "no engagement 'nothing-such'" in str(alone.exception)
