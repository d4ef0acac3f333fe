"""PDF with a text layer → blocks; lines are joined by where they stand on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium

from summitry.intake.blocks import Block, tidy
from summitry.intake.traced import Traced
from summitry.model.document import SegmentKind
from summitry.model.errors import InputError

_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad\ufffe\u0002]\n(?=[a-z])")
_DIGITS = re.compile(r"\d+")
_BULLET = re.compile(r"\s*(?:[-•·▪●◦‣∙–*]|\(?(?:\d{1,3}(?:\.\d+)*|[a-z]|[ivx]{1,5}|[IVX]{1,5})[.)])\s+\S")
_NO_TEXT = "Its pages are pictures: run it through text recognition (OCR) first."


@dataclass(frozen=True, slots=True)
class _Row:
    """A printed line: offsets in the page's text, and its place in points."""

    words: Traced
    left: float
    right: float
    top: float
    bottom: float
    page: int


def read(data: bytes, source: str, max_pages: int) -> tuple[str, list[Block], dict[str, str]]:
    """Return a PDF's extracted text, its blocks and its own fields (title).

    Raises:
        InputError: the file is encrypted, damaged, too long, or holds no text layer.
    """
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        reason = "is encrypted with a password" if locked else f"is a damaged PDF ({error})"
        raise InputError(
            source, reason, "Save a copy without a password." if locked else "Download it again."
        ) from error
    try:
        if len(pdf) > max_pages:
            raise InputError(source, f"has {len(pdf)} pages; the limit is {max_pages}")
        text, rows = _rows(pdf)
        title = pdf.get_metadata_dict().get("Title", "").strip()
    except pdfium.PdfiumError as error:
        raise InputError(source, f"is a damaged PDF ({error})", "Download it again.") from error
    finally:
        pdf.close()
    if not any(char.isalnum() for char in text):
        raise InputError(source, "holds no text layer", _NO_TEXT)
    # A title with a file's ending or a program's name was not given by the issuer.
    named = title if len(title.split()) > 2 and not re.search(r"\.\w{2,4}$|^Microsoft Word", title) else ""
    return text, [*_blocks(rows)], {"title": named} if named else {}


def _rows(pdf: pdfium.PdfDocument) -> tuple[str, list[_Row]]:
    texts: list[str] = []
    rows: list[_Row] = []
    at = 0
    for number in range(len(pdf)):
        page = pdf[number].get_textpage()
        text = page.get_text_range().replace("\r\n", " \n")
        rows.extend(_page_rows(page, text, at, number))
        texts.append(text)
        at += len(text) + 1
    return "\f".join(texts), rows


def _page_rows(page: pdfium.PdfTextPage, text: str, at: int, number: int) -> Iterator[_Row]:
    start = 0
    count = page.count_chars()
    for line in text.split("\n"):
        words = line.strip()
        if words:
            first = start + line.index(words)
            last = first + len(words) - 1
            box = page.get_charbox(first, loose=True) if first < count else (0.0, 0.0, 0.0, 0.0)
            end = page.get_charbox(last, loose=True) if last < count else box
            yield _Row(Traced.of(words, at + first), box[0], end[2], box[3], box[1], number)
        start += len(line) + 1


def _blocks(rows: list[_Row]) -> Iterator[Block]:
    running = _running_heads(rows)
    gap = _usual_gap(rows)
    width = max((row.right for row in rows), default=0.0)
    held: list[_Row] = []
    for row in rows:
        if _head_key(row) in running:
            yield Block(tidy(row.words), SegmentKind.BOILERPLATE)
            continue
        if held and _parts(held[-1], row, gap, width):
            yield _block(held)
            held = []
        held.append(row)
    if held:
        yield _block(held)


def _block(rows: list[_Row]) -> Block:
    return Block(tidy(Traced.join((row.words for row in rows), "\n").sub(_HYPHEN, "-")))


def _parts(before: _Row, row: _Row, gap: float, width: float) -> bool:
    """Return whether a line begins a new paragraph after the one before."""
    if _BULLET.match(row.words.text):
        return True
    first = row.words.text[:1]
    ends = before.words.text.endswith((".", "!", "?", ":", ";", "”", '"'))
    if before.page != row.page:
        return ends and not first.islower()
    if before.top - row.top > gap * 1.35:
        return True
    short = before.right < width * 0.8
    return short and not first.islower() and (ends or len(before.words.text) < 60)


def _usual_gap(rows: list[_Row]) -> float:
    """Return the usual distance between lines, in points."""
    gaps = [a.top - b.top for a, b in pairwise(rows) if a.page == b.page and 0 < a.top - b.top < 60]
    return median(gaps) if gaps else 14.0


def _running_heads(rows: list[_Row]) -> frozenset[str]:
    """Return the lines that come back at the edge of most pages, numbers aside."""
    pages: dict[int, list[_Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    edges = Counter(key for own in pages.values() for key in {_head_key(row) for row in (*own[:2], *own[-2:])})
    return frozenset(key for key, count in edges.items() if len(pages) > 2 and count > len(pages) / 2)


def _head_key(row: _Row) -> str:
    return _DIGITS.sub("0", row.words.text)
