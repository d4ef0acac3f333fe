"""``read``, ``add``, ``forget`` and ``demo``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summitry.ledger import Ledger
from summitry.model import codec
from summitry.model.document import Document
from summitry.model.records import Records
from tests.cli.conftest import OneCueReader, Run

GOOD = "Japan welcomed the visit."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "texts"
    made.mkdir()
    (made / "a.txt").write_text(GOOD, encoding="utf-8")
    (made / "b.txt").write_text("Norway welcomed the reply.", encoding="utf-8")
    lines = [{"id": f"line-{n}", "title": f"T{n}", "text": f"Japan welcomed gift {n}."} for n in range(3)]
    (made / "c.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return made


def test_read_prints_each_finding_with_its_words(run: Run, reader: OneCueReader, folder: Path) -> None:
    result = run("read", str(folder / "a.txt"))
    assert result.exit_code == 0
    assert "“welcomed the visit.”" in result.stdout
    assert "rule hand" not in result.stdout


def test_explain_names_rule_gate_and_place(run: Run, reader: OneCueReader, folder: Path) -> None:
    assert "rule hand · gate passed · characters 6–25" in run("read", "--explain", str(folder / "a.txt")).stdout


def test_json_lines_keep_the_inputs_ids_and_hold_the_records(run: Run, reader: OneCueReader, folder: Path) -> None:
    result = run("read", "--format", "jsonl", str(folder / "c.jsonl"), str(folder / "a.txt"))
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in rows[:3]] == ["line-0", "line-1", "line-2"]
    assert rows[3]["id"] == rows[3]["document"]["text_id"]
    assert rows[0]["title"] == "T0"
    for row in rows:
        records = codec.load(row)
        assert codec.dump(records).items() <= row.items()
        assert records.statements[0].grounds.evidence.quote == row["statements"][0]["quote"]


def test_json_is_one_array(run: Run, reader: OneCueReader, folder: Path) -> None:
    assert len(json.loads(run("read", "-f", "json", str(folder)).stdout)) == 5


def test_standard_input_is_a_dash(run: Run, reader: OneCueReader) -> None:
    assert "“welcomed the visit.”" in run("read", "-", input=GOOD).stdout


def test_what_is_refused_is_listed_and_the_rest_goes_on(run: Run, reader: OneCueReader, folder: Path) -> None:
    (folder / "aa.txt").write_text("a trip", encoding="utf-8")
    (folder / "ab.txt").write_text("Bonjour", encoding="utf-8")
    (folder / "ac.txt").write_bytes(b"")
    result = run("read", "-f", "jsonl", str(folder), str(folder / "missing.txt"))
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 5
    refused = [line for line in result.stderr.splitlines() if line.startswith("refused: ")]
    assert [Path(line.split(": ")[1]).name for line in refused] == ["aa.txt", "ab.txt", "ac.txt", "missing.txt"]
    assert "the reader failed on it: KeyError" in refused[0]
    assert result.stderr.splitlines()[-1] == "4 of 9 inputs refused"


def test_add_says_what_became_of_the_documents(run: Run, reader: OneCueReader, folder: Path) -> None:
    first = run("add", str(folder), "-l", "x.ledger")
    assert first.exit_code == 0
    assert first.stderr.splitlines()[0] == "5 documents: 5 new, 0 already there"
    again = run("add", str(folder), "-l", "x.ledger")
    assert again.stderr.splitlines()[0] == "5 documents: 0 new, 5 already there"
    assert first.stdout == again.stdout == ""


def test_add_keeps_a_changed_text_as_a_new_version(run: Run, reader: OneCueReader, folder: Path) -> None:
    run("add", str(folder), "-l", "x.ledger")
    (folder / "a.txt").write_text("Japan welcomed the long visit.", encoding="utf-8")
    result = run("add", str(folder), "-l", "x.ledger")
    assert result.stderr.splitlines()[0] == "5 documents: 0 new, 4 already there, 1 new version"


def test_add_in_several_processes_gives_the_same_ledger(run: Run, tmp_path: Path) -> None:
    lines = [{"id": f"n{i}", "title": f"T{i}", "text": f"Mr. A of Japan welcomed gift {i}."} for i in range(60)]
    (tmp_path / "many.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    for jobs in ("1", "2"):
        assert run("add", "many.jsonl", "-j", jobs, "-l", f"{jobs}.ledger").exit_code == 0
    one, two = (Ledger.open(f"{jobs}.ledger", create=False) for jobs in ("1", "2"))
    with one, two:
        ids = [[row.source_id for row in ledger.documents()] for ledger in (one, two)]
        assert ids[0] == ids[1] == [f"n{i}" for i in range(60)]
        assert [one.records(r.document) for r in one.documents()] == [two.records(r.document) for r in two.documents()]


def test_an_interrupted_add_keeps_what_it_has_and_says_so(
    run: Run, reader: OneCueReader, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = reader.read

    def interrupted(document: Document) -> Records:
        if "reply" in document.text:
            raise KeyboardInterrupt
        return whole(document)

    monkeypatch.setattr(reader, "read", interrupted)
    result = run("add", str(folder), "-l", "x.ledger")
    assert result.exit_code == 130
    assert "stopped after 1 document: 1 new, 0 already there; run it again to go on" in result.stderr
    monkeypatch.setattr(reader, "read", whole)
    assert run("add", str(folder), "-l", "x.ledger").stderr.startswith("5 documents: 4 new, 1 already there")


def test_add_with_everything_refused_fails(run: Run, reader: OneCueReader) -> None:
    result = run("add", "nowhere.txt", "-l", "x.ledger")
    assert result.exit_code == 1
    assert "nowhere.txt" in result.stderr


def test_quiet_prints_nothing_but_refusals(run: Run, reader: OneCueReader, folder: Path) -> None:
    assert run("add", "-q", str(folder), "-l", "x.ledger").output == ""


def test_forget_asks_deletes_and_remembers(run: Run, reader: OneCueReader, folder: Path) -> None:
    run("add", str(folder), "-l", "x.ledger")
    kept = run("forget", "line-1", "-r", "a test", "-l", "x.ledger", input="n\n")
    assert kept.exit_code == 1
    result = run("forget", "line-1", "-r", "a test", "-l", "x.ledger", input="y\n")
    assert result.exit_code == 0
    assert "forgotten: T1" in result.output
    with Ledger.open("x.ledger", create=False) as ledger:
        assert "line-1" not in [row.source_id for row in ledger.documents()]
        assert [entry.reason for entry in ledger.history() if entry.action == "forget"] == ["a test"]


def test_forget_without_being_asked(run: Run, reader: OneCueReader, folder: Path) -> None:
    run("add", str(folder), "-l", "x.ledger")
    assert run("forget", "line-2", "--yes", "-r", "a test", "-l", "x.ledger").exit_code == 0


def test_the_demo_fills_a_ledger_and_says_what_to_type_next(run: Run, reader: OneCueReader) -> None:
    result = run("demo", "--no-serve")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[0] == "12 documents: 12 new, 0 already there"
    assert "JP – NO  as of 1 Oct 2026" in result.stdout
    commands = [line.split() for line in result.stderr.splitlines() if line.startswith("  summitry ")]
    assert len(commands) >= 3
    for command in commands:
        assert run(*command[1:]).exit_code == 0
