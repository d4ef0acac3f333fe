"""Small inputs made by hand, and the checks that every document must pass."""

from __future__ import annotations

import io
from itertools import pairwise

import docx

from summitry.intake import Refusal, from_bytes
from summitry.model.document import Document


def one(data: bytes, source: str = "page", media_type: str | None = None) -> Document:
    """Return the one document that the bytes hold."""
    (found,) = from_bytes(data, source=source, media_type=media_type)
    assert isinstance(found, Document), found
    return found


def refusal(data: bytes, source: str = "page") -> Refusal:
    """Return the one refusal that the bytes give."""
    (found,) = from_bytes(data, source=source)
    assert isinstance(found, Refusal), found
    return found


def outline(document: Document) -> list[tuple[str, str]]:
    """Return the kinds and words of the segments."""
    return [(segment.kind.value, document.words(segment)) for segment in document.segments]


def check(document: Document, original: int | None = None) -> None:
    """Assert what holds of every document; ``original`` is the length of its original text."""
    edge = 0
    for segment in document.segments:
        assert edge <= segment.start < segment.end <= len(document.text)
        assert document.words(segment) == document.words(segment).strip()
        edge = segment.end
    for before, after in pairwise(document.origin):
        assert before.end <= after.start
        assert before.origin_start <= before.origin_end <= after.origin_start
    if original is not None and document.origin:
        assert document.origin[-1].origin_end <= original


def pdf(pages: list[list[str]], extra: str = "") -> bytes:
    """Return a PDF with these lines of text on its pages, and ``extra`` in its trailer."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for lines in pages:
        drawn = "".join(
            f"({line.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj 0 -14 Td\n" for line in lines
        )
        stream = f"BT /F1 11 Tf 72 720 Td\n{drawn}ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R {extra} >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def word(*paragraphs: tuple[str, str]) -> bytes:
    """Return a Word document of paragraphs, each a style and its words."""
    document = docx.Document()
    for style, words in paragraphs:
        document.add_paragraph(words, style=style)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()
