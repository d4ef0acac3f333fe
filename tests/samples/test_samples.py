"""The bundled samples: all listed, all taken in whole."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from summitry.intake import take
from summitry.model.document import Document, SegmentKind

SAMPLES = Path(str(files("summitry"))) / "samples"
INDEX = yaml.safe_load((SAMPLES / "index.yaml").read_text(encoding="utf-8"))


def taken(path: Path) -> list[Document]:
    items = list(take([path]))
    assert all(isinstance(item, Document) for item in items), items
    return [item for item in items if isinstance(item, Document)]


def one(path: str) -> Document:
    (document,) = taken(SAMPLES / path)
    return document


def test_the_index_lists_every_sample_and_says_its_licence() -> None:
    there = {str(p.relative_to(SAMPLES)) for p in SAMPLES.rglob("*") if p.is_file()} - {"index.yaml"}
    assert {row["path"] for row in INDEX["documents"]} == there
    assert INDEX["licence"] == "Apache-2.0"
    assert len(INDEX["documents"]) == 12


def test_the_folder_is_taken_in_whole() -> None:
    documents = taken(SAMPLES)
    assert len(documents) == 12
    assert len({document.id for document in documents}) == 12


def test_json_lines_keep_their_ids() -> None:
    ids = {document.meta.source_id for document in taken(SAMPLES / "readouts.jsonl")}
    assert ids == {row["id"] for row in INDEX["documents"] if "id" in row}


@pytest.mark.parametrize(
    ("path", "title", "published"),
    [
        ("jp-no/2024-11-08-tromso.txt", "Japan-Norway Relations", "2024-11-08"),
        ("jp-no/2025-05-19-kyoto.md", "Japan-Norway Summit Meeting", "2025-05-19"),
        ("jp-no/2026-09-03-sapporo.html", "Japan-Norway Summit Meeting", "2026-09-03"),
        (
            "cl-ke/2026-04-15-nairobi-ministers.md",
            "Cabinet Secretary Odera Receives Foreign Minister Arancibia of Chile",
            "2026-04-15",
        ),
    ],
)
def test_titles_and_days_are_known(path: str, title: str, published: str) -> None:
    document = one(path)
    assert document.meta.title == title
    assert document.meta.published == published


def test_captions_credits_and_footer_are_kept_apart_from_the_account() -> None:
    document = one("jp-no/2024-11-08-tromso.txt")
    body = " ".join(document.words(s) for s in document.of_kind(SegmentKind.PARAGRAPH, SegmentKind.LIST_ITEM))
    kept = " ".join(document.words(s) for s in document.of_kind(SegmentKind.CAPTION, SegmentKind.CREDIT))
    assert "Photograph of the two Prime Ministers" in kept
    assert "Prime Minister’s Press Room" in kept
    assert "Photo" not in body
    assert "Back to" not in body
    assert "Back to Japan-Norway Relations" in document.text


def test_headings_keep_their_numbers() -> None:
    headings = [
        (s.number, document.words(s))
        for document in [one("jp-no/2024-11-08-tromso.txt")]
        for s in document.of_kind(SegmentKind.HEADING)
    ]
    assert headings == [
        ("1", "Cod Stocks of the Northern Seas"),
        ("2", "Gulf of Aden"),
        ("3", "Hydrogen and Shipbuilding"),
        ("4", "Exchanges to Come"),
    ]


def test_lettered_undertakings_are_list_items() -> None:
    document = one("jp-no/2026-09-03-joint-statement.md")
    markers = [s.marker for s in document.of_kind(SegmentKind.LIST_ITEM)]
    assert [m for m in markers if m in ("(a)", "(b)", "(c)")] == ["(a)", "(b)", "(c)"]
