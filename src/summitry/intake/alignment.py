"""The way back from a parsed page to its source, which the parser does not tell."""

from __future__ import annotations

import html
import re

from summitry.intake.traced import Piece, Traced

_TAGS = re.compile(
    r"<!--(?:(?!<!--).)*?-->|<(script|style|template|noscript|svg|iframe)\b[^<>]*>(?:(?!<\1[\s>]).)*?</\1\s*>"
    r"|</?[a-zA-Z](?:[^'\"<>]|\"[^\"]*\"|'[^']*')*+>|<[!?][^<>]*>",
    re.S | re.I,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?")
# Words are looked for this many characters ahead: enough for what a parser moves or leaves out, and
# little enough that a page made to be slow is not.
_AHEAD = 20_000


class Alignment:
    """Finds the words of a parsed page in its source, in order."""

    def __init__(self, body: Traced) -> None:
        self._visible = body.sub(_TAGS, "").sub(_ENTITY, lambda match: html.unescape(match.group()))
        self._at = 0
        self._reached = 0

    def find(self, text: str) -> Traced:
        """Return a text node's words with their way back; words that are not found lead to the place reached."""
        text = text.replace("\r\n", "\n")
        found = self._visible.text.find(text, self._at, self._at + len(text) + _AHEAD)
        if found < 0:
            return self.mark(text)
        self._at = found + len(text)
        words = self._visible.slice(found, self._at)
        self._reached = max(self._reached, words.pieces[-1].end)
        return words

    def mark(self, text: str) -> Traced:
        """Return words that the source does not hold as such, at the place reached."""
        return Traced((Piece(text, self._reached, self._reached),))

    def attribute(self, text: str) -> Traced:
        """Return an attribute's words, at the place reached."""
        return self.mark(text) if text else Traced()
