import io
import json
import sys
from pathlib import Path

import pytest
from tests.intake.build import check, one, outline, refusal

from summitry.intake import IntakeOptions, Refusal, count, take
from summitry.model.document import Document, SegmentKind

RECORD = {
    "id": "RU:1",
    "title": "Telephone conversation with the President of Freedonia",
    "published": "2031-05-29T13:15:00Z",
    "publisher": "RU",
    "location": "NA",
    "summary": "The Premier had a telephone conversation with the President of Freedonia.",
    "url": "http://en.example.org/news/1",
    "text": 'The two leaders said \u201cyes\u201d \ud83d\ude00 to the "bridge".\nThey agreed to meet.',
}


def test_record_with_summary(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    line = json.dumps(RECORD)
    path.write_text(line + "\n")
    (document,) = take([path])
    assert isinstance(document, Document)
    check(document, len(line))
    meta = document.meta
    assert (meta.source, meta.source_id, meta.published) == (f"{path}#1", "RU:1", "2031-05-29")
    assert (meta.issuers, meta.location, meta.url) == (("RU",), None, RECORD["url"])
    assert [kind for kind, _ in outline(document)][:3] == ["title", "summary", "paragraph"]
    start = document.text.index("bridge")
    first, last = document.origin_of(start, start + 6) or (0, 0)
    assert line[first:last] == "bridge"


@pytest.mark.parametrize(
    ("near", "expected"),
    [
        (
            {
                "link": "https://www.state.gov/a/",
                "pubDate": "Fri, 21 May 2021 23:39:10 +0000",
                "html": "<p>They met.</p>",
            },
            "2021-05-21",
        ),
        ({"source_url": "https://www.state.gov/a/", "date": "2021-05-21", "body": "They met."}, "2021-05-21"),
        ({"link": "https://www.state.gov/2021/05/21/a/", "content": "They met."}, "2021-05-21"),
        ({"permalink": "https://www.state.gov/a/", "release-date": "21/05/2021", "text": "They met."}, "2021-05-21"),
    ],
)
def test_near_names_of_fields(near: dict[str, str], expected: str) -> None:
    document = one(json.dumps({"headline": "Talks", **near}).encode(), "a.jsonl")
    assert (document.meta.title, document.meta.published, document.meta.issuers) == ("Talks", expected, ("US",))
    assert outline(document)[-1] == ("paragraph", "They met.")


def test_several_issuers_and_names() -> None:
    both = one(json.dumps({"publisher": ["JP", "US"], "text": "They met."}).encode(), "a.jsonl")
    named = one(json.dumps({"publisher": "Ministry of Zenda", "text": "They met."}).encode(), "a.jsonl")
    state = one(json.dumps({"publisher": "Japan", "text": "They met."}).encode(), "a.jsonl")
    assert (both.meta.issuers, state.meta.issuers) == (("JP", "US"), ("JP",))
    assert (named.meta.issuers, named.meta.issuer_name) == ((), "Ministry of Zenda")


def test_half_written_line_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": "They met."})
    path.write_text(f'{good}\n{{"text": "They m\n\n[1]\n{{"title": "no words"}}\n{good}')
    found = [*take([path])]
    assert [isinstance(item, Refusal) for item in found] == [False, True, True, True, False]
    sources = [item.source for item in found if isinstance(item, Refusal)]
    assert sources == [f"{path}#2", f"{path}#4", f"{path}#5"]
    assert "not valid JSON" in found[1].reason  # type: ignore[union-attr]
    assert count([path]) == 6


def test_line_above_the_limit_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": "They met."})
    path.write_text(f"{good}\n{json.dumps({'text': 'x ' * 5_000_000})}\n{good}\n")
    found = [*take([path], options=IntakeOptions(max_bytes=1_000))]
    assert [isinstance(item, Refusal) for item in found] == [False, True, False]
    assert "limit for one document is 1,000" in found[1].reason  # type: ignore[union-attr]


def test_json_file_of_one_object_or_many(tmp_path: Path) -> None:
    one_path, many, inside = tmp_path / "1.json", tmp_path / "2.json", tmp_path / "3.json"
    one_path.write_text(json.dumps(RECORD, indent=2))
    many.write_text(json.dumps([RECORD, {"no": 1}, RECORD]))
    inside.write_text(json.dumps({"documents": [RECORD]}))
    found = [*take([tmp_path])]
    assert [type(item) for item in found] == [Document, Document, Refusal, Document, Document]
    assert len({item.id for item in found if isinstance(item, Document)}) == 1


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(RECORD).encode())))
    (document,) = take(["-"])
    assert isinstance(document, Document)
    assert document.meta.source == "-#1"


TRANSCRIPT = """<?xml version="1.0" encoding="UTF-8" ?>
<transcripts><transcript><transcript-id>7</transcript-id><title>Talks with &quot;Freedonia&quot;</title>
<prime-minister>Rassendyll, Rudolf</prime-minister><period-of-service>x</period-of-service>
<release-date>08/09/1999</release-date><content><![CDATA[<p>8 September 1999</p>
<p>E&amp;OE......</p><p><b>PRIME MINISTER:</b></p><p>We met Ünal today.</p>]]></content></transcript></transcripts>"""


def test_transcript_xml() -> None:
    document = one(TRANSCRIPT.encode(), "t.xml")
    check(document, len(TRANSCRIPT))
    assert [kind for kind, _ in outline(document)] == ["title", "dateline", "boilerplate", "speaker", "paragraph"]
    meta = document.meta
    assert (meta.source_id, meta.title, meta.published) == ("7", 'Talks with "Freedonia"', "1999-09-08")
    assert (meta.issuers, meta.issuer_name) == (("AU",), "Rassendyll, Rudolf")
    (words,) = document.of_kind(SegmentKind.PARAGRAPH)
    first, last = document.origin_of(words.start, words.end) or (0, 0)
    assert TRANSCRIPT[first:last] == "We met Ünal today."


def test_feed() -> None:
    feed = (
        '<?xml version="1.0"?><rss><channel><title>News</title><item><title>A</title>'
        "<link>https://www.state.gov/a/</link>"
        "<pubDate>Fri, 21 May 2021 23:39:10 +0000</pubDate><description>&lt;p&gt;They met.&lt;/p&gt;</description>"
        "</item>"
        "<item><title>B</title><description/></item></channel></rss>"
    )
    from summitry.intake import from_bytes

    first, second = from_bytes(feed.encode(), source="feed.xml")
    assert isinstance(first, Document)
    assert outline(first) == [("title", "A"), ("paragraph", "They met.")]
    assert isinstance(second, Refusal)


def test_entities_are_never_expanded() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE t [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        "<transcripts><transcript><content>&b;</content></transcript></transcripts>"
    )
    assert "entities" in refusal(bomb.encode(), "bomb.xml").reason
    record = "<transcripts><transcript><content>x</content></transcript></transcripts>"
    outside = f'<?xml version="1.0"?><!DOCTYPE t SYSTEM "file:///etc/passwd">{record}'
    assert one(outside.encode(), "a.xml").text == "x"


def test_broken_or_unknown_xml_is_refused() -> None:
    assert "not well-formed" in refusal(b"<?xml version='1.0'?><transcripts><transcript>", "a.xml").reason
    assert "unknown form" in refusal(b"<?xml version='1.0'?><plants><plant>fern</plant></plants>", "a.xml").reason
    assert "nested more than" in refusal(b"<?xml version='1.0'?>" + b"<a>" * 5_000, "a.xml").reason
