"""Direct quotations: the quoted sentences with the verb that reports them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from summitry.model.records import Act
from summitry.reading.en.lexicon import lexicon
from summitry.reading.en.parse import text_of

_QUOTED = re.compile(r'“[^“”]*”|"[^"]*"|«[^»]*»')
_REACH = 14
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words in a passage.

    Args:
        start: offset of the opening mark's token.
        end: offset after the closing mark's token.
        verb: the verb that reports them after the quotation, if one does.
        subject: the noun that speaks, if it stands beside that verb.
        act: the act by the reporting verb.
    """

    start: int
    end: int
    verb: Token | None = None
    subject: Token | None = None
    act: Act = Act.STATE


def find_quotations(doc: Doc) -> list[Quotation]:
    """Return the quotations of a passage that are longer than a name or a title, in text order."""
    spans = _marks(doc)
    found = []
    for n, (start, end) in enumerate(spans):
        if end - start - 2 < _SHORT and not _closed_by_stop(doc, end):
            continue
        following = spans[n + 1][0] if n + 1 < len(spans) else len(doc)
        verb, subject = _reported_by(doc, end, following)
        act = lexicon().reporting.get(verb.lemma_.lower(), Act.STATE) if verb is not None else Act.STATE
        found.append(Quotation(start, end, verb, subject, act))
    return found


def _marks(doc: Doc) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for match in _QUOTED.finditer(text_of(doc)):
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is not None:
            spans.append((span.start, span.end))
    return spans


def _closed_by_stop(doc: Doc, end: int) -> bool:
    return end >= 2 and doc[end - 2].text in (",", ".", "!", "?")


def _reported_by(doc: Doc, end: int, limit: int) -> tuple[Token | None, Token | None]:
    """The reporting verb right after a closing mark, with its subject on either side of it."""
    stop = min(end + _REACH, limit, len(doc))
    if end >= stop or (
        doc[end - 2].text in (".", "!", "?")
        and doc[end].is_sent_start
        and doc[end].text[:1].isupper()
        and not _inverted(doc, end, stop)
    ):
        return None, None
    for token in doc[end:stop]:
        if token.text in (".", ";", "?", "!") and token.i > end:
            break
        if token.lemma_.lower() in lexicon().reporting and token.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VB"):
            return token, _speaker(token, end, stop)
    return None, None


def _inverted(doc: Doc, end: int, stop: int) -> bool:
    """Whether what follows is only a speaker and a verb ("…." the President said.)."""
    verb = next((t for t in doc[end:stop] if t.lemma_.lower() in lexicon().reporting and t.tag_ == "VBD"), None)
    return verb is not None and verb.i + 1 < len(doc) and doc[verb.i + 1].text in (".", ",")


def _speaker(verb: Token, end: int, stop: int) -> Token | None:
    own = next((t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass") and t.i >= end), None)
    if own is not None:
        return own
    after = [t for t in verb.doc[verb.i + 1 : stop] if t.pos_ in ("PROPN", "NOUN", "PRON")]
    before = [t for t in verb.doc[end : verb.i] if t.pos_ in ("PROPN", "NOUN", "PRON")]
    return before[-1] if before else (after[0] if after else None)
