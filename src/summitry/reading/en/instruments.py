"""Named treaties, declarations, plans and resolutions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from summitry.data import load
from summitry.model.evidence import Grounds, Method
from summitry.model.records import Instrument
from summitry.reading.en.clauses import noun_lemma
from summitry.reading.en.header import Header
from summitry.reading.en.names import name_span
from summitry.reading.en.parse import Parsed, Passage, text_of
from summitry.reading.en.sides import Sides

# Words that make a capitalised noun a name in its own text and no instrument ("this Joint Statement").
_OWN = frozenset({"this", "that", "these", "those", "our", "its", "their", "any", "each", "such"})
_JOINTS = frozenset({"-", "–", "’s", "'s", "/"})
# Small words over which a name reaches on to the left of what the parse gives it.
_LINKING = frozenset({"of", "on", "and"})
_LONGEST = 14
_BARE = frozenset({"Memorandum of Understanding", "Free Trade Agreement", "Joint Statement", "Action Plan"})
_SMALL = frozenset({"of", "on", "for", "the", "and", "to", "in", "a", "with"})


@cache
def _vocabulary() -> tuple[frozenset[str], frozenset[str], re.Pattern[str]]:
    words = load("en/instruments")
    patterns = [f"(?:{p})" for p in words["numbered"]] + [rf"\b(?:{p})\b" for p in words["names"]]
    return frozenset(words["heads"]), frozenset(words["weak"]), re.compile("|".join(patterns))


def read_instruments(parsed: Parsed, header: Header, sides: Sides) -> tuple[Instrument, ...]:
    """Return the instruments of a text, in text order; each is listed once, where it is first named."""
    del header, sides
    found: dict[str, Instrument] = {}
    for passage in parsed.body():
        spans = sorted([*_by_pattern(passage), *_by_head(passage)])
        last = -1
        for start, end, rule in _longest_first(spans):
            if start < last:
                continue
            last = end
            evidence = passage.at(start, end)
            key = re.sub(r"\W+", " ", evidence.quote.lower()).strip()
            found.setdefault(key, Instrument(Grounds(evidence, Method(f"instrument/{rule}")), evidence.quote))
    return tuple(found.values())


def _longest_first(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return spans in text order; of those that begin within another, the widest stands."""
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if kept and span[0] < kept[-1][1]:
            continue
        kept.append(span)
    return kept


def _by_pattern(passage: Passage) -> Iterator[tuple[int, int, str]]:
    for match in _vocabulary()[2].finditer(text_of(passage.doc)):
        yield match.start(), match.end(), "number"


def _by_head(passage: Passage) -> Iterator[tuple[int, int, str]]:
    heads, weak, _ = _vocabulary()
    for token in passage.doc:
        if token.tag_[:2] != "NN" or not token.text[0].isupper() or noun_lemma(token) not in heads:
            continue
        if any(t.lower_ in _OWN for t in token.lefts):
            continue
        if token.dep_ == "compound" and noun_lemma(token.head) in heads and token.head.text[0].isupper():
            continue
        start, end = name_span(token)
        start = _capitals_from(token, start)
        words = passage.doc[start:end]
        if words.text in _BARE:
            continue
        if _is_name(token, start, end, weak) and len(words.text) < 160:
            yield words.start_char, words.end_char, "name"


def _capitals_from(head: Token, start: int) -> int:
    """Return where the capitalised run that ends in a head begins."""
    index = head.i
    doc = head.doc
    floor = max(head.sent.start, head.i - _LONGEST)
    while index - 1 >= floor:
        token = doc[index - 1]
        inside = index - 1 >= start
        small = token.lower_ in (_SMALL if inside else _LINKING)
        joint = token.text in _JOINTS or (index > 1 and doc[index - 2].text in _JOINTS)
        if not (token.text[0].isupper() or token.text[0].isdigit() or small or joint):
            break
        index -= 1
    while doc[index].lower_ in _SMALL or doc[index].text in _JOINTS:
        index += 1
    return index


def _is_name(head: Token, start: int, end: int, weak: frozenset[str]) -> bool:
    doc = head.doc
    others = [t for t in doc[start:end] if t.i != head.i and (t.text[0].isupper() or t.text[0].isdigit())]
    if not others:
        return False
    if noun_lemma(head) in weak:
        return len([t for t in others if t.i < head.i]) >= 1 and (len(others) >= 2 or others[0].text[0].isdigit())
    return True
