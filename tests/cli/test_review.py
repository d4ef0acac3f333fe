"""Decisions from the command line, and the queue at the keyboard."""

from __future__ import annotations

import csv
import io
import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from summitry.cli.review_session import Screen, Session
from summitry.ledger import Ledger
from summitry.model.errors import SummitryError
from summitry.views.question import Question
from summitry.views.waiting import Why, waiting
from tests import accounts
from tests.cli.conftest import Run
from tests.ledger.followup.test_keeping import AGAIN, PROMISED


@pytest.fixture
def own(tmp_path: Path) -> str:
    """Path of a ledger that this test may decide in."""
    path = str(tmp_path / "own.ledger")
    accounts.fill(path).close()
    return path


def promised(run: Run, ledger: str, words: str) -> dict[str, object]:
    rows = json.loads(run("commitments", "JP", "NO", "--as-of", "2030-01-01", "-f", "json", "-l", ledger).stdout)
    found = [row for row in rows if words in row["quote"]]
    return found[0] if found else {}


def record(ledger: str, words: str, kind: str = "commitments") -> str:
    with Ledger.open(ledger, create=False) as opened:
        asked = opened.accounts if kind == "engagements" else getattr(opened, kind)
        return str(next(f.id for f in asked() if words in f.quote))


def test_the_queue_begins_with_what_the_gate_refused(run: Run, own: str) -> None:
    rows = json.loads(run("review", "JP", "NO", "--format", "json", "-l", own).stdout)
    assert [row["why"] for row in rows] == ["refused"] + ["latest"] * 5
    assert rows[0]["refused"] == ["no date in the words"]
    printed = run("review", "JP", "NO", "-l", own).stdout
    assert "no date in the words" in printed
    assert rows[0]["id"] in printed
    table = list(csv.DictReader(io.StringIO(run("review", "-w", "latest", "-f", "csv", "-l", own).stdout)))
    assert len(table) == 6
    assert table[0]["published"] == "2025-11-15"


def test_an_empty_queue_says_so(run: Run, own: str) -> None:
    result = run("review", "FR", "DE", "-l", own)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no findings that wait of FR, DE" in result.stderr


def test_a_rejected_commitment_is_gone_and_comes_back_when_undone(run: Run, own: str) -> None:
    name = record(own, "catch register")
    result = run("review", "reject", name[:8], "--author", "Ada", "--reason", "a hope", "-l", own)
    assert result.exit_code == 0
    number, told, subject = result.stdout.split()
    assert (told, subject) == ("reject", name)
    assert not promised(run, own, "catch register")
    data = json.loads(run("relation", "JP", "NO", "--as-of", "2030-01-01", "-f", "json", "-l", own).stdout)
    assert "catch register" not in json.dumps(data["overdue"])
    assert run("review", "undo", number, "-a", "Ben", "-l", own).exit_code == 0
    assert promised(run, own, "catch register")
    history = run("history", name[:8], "-l", own).stdout
    assert "reject by Ada: a hope" in history
    assert f"undo {number} by Ben" in history


def test_a_correction_shows_at_once_and_survives_another_reading(run: Run, own: str) -> None:
    name = record(own, "catch register")
    fields = ("due=2025-06/2025-08", "parties=no", "body=register group", "quote=draw up a catch register")
    assert run("review", "correct", name, *fields, "-a", "Ada", "-l", own).exit_code == 0
    with Ledger.open(own, create=False) as opened:
        document, records = accounts.tromso()
        opened.add(document, replace(records, reader="hand-2"))
    row = promised(run, own, "catch register")
    assert (row["quote"], row["due"], row["parties"]) == ("draw up a catch register", "2025-06/2025-08", ["NO"])
    assert row["body"] == "register group"


def test_a_correction_of_an_account_shows_in_the_list_of_engagements(run: Run, own: str) -> None:
    name = record(own, "held his 3rd", "engagements")
    assert run("review", "correct", name, "place=Bodø", "minutes=75", "-l", own).exit_code == 0
    printed = run("engagements", "JP", "NO", "-l", own).stdout
    assert "Bodø" in printed
    assert "75 min" in printed


def test_later_words_are_linked_and_unlinked(run: Run, own: str) -> None:
    name = record(own, "catch register")
    tie = (name, "--in", "oslo.html", "--quote", "The Bergen Shipping Forum was praised")
    assert run("review", "link", *tie, "--shows", "fulfilled", "-a", "Ada", "-l", own).exit_code == 0
    row = promised(run, own, "catch register")
    assert row["status"] == "fulfilled"
    assert [(e["shows"], e["author"]) for e in row["evidence"]] == [("fulfilled", "Ada")]  # type: ignore[union-attr]
    assert run("review", "unlink", *tie, "-a", "Ben", "-l", own).exit_code == 0
    assert promised(run, own, "catch register")["status"] == "silent"
    assert run("review", "settle", name, "slipped", "-l", own).exit_code == 0
    assert promised(run, own, "catch register")["status"] == "slipped"


