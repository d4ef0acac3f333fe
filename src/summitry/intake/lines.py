"""Markdown and plain text → blocks: headings, list items, and paragraphs out of their wrapped lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from summitry.intake.blocks import Block, tidy
from summitry.intake.inline import plain, set_off
from summitry.intake.traced import Traced, lines
from summitry.model.document import SegmentKind

# A line that must end where it does; the mark replaces ``<br>`` and Markdown's two spaces at a line's end.
_HARD = "\u2028"
_BREAK = re.compile(r"(?<![ \t])[ \t]*<br ?/?>[ \t]*\n?|(?:(?<![ \t])[ \t]{2,}|(?<=[^\\])\\)\n(?=[^\n])", re.I)
_ATX = re.compile(r" {0,3}(#{1,6})\s+(?=.*\w)(.*)$")
_RULE = re.compile(r" {0,3}(?:-{3,}|_{3,}|={3,}|\*{3,}|(?:\* *){3,}|(?:- *){3,}|\|?[\s|:-]*---[\s|:-]*)$")
_ROW_EDGES = re.compile(r"^\s*\||\|\s*$")
_UNDERLINE = re.compile(r" {0,3}(?:={3,}|-{3,})[ \t\u2028]*$")
_QUOTED = re.compile(r" {0,3}>+ ?")
_BULLET = re.compile(r"(?P<indent>\s*)(?P<marker>[-*+•·▪●◦‣∙])\s+(?=\S)")
_SOFT_BULLET = re.compile(r"(?P<indent>\s*)(?P<marker>[–—o])\s+(?=\S)")
_NUMBERED = re.compile(
    r"(?P<indent>\s*)(?P<marker>\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5}|[A-Z]|[IVX]{1,5})\\?[.)])\s+(?=\S)"
)
_LONGEST_RUN_IN = 4
_LONGEST_TITLE = 120
_LONGEST_LINE = 100
_ENDS = (".", "!", "?", ":", ";", "”", '"', ")", "…")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: where it stands, what it holds, and what may begin with it."""

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on it."""
        return not self.text.strip(_HARD + " \t\u00a0\u3000\f\v")

    @property
    def hard(self) -> bool:
        """Whether it must end where it does."""
        return self.text.endswith(_HARD)


def blocks(body: Traced, *, markdown: bool) -> Iterator[Block]:
    """Yield the blocks of a Markdown or plain text, in order.

    Args:
        body: the text with line breaks as ``\\n``, without front matter.
        markdown: whether line breaks inside paragraphs mean nothing, as Markdown has it; in plain text
            they count unless the text turns out to be wrapped at a width.
    """
    body = body.sub(_BREAK, f"{_HARD}\n")
    rows = [_line(body.text, start, end) for start, end in lines(body.text)]
    width = _width(rows)
    held: list[Line] = []
    item = False
    after_blank = True
    for row in rows:
        if held and (row.blank or _starts(row, held, item, markdown, width)):
            yield from _flush(body, held, after_blank or row.blank, markdown)
            after_blank, held = row.blank, []
        if row.blank:
            item = item and not held
            after_blank = True
            continue
        item = bool(_item(row.text, item or not held)) or (item and bool(held))
        held.append(row)
    if held:
        yield from _flush(body, held, True, markdown)


def _line(text: str, start: int, end: int) -> Line:
    quote = _QUOTED.match(text, start, end)
    first = quote.end() if quote else start
    return Line(first, end, text[first:end])


def _width(rows: list[Line]) -> int | None:
    """Return the width that the text is wrapped at, in characters, or ``None`` if each line stands for itself."""
    inner = [
        (len(a.text), len(b.text.split(maxsplit=1)[0]))
        for a, b in pairwise(rows)
        if not a.blank and not b.blank and not a.hard and not _item(b.text, True)
    ]
    if not inner:
        return None
    width = sorted(length for length, _ in inner)[int(len(inner) * 0.95)]
    longest = max((len(row.text) for row in rows if " " in row.text.strip()), default=0)
    full = sum(length + 1 + word > width * 0.9 for length, word in inner)
    return width if 40 <= width <= 140 and longest <= width * 1.5 and full >= len(inner) * 0.6 else None


def _item(text: str, free: bool) -> re.Match[str] | None:
    """Return a list item's marker; ``free``: nothing runs on into this line, so weaker marks count, too."""
    strong = _BULLET.match(text)
    if strong and not set_off(text.split("\n")[0].strip(_HARD)):
        return strong
    return (_NUMBERED.match(text) or _SOFT_BULLET.match(text)) if free else None


