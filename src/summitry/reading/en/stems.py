"""Undertakings in lists that share a stem: "The two sides will: – …; – …", "commit to: (a) …; (b) …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from summitry.model.document import SegmentKind
from summitry.reading.en.candidates import vocabulary
from summitry.reading.en.clauses import has_object, own_subject, subject_of
from summitry.reading.en.parse import Parsed, Passage, text_of
from summitry.reading.en.quotes import trim
from summitry.reading.en.undertakings import MODALS

_MARKER = re.compile(r"(?:^|(?<=[\s;,:]))(?:\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|(?:[a-z]|[ivx]{1,4}|\d{1,2})\)|[•●▪])\s+")
_OPENING = re.compile(r"^(?:and|or|to)[,\s]+", re.IGNORECASE)
_ITEM_END = re.compile(r"(?:;|,|; and|, and|; or|and,)\s*$", re.IGNORECASE)
_ACTIONS = re.compile(
    r"\bfollowing\s+(?:[\w-]+\s+){0,2}(?:actions?|steps|measures|commitments|undertakings|goals)[^.]*:\Z"
)
_LONGEST_LIST = 60


@dataclass(frozen=True, slots=True)
class Stem:
    """The words that a list's items hang on: their cue, its subject, and where they stand."""

    passage: Passage
    cue: Token
    subject: Token | None


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its first act, and the characters of its passage."""

    stem: Stem
    passage: Passage
    act: Token
    start: int
    end: int


def find_items(parsed: Parsed) -> Iterator[Item]:
    """Yield the items of every list whose stem undertakes, in text order."""
    body = list(parsed.body())
    index = 0
    while index < len(body):
        passage = body[index]
        yield from _inline(passage)
        stem = _stem_at_end(passage)
        if stem is None:
            index += 1
            continue
        index += 1
        for follower in _followers(body, index):
            yield from _split(stem, follower, 0, len(text_of(follower.doc)))
            index += 1


def _followers(body: list[Passage], index: int) -> Iterator[Passage]:
    """Yield the passages that are items of a list opened before them."""
    first = body[index] if index < len(body) else None
    if first is None:
        return
    as_items = first.segment.kind is SegmentKind.LIST_ITEM
    for passage in body[index : index + _LONGEST_LIST]:
        if as_items:
            if passage.segment.kind is not SegmentKind.LIST_ITEM:
                return
            yield passage
            continue
        text = text_of(passage.doc).strip()
        if passage.segment.kind is SegmentKind.LIST_ITEM or not _looks_like_item(passage):
            return
        yield passage
        if text.endswith("."):
            return


def _looks_like_item(passage: Passage) -> bool:
    first = next((t for t in passage.doc if t.is_alpha), None)
    if first is None:
        return False
    return first.tag_ in ("VB", "VBG", "VBP", "TO", "RB") or _ITEM_END.search(text_of(passage.doc)) is not None


def _stem_at_end(passage: Passage) -> Stem | None:
    text = text_of(passage.doc).rstrip()
    if not text.endswith(":"):
        return None
    return _stem(passage, len(passage.doc) - 1) or _announced_actions(passage, text)


def _announced_actions(passage: Passage, text: str) -> Stem | None:
    """Return the stem of a list of actions to come ("we must redouble our efforts through the following actions:")."""
    if not _ACTIONS.search(text):
        return None
    root = list(passage.doc.sents)[-1].root
    subject = own_subject(root)
    past = root.tag_ in ("VBD", "VBN") or any(c.tag_ == "VBD" or c.lemma_ == "have" for c in root.lefts)
    return Stem(passage, root, subject) if subject is not None and not past else None


def _stem(passage: Passage, before: int) -> Stem | None:
    """Return the stem that the words before a token end in, if they undertake."""
    doc = passage.doc
    start = doc[min(before, len(doc) - 1)].sent.start
    told = False
    for i in range(before, max(start, before - 45) - 1, -1):
        token = doc[i]
        lower, lemma = token.lower_, token.lemma_.lower()
        if token.tag_ == "MD" and lower in MODALS and token.head.lemma_ in ("include", "comprise", "be", "cover"):
            return None
        if token.tag_ == "MD" and lower in MODALS:
            subject = own_subject(token.head) or own_subject(token) or subject_of(token.head) or _before(token)
            return Stem(passage, token, subject)
        as_verb = token.tag_[:2] == "VB" or (token.tag_ == "NNS" and lower.removesuffix("s") in vocabulary("verbs"))
        if (as_verb and lemma in vocabulary("verbs")) or lower in vocabulary("adjectives"):
            return Stem(passage, token, subject_of(token) or _before(token))
        told = told or token.tag_ == "VBD"
        if token.tag_[:2] == "NN" and lemma in ("commitment", "intention", "undertaking"):
            if told or _is_demanded(token):
                return None
            return Stem(passage, token, subject_of(token.head) if token.head.pos_ == "VERB" else _before(token))
        if lemma in vocabulary("expectation_verbs") and token.tag_[:2] == "VB":
            return None
    return None


def _is_demanded(noun: Token) -> bool:
    """Whether it is told what others must do about their commitments ("must deliver on their commitments")."""
    verb, seen = noun, 0
    while verb.head != verb and verb.pos_ not in ("VERB", "AUX") and seen < 4:
        verb, seen = verb.head, seen + 1
    return any(c.lower_ in ("must", "should") for c in verb.lefts)


def _before(cue: Token) -> Token | None:
    for i in range(cue.i - 1, max(cue.sent.start, cue.i - 8) - 1, -1):
        token = cue.doc[i]
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            return token
    return None


def _inline(passage: Passage) -> Iterator[Item]:
    text = text_of(passage.doc)
    marks = list(_MARKER.finditer(text))
    if len(marks) < 2:
        return
    opening = passage.doc.char_span(0, marks[0].start(), alignment_mode="expand")
    if opening is None or marks[0].start() < 8:
        return
    stem = _stem(passage, opening.end - 1)
    if stem is None:
        return
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        end = following.start() if following else _sentence_end(passage, mark.end())
        yield from _split(stem, passage, mark.end(), end)


def _sentence_end(passage: Passage, start: int) -> int:
    for sentence in passage.doc.sents:
        if sentence.end_char > start:
            return sentence.end_char
    return len(text_of(passage.doc))


def _split(stem: Stem, passage: Passage, start: int, end: int) -> Iterator[Item]:
    """Yield an item's undertakings: one for each act joined in it that has an object of its own."""
    text = text_of(passage.doc)[start:end]
    opening = _OPENING.match(text)
    if opening:
        start += opening.end()
    span = passage.doc.char_span(start, end, alignment_mode="contract")
    if span is None or not len(span):
        return
    if _is_sentence(span):
        return
    acts = _acts(span[0], span[-1])
    edges = [span.start] + [_left(a) for a in acts[1:]] + [span.end]
    for act, low, high in zip(acts, edges, edges[1:], strict=False):
        first = passage.doc[low].idx
        words = trim(text_of(passage.doc)[first : passage.doc[high - 1].idx + len(passage.doc[high - 1])])
        if len(words.split()) > 1:
            yield Item(stem, passage, act, first, first + len(words))


