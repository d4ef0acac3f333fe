from pathlib import Path

from tests.intake.build import check, one, outline

from summitry.intake import from_text
from summitry.model.document import SegmentKind

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Talks with Freedonia | Ministry of Foreign Affairs</title>
<meta property="article:published_time" content="2019-03-04T10:00:00Z">
<script>var x = "<p>never text</p>";</script><style>p { color: red }</style>
<link rel="canonical" href="https://www.mofa.go.jp/erp/page1.html"></head>
<body><header><img alt="Ministry of Foreign Affairs"><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<div class="breadcrumb"><a href="/">Top</a> &gt; <a href="/c">Freedonia</a></div>
<div id="content"><h1>Talks with Freedonia</h1><p>March 4, 2019</p>
<img src="a.jpg" alt="Photograph of the two ministers"><p>(Photo: Cabinet Office)</p>
<p>Mr. Rassendyll held talks with Ms. Teasdale&nbsp;&amp; her delegation,<br>
in the capital.</p>
<h2>1. Economy</h2><p>Both sides agreed to <b>sign</b> the agreement by June 2019.</p>
<ol start="3"><li>First item of work.</li><li>Second item<ul><li>nested item</li></ul></li></ol>
<p><strong>(2) Regional affairs</strong></p><p>They discussed the region.</p>
</div><footer>All rights reserved</footer></body></html>"""


def test_saved_page() -> None:
    document = one(PAGE.encode(), "page1.html")
    check(document, len(PAGE))
    assert outline(document) == [
        ("navigation", "Home"),
        ("navigation", "Top > Freedonia"),
        ("title", "Talks with Freedonia"),
        ("dateline", "March 4, 2019"),
        ("caption", "Photograph of the two ministers"),
        ("credit", "(Photo: Cabinet Office)"),
        ("paragraph", "Mr. Rassendyll held talks with Ms. Teasdale & her delegation, in the capital."),
        ("heading", "Economy"),
        ("paragraph", "Both sides agreed to sign the agreement by June 2019."),
        ("list-item", "First item of work."),
        ("list-item", "Second item"),
        ("list-item", "nested item"),
        ("heading", "Regional affairs"),
        ("paragraph", "They discussed the region."),
        ("navigation", "All rights reserved"),
    ]
    assert [segment.marker for segment in document.of_kind(SegmentKind.LIST_ITEM)] == ["3.", "4.", "-"]
    assert [segment.number for segment in document.of_kind(SegmentKind.HEADING)] == ["1", "2"]
    meta = document.meta
    assert (meta.title, meta.published, meta.issuers) == ("Talks with Freedonia", "2019-03-04", ("JP",))


def test_way_back_into_the_source() -> None:
    document = one(PAGE.encode(), "page1.html")
    for words in ("First item of work.", "They discussed the region.", "held talks with Ms. Teasdale"):
        start = document.text.index(words)
        first, last = document.origin_of(start, start + len(words)) or (0, 0)
        assert PAGE[first:last] == words


def test_scripts_and_styles_are_never_text() -> None:
    text = one(PAGE.encode(), "page1.html").text
    assert "never" not in text
    assert "color" not in text


def test_only_the_main_part_is_the_text() -> None:
    weather = "<div><p>Weather: fine today, and no rain in sight.</p></div>"
    page = f"<body>{weather}<main><p>The premiers met in Zenda.</p></main></body>"
    assert outline(one(page.encode(), "a.html")) == [
        ("navigation", "Weather: fine today, and no rain in sight."),
        ("paragraph", "The premiers met in Zenda."),
    ]


def test_fragment_of_a_press_office() -> None:
    fragment = (
        "<p>Office of the Spokesperson</p><p>The below is attributable to Spokesperson Bertram:</p>"
        "<p>The Secretary met the Premier of Ruritania.</p><p><em>End text.</em></p>"
    )
    document = from_text(fragment, title="Meeting", media_type="text/html")
    assert [kind for kind, _ in outline(document)] == [
        "title",
        "boilerplate",
        "boilerplate",
        "paragraph",
        "boilerplate",
    ]


def test_malformed_html_still_gives_its_words(tmp_path: Path) -> None:
    document = one(b"<html><body><p>The sides <b>met<p>and parted</i></div></table> again.<br>End", "bad.html")
    check(document)
    assert document.text.split() == ["The", "sides", "met", "and", "parted", "again.", "End"]


def test_deep_nesting_is_read() -> None:
    depth = 20_000
    document = one(b"<div>" * depth + b"The premiers met." + b"</div>" * depth, "deep.html")
    assert document.text == "The premiers met."
