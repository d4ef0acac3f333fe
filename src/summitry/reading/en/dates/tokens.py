"""A sentence as words with their places: what the grammar of dates reads."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
      [0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])                # 2017-11-10
    | [0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}(?![0-9])      # 10.11.2017
    | [0-9]{1,2}[:.][0-9]{2}(?=\s?[ap]\.?m\b)            # 2.30 pm
    | [0-9]{1,2}:[0-9]{2}(?![0-9])                       # 14:30
    | [0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?     # 2,023
    | [0-9]+/[0-9]+                                      # 2012/13, 24/7
    | [0-9]+\.[0-9]+
    | [0-9]+(?:st|nd|rd|th|s)(?![A-Za-z])                # 3rd, 1990s
    | [0-9]+
    | [AaPp]\.[Mm]\.?(?![A-Za-z])
    | (?:[A-Za-z]\.){2,}
    | [^\W\d_]+[0-9]*                                    # words, FY2024, Q1
    | ['’](?:s|ll|d|re|ve|m|t)(?![A-Za-z])
    | \S
    """,
    re.VERBOSE,
)
_PAD = 16
_STOPS = frozenset(".!?;")
# Abbreviations whose full stop ends no sentence.
_TITLES = frozenset(
    {
        *("mr", "mrs", "ms", "dr", "prof", "gen", "sen", "gov", "rep", "st", "no", "h.e.", "u.s.", "u.n."),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"),
    }
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text.

    Args:
        text: the text itself.
        raw: the words as printed.
        low: the words in lower case, padded with empty strings so that looking ahead never fails.
        starts: offset of each word.
        ends: offset after each word.
        breaks: indexes of the words that begin a sentence, in order.
    """

    text: str
    raw: tuple[str, ...]
    low: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: tuple[int, ...]

    @property
    def size(self) -> int:
        """How many words there are."""
        return len(self.starts)

    def capital(self, index: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.raw[index][:1].isupper()

    def number(self, index: int) -> int | None:
        """Return the value of a word of digits, or ``None``."""
        word = self.low[index]
        return int(word) if len(word) <= 6 and word.isascii() and word.isdigit() else None

    def before(self, index: int, back: int = 1) -> str:
        """Return the lower-case word so many words before, or an empty string."""
        return self.low[index - back] if index >= back else ""

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the first word of a word's sentence and the one after its last."""
        at = bisect_right(self.breaks, index)
        return (self.breaks[at - 1] if at else 0), (self.breaks[at] if at < len(self.breaks) else self.size)


def tokenise(text: str) -> Tokens:
    """Return the words of a text with their offsets."""
    found = list(_TOKEN.finditer(text))
    raw = tuple(match.group() for match in found)
    starts = tuple(match.start() for match in found)
    ends = tuple(match.end() for match in found)
    low = tuple(word.lower().replace("’", "'") for word in raw)
    breaks = tuple(i for i in range(1, len(raw)) if _opens(text, raw, low, i, (ends[i - 1], starts[i])))
    padding = ("",) * _PAD
    return Tokens(
        text,
        raw + padding,
        low + padding,
        starts,
        ends,
        (0, *breaks) if raw else (),
    )


def _opens(text: str, raw: tuple[str, ...], low: tuple[str, ...], index: int, gap: tuple[int, int]) -> bool:
    """Whether the word begins a sentence: after a stop, before a capital, or after an empty line."""
    if gap[0] == gap[1]:
        return False
    if "\n\n" in text[gap[0] : gap[1]]:
        return True
    if low[index - 1] not in _STOPS or not (raw[index][0].isupper() or not raw[index][0].isalnum()):
        return False
    earlier = low[index - 2] if index > 1 else ""
    return low[index - 1] != "." or not (earlier in _TITLES or (len(earlier) == 1 and earlier.isalpha()))
