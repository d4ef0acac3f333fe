"""``summitry export``."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from summitry.cli.export import ExportFormat, Kind
from summitry.views.exports import FORMATS, What
from tests.cli.conftest import Run


def test_the_command_offers_every_format_and_kind(run: Run) -> None:
    assert [form.value for form in ExportFormat] == list(FORMATS)
    assert [kind.value for kind in Kind] == [what.value for what in What]
    shown = run("export", "--help").stdout
    assert all(name in shown for name in FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_is_written_to_a_file(run: Run, filled: str, form: str) -> None:
    assert run("export", form, "JP", "NO", "-o", "out", "-l", filled).exit_code == 0
    assert len(Path("out").read_bytes()) > 500


def test_csv_goes_to_standard_output(run: Run, filled: str) -> None:
    result = run("export", "csv", "jp,no", "--what", "statements", "--as-of", "2024-12-01", "-l", filled)
    rows = list(csv.DictReader(io.StringIO(result.stdout_bytes.decode())))
    assert [row["act"] for row in rows] == ["affirm", "urge"]


def test_a_workbook_holds_the_kind_asked_for(run: Run, filled: str) -> None:
    run("export", "xlsx", "-w", "documents", "-o", "out.xlsx", "-l", filled)
    assert openpyxl.load_workbook("out.xlsx").sheetnames == ["documents"]


def test_json_lines_can_be_piped(run: Run, filled: str) -> None:
    lines = run("export", "jsonl", "--what", "events", "-l", filled).stdout.splitlines()
    assert json.loads(lines[0])["name"] == "Bergen Shipping Forum"


def test_mistakes_say_what_to_do(run: Run, filled: str) -> None:
    assert run("export", "pdf", "-l", filled).exit_code == 2
    refused = run("export", "gexf", "--what", "events", "-l", filled)
    assert "gexf does not hold events alone" in str(refused.exception)
    nowhere = run("export", "csv", "-o", "no/such/folder.csv", "-l", filled)
    assert "cannot write" in str(nowhere.exception)
