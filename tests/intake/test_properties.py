"""What must hold of every document, whatever the input."""

import json
import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.build import check

from summitry.intake import from_bytes, from_text
from summitry.intake.traced import Traced
from summitry.model.document import Document
from summitry.model.errors import InputError

WORDS = st.sampled_from(
    ["The sides", "met", "agreed.", "**bold**", "*it*", "[a](b)", "<br>", "<!-- -->", "1.", "-", "(a)", "&amp;",
     "&nbsp;",
     "\u00a0", "e\u0301", "Ünal", "\u200b", "PRIME MINISTER:", "###", "\\###", "# Talks", "2. Trade", "  ", "| a | b |",
     "> ",
     "<p>", "</p>", "<b>", "<li>", "\u2028", "\x00", "March 4, 2019", "(Photo: Office)",
     "\ud83d\ude00", "क\u094d\u0937",
     "\u1112\u1161\u11ab"]
)  # fmt: skip
PAGES = st.lists(st.tuples(WORDS, st.sampled_from([" ", "\n", "\n\n", "  \n", ""])), max_size=40).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)
ANY = st.one_of(PAGES, st.text(max_size=300))


@settings(max_examples=200, deadline=None)
@given(ANY, st.sampled_from(["text/plain", "text/markdown", "text/html"]))
def test_offsets_of_any_text(text: str, media_type: str) -> None:
    try:
        document = from_text(text, media_type=media_type)
    except InputError:
        return
    check(document, len(text))
    assert unicodedata.is_normalized("NFC", document.text)
    assert "\x00" not in document.text
    assert document == from_text(text, media_type=media_type)


@settings(max_examples=100, deadline=None)
@given(ANY)
def test_letters_of_plain_text_are_kept_in_order(text: str) -> None:
    plain = "".join(char for char in text if char.isascii() and (char.isalnum() or char in " \n."))
    try:
        document = from_text(plain)
    except InputError:
        assert not any(char.isalnum() for char in plain)
        return
    assert "".join(document.text.split()) == "".join(plain.split())


@settings(max_examples=100, deadline=None)
@given(ANY)
def test_records_lead_back_into_their_line(text: str) -> None:
    line = json.dumps({"title": "T", "text": text})
    for found in from_bytes(line.encode(), source="a.jsonl"):
        if isinstance(found, Document):
            check(found, len(line))


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(["a.txt", "a.html", "a.pdf", "a.docx", "a.jsonl", "a.json", "a.xml", "a.md"]),
)
def test_any_bytes_give_documents_or_refusals(data: bytes, name: str) -> None:
    for found in from_bytes(data, source=name):
        if isinstance(found, Document):
            check(found)
        else:
            assert found.reason


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab \n", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_traced_text_is_its_original_at_its_runs(text: str, first: int, last: int) -> None:
    traced = Traced.of(text).sub(re.compile("b+"), "").sub(re.compile(r"\s+"), " ").slice(first, last)
    assert traced.text == "".join(piece.text for piece in traced.pieces)
    for run in traced.runs():
        copy = text[run.origin_start : run.origin_end]
        assert traced.text[run.start : run.end] in {copy.replace("\n", " "), " "}
