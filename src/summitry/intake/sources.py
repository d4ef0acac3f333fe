"""Files, folders, standard input and addresses → documents, one after the other."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO

from summitry.intake import detect, forms
from summitry.intake.fetch import fetch
from summitry.intake.metadata import Fields
from summitry.intake.options import IntakeOptions, Refusal
from summitry.model.document import Document

STANDARD_INPUT = "-"
_DEFAULTS = IntakeOptions()
_CHUNK = 1 << 20


def take(sources: Iterable[str | Path], *, options: IntakeOptions = _DEFAULTS) -> Iterator[Document | Refusal]:
    """Yield the documents of the sources, in order; what cannot be read is yielded as a refusal, and the rest goes on.

    Args:
        sources: files, folders (searched with everything below them, in the order of their names),
            ``-`` for standard input, http and https addresses.
        options: limits and habits.
    """
    for source in sources:
        name = str(source)
        if name == STANDARD_INPUT:
            yield from from_bytes(sys.stdin.buffer.read(), source=name, options=options)
        elif is_address(name):
            yield from _fetched(name, options)
        else:
            yield from _below(Path(source), options)


def from_bytes(
    data: bytes, *, source: str, media_type: str | None = None, options: IntakeOptions = _DEFAULTS
) -> Iterator[Document | Refusal]:
    """Yield the documents that the bytes of one input hold.

    Args:
        data: the bytes.
        source: what to call the input; its ending helps to tell its form.
        media_type: its media type as a protocol named it, with or without a character set.
        options: limits and habits.
    """
    yield from forms.guarded(source, lambda: forms.read(data, Fields(source), options, media_type))


def from_text(
    text: str,
    *,
    source: str = STANDARD_INPUT,
    title: str | None = None,
    published: str | None = None,
    issuers: Sequence[str] = (),
    media_type: str = detect.PLAIN,
    **known: str | None,
) -> Document:
    """Return the document of a text at hand.

    Args:
        text: plain text, Markdown or HTML, by ``media_type``; front matter is read.
        source: what to call it.
        title: its title, where the text does not begin with it.
        published: EDTF day of publication.
        issuers: codes of the publishing sides.
        media_type: ``text/plain``, ``text/markdown`` or ``text/html``.
        **known: ``url``, ``source_id``, ``issuer_name``, ``summary``, ``location``, ``language``.

    Raises:
        InputError: the text holds no words.
        TypeError: a name in ``known`` is none of these.
    """
    fields = Fields(source, title=title, published=published, issuers=tuple(issuers), media_type=media_type)
    return forms.written(text, replace(fields, **known))  # type: ignore[arg-type]


def count(sources: Iterable[str | Path], *, options: IntakeOptions = _DEFAULTS) -> int:
    """Return about how many documents the sources hold: files, and the lines of JSON-lines files; for progress bars."""
    total = 0
    for source in sources:
        name = str(source)
        paths = [Path(source)] if name == STANDARD_INPUT or is_address(name) else _files(Path(source), options)
        total += sum(_lines(path) if path.suffix.lower() in {".jsonl", ".ndjson"} else 1 for path in paths)
    return total


def is_address(source: str) -> bool:
    """Return whether a source is an address rather than a path."""
    return "://" in source and not source.startswith("file:")


def _fetched(url: str, options: IntakeOptions) -> Iterator[Document | Refusal]:
    if not options.fetch:
        yield Refusal(url, "is an address, and fetching is switched off")
        return

    def read() -> Iterator[Document | Refusal]:
        page = fetch(url, max_bytes=options.max_bytes)
        yield from forms.read(page.data, Fields(url, url=page.url), options, page.media_type)

    yield from forms.guarded(url, read)


def _files(path: Path, options: IntakeOptions) -> list[Path]:
    """Return the files of a path; below a folder only those of known endings, hidden ones left out."""
    if not path.is_dir():
        return [path]
    return sorted(
        found
        for found in path.rglob("*")
        if found.suffix.lower() in options.suffixes and not _hidden(found.relative_to(path)) and not found.is_dir()
    )


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _below(path: Path, options: IntakeOptions) -> Iterator[Document | Refusal]:
    try:
        paths = _files(path, options)
    except OSError as error:
        yield _unreadable(path, error)
        return
    if not paths:
        endings = ", ".join(sorted(options.suffixes))
        yield Refusal(str(path), "is a folder without any file that can be read", f"Known endings: {endings}")
    for found in paths:
        yield from _file(found, options)


def _file(path: Path, options: IntakeOptions) -> Iterator[Document | Refusal]:
    try:
        if path.exists() and not path.is_file():
            yield Refusal(str(path), "is no ordinary file")
        elif path.suffix.lower() in {".jsonl", ".ndjson"}:
            with path.open("rb") as file:
                yield from forms.json_lines(_decoded(file, options), _fields(path, detect.JSON_LINES), options)
        elif path.stat().st_size > options.max_bytes and path.suffix.lower() not in {".json", ".xml"}:
            error = forms.too_large(str(path), path.stat().st_size, options)
            yield Refusal(error.source, error.reason, error.hint)
        else:
            yield from from_bytes(path.read_bytes(), source=str(path), options=options)
    except (OSError, ValueError) as error:
        yield _unreadable(path, error)


def _fields(path: Path, media: str) -> Fields:
    return Fields(str(path), media_type=media, encoding="utf-8")


def _decoded(file: IO[bytes], options: IntakeOptions) -> Iterator[str]:
    """Yield the lines; of one that is above the limit only as much as shows that it is."""
    mark = codecs.BOM_UTF8
    while line := file.readline(options.max_bytes + 1):
        yield line.removeprefix(mark).decode("utf-8", errors="replace")
        mark = b""
        while len(line) > options.max_bytes and not line.endswith(b"\n"):
            line = file.readline(_CHUNK)
            if len(line) < _CHUNK:
                break


def _lines(path: Path) -> int:
    try:
        with path.open("rb") as file:
            chunks = iter(lambda: file.read(_CHUNK), b"")
            total, last = 0, b"\n"
            for chunk in chunks:
                total += chunk.count(b"\n")
                last = chunk[-1:]
            return total + (last != b"\n")
    except OSError:
        return 1


def _unreadable(path: Path, error: Exception) -> Refusal:
    if path.is_symlink() and not path.exists():
        return Refusal(str(path), "is a link to a file that does not exist")
    if isinstance(error, FileNotFoundError):
        return Refusal(str(path), "does not exist", "Check the path.")
    if isinstance(error, PermissionError):
        return Refusal(str(path), "may not be read by you", "Check the file's permissions.")
    return Refusal(str(path), f"could not be read ({error})")
