"""Bytes → text: the encoding that was declared, or the one the bytes speak for."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes as guess

from summitry.model.errors import InputError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"))
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""(?:charset\s*=\s*|encoding\s*=\s*)["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.I)
_SAMPLE = 65_536
_READABLE = "Text, HTML, PDF, DOCX, Markdown, JSON lines and XML are read."
# Control characters that text never holds; more than one in a hundred means that the bytes are no text.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")


def decode(data: bytes, source: str, declared: str | None = None) -> tuple[str, str]:
    """Return the text of the bytes and the name of its encoding, line breaks as ``\\n``.

    Args:
        data: the bytes of a text file.
        source: where they came from, for the error.
        declared: the encoding that a protocol named for them.

    Raises:
        InputError: the bytes are empty or are no text.
    """
    if not data.strip(b"\x00 \t\r\n\f"):
        raise InputError(source, "is empty", "Check that the file was saved completely.")
    text, encoding = _decode(data, declared)
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) * 100 > len(sample):
        raise InputError(source, "is binary data, not text", _READABLE)
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _decode(data: bytes, declared: str | None) -> tuple[str, str]:
    for mark, name in (*_MARKS, *_WIDE):
        if data.startswith(mark):
            return data.decode(name, errors="replace"), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    for said in (declared, _declared_in(data)):
        if said and _known(said) and codecs.lookup(said).name != "utf-8":
            return data.decode(said, errors="replace"), codecs.lookup(said).name
    return _guessed(data)


def _guessed(data: bytes) -> tuple[str, str]:
    # A text that is UTF-8 but for a few damaged bytes must not turn into the letters of a single-byte encoding.
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    if bad * 4 <= sum(char > "\x7f" for char in text) - bad:
        return text, "utf-8"
    sample = data[:_SAMPLE]
    # A few letters with accents among plain ones are Western European; short texts mislead the statistics.
    if sum(byte > 0x7F for byte in sample) * 8 < len(sample) and not sample.count(0):
        return data.decode("cp1252", errors="replace"), "cp1252"
    best = guess(sample).best()
    name = best.encoding if best else "cp1252"
    return data.decode(name, errors="replace"), name


def _declared_in(data: bytes) -> str | None:
    match = _DECLARED.search(data[:2048])
    return match.group(1).decode("ascii") if match else None


def _known(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding
    except LookupError:
        return False
