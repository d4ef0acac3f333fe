"""The command line as a process: exit codes, streams, no traceback for a mistake, a quick start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-c", "from summitry.cli import main; main()"]


def call(*words: str, **more: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COLUMNS": "100", **more.pop("env", {})}  # type: ignore[dict-item]
    return subprocess.run([*PROGRAM, *words], capture_output=True, text=True, env=environment, timeout=60, **more)  # type: ignore[call-overload]


def test_help_starts_without_the_heavy_parts() -> None:
    code = (
        "import sys\nfrom summitry.cli import app\ntry:\n    app(['--help'])\nexcept SystemExit:\n    pass\n"
        "print(sorted({'spacy', 'sqlalchemy', 'numpy', 'httpx', 'pandas', 'selectolax'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "[]"


def test_every_command_explains_itself_with_an_example() -> None:
    listed = call("--help").stdout
    commands = (
        "read",
        "serve",
        "add",
        "relation",
        "commitments",
        "calendar",
        "search",
        "documents",
        "engagements",
        "dates",
        "forget",
        "demo",
    )
    for command in commands:
        assert f" {command} " in listed
        done = call(command, "--help")
        assert done.returncode == 0
        assert f"Example: summitry {command}" in done.stdout


def test_version() -> None:
    import summitry

    assert call("--version").stdout == f"summitry {summitry.__version__}\n"


@pytest.mark.parametrize(
    "words", [["nonsense"], ["read"], ["commitments", "--status", "late"], ["add", "--jobs", "0", "x"]]
)
def test_mistakes_of_use_exit_with_2(words: list[str]) -> None:
    done = call(*words)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_failure_says_what_to_do_and_exits_with_1(tmp_path: Path) -> None:
    done = call("commitments", "--ledger", str(tmp_path / "none.ledger"))
    assert done.returncode == 1
    assert done.stderr.startswith("error: there is no ledger at")
    assert "hint:" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_ledger_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.ledger"
    path.write_text("these are my notes and no ledger at all\n" * 100, encoding="utf-8")
    before = path.read_bytes()
    done = call("documents", "--ledger", str(path))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert path.read_bytes() == before


@pytest.mark.parametrize("place", [0, 1, 3])
def test_debug_shows_where_an_error_came_from(tmp_path: Path, place: int) -> None:
    words = ["documents", "--ledger", str(tmp_path / "none.ledger")]
    words.insert(place, "--debug")
    done = call(*words)
    assert done.returncode == 1
    assert "Traceback" in done.stderr


def test_colours_stay_out_of_pipes_and_can_be_forced(filled: str) -> None:
    assert "\x1b[" not in call("commitments", "-l", filled).stdout
    assert "\x1b[" in call("commitments", "-l", filled, env={"FORCE_COLOR": "1"}).stdout
    forced = call("commitments", "-l", filled, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    assert "\x1b[31m" not in forced


def test_a_reader_that_leaves_early_is_no_error(filled: str) -> None:
    command = " ".join(["'" + part + "'" for part in [*PROGRAM, "commitments", "-l", filled, "-f", "json"]])
    done = subprocess.run(["bash", "-c", f"{command} | head -c 1"], capture_output=True, text=True, timeout=60)
    assert done.stdout == "["
    assert done.stderr == ""


def test_an_interrupt_ends_quietly_with_130() -> None:
    code = (
        "import os, signal, threading\nfrom summitry.cli import main\n"
        "threading.Timer(2, lambda: os.kill(os.getpid(), signal.SIGINT)).start()\nmain(['read', '-'])"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        process.wait(timeout=20)
        assert process.returncode == 130
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()
    finally:
        process.kill()
