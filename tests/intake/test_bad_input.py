import os
import time
from pathlib import Path

import pytest
from tests.intake.build import check, one, refusal

from summitry.intake import IntakeOptions, Refusal, count, from_bytes, from_text, take
from summitry.model.document import Document
from summitry.model.errors import InputError


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\x00\x00", b"\xef\xbb\xbf"])
def test_empty_input(data: bytes) -> None:
    assert "empty" in refusal(data, "a.txt").reason or "no text" in refusal(data, "a.txt").reason


def test_words_are_needed() -> None:
    assert "no text" in refusal(b"<html><body><script>x()</script></body></html>", "a.html").reason
    with pytest.raises(InputError, match="no text"):
        from_text("--- *** ---")


def test_binary_data() -> None:
    assert "binary" in refusal(bytes(range(256)) * 40, "a.txt").reason
    assert "binary" in refusal(b"\x89PNG\r\n\x1a\n" + bytes(range(200)) * 20, "a.md").reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-1"])
def test_encodings_are_detected(encoding: str) -> None:
    words = (
        "The Premier thanked Señor Núñez for coming. They agreed to meet at the café in Zürich once again, à bientôt."
    )
    document = one(words.encode(encoding), "a.txt")
    assert document.text == words


def test_declared_encoding() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Встреча глав государств.</p></body></html>'
    document = one(page.encode("cp1251"), "a.html")
    assert document.text == "Встреча глав государств."
    assert document.meta.language == "ru"
    assert one("Größe".encode("latin-1"), "a.txt", "text/plain; charset=iso-8859-1").text == "Größe"


def test_damaged_utf8_keeps_the_rest() -> None:
    data = "The Premier met Señor Núñez; they said “yes” — and left.".encode() * 20
    document = one(data[:50] + b"\xff" + data[50:], "a.txt")
    assert "“yes” — and left" in document.text


def test_nul_and_invisible_characters_go() -> None:
    document = one(
        "The\x00 sides\u200b met\u00a0again\ufeff in co\u00adop.\r\n".encode() + b"More words here. " * 20, "a.txt"
    )
    assert document.text.startswith("The sides met again in coop.")


def test_lone_surrogates_do_not_break_ids() -> None:
    document = one(b'{"text": "They met \\ud800 again."}', "a.jsonl")
    assert document.text == "They met \ufffd again."


def test_large_text_is_refused_by_name_and_at_once(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"The two sides met again. " * 2_000_000)
    started = time.monotonic()
    (found,) = take([path])
    assert isinstance(found, Refusal)
    assert "limit for one document is 20,000,000" in found.reason
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    "data",
    [
        b"word " * 200_000,
        b"*" * 300_000 + b" a",
        b"[" * 300_000 + b"a",
        b"[a](" * 60_000,
        b"<a" * 200_000,
        b"<a '" * 100_000,
        b"1. " * 200_000,
        b"A " * 200_000,
        b"Aa, " * 100_000,
        b"- - " * 100_000,
        b"A: " * 100_000,
        b"> " * 100_000 + b"a",
        b"\\\n" * 100_000 + b"a",
        b"a  \n" * 100_000,
        b"&amp" * 100_000,
        b"<!--" * 100_000 + b"a",
        b"| a " * 100_000,
    ],
    ids=lambda data: repr(data[:6]),
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_hostile_text_does_not_hang(data: bytes, name: str) -> None:
    started = time.monotonic()
    found = [*from_bytes(data, source=name)]
    assert len(found) == 1
    assert time.monotonic() - started < 10


def test_paths(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.md").write_text("They met.")
    (tmp_path / "a.txt").write_text("They met again.")
    (tmp_path / ".hidden.txt").write_text("never")
    (tmp_path / "a.bin").write_bytes(b"never")
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    found = [*take([tmp_path, tmp_path / "none.txt"])]
    assert [item.text for item in found if isinstance(item, Document)] == ["They met again.", "They met."]
    reasons = [item.reason for item in found if isinstance(item, Refusal)]
    assert reasons == ["is a link to a file that does not exist", "does not exist"]
    assert count([tmp_path]) == 3


def test_folder_without_files(tmp_path: Path) -> None:
    (found,) = take([tmp_path])
    assert isinstance(found, Refusal)
    assert "without any file" in found.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("They met.")
    path.chmod(0)
    (found,) = take([path])
    assert isinstance(found, Refusal)
    assert "may not be read" in found.reason


def test_permission_error_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("They met.")

    def forbidden(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", forbidden)
    (found,) = take([path])
    assert isinstance(found, Refusal)
    assert "may not be read" in found.reason


def test_special_files_are_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    (found,) = take([pipe])
    assert isinstance(found, Refusal)
    assert found.reason == "is no ordinary file"


def test_fetching_can_be_switched_off() -> None:
    (found,) = take(["https://example.org/"], options=IntakeOptions(fetch=False))
    assert isinstance(found, Refusal)
    assert "switched off" in found.reason


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a", "gopher://x", "http://127.0.0.1/", "http://[::1]/", "https://a:b@example.org/"]
)
def test_hostile_addresses_are_refusals(url: str) -> None:
    (found,) = take([url])
    assert isinstance(found, Refusal)
    assert found.source == url


def test_yaml_aliases_in_front_matter_are_not_followed() -> None:
    text = "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: Talks\n---\nThe sides met."
    document = from_text(text, media_type="text/markdown")
    check(document)
    assert document.meta.title == "Talks"


def test_same_input_gives_the_same_document() -> None:
    data = "# Talks\n\nThe sides met — again.\n".encode()
    assert one(data, "a.md") == one(data, "a.md")
    assert one(data, "a.md").id == one(data, "b/a.md").id
