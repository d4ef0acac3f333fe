from tests.intake.build import check, outline

from summitry.intake import from_text
from summitry.model.document import SegmentKind

READOUT = """---
title: "Readout of the Premier's\\_Call: a first"
date: '2031-05-04'
source_url: https://www.mofa.go.jp/press/2031/05/04/call/
tags: readouts
---

The Premier of Ruritania spoke today with the President of Freedonia
about the **bridge** over the [river Strelsau](https://example.org/a_b(c))
and agreed to meet<!-- --> again.  They
spoke for 20&nbsp;minutes.

**Trade and
Investment**

-   The sides will sign an *interim* agreement before
    the end of the year.
-   The sides welcomed new routes.

17\\. A numbered paragraph that is long enough to be read as a sentence and ends as one.

\\###
"""


def test_markdown_with_front_matter() -> None:
    document = from_text(READOUT, source="readout.md", media_type="text/markdown")
    check(document, len(READOUT))
    assert outline(document) == [
        ("title", "Readout of the Premier's Call: a first"),
        (
            "paragraph",
            "The Premier of Ruritania spoke today with the President of Freedonia about the bridge over the river "
            "Strelsau and agreed to meet again. They spoke for 20 minutes.",
        ),
        ("heading", "Trade and Investment"),
        ("list-item", "The sides will sign an interim agreement before the end of the year."),
        ("list-item", "The sides welcomed new routes."),
        ("list-item", "A numbered paragraph that is long enough to be read as a sentence and ends as one."),
        ("boilerplate", "###"),
    ]
    assert [segment.marker for segment in document.of_kind(SegmentKind.LIST_ITEM)] == ["-", "-", "17."]
    assert (document.meta.published, document.meta.issuers) == ("2031-05-04", ("JP",))
    assert document.meta.tags == (("tags", "readouts"),)


def test_the_way_back_leads_to_the_words_as_written() -> None:
    document = from_text(READOUT, media_type="text/markdown")
    start = document.text.index("river Strelsau")
    first, last = document.origin_of(start, start + len("river Strelsau")) or (0, 0)
    assert READOUT[first:last] == "river Strelsau"
    start = document.text.index("A numbered")
    first, last = document.origin_of(start, start + 10) or (0, 0)
    assert READOUT[first:last] == "A numbered"


PAGE = """Ruritania-Freedonia Relations

March 3, 2019
Photograph of the two premiers at the table <br>(Photo: Press Office of the Premier)
Ruritania-Freedonia Summit Meeting<br>(Photo: Press Office of the Premier)
On March 3 Mr. Rudolf Rassendyll, Premier of Ruritania, met Ms. Gloria Teasdale, President of Freedonia, in Zenda.

1. Northern Border

The two leaders welcomed the reopening of the crossing.

2. Trade

They shared the view that talks will resume next spring.

(1) Timber

They discussed timber.


Back to Ruritania-Freedonia Relations
"""


def test_plain_page_with_captions_numbers_and_footer() -> None:
    document = from_text(PAGE)
    check(document, len(PAGE))
    assert [kind for kind, _ in outline(document)] == [
        "title", "dateline", "caption", "credit", "caption", "credit", "paragraph",
        "heading", "paragraph", "heading", "paragraph", "heading", "paragraph", "navigation",
    ]  # fmt: skip
    headings = [(segment.number, document.words(segment)) for segment in document.of_kind(SegmentKind.HEADING)]
    assert headings == [("1", "Northern Border"), ("2", "Trade"), ("1", "Timber")]
    assert (document.meta.title, document.meta.published) == ("Ruritania-Freedonia Relations", "2019-03-03")


def test_nothing_of_the_body_is_dropped() -> None:
    kept = from_text(PAGE).text
    assert [word for word in PAGE.replace("<br>", " ").split() if word not in kept] == []


