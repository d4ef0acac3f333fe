"""Marks inside a paragraph of Markdown or plain text: taken off, their words kept."""

from __future__ import annotations

import html
import re

from summitry.intake.traced import Traced

_TAG = (
    r"</?(?:a|abbr|b|big|center|cite|del|em|figcaption|figure|font|i|ins|mark|q|s|small|span|strong|sub|sup|u)\b[^<>]*>"
)
# Nothing here may look far ahead from every place it could begin at: a long text made of beginnings would never end.
_COMMENT = r"<!--(?:(?!<!--).)*?-->"
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
_LINK = r"!?\[(?=[^\[\]]*\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+[\"'][^\"']*[\"'])?\))"
_LINK_END = r"\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+[\"'][^\"']*[\"'])?\)"
_ADDRESS = r"<(?P<address>https?://[^<>\s]+|[\w.+-]+@[\w.-]+)>"
_ESCAPE = r"\\(?P<escaped>[\\`*_{}\[\]()#+\-.!|<>~$\"'&])"
_STRONG = r"\*{2,3}|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)"
_EMPHASIS = r"(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)"
_FORMAT = re.compile("|".join((_COMMENT, _TAG, _ADDRESS, f"(?P<entity>{_ENTITY})")), re.S | re.I)
_MARKDOWN = re.compile("|".join((_ESCAPE, _FORMAT.pattern, _STRONG, _EMPHASIS)), re.S | re.I)
_BRACKET = re.compile(_LINK)
_TARGET = re.compile(r"\]" + _LINK_END)
_SET_OFF = re.compile(
    r"\*{1,3}[^*]+\*{1,3}|__[^_]+__|"
    + _COMMENT
    + r"|<(?P<tag>strong|b|u|em|i|span|h\d)\b[^<>]*>(?:(?!<(?P=tag)\b).)*?</(?P=tag)>",
    re.S | re.I,
)
_WORD = re.compile(r"\w")


def plain(content: Traced, *, markdown: bool) -> Traced:
    """Return words without inline mark-up.

    Args:
        content: a paragraph as written.
        markdown: whether its asterisks, underscores, brackets and backslashes are marks; in plain text they are words,
            but for pairs of double asterisks.
    """
    if markdown:
        content = _unlink(content)
        return content.sub(_MARKDOWN, _words)
    if content.text.count("**") >= 2:
        return _unlink(content).sub(_MARKDOWN, _words)
    return content.sub(_FORMAT, _words) if "<" in content.text or "&" in content.text else content


def set_off(text: str) -> bool:
    """Return whether the whole of a paragraph as written is bold, underlined or italic."""
    return bool(_WORD.search(text)) and not _WORD.search(_SET_OFF.sub("", text))


def _unlink(content: Traced) -> Traced:
    if "](" not in content.text:
        return content
    # The targets go first: a bracket is a link's only as long as its target follows.
    opened = content.sub(_BRACKET, "")
    return opened.sub(_TARGET, "") if opened is not content else content


def _words(match: re.Match[str]) -> str:
    found = match.groupdict()
    if found.get("escaped"):
        return found["escaped"]
    if found.get("address"):
        return found["address"]
    return html.unescape(match.group()) if found.get("entity") else ""
