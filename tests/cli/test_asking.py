"""The commands that ask a ledger."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.cli.conftest import Run


def test_relation_prints_its_parts(run: Run, filled: str) -> None:
    result = run("relation", "jp", "NO", "--as-of", "2025-12-01", "-l", filled)
    assert result.exit_code == 0
    parts = [line for line in result.output.splitlines() if line and not line.startswith((" ", "date", "time", "when"))]
    assert parts[0] == "JP – NO  as of 1 Dec 2025"
    for title in ("Latest engagements  2", "Overdue: the window has closed  2", "Coming  1"):
        assert title in parts
    assert "by 31 Dec 2024" in result.output
    assert "5th Japan-Norway Summit Meeting" in result.output
    assert "Note: no document tells of number 4 of Japan-Norway Summit Meeting." in result.output


@pytest.mark.parametrize("typed", [("Japan", "norway"), ("JAPAN,NO",), ("jp", "Norway")])
def test_parties_are_known_by_code_or_name(run: Run, filled: str, typed: tuple[str, ...]) -> None:
    result = run("relation", *typed, "--as-of", "2025-12-01", "-l", filled)
    assert result.output.startswith("JP – NO  as of 1 Dec 2025")


def test_relation_as_json(run: Run, filled: str) -> None:
    data = json.loads(run("relation", "JP", "NO", "--as-of", "2025-12-01", "-f", "json", "-l", filled).stdout)
    assert data["as_of"] == "2025-12-01"
    assert [c["time_state"] for c in data["overdue"]] == ["overdue", "overdue"]
    assert data["uneven"] == ["no document tells of number 4 of Japan-Norway Summit Meeting"]


def test_a_relation_needs_two_parties(run: Run, filled: str) -> None:
    result = run("relation", "JP", "-l", filled)
    assert result.exit_code == 2
    assert "at least two parties" in result.output


def test_commitments_as_json_have_the_keys_that_programs_ask_for(run: Run, filled: str) -> None:
    result = run("commitments", "JP,NO", "--as-of", "2025-12-01", "--format", "json", "-l", filled)
    rows = json.loads(result.stdout)
    assert len(rows) == 5
    for row in rows:
        assert {"quote", "document", "parties", "due", "due_text", "status", "time_state", "evidence"} <= set(row)
    assert rows[0]["document"]["file"] == "tromso.txt"
    assert rows[0]["document"]["url"] == "https://mofa.jp.example/3"


def test_commitments_by_status(run: Run, filled: str) -> None:
    args = ("commitments", "--as-of", "2025-12-01", "--format", "json", "-l", filled)
    assert {row["time_state"] for row in json.loads(run(*args, "--status", "overdue").stdout)} == {"overdue"}
    two = json.loads(run(*args, "-s", "overdue", "-s", "undated").stdout)
    assert {row["time_state"] for row in two} == {"overdue", "undated"}
    assert json.loads(run(*args, "-k", "continuing").stdout)[0]["kind"] == "continuing"
    assert run(*args, "--status", "late").exit_code == 2


@pytest.mark.parametrize("command", ["commitments", "engagements", "documents", "calendar"])
def test_csv_has_one_header_and_a_row_each(run: Run, filled: str, command: str) -> None:
    args = (command, "--all") if command == "calendar" else (command,)
    table = list(csv.DictReader(io.StringIO(run(*args, "--format", "csv", "-l", filled).stdout)))
    data = json.loads(run(*args, "--format", "json", "-l", filled).stdout)
    assert len(table) == len(data) > 0
    assert all(None not in row and None not in row.values() for row in table)


def test_lists_in_csv_are_joined(run: Run, filled: str) -> None:
    (first, *_) = csv.DictReader(io.StringIO(run("commitments", "JP", "NO", "-f", "csv", "-l", filled).stdout))
    assert first["parties"] == "JP;NO"


def test_a_limit_is_told_of_on_standard_error(run: Run, filled: str) -> None:
    result = run("commitments", "--limit", "1", "-l", filled)
    assert "5 more" in result.stderr
    assert "more" not in result.stdout


def test_calendar_begins_today_unless_told(run: Run, filled: str) -> None:
    args = ("calendar", "JP", "NO", "-f", "json", "-l", filled)
    coming = json.loads(run(*args, "--as-of", "2025-11-20").stdout)
    assert [entry["when"] for entry in coming] == ["2026-23"]
    between = json.loads(run(*args, "--from", "2025-05-01", "--to", "2025-05-31").stdout)
    assert [entry["when"] for entry in between] == ["2025-21", "2025-05"]


def test_a_day_that_is_none_is_a_mistake_of_use(run: Run, filled: str) -> None:
    result = run("calendar", "--as-of", "yesterday", "-l", filled)
    assert result.exit_code == 2
    assert "2025-05-19" in result.output


def test_engagements_name_length_and_teller(run: Run, filled: str) -> None:
    output = run("engagements", "JP", "NO", "-l", filled).stdout
    assert "3rd Japan-Norway Summit Meeting" in output
    assert "70 min" in output


def test_search_prints_words_and_facets(run: Run, filled: str) -> None:
    result = run("search", "embassy", "nairobi", "-l", filled)
    assert "embassy in Nairobi" in result.stdout
    assert "1 hit" in result.stdout
    data = json.loads(run("search", "embassy", "-f", "json", "-l", filled).stdout)
    assert data["total"] == 1
    assert data["hits"][0]["document"]["title"] == "Call"
    rows = list(csv.DictReader(io.StringIO(run("search", "embassy", "-f", "csv", "-l", filled).stdout)))
    assert rows[0]["title"] == "Call"


def test_a_search_without_hits_says_so(run: Run, filled: str) -> None:
    result = run("search", "unicorns", "-l", filled)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing found for unicorns" in result.stderr


def test_an_empty_answer_says_so_and_is_valid_data(run: Run, filled: str) -> None:
    result = run("commitments", "FR", "DE", "-l", filled)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no such commitments of FR, DE in the ledger" in result.stderr
    assert json.loads(run("commitments", "FR", "DE", "-f", "json", "-l", filled).stdout) == []


@pytest.mark.parametrize("width", ["40", "80", "120", "200"])
@pytest.mark.parametrize("command", [("relation", "JP", "NO"), ("commitments",), ("calendar", "--all"), ("documents",)])
def test_tables_fit_the_terminal_and_lose_no_words(
    run: Run, filled: str, monkeypatch: pytest.MonkeyPatch, width: str, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    output = run(*command, "-l", filled).stdout
    assert max(map(len, output.splitlines())) <= max(int(width), 80)
    assert "…" not in output


def test_the_calendar_goes_into_other_calendars(run: Run, filled: str) -> None:
    output = run("calendar", "JP", "NO", "--all", "--format", "ics", "-l", filled).stdout_bytes.decode()
    assert output.startswith("BEGIN:VCALENDAR\r\n")
    assert output.count("BEGIN:VEVENT") == 6