def test_wrapped_plain_text_is_joined_and_short_lines_stay() -> None:
    text = (
        "The ministers of the two countries met in the capital on Monday and\n"
        "spoke about the harvest, the railway and the long winter that both of\n"
        "Ruritania and Freedonia had gone through since they met the last time.\n"
        "They agreed.\n"
        "Mr. Rassendyll thanked his guest for the visit and for the fine horse\n"
        "that had been brought along.\n"
    )
    assert [words for _, words in outline(from_text(text, title="Talks"))][1:] == [
        "The ministers of the two countries met in the capital on Monday and spoke about the harvest, the railway "
        "and the long winter that both of Ruritania and Freedonia had gone through since they met the last time. "
        "They agreed.",
        "Mr. Rassendyll thanked his guest for the visit and for the fine horse that had been brought along.",
    ]


def test_unmarked_headings_stand_alone_over_text() -> None:
    body = "The two sides spoke at length about this matter and agreed to go on with it next year."
    parts = [
        body,
        "Security Cooperation",
        body,
        "Trade and investment",
        body,
        "Rudolf Rassendyll",
        "Premier of Ruritania",
    ]
    text = "\n\n".join(parts)
    found = outline(from_text(text, title="Joint Statement"))
    assert [words for kind, words in found if kind == "heading"] == ["Security Cooperation", "Trade and investment"]


def test_numbered_items_of_a_list_are_no_headings() -> None:
    text = "The sides will:\n\n1. Build a bridge\n2. Open a road\n3. Meet again\n\nThey parted as friends."
    assert [kind for kind, _ in outline(from_text(text, title="T"))][2:5] == ["list-item"] * 3


def test_transcript_turns() -> None:
    text = (
        "PRIME MINISTER: Welcome to all of you.\n\nIt is good to be here.\n\nJOURNALIST:\n\nWhen will you meet again?"
    )
    document = from_text(text, title="Press conference")
    assert [(segment.kind.value, segment.speaker) for segment in document.segments][1:] == [
        ("speaker", "PRIME MINISTER"),
        ("paragraph", "PRIME MINISTER"),
        ("paragraph", "PRIME MINISTER"),
        ("speaker", "JOURNALIST"),
        ("paragraph", "JOURNALIST"),
    ]


def test_turns_within_one_run_of_text() -> None:
    talk = "It is good to see you here again, and I hope that the harvest was a fine one this year in all of the land."
    names = ["Premier of Ruritania Rudolf Rassendyll", "Gloria Teasdale", "Rudolf Rassendyll", "Gloria Teasdale"]
    document = from_text(" ".join(f"{name}: {talk}" for name in names), title="Talks")
    assert [segment.speaker for segment in document.of_kind(SegmentKind.SPEAKER)] == names


def test_front_matter_that_is_no_yaml_keeps_its_fields() -> None:
    document = from_text(
        "---\ntitle: Talks: the first: round\ndate: 2030-01-02\n---\nThe sides met.", media_type="text/markdown"
    )
    assert (document.meta.title, document.meta.published) == ("Talks: the first: round", "2030-01-02")


def test_headings_before_a_colon_or_over_a_rule() -> None:
    body = "The two sides spoke at length about this matter and agreed to go on with it next year."
    text = f"{body}\n\nDefence Cooperation:\n\n{body}\n\nThey agreed:\n\n- to meet\n\nNext steps\n----------\n{body}"
    found = outline(from_text(text, title="Joint Statement"))
    assert [words for kind, words in found if kind == "heading"] == ["Defence Cooperation:", "Next steps"]


def test_short_line_over_an_unwrapped_paragraph_of_markdown() -> None:
    body = "The two sides spoke at length about this matter and agreed to go on with it in Freedonia in the next year."
    document = from_text(
        f"I. Politics\n{body}\n\nII. Trade\n\n1. {body}\n2. {body}", title="T", media_type="text/markdown"
    )
    headings = [(segment.number, document.words(segment)) for segment in document.of_kind(SegmentKind.HEADING)]
    assert headings == [("I", "Politics"), ("II", "Trade")]