def _is_sentence(span: Span) -> bool:
    """Whether an item has a subject and a verb of its own, and so speaks for itself."""
    root = span[0].sent.root
    subject = own_subject(root)
    if subject is None or subject.i <= span.start or not span.start <= root.i < span.end:
        return False
    return root.tag_ in ("VBD", "VBZ", "VBP") or any(c.tag_ == "MD" for c in root.lefts)


def _left(act: Token) -> int:
    return min([act.i, *(c.i for c in act.lefts if c.dep_ in ("advmod", "aux", "neg"))])


def _acts(first: Token, last: Token) -> list[Token]:
    doc = first.doc
    sentence_end = min(last.i, first.sent.end - 1)
    head = next((doc[i] for i in range(first.i, min(first.i + 4, sentence_end + 1)) if doc[i].tag_[:2] == "VB"), None)
    if head is None:
        return [first.sent.root if first.i <= first.sent.root.i <= last.i else first]
    acts = [head]
    for i in range(head.i + 1, sentence_end + 1):
        token = doc[i]
        if token.dep_ == "conj" and token.head in acts and _like(token, head) and own_subject(token) is None:
            owned = any(c.lower_ in ("its", "it", "them") for c in token.subtree if c.i - token.i <= 3)
            if has_object(acts[-1], token) and has_object(token) and not owned:
                acts.append(token)
    return acts


def _like(token: Token, head: Token) -> bool:
    return token.tag_ == head.tag_ or {token.tag_, head.tag_} <= {"VB", "VBP"}
