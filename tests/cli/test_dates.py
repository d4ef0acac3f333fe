"""``summitry dates``: text, JSON lines, and what is wrong with either."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from summitry.cli.dates import dates

app = typer.Typer()
app.command()(dates)
RUN = CliRunner()


def test_table_of_a_text(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("The group will meet before the end of this year.", encoding="utf-8")
    done = RUN.invoke(app, [str(file), "--reference", "2017-11-10"])
    assert done.exit_code == 0
    assert "before the end of this year" in done.stdout and "../2017-12-31" in done.stdout


def test_text_from_standard_input_as_json() -> None:
    done = RUN.invoke(app, ["-", "-r", "2017-11-10", "--format", "json"], input="They met yesterday.")
    (answer,) = json.loads(done.stdout)
    assert [(e["text"], e["value"], e["role"]) for e in answer["expressions"]] == [("yesterday", "2017-11-09", "past")]


def test_json_lines_in_give_json_lines_out() -> None:
    rows = [{"id": "a", "reference": "2017-11-10", "text": "They met today."}, {"id": 7, "text": "They met in 2016."}]
    done = RUN.invoke(app, [], input="\n".join(map(json.dumps, rows)))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(a["id"], a["expressions"][0]["value"]) for a in answers] == [("a", "2017-11-10"), (7, "2016")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": 2, "text": ', "is not JSON"),
        ('{"id": 2}', 'has no "text"'),
        ("[1, 2]", 'has no "text"'),
        ('{"id": 2, "text": "today", "reference": 2017}', "not a day in quotes"),
        ('{"id": 2, "text": "today", "reference": "soon"}', "soon"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(line: str, reason: str) -> None:
    good = json.dumps({"id": 1, "reference": "2017-11-10", "text": "They met today."})
    done = RUN.invoke(app, [], input=f"{line}\n{good}\n")
    assert done.exit_code == 1
    assert "line 1" in done.stderr and reason in done.stderr
    assert json.loads(done.stdout)["id"] == 1


def test_bad_reference() -> None:
    done = RUN.invoke(app, ["--reference", "tomorrow"], input="today")
    assert done.exit_code == 2
    assert "tomorrow" in done.stderr


def test_no_expressions() -> None:
    assert "no time expressions" in RUN.invoke(app, [], input="The leaders agreed.").stdout