def test_a_record_can_be_linked_by_its_id(run: Run, own: str) -> None:
    name, later = record(own, "working group"), record(own, "6th meeting")
    assert run("review", "link", name, later[:8], "--shows", "restated", "-l", own).exit_code == 0
    (evidence,) = promised(run, own, "working group")["evidence"]  # type: ignore[misc]
    assert evidence["shows"] == "restated"


def test_engagements_are_merged_and_split(run: Run, own: str) -> None:
    one, two = record(own, "held his 3rd", "engagements"), record(own, "met Haruto", "engagements")

    def count() -> int:
        return len(json.loads(run("engagements", "JP", "NO", "-f", "json", "-l", own).stdout))

    assert count() == 2
    assert run("review", "merge", one[:9], two[:9], "-r", "a slip of the pen", "-l", own).exit_code == 0
    assert count() == 1
    assert run("review", "split", one, two, "-l", own).exit_code == 0
    assert count() == 2


@pytest.mark.parametrize("value", ["-1", "0", "+1"])
def test_an_assessment_stands_beside_the_status(run: Run, own: str, value: str) -> None:
    name = record(own, "catch register")
    assert run("review", "assess", name, value, "-a", "Ada", "-l", own).exit_code == 0
    row = promised(run, own, "catch register")
    assert (row["assessment"], row["status"]) == (int(value), "silent")


def test_an_issue_is_renamed_by_its_name(run: Run, own: str) -> None:
    assert run("review", "rename", "fisheries", "Fish and whales", "-l", own).exit_code == 0
    assert "Fish and whales" in run("issues", "JP", "NO", "-l", own).stdout


def test_the_author_is_who_is_logged_in(run: Run, own: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "minagawa")
    name = record(own, "catch register")
    run("review", "accept", name, "-l", own)
    entries = json.loads(run("history", name, "-f", "json", "-l", own).stdout)
    assert [(entry["action"], entry["author"]) for entry in entries] == [("accept", "minagawa")]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("accept", "feedfeed"), "there is no record 'feedfeed'"),
        (("correct", "ID", "due=next spring"), "it is no date"),
        (("correct", "ID", "kind=hope"), "kind cannot be 'hope'"),
        (("correct", "ID", "colour=red"), "no field 'colour'"),
        (("correct", "ID", "quote=words that nobody said"), "do not stand in the text"),
        (("assess", "ID", "2"), "an assessment is -1, 0 or +1"),
        (("settle", "ID", "done"), "not a status: 'done'"),
        (("link", "ID", "--in", "oslo.html", "--quote", "unsaid"), "do not stand in the text"),
        (("link", "ID", "ID"), "cannot be linked with itself"),
        (("merge", "ID", "ID"), "is one of the commitments, not of the engagements"),
        (("rename", "no such thing", "Name"), "there is no record, series"),
        (("undo", "999"), "no decision with the number 999"),
        (("accept", "ID", "--author", " "), "a decision needs an author"),
    ],
)
def test_what_cannot_be_decided_says_why_and_what_to_do(run: Run, own: str, words: tuple[str, ...], said: str) -> None:
    name = record(own, "catch register")
    with Ledger.open(own, create=False) as opened:
        before = opened.revision()
    result = run("review", *[name if word == "ID" else word for word in words], "-l", own)
    assert result.exit_code == 1
    assert isinstance(result.exception, SummitryError)
    assert said in result.exception.message
    assert result.exception.hint or said.endswith(("+1", "text", "itself", "author"))
    with Ledger.open(own, create=False) as opened:
        assert opened.revision() == before


def test_the_beginning_of_several_ids_names_them(run: Run, own: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summitry.views.subjects._LEAST", 0)
    result = run("review", "accept", "", "-l", own)
    assert "begins more than one id" in result.exception.message  # type: ignore[union-attr]
    assert "Give more of the id" in result.exception.hint  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "words", [("reject", "x"), ("link", "x"), ("link", "x", "y", "--in", "z"), ("correct", "x", "y")]
)
def test_mistakes_of_use(run: Run, own: str, words: tuple[str, ...]) -> None:
    assert run("review", *words, "-l", own).exit_code == 2


class Typist:
    """A screen whose keys and answers are typed beforehand."""

    def __init__(self, keys: str, *answers: str, width: int = 120) -> None:
        self._keys: Iterator[str] = iter(keys)
        self._answers = iter(answers)
        self.paper = io.StringIO()
        console = Console(file=self.paper, width=width, highlight=False, markup=False, emoji=False)
        self.screen = Screen(console, lambda: next(self._keys), lambda words: next(self._answers))

    def go(self, ledger: Ledger, **asked: object) -> str:
        found = waiting(ledger, Question(("JP", "NO")), **asked)  # type: ignore[arg-type]
        Session(ledger, found.rows, "Ada", self.screen).run()
        return self.paper.getvalue()


@pytest.fixture
def opened(own: str) -> Iterator[Ledger]:
    with Ledger.open(own, create=False) as ledger:
        yield ledger


