"""Each format opens in a library of its own, holds every word and source, and shows hostile texts as words."""

from __future__ import annotations

import io
import re
from importlib.util import find_spec
from pathlib import Path

import docx
import pypdfium2
import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from summitry.model.errors import SummitryError
from summitry.views.brief import Brief, brief
from summitry.views.brief.docx import docx_bytes
from summitry.views.brief.html import html
from summitry.views.brief.markdown import escape, markdown
from summitry.views.brief.pdf import pdf
from tests.views.brief.telling import BEFORE, hostile, lines, told_twice

needs_typst = pytest.mark.skipif(find_spec("typst") is None, reason="the extra brief is not installed")
# What a hostile text must look like wherever it is shown.
AS_PRINTED = '<script>alert(1)</script> [here](javascript:alert(1)) ![](https://x.example/p.png) #read("/etc/passwd")'


@pytest.fixture(scope="module")
def made() -> Brief:
    with told_twice() as ledger:
        return brief(ledger, ("JP", "NO"), BEFORE)


def plain(text: str) -> str:
    """A text without white space, and with quotation marks of one kind: typesetters break lines where they like."""
    return re.sub(r"\s+|\u200b", "", text).replace("“", '"').replace("”", '"')


def from_markdown(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(MarkdownIt("gfm-like", {"linkify": False}).enable("table").render(text))


def words_of(page: LexborHTMLParser) -> str:
    return page.body.text() if page.body else ""


def from_docx(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def from_pdf(data: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def printed(made: Brief, form: str) -> str:
    if form == "md":
        return words_of(from_markdown(markdown(made)))
    if form == "html":
        return words_of(LexborHTMLParser(html(made)))
    return from_docx(docx_bytes(made)) if form == "docx" else from_pdf(pdf(made))


FORMS = ["md", "html", "docx", pytest.param("pdf", marks=needs_typst)]


@pytest.mark.parametrize("form", FORMS)
def test_every_line_is_there_with_its_quotes_and_sources(made: Brief, form: str) -> None:
    text = plain(printed(made, form))
    assert plain(made.title) in text and plain(made.basis) in text
    for figure in made.figures:
        assert plain(figure.value) in text
    for line in lines(made):
        assert plain(line.text) in text
        assert all(plain(note) in text for note in line.notes)
        for quoted in line.quotes:
            source = quoted.source
            assert plain(quoted.words) in text
            assert plain(f"{source.publisher}, {source.published}: {source.title}") in text
    assert all(plain(source.place) in text for source in made.sources)


@pytest.mark.parametrize("form", FORMS)
def test_hostile_words_are_words(form: str) -> None:
    text = plain(printed(hostile(), form))
    assert plain(AS_PRINTED) in text
    assert "{{7*7}}" in text
    assert "root:" not in text


@pytest.mark.parametrize("form", ["md", "html"])
def test_hostile_words_make_no_elements(form: str) -> None:
    bad = hostile()
    page = from_markdown(markdown(bad)) if form == "md" else LexborHTMLParser(html(bad))
    assert not page.css("script, img, iframe, table, code, b")
    targets = [str(link.attributes.get("href")) for link in page.css("a")]
    assert all(target.startswith("#source-") for target in targets)


def test_links_lead_to_the_sources(made: Brief) -> None:
    for page in (from_markdown(markdown(made)), LexborHTMLParser(html(made))):
        assert "https://mofa.jp.example/3" in [link.attributes.get("href") for link in page.css("a")]
    relations = docx.Document(io.BytesIO(docx_bytes(made))).part.rels.values()
    assert "https://mofa.jp.example/3" in [relation.target_ref for relation in relations if relation.is_external]


def test_the_page_needs_nothing_else(made: Brief) -> None:
    page = LexborHTMLParser(html(made))
    assert not page.css("script, link, img")
    assert "default-src 'none'" in html(made)
    assert "@page" in html(made)
    numbers = {item.attributes["id"] for item in page.css("ol.sources li")}
    assert {
        str(a.attributes["href"])[1:] for a in page.css("main li a") if str(a.attributes["href"])[0] == "#"
    } <= numbers


@pytest.mark.parametrize("text", ["1. one", "- one", "+ one", "# one", "> one", "a\\b", "1) one", "=== one", "~~~ one"])
def test_escaped_words_begin_no_block(text: str) -> None:
    page = from_markdown(escape(text))
    assert words_of(page).strip() == text
    assert not page.css("ol, ul, h1, blockquote, hr, pre")


def test_word_files_and_papers_are_the_same_each_time(made: Brief) -> None:
    assert docx_bytes(made) == docx_bytes(made)


@needs_typst
def test_a_pdf_is_the_same_each_time_and_has_a_title(made: Brief) -> None:
    data = pdf(made)
    assert data == pdf(made)
    document = pypdfium2.PdfDocument(data)
    assert document.get_metadata_value("Title") == "Japan – Norway: Brief for 1 Mar 2026"
    assert document.get_page_size(0) == pytest.approx((595.3, 841.9), abs=0.1)


def test_without_typst_the_way_out_is_named(made: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    with pytest.raises(SummitryError) as caught:
        pdf(made)
    assert "summitry[brief]" in caught.value.hint


def test_templates_go_with_the_package() -> None:
    import tomllib

    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8"))
    carried = project["tool"]["setuptools"]["package-data"]["summitry"]
    assert {"views/brief/*.html", "views/brief/*.typ"} <= set(carried)
