"""The commands that follow wording and matter across documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import accounts
from tests.cli.conftest import Run


@pytest.fixture
def own(tmp_path: Path) -> str:
    """Path of a ledger of the test's own, that holds the small account."""
    path = str(tmp_path / "own.ledger")
    accounts.fill(path).close()
    return path


def test_issues_count_and_can_be_renamed_and_merged(run: Run, own: str) -> None:
    listed = json.loads(run("issues", "JP", "NO", "-f", "json", "-l", own).stdout)
    assert [(row["name"], row["documents"], row["statements"], row["commitments"]) for row in listed] == [
        ("Fisheries", 1, 2, 4)
    ]
    renamed = run("issues", "JP", "NO", "--rename", "fisheries", "Catch", "-r", "shorter", "-f", "json", "-l", own)
    assert [row["name"] for row in json.loads(renamed.stdout)] == ["Catch"]
    merged = run("issues", "JP", "NO", "--merge", "Catch", "Energy", "-f", "json", "-l", own)
    assert [(row["name"], row["documents"]) for row in json.loads(merged.stdout)] == [("Energy", 1)]


def test_an_issue_that_is_none_cannot_be_renamed(run: Run, own: str) -> None:
    result = run("issues", "JP", "NO", "--rename", "whales", "x", "-l", own)
    assert (result.exit_code, "no issue 'whales'" in str(result.exception)) == (1, True)
