"""HTML → blocks: our own walk over the parsed page, so that numbers, captions and lists stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from summitry.data import load
from summitry.intake.alignment import Alignment
from summitry.intake.blocks import Block, tidy
from summitry.intake.traced import Piece, Traced
from summitry.model.document import SegmentKind

_SILENT = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "-comment"}
)
_BLOCKS = frozenset({
    "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "h1", "h2", "h3", "h4", "h5", "h6",
    "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "tbody", "thead", "tfoot", "tr", "td", "th", "blockquote",
    "pre", "figure", "figcaption", "address", "form", "fieldset", "legend", "hr", "center", "body", "html", "details",
    "summary", "menu",
})  # fmt: skip
_SET_OFF = frozenset({"b", "strong", "u", "em", "i", "th", "dt"})
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_CHROME = frozenset({"nav", "footer", "aside", "menu"})
_CHROME_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
_BODY_TAGS = frozenset({"main", "article"})
_NAME = re.compile(r"[a-z]+")
_LINE = re.compile(r"\n")


@dataclass(slots=True)
class _Place:
    """Where the walk stands: what the elements around it make of the words."""

    chrome: int = 0
    body: int = 0
    caption: int = 0
    strong: int = 0
    link: int = 0
    pre: int = 0
    heading: int = 0
    lists: list[list[int | None]] = field(default_factory=list)


@dataclass(slots=True)
class _Held:
    """The words gathered for the block at hand."""

    parts: list[Traced] = field(default_factory=list)
    marker: str = ""
    item: bool = False
    plain: bool = False
    unlinked: bool = False


def parse(body: Traced) -> LexborHTMLParser:
    """Return the parsed page."""
    return LexborHTMLParser(body.text.replace("\x00", " "))


def blocks(body: Traced, page: LexborHTMLParser) -> Iterator[Block]:
    """Yield the blocks of a page or a fragment, in order; scripts, styles and comments are none.

    Args:
        body: the source text of the page.
        page: the same, parsed.
    """
    yield from _Walk(body, page).run()


class _Walk:
    """One walk over a page, without recursion so that any depth of nesting is fine."""

    def __init__(self, body: Traced, page: LexborHTMLParser) -> None:
        self._alignment = Alignment(body)
        self._root = page.root
        self._place = _Place()
        self._held = _Held()
        self._names = frozenset(load("en/intake")["chrome_names"])
        mains = page.css("main, [role=main]")
        articles = mains or page.css("article")
        self._has_body = len(articles) == 1

    def run(self) -> Iterator[Block]:
        """Yield the blocks."""
        stack: list[tuple[LexborNode, bool]] = [(self._root, False)] if self._root is not None else []
        while stack:
            node, left = stack.pop()
            if left:
                yield from self._leave(node)
                continue
            tag = node.tag or ""
            if tag == "-text":
                self._text(node)
            elif tag not in _SILENT:
                yield from self._enter(node, tag)
                stack.append((node, True))
                children = [*node.iter(include_text=True)]
                stack.extend((child, False) for child in reversed(children))
        yield from self._flush()

    def _text(self, node: LexborNode) -> None:
        text = node.text_content or ""
        if not text:
            return
        self._held.parts.append(self._alignment.find(text))
        if text.strip():
            self._held.plain |= not self._place.strong
            self._held.unlinked |= not self._place.link

    def _enter(self, node: LexborNode, tag: str) -> Iterator[Block]:
        if tag in _BLOCKS:
            yield from self._flush()
        self._shift(node, tag, 1)
        if tag == "br":
            self._held.parts.append(self._alignment.mark("\n" if self._place.pre else "\u2028"))
        elif tag == "img":
            yield from self._image(node)
        elif tag in {"ul", "ol", "menu"}:
            self._place.lists.append([_number(node, "start", 1) if tag == "ol" else None])
        elif tag == "li":
            self._held.item, self._held.marker = True, self._marker(node)

    def _leave(self, node: LexborNode) -> Iterator[Block]:
        tag = node.tag or ""
        if tag in _BLOCKS:
            yield from self._flush()
        if tag in {"ul", "ol", "menu"} and self._place.lists:
            self._place.lists.pop()
        self._shift(node, tag, -1)

    def _shift(self, node: LexborNode, tag: str, step: int) -> None:
        place = self._place
        place.chrome += step * self._is_chrome(node, tag)
        place.body += step * (tag in _BODY_TAGS or (tag in _BLOCKS and _attribute(node, "role") == "main"))
        place.caption += step * (tag in {"figcaption", "caption"})
        place.strong += step * (tag in _SET_OFF or (tag == "span" and _set_off(node)))
        place.link += step * (tag == "a")
        place.pre += step * (tag == "pre")
        if tag in _HEADINGS:
            place.heading = _HEADINGS[tag] if step > 0 else 0

    def _is_chrome(self, node: LexborNode, tag: str) -> bool:
        if tag in {"body", "html"} or tag in _BODY_TAGS or tag not in _BLOCKS:
            return False
        if tag in _CHROME or (tag == "header" and not self._place.body) or _attribute(node, "role") in _CHROME_ROLES:
            return True
        names = f"{_attribute(node, 'class')} {_attribute(node, 'id')}".lower()
        return len(names) > 1 and not self._names.isdisjoint(_NAME.findall(names))

    def _marker(self, node: LexborNode) -> str:
        counter = self._place.lists[-1] if self._place.lists else [None]
        if counter[0] is None:
            return "-"
        value = _number(node, "value", counter[0])
        counter[0] = value + 1
        return f"{value}."

    def _image(self, node: LexborNode) -> Iterator[Block]:
        words = tidy(self._alignment.attribute(_attribute(node, "alt")))
        if len(words.text.split()) > 2 and not self._place.chrome and not self._place.link and self._inside():
            yield from self._flush()
            yield Block(words, SegmentKind.CAPTION)

    def _inside(self) -> bool:
        return bool(self._place.body) or not self._has_body

    def _flush(self) -> Iterator[Block]:
        held, self._held = self._held, _Held()
        if not held.parts:
            self._held.item, self._held.marker = held.item, held.marker
            return
        whole = Traced.join(held.parts)
        rows = [row for row in (tidy(part) for part in _rows(whole, bool(self._place.pre))) if row.text]
        if not rows:
            self._held.item, self._held.marker = held.item, held.marker
            return
        for index, row in enumerate(rows):
            yield self._block(row, held, index)

    def _block(self, words: Traced, held: _Held, index: int) -> Block:
        place = self._place
        kind, level = None, 0
        lead = Traced()
        if place.heading:
            kind, level = SegmentKind.HEADING, place.heading
        elif place.caption:
            kind = SegmentKind.CAPTION
        elif held.item and not index:
            kind, level = SegmentKind.LIST_ITEM, max(len(place.lists) - 1, 0)
            lead = Traced((Piece(held.marker, *(words.pieces[0].start,) * 2),))
        if not place.heading and (place.chrome or not self._inside()):
            kind, level, lead = SegmentKind.NAVIGATION, 0, Traced()
        return Block(words, kind, level, lead, strong=not held.plain, linked=not held.unlinked)


def _rows(whole: Traced, pre: bool) -> Iterator[Traced]:
    """Yield the lines that line-break elements make, but for those that run on in lower case."""
    held: list[Traced] = []
    for part in whole.split(_LINE if pre else re.compile("\u2028")):
        text = part.text.strip()
        if held and not text[:1].islower():
            yield Traced.join(held, " ")
            held = []
        held.append(part)
    yield Traced.join(held, " ")


def _attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


def _number(node: LexborNode, name: str, default: int) -> int:
    value = _attribute(node, name).strip()
    return int(value) if re.fullmatch(r"-?\d{1,6}", value) else default


def _set_off(node: LexborNode) -> bool:
    style = _attribute(node, "style").lower().replace(" ", "")
    return "font-weight:bold" in style or "font-weight:700" in style or "text-decoration:underline" in style
