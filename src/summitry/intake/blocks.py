"""The blocks that a format's parser finds on a page, before they are put into one text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace

from summitry.intake.traced import Traced
from summitry.model.document import SegmentKind

# Everything that a reader sees as a space; zero-width marks, soft hyphens and byte-order marks are seen as nothing.
# A plain space between words is as it should be, and is passed over.
_SPACES = re.compile(r"(?: (?=\s)|[^\S ])\s*")
_INVISIBLE = re.compile(r"[\u0000-\u0008\u000e-\u001b\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_LONE = re.compile("[\ud800-\udfff]")
# A run of letters beyond ASCII with the base character before it: composing never reaches across such a run's edges.
_CLUSTER = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a page that stands by itself.

    Args:
        content: its words, with the way back.
        kind: what its mark-up says it is, or ``None`` where its words must tell.
        level: depth of a heading (1 is the highest) or a list item (0 is the outermost).
        lead: a list item's printed marker or a heading's number, which stands before the words.
        strong: whether all of it is printed bold, underlined or otherwise set off.
        linked: whether all of it is a link.
        alone: whether blank lines or its own element set it off from its neighbours.
    """

    content: Traced
    kind: SegmentKind | None = None
    level: int = 0
    lead: Traced = field(default_factory=Traced)
    strong: bool = False
    linked: bool = False
    alone: bool = True

    @property
    def text(self) -> str:
        """Return its words."""
        return self.content.text

    def with_content(self, content: Traced) -> Block:
        """Return the block with other words."""
        return replace(self, content=content)


def tidy(content: Traced) -> Traced:
    """Return words as they are kept: Unicode NFC, one plain space for any white space, nothing invisible."""
    if not content.text.isascii():
        content = content.sub(_LONE, "\ufffd").sub(_INVISIBLE, "")
        if not unicodedata.is_normalized("NFC", content.text):
            content = content.sub(_CLUSTER, _compose)
    elif not content.text.isprintable():
        content = content.sub(_INVISIBLE, "")
    return content.sub(_SPACES, " ").strip()


def clean(text: str) -> str:
    """Return a title or a name as it is kept, by the rules of :func:`tidy`."""
    return tidy(Traced.of(text)).text


def fold(text: str) -> str:
    """Return the letters and digits of a text alone, for comparing what two places print."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def _compose(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match.group())
