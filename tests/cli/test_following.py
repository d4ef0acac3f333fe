"""The commands that follow wording and matter across documents."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests import accounts, series
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


@pytest.fixture(scope="module")
def meetings(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Path of a ledger that holds the invented series of meetings."""
    path = str(tmp_path_factory.mktemp("series") / "series.ledger")
    series.fill(path).close()
    return path


def test_phrases_tell_what_became_of_them(run: Run, meetings: str) -> None:
    data = json.loads(run("phrases", "JP", "NO", "--state", "softened", "-f", "json", "-l", meetings).stdout)
    (softened,) = data
    assert softened["step"]["change"] == "softened"
    assert softened["step"]["after"]["document"]["file"] == "5.txt"
    output = run("phrases", "JP", "NO", "-l", meetings).stdout
    assert "dropped" in output
    assert "“shared the view on” (1 May 2034) → “discussed” (1 May 2035)" in " ".join(output.split())


@pytest.mark.parametrize("width", ["80", "120"])
def test_phrases_with_the_text_around_fit_the_width(
    run: Run, meetings: str, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    output = run("phrases", "JP", "NO", "--series", "summit meeting", "--around", "-l", meetings).stdout
    assert max(map(len, output.splitlines())) <= int(width)
    assert "»" in output


@pytest.mark.parametrize("command", ["phrases", "issues"])
def test_csv_has_a_row_for_each_row_of_json(run: Run, meetings: str, command: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run(command, "JP", "NO", "-f", "csv", "-l", meetings).stdout)))
    assert len(rows) == len(json.loads(run(command, "JP", "NO", "-f", "json", "-l", meetings).stdout)) > 0
    assert all(None not in row and None not in row.values() for row in rows)


def test_a_diff_marks_words_without_colour(run: Run, meetings: str) -> None:
    output = " ".join(run("diff", "3.txt", "4.txt", "-l", meetings).stdout.split())
    assert "[-confirmed-]" in output
    assert "[-confirmed-]{+shared+} the {+view on the+} safe" in output
    latest = json.loads(run("diff", "JP", "NO", "--series", "summit", "-f", "json", "-l", meetings).stdout)
    assert (latest["a"]["file"], latest["b"]["file"]) == ("4.txt", "5.txt")
    every = json.loads(run("diff", "JP,NO", "--series", "summit", "--all", "-f", "json", "-l", meetings).stdout)
    assert len(every) == 4
    assert run("diff", "3.txt", "-l", meetings).exit_code == 2


def test_series_show_gaps_in_every_format(run: Run, filled: str) -> None:
    output = run("series", "JP", "NO", "-l", filled).stdout
    assert "no document tells of it" in output
    rows = list(csv.DictReader(io.StringIO(run("series", "JP", "NO", "-f", "csv", "-l", filled).stdout)))
    assert [row["number"] for row in rows] == ["3", "4", "5"]
    data = json.loads(run("series", "JP", "NO", "-f", "json", "-l", filled).stdout)
    assert [row["no_account"] for row in data] == [["NO"], [], ["JP"]]


def test_one_sided_engagements_name_who_is_silent_and_whose_texts_are_unknown(run: Run, meetings: str) -> None:
    result = run("engagements", "--one-sided", "-l", meetings)
    assert result.stdout.count("not NO") == 5
    assert "no document by NO at all" in result.stderr
    assert "not NO" not in run("engagements", "-l", meetings).stdout


def test_instruments_are_listed_and_can_be_renamed(run: Run, own: str) -> None:
    renamed = run("instruments", "JP", "NO", "--rename", "catch register", "Register", "-f", "json", "-l", own)
    (row,) = json.loads(renamed.stdout)
    assert (row["name"], row["names"], row["documents"]) == ("Register", ["catch register"], 1)
    assert "also: catch register" in run("instruments", "JP", "NO", "-l", own).stdout
    assert "no instrument 'x'" in str(run("instruments", "--merge", "x", "y", "-l", own).exception)


def test_officials_are_listed_with_their_posts(run: Run, own: str) -> None:
    rows = json.loads(run("officials", "JP", "-f", "json", "-l", own).stdout)
    assert rows and {row["party"] for row in rows} == {"JP"}
    assert all(post["quote"] and post["document"]["id"] for row in rows for post in row["posts"])
    name = rows[0]["name"]
    assert name in run("officials", "Japan", "--words", name.split()[-1].lower(), "-l", own).stdout
    assert "no officials of CL" in run("officials", "CL", "-l", own).output