def states(ledger: Ledger) -> list[str]:
    return sorted(f"{entry.action}" for entry in ledger.history() if entry.action != "add")


def test_a_key_decides_and_goes_on(opened: Ledger) -> None:
    output = Typist("a +r q", "not promised").go(opened)
    assert states(opened) == ["accept", "assess", "reject"]
    assert "1 of 6" in output
    assert "refused by the gate" in output
    assert "»second ship«" in output
    assert "the gate" in output and "no date in the words" in output
    assert "rule hand" in output


def test_a_correction_is_typed_and_can_be_undone(opened: Ledger) -> None:
    Typist("cq", "due", "2026-24", "winter it was").go(opened, reasons=frozenset({"latest"}))
    assert [str(f.record.due) for f in opened.commitments(state="corrected")] == ["2026-24"]  # type: ignore[union-attr]
    output = Typist("az q").go(opened, reasons=frozenset({"latest"}))
    assert "undone" in output
    assert states(opened) == ["accept", "correct", "undo"]


def test_a_mistake_leaves_the_finding_where_it_is(opened: Ledger) -> None:
    output = Typist("c?zrmxq", "due", "soon", "").go(opened, reasons=frozenset({"latest"}))
    assert "it is no date" in output
    assert "nothing rejected: a reason is needed" in output
    assert "not of the engagements" in output
    assert "nothing was decided in this session" in output
    assert "2 of 5" not in output
    assert states(opened) == []


@pytest.mark.parametrize(
    ("key", "answers", "action"), [("a", (), "link"), ("l", ("partly",), "link"), ("r", ("no",), "unlink")]
)
def test_doubtful_links_are_confirmed_or_refused(
    opened: Ledger, monkeypatch: pytest.MonkeyPatch, key: str, answers: tuple[str, ...], action: str
) -> None:
    monkeypatch.setattr("summitry.views.waiting._DOUBT", 2.0)
    name = replace(PROMISED, sides=("JP", "NO")).add(opened)
    replace(AGAIN, sides=("JP", "NO")).add(opened)
    (doubt,) = waiting(opened, Question(("JP", "NO")), reasons=frozenset({Why.DOUBTFUL.value})).rows
    assert doubt.link and doubt.finding.id == name
    output = Typist(key, *answers).go(opened, reasons=frozenset({"doubtful"}))
    assert "»They agreed to launch the joint fisheries survey of the Barents shelf.«" in " ".join(output.split())
    assert [decision.action for decision in opened.decisions()] == [action]
    status = {("a", "link"): "restated", ("l", "link"): "partly"}.get((key, action), "silent")
    assert opened.followed([name])[name].status.value == status
    assert not waiting(opened, Question(("JP", "NO")), reasons=frozenset({"doubtful"})).rows


@pytest.mark.parametrize("width", [60, 89, 90, 160])
def test_the_screen_is_kept_to_and_loses_no_words(opened: Ledger, width: int) -> None:
    output = Typist(" " * 6, width=width).go(opened)
    assert max(map(len, output.splitlines())) <= width
    assert all(word in output for word in ("consultation", "shortly", "place"))


def test_hostile_words_reach_no_terminal(tmp_path: Path) -> None:
    from summitry.intake import from_text

    text = "Norway said \x1b]0;owned\x07that it will \u202eopen\u202c a \x1b[31mport by 2026."
    document = from_text(text, source="bad.txt", title="T\x1b[2J", published="2025-01-01", issuers=("NO",))
    hand = accounts.Hand(document)
    words = document.text[document.text.index("will") : document.text.index(" by 2026")]
    records = hand.records(commitments=(hand.promised(words, "deliverable", "2026"),))
    with Ledger.open(tmp_path / "bad.ledger", clock=accounts.Ticking()) as ledger:
        ledger.add(document, records)
        found = waiting(ledger, Question())
        typist = Typist("q")
        Session(ledger, found.rows, "Ada", typist.screen).run()
    printed = typist.paper.getvalue()
    assert "port" in printed
    assert not {"\x1b", "\x07", "\u202e", "\u202c"} & set(printed)


def test_in_a_terminal_keys_are_read(own: str) -> None:
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    program = [sys.executable, "-c", "from summitry.cli import main; main()"]
    command = [*program, "review", "JP", "NO", "--author", "Ada", "-l", own]
    with subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, close_fds=True) as process:
        os.close(slave)
        shown = b""
        for key in (b"a", b"+", b"q"):
            shown += _until(master, b" quit")
            # A key typed before the terminal listens would be thrown away.
            time.sleep(0.3)
            os.write(master, key)
        shown += _until(master, b"in the queue")
        assert process.wait(60) == 0
    os.close(master)
    assert b"2 decisions entered, 5 findings in the queue" in shown
    with Ledger.open(own, create=False) as ledger:
        assert states(ledger) == ["accept", "assess"]


def _until(terminal: int, words: bytes) -> bytes:
    """What the program prints, up to some words."""
    shown = b""
    while words not in shown and select.select([terminal], [], [], 20)[0]:
        shown += os.read(terminal, 65536)
    return shown
