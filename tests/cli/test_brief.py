"""``summitry brief``: files, formats, mistakes."""

from __future__ import annotations

import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from summitry.model.errors import SummitryError
from tests.cli.conftest import Run

ASKED = ("brief", "JP", "NO", "--before", "2025-12-01")


def test_a_brief_is_printed_as_markdown(run: Run, filled: str) -> None:
    result = run(*ASKED, "-l", filled)
    assert result.exit_code == 0
    assert result.stdout.startswith("# Japan – Norway\n")
    assert "## What was promised" in result.stdout


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.md", b"# Japan"),
        ("a.html", b"<!doctype html>"),
        ("a.docx", b"PK"),
        pytest.param("a.pdf", b"%PDF-", marks=pytest.mark.skipif(find_spec("typst") is None, reason="no typst")),
    ],
)
def test_the_name_of_the_file_gives_the_format(run: Run, filled: str, name: str, begins: bytes) -> None:
    result = run(*ASKED, "-o", name, "-l", filled)
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"written: {name}" in result.stderr
    assert Path(name).read_bytes().startswith(begins)


def test_the_format_goes_before_the_name(run: Run, filled: str) -> None:
    assert run(*ASKED, "-o", "a.dat", "-f", "docx", "-l", filled).exit_code == 0
    assert zipfile.is_zipfile("a.dat")
    assert run(*ASKED, "--format", "html", "-l", filled).stdout.startswith("<!doctype html>")


def test_what_was_published_on_the_day_is_left_out(run: Run, filled: str) -> None:
    said = run("brief", "JP", "NO", "--before", "2025-11-15", "-l", filled).stdout
    assert "Tromsø" in said
    assert "Oslo" not in said


def test_without_a_day_everything_is_in_it(run: Run, filled: str) -> None:
    assert "Oslo" in run("brief", "jp,no", "-l", filled).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("brief", "JP"), "at least two parties"),
        (("brief", "JP", "NO", "--before", "spring"), "is not a day"),
        (("brief", "JP", "NO", "-o", "a.odt"), "not written as a.odt"),
        (("brief", "JP", "NO", "-f", "rtf"), "rtf"),
    ],
)
def test_mistakes_of_use(run: Run, filled: str, words: tuple[str, ...], said: str) -> None:
    result = run(*words, "-l", filled)
    assert result.exit_code == 2
    assert said in " ".join(result.output.replace("│", " ").split())


def test_what_cannot_be_had_is_said(run: Run, filled: str) -> None:
    nothing = run("brief", "FR", "DE", "-l", filled)
    assert isinstance(nothing.exception, SummitryError)
    assert "nothing of FR, DE" in nothing.exception.message
    Path("folder.md").mkdir()
    blocked = run(*ASKED, "-o", "folder.md", "-l", filled)
    assert isinstance(blocked.exception, SummitryError)
    assert "folder.md" in blocked.exception.message
