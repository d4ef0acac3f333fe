"""Word documents → blocks: paragraphs, headings, lists and tables in their order."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

from summitry.intake.blocks import Block, tidy
from summitry.intake.traced import Piece, Traced
from summitry.model.document import SegmentKind
from summitry.model.errors import InputError

_HEADING = re.compile(r"heading (\d)", re.I)
_LIST = re.compile(r"list", re.I)
_LARGEST_RATIO = 200


def read(data: bytes, source: str, max_bytes: int) -> tuple[str, list[Block], dict[str, str]]:
    """Return a Word document's extracted text (its paragraphs, one a line), its blocks and its own fields (title).

    Raises:
        InputError: the file is encrypted, damaged, no Word document, or unfolds to more than it may.
    """
    _check(data, source, max_bytes)
    try:
        document = docx.Document(io.BytesIO(data))
        items = [*_items(document.iter_inner_content())]
        title = (document.core_properties.title or "").strip()
    except (KeyError, ValueError, zipfile.BadZipFile, SyntaxError, AttributeError, RecursionError) as error:
        reason = f"is a damaged Word document ({error})"
        raise InputError(source, reason, "Open it in a word processor and save it anew.") from error
    text: list[str] = []
    blocks: list[Block] = []
    at = 0
    for paragraph in items:
        blocks.extend(_blocks(paragraph, at))
        text.append(paragraph.text)
        at += len(paragraph.text) + 1
    return "\n".join(text), blocks, {"title": title} if len(title.split()) > 2 else {}


def _check(data: bytes, source: str, max_bytes: int) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except zipfile.BadZipFile as error:
        raise InputError(source, "is a damaged Word document or another archive", "Save it anew as .docx.") from error
    if not any(entry.filename.startswith("word/") for entry in entries):
        raise InputError(source, "is an archive, but no Word document", "Unpack it, and take in the files inside.")
    unfolded = sum(entry.file_size for entry in entries)
    if unfolded > max_bytes * 5 or any(e.file_size > _LARGEST_RATIO * max(e.compress_size, 5_000) for e in entries):
        raise InputError(source, f"unfolds to {unfolded} bytes, far more than a document holds")


def _items(content: Any) -> Iterator[Paragraph]:
    """Yield the paragraphs, those of a table row by row; a cell that spans columns counts once."""
    stack = [iter(content)]
    while stack:
        item = next(stack[-1], None)
        if item is None:
            stack.pop()
        elif isinstance(item, Table):
            stack.append(iter(_cells(item)))
        else:
            yield item


def _cells(table: Table) -> list[Any]:
    cells = {id(cell._tc): cell for row in table.rows for cell in row.cells}
    return [item for cell in cells.values() for item in cell.iter_inner_content()]


def _blocks(paragraph: Paragraph, at: int) -> Iterator[Block]:
    style = (paragraph.style.name if paragraph.style is not None else None) or ""
    kind, level = _kind(style, paragraph)
    runs = [run for run in paragraph.runs if run.text.strip()]
    strong = bool(runs) and all(run.bold or run.underline for run in runs)
    for index, line in enumerate(Traced.of(paragraph.text, at).split(re.compile("\n"))):
        words = tidy(line)
        if not words.text:
            continue
        item = kind is SegmentKind.LIST_ITEM and not index
        lead = (
            Traced((Piece("-", *(words.pieces[0].start,) * 2),)) if item and not words.text[0].isdigit() else Traced()
        )
        yield Block(words, None if kind is SegmentKind.LIST_ITEM and index else kind, level, lead, strong)


def _kind(style: str, paragraph: Paragraph) -> tuple[SegmentKind | None, int]:
    if match := _HEADING.match(style):
        return SegmentKind.HEADING, int(match.group(1))
    if style == "Title":
        return SegmentKind.TITLE, 0
    if style == "Caption":
        return SegmentKind.CAPTION, 0
    properties: Any = paragraph._p.pPr
    numbering = properties.numPr if properties is not None else None
    if numbering is not None or _LIST.match(style):
        depth = numbering.ilvl.val if numbering is not None and numbering.ilvl is not None else 0
        return SegmentKind.LIST_ITEM, int(depth)
    return None, 0
