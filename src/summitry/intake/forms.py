"""One input's bytes → its documents, whichever form they have."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from summitry.data import load
from summitry.intake import detect, docx, html, jsonl, lines, markdown, page, pdf, xml
from summitry.intake.assemble import document
from summitry.intake.decode import decode
from summitry.intake.metadata import Fields, body_field, from_record
from summitry.intake.options import IntakeOptions, Refusal
from summitry.intake.traced import Traced
from summitry.model.document import Document
from summitry.model.errors import InputError

Found = Document | Refusal

# Plain text that holds such elements is a fragment of a page.
_FRAGMENT = re.compile(r"<(p|div|li|ul|ol|h[1-6]|table|section|article)\b[^<>]*>.*</\1\s*>", re.I | re.S)


def guarded(source: str, make: Callable[[], Iterator[Found]]) -> Iterator[Found]:
    """Yield what ``make`` yields; an input error in it becomes a refusal that ends it."""
    try:
        yield from make()
    except InputError as error:
        yield Refusal(error.source or source, error.reason, error.hint)
    except (MemoryError, RecursionError) as error:
        yield Refusal(source, f"is too large or too deeply nested to read ({type(error).__name__})")


def read(data: bytes, fields: Fields, options: IntakeOptions, declared: str | None = None) -> Iterator[Found]:
    """Yield the documents of one input.

    Args:
        data: its bytes.
        fields: what is known of it; ``source`` names it.
        options: the limits.
        declared: its media type as a protocol named it, with parameters.

    Raises:
        InputError: the input as a whole cannot be read.
    """
    media = detect.media_type(data, fields.source, declared)
    many = media in {detect.JSON_LINES, detect.JSON, detect.XML}
    if len(data) > options.max_bytes and not many:
        raise too_large(fields.source, len(data), options)
    fields = replace(fields, media_type=media, original=hashlib.sha256(data).hexdigest())
    if media in {detect.PDF, detect.DOCX}:
        yield _office(data, media, fields, options)
        return
    charset = re.search(r"charset=[\"']?([\w.:-]+)", declared or "")
    text, encoding = decode(data, fields.source, charset.group(1) if charset else None)
    fields = replace(fields, encoding=encoding)
    if media == detect.JSON_LINES:
        yield from json_lines(text.split("\n"), fields, options)
    elif media == detect.JSON:
        yield from _json(text, fields, options)
    elif media == detect.XML:
        yield from _xml(text, fields, options)
    else:
        yield written(text, fields)


def too_large(source: str, size: int, options: IntakeOptions) -> InputError:
    """Return the error for a document above the limit, naming both."""
    hint = "Split it, or raise the limit (max_bytes)."
    return InputError(source, f"is {size:,} bytes; the limit for one document is {options.max_bytes:,}", hint)


def written(text: str, fields: Fields) -> Document:
    """Return the document of an HTML page, of Markdown or of plain text, by ``fields.media_type``.

    Raises:
        InputError: no words are left.
    """
    return _written(Traced.of(text), fields)


def json_lines(rows: Iterable[str], fields: Fields, options: IntakeOptions) -> Iterator[Found]:
    """Yield the document of every line; a line that cannot be read is refused with its number, the rest goes on.

    Args:
        rows: the lines, decoded.
        fields: what is known of all of them.
        options: the limits.
    """
    for number, row in enumerate(rows, 1):
        if not row.strip():
            continue
        source = f"{fields.source}#{number}"
        size = len(row.encode("utf-8", errors="replace"))
        own = replace(fields, source=source, original=hashlib.sha256(row.encode("utf-8", errors="replace")).hexdigest())

        def one(row: str = row, own: Fields = own, size: int = size) -> Iterator[Found]:
            if size > options.max_bytes:
                raise too_large(own.source, size, options)
            yield _recorded(jsonl.record(row, own.source), row, own)

        yield from guarded(source, one)


def _json(text: str, fields: Fields, options: IntakeOptions) -> Iterator[Found]:
    try:
        found = [*jsonl.records(text, fields.source)]
    except InputError:
        # A file named .json often holds JSON lines.
        rows = [row for row in text.split("\n") if row.strip()]
        if len(rows) < 2 or not rows[0].lstrip().startswith("{") or not rows[0].rstrip().endswith("}"):
            raise
        yield from json_lines(text.split("\n"), fields, options)
        return
    for number, (record, own) in enumerate(found, 1):
        source = fields.source if len(found) == 1 else f"{fields.source}#{number}"
        known = replace(fields, source=source)
        yield from guarded(source, lambda record=record, own=own, known=known: iter([_recorded(record, own, known)]))  # type: ignore[misc]


def _recorded(record: dict[str, Any], line: str, fields: Fields) -> Document:
    found = body_field(record)
    if found is None:
        raise InputError(
            fields.source, "has no text or html field", "One of text, html, body or content must hold the words."
        )
    key, is_html = found
    body = jsonl.value_of(line, key) or Traced.of(record[key])
    fields = from_record(record, fields)
    return _written(body, _typed(body, is_html, fields))


def _typed(body: Traced, is_html: bool, fields: Fields) -> Fields:
    is_html = is_html or bool(_FRAGMENT.search(body.text[:20_000]))
    return replace(fields, media_type=detect.HTML if is_html else detect.PLAIN)


def _written(body: Traced, fields: Fields) -> Document:
    if fields.media_type == detect.HTML:
        parsed = html.parse(body)
        own = from_record(page.head(parsed), Fields(fields.source))
        return document(html.blocks(body, parsed), _merged(fields, own))
    front, start = markdown.front_matter(body.text)
    if front:
        fields = from_record(front, replace(fields, media_type=detect.MARKDOWN))
        body = body.slice(start, len(body))
    return document(lines.blocks(body, markdown=fields.media_type == detect.MARKDOWN), fields)


def _merged(fields: Fields, own: Fields) -> Fields:
    """Return the fields, filled up with what the page says of itself."""
    return replace(
        fields,
        title=fields.title or own.title,
        published=fields.published or own.published,
        url=fields.url or own.url,
        issuer_name=fields.issuer_name or own.issuer_name,
        language=fields.language or own.language,
    )


def _xml(text: str, fields: Fields, options: IntakeOptions) -> Iterator[Found]:
    found = xml.records(text, fields.source)
    if not found:
        raise InputError(fields.source, "is XML of an unknown form", "Transcripts and feeds (RSS, Atom) are read.")
    for number, record in enumerate(found, 1):
        source = fields.source if len(found) == 1 else f"{fields.source}#{number}"
        known = replace(fields, source=source)
        yield from guarded(source, lambda record=record, known=known: iter([_element(record, known, options)]))  # type: ignore[misc]


def _element(record: dict[str, Traced], fields: Fields, options: IntakeOptions) -> Document:
    plain = xml.values(record)
    found = body_field(plain)
    if found is None:
        raise InputError(fields.source, "has no words in its content", "The element that holds the text is empty.")
    body = record[found[0]]
    if len(body) > options.max_bytes:
        raise too_large(fields.source, len(body), options)
    fields = from_record(plain, fields)
    for names, code in load("xml")["issuers"].items():
        if not fields.issuers and set(names.split("+")) <= set(plain):
            fields = replace(fields, issuers=(str(code),))
    return _written(body, _typed(body, found[1], fields))


def _office(data: bytes, media: str, fields: Fields, options: IntakeOptions) -> Document:
    if media == detect.PDF:
        _, blocks, own = pdf.read(data, fields.source, options.max_pages)
    else:
        _, blocks, own = docx.read(data, fields.source, options.max_bytes)
    return document(blocks, replace(fields, title=fields.title or own.get("title")))