def _starts(row: Line, held: list[Line], item: bool, markdown: bool, width: int | None) -> bool:
    """Return whether a line begins a new block rather than carrying on the held lines."""
    before = held[-1]
    if _ATX.match(row.text) or _ATX.match(before.text) or _RULE.match(before.text) or _item(row.text, item):
        return True
    if _RULE.match(row.text):
        return not (_UNDERLINE.match(row.text) and len(held) == 1 and _RULE.match(row.text) and _title(before))
    first = row.text.lstrip("*_\"'“‘([ \t")[:1]
    if first.islower():
        return False
    if before.hard or _table(row.text) or _table(before.text):
        return True
    if markdown or width:
        return _closed(held) or (_short(before, row, width or 0) if not markdown else not width and _over(before, row))
    return True


def _closed(held: list[Line]) -> bool:
    """Return whether the held lines are a run-in heading: wholly set off, with every mark closed."""
    if len(held) > _LONGEST_RUN_IN or "**" not in held[0].text:
        return False
    text = " ".join(line.text for line in held)
    return text.count("**") % 2 == 0 and set_off(text)


def _title(line: Line) -> bool:
    """Return whether a line may be a heading with a rule drawn under it."""
    return len(line.text) <= _LONGEST_TITLE and not _BULLET.match(line.text)


def _over(before: Line, row: Line) -> bool:
    """Return whether a short line stands over a paragraph that is written on one long line."""
    return len(before.text) < _LONGEST_TITLE / 2 and len(row.text) > _LONGEST_LINE


def _short(before: Line, row: Line, width: int) -> bool:
    """Return whether a line of wrapped text ends before it had to."""
    fits = len(before.text) + 1 + len(row.text.split(maxsplit=1)[0]) <= width
    return fits and (
        len(before.text) < width * 0.6 or (before.text.rstrip().endswith(_ENDS) and len(before.text) < width * 0.8)
    )


def _table(text: str) -> bool:
    return text.strip(_HARD + " ").startswith("|") and text.strip(_HARD + " ").endswith("|")


def _flush(body: Traced, held: list[Line], alone: bool, markdown: bool) -> Iterator[Block]:
    first = held[0]
    heading = _ATX.match(first.text)
    if heading:
        length = len(heading.group(2).rstrip(f"# \t{_HARD}"))
        content = body.slice(first.start + heading.start(2), first.start + heading.start(2) + length)
        yield Block(_words(content, markdown), SegmentKind.HEADING, level=len(heading.group(1)))
        return
    if len(held) == 2 and _UNDERLINE.match(held[1].text):
        level = 1 if held[1].text.lstrip()[0] == "=" else 2
        yield Block(_words(body.slice(first.start, first.end), markdown), SegmentKind.HEADING, level=level)
        return
    if _table(first.text) and not _RULE.match(first.text):
        yield Block(
            _words(body.slice(first.start, first.end).sub(re.compile(r"^\s*\||\|\s*$"), ""), markdown), alone=False
        )
        return
    bullet = _BULLET.match(first.text) if _item(first.text, False) else _SOFT_BULLET.match(first.text)
    if bullet and _RULE.match(first.text):
        bullet = None
    start = first.start + (bullet.end() if bullet else 0)
    parts = [body.slice(start, first.end), *(body.slice(line.start, line.end) for line in held[1:])]
    raw = Traced.join(parts, "\n")
    words = _words(raw, markdown)
    if bullet:
        lead = body.slice(first.start + bullet.start("marker"), first.start + bullet.end("marker"))
        level = min(len(bullet.group("indent").expandtabs(4)) // 2, 8)
        yield Block(words, SegmentKind.LIST_ITEM, level=level, lead=lead, strong=set_off(raw.text))
    elif words.text:
        yield Block(words, strong=set_off(raw.text), alone=alone)


def _words(content: Traced, markdown: bool) -> Traced:
    return tidy(plain(content, markdown=markdown))
