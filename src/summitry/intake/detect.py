"""What form an input has, from its bytes first and its name second."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

HTML, XML, PDF = "text/html", "application/xml", "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MARKDOWN, PLAIN = "text/markdown", "text/plain"
JSON, JSON_LINES = "application/json", "application/x-ndjson"

_BY_SUFFIX = {
    ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".xml": XML, ".rss": XML, ".atom": XML, ".pdf": PDF, ".docx": DOCX,
    ".md": MARKDOWN, ".markdown": MARKDOWN, ".txt": PLAIN, ".text": PLAIN,
    ".jsonl": JSON_LINES, ".ndjson": JSON_LINES, ".json": JSON,
}  # fmt: skip
_NEAR = {
    "application/xhtml+xml": HTML, "text/xml": XML, "application/rss+xml": XML, "application/atom+xml": XML,
    "text/x-markdown": MARKDOWN, "application/jsonl": JSON_LINES, "application/x-jsonlines": JSON_LINES,
    "application/json-seq": JSON_LINES, "text/json": JSON,
}  # fmt: skip
_KNOWN = frozenset(_BY_SUFFIX.values())
_MARKUP = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(!doctype\s+html|[a-z][\w:.-]*)", re.I | re.S)
_HTML_TAGS = frozenset(
    {b"html", b"head", b"body", b"div", b"p", b"article", b"main", b"section", b"h1", b"h2", b"table"}
)


def media_type(data: bytes, name: str = "", declared: str | None = None) -> str:
    """Return the media type of an input.

    Args:
        data: its bytes (the first few thousand are enough).
        name: its file name or address.
        declared: the media type that a protocol named, with or without parameters.
    """
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(b"%PDF-") or b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return DOCX
    said = (declared or "").split(";")[0].strip().lower()
    said = _NEAR.get(said, said)
    hint = said if said in _KNOWN - {PLAIN} else _BY_SUFFIX.get(PurePosixPath(name.split("?")[0]).suffix.lower(), "")
    if hint in {JSON, JSON_LINES, MARKDOWN}:
        return hint
    return _markup(head) or _json(head, hint) or (hint if hint in {HTML, XML} else "") or _text(head, hint)


def _markup(head: bytes) -> str | None:
    match = _MARKUP.match(head)
    if not match:
        return None
    tag = match.group(1).lower()
    if tag.startswith(b"!doctype") or tag in _HTML_TAGS:
        return HTML
    return XML if head.lstrip().startswith(b"<?xml") or tag in {b"rss", b"feed", b"transcripts"} else None


def _json(head: bytes, hint: str) -> str | None:
    if hint == PLAIN or not head.lstrip().startswith(b"{"):
        return None
    return JSON_LINES if re.match(rb'\s*\{\s*"', head) else None


def _text(head: bytes, hint: str) -> str:
    return MARKDOWN if hint != PLAIN and head.lstrip().startswith(b"---\n") else hint or PLAIN
