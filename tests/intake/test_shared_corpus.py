"""Every real document comes out, and the page it all starts from comes out whole."""

import json
from collections import Counter
from pathlib import Path

from summitry.intake import Refusal, take
from summitry.intake.blocks import fold
from summitry.model.document import Document, SegmentKind


def test_all_documents_come_out(shared: Path) -> None:
    found = [*take(sorted(path for path in (shared / "corpus").iterdir() if path.is_dir()))]
    refused = [item for item in found if isinstance(item, Refusal)]
    documents = [item for item in found if isinstance(item, Document)]
    assert refused == []
    folders = Counter(Path(document.meta.source.split("#")[0]).parent.name for document in documents)
    assert folders == {
        "jp-mofa": 1, "us-white-house": 960, "us-state": 163, "au-pm": 107, "ru-kremlin": 107, "ua-president": 54,
    }  # fmt: skip
    assert all(document.meta.title and document.meta.published for document in documents)
    assert all(document.meta.language == "en" for document in documents)


def test_seed_page(shared: Path) -> None:
    (document,) = take([shared / "corpus/jp-mofa/2017-11-10-da-nang.txt"])
    assert isinstance(document, Document)
    kinds = [segment.kind for segment in document.segments]
    head = [kind.value for kind in kinds[:7]]
    assert head == ["title", "dateline", "caption", "credit", "caption", "credit", "paragraph"]
    headings = [(segment.number, segment.level) for segment in document.of_kind(SegmentKind.HEADING)]
    assert headings == [("1", 0), ("2", 0), ("3", 0), ("4", 0)]
    assert kinds[-1] is SegmentKind.NAVIGATION
    assert document.meta.published == "2017-11-10"


def test_headings_are_those_of_the_labels(shared: Path) -> None:
    labels = [json.loads(line) for line in (shared / "gold/dev.labels.jsonl").read_text().splitlines()]
    gold = {(label["id"], section["number"], section["heading"]) for label in labels for section in label["sections"]}
    found = {
        (document.meta.source_id, segment.number, document.words(segment))
        for document in take([shared / "gold/dev.docs.jsonl"])
        if isinstance(document, Document)
        for segment in document.of_kind(SegmentKind.HEADING)
    }
    assert found == gold


def test_every_segment_leads_back_to_its_words(shared: Path) -> None:
    total = right = 0
    for path in sorted((shared / "corpus/us-white-house").glob("*.md"))[::10]:
        original = path.read_text()
        (document,) = take([path])
        assert isinstance(document, Document)
        for segment in document.segments:
            if segment.kind is not SegmentKind.TITLE:
                first, last = document.origin_of(segment.start, segment.end) or (0, 0)
                total += 1
                right += fold(document.words(segment)) == fold(original[first:last])
    # What is left are links, whose targets stand between the words.
    assert right >= total * 0.97
