"""Summitry from Python."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

import summitry
from summitry.model.errors import InputError, LedgerError, SummitryError
from summitry.model.records import Commitment, Statement
from tests import accounts

TEXT = "Foreign Minister Aoi Takamori of Japan welcomed the visit.\n\nShe urged Norway to <b>reply</b>."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[summitry.Ledger]:
    place = tmp_path / "small.ledger"
    accounts.fill(str(place)).close()
    with summitry.Ledger(place, create=False) as opened:
        yield opened


def hand_reading() -> summitry.Reading:
    return summitry.Reading(*accounts.tromso())


def test_a_text_is_read_with_what_is_known_of_it() -> None:
    reading = summitry.read(TEXT, title="A talk", published="2031-05-02", publisher="JP")
    assert reading.document.meta.title == "A talk"
    assert reading.document.meta.issuers == ("JP",)
    assert reading.document.meta.published == "2031-05-02"
    assert reading.to_dict()["title"] == "A talk"


def test_the_same_text_gives_the_same_answer() -> None:
    assert summitry.read(TEXT).to_dict() == summitry.read(TEXT).to_dict()


def test_a_path_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert summitry.read(path).document.meta.source == str(path)
    assert summitry.read(str(path)).document == summitry.read(path).document


def test_a_mistyped_path_is_not_taken_for_a_text() -> None:
    with pytest.raises(InputError, match=r"nowhere\.txt"):
        summitry.read("nowhere.txt")


def test_a_short_text_is_a_text() -> None:
    assert summitry.read("Japan welcomed the visit.").document.text == "Japan welcomed the visit."


def test_several_documents_in_one_file_are_read_with_read_all(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text("".join(json.dumps({"id": i, "text": f"Text {i}."}) + "\n" for i in "ab"), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        summitry.read(path)
    assert "read_all" in caught.value.hint
    readings = list(summitry.read_all([path, tmp_path / "none.txt"]))
    assert [type(item).__name__ for item in readings] == ["Reading", "Reading", "Refusal"]


def test_records_are_typed() -> None:
    reading = hand_reading()
    assert all(isinstance(item, Commitment) for item in reading.commitments)
    assert all(isinstance(item, Statement) for item in reading.statements)
    assert [e.ordinal for e in reading.engagements] == [3]
    assert [e.name for e in reading.events] == ["Bergen Shipping Forum"]
    assert [s.heading for s in reading.sections] == ["Fisheries"]
    assert [i.name for i in reading.instruments] == ["catch register"]
    assert len(reading.unverified) == 1
    assert reading.officials == ()


def test_a_reading_as_a_frame() -> None:
    frame = hand_reading().to_frame("commitments")
    assert isinstance(frame, pd.DataFrame)
    assert list(frame["due"])[:2] == ["../2024-12-31", "2025-21"]
    with pytest.raises(SummitryError, match="'promises'"):
        hand_reading().to_frame("promises")


def test_frames_without_pandas_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(SummitryError) as caught:
        hand_reading().to_frame()
    assert "summitry[frames]" in caught.value.hint


def test_a_reading_shows_itself_in_a_notebook() -> None:
    shown = hand_reading()._repr_html_()
    for words in ("Japan-Norway Relations", "3rd", "70 min", "by 31 Dec 2024", "spring 2025", "Bergen Shipping Forum"):
        assert words in shown


def test_words_of_a_text_are_never_markup() -> None:
    reading = summitry.read("Japan welcomed <script>alert(1)</script> & more.", title="<img src=x onerror=alert(1)>")
    shown = reading._repr_html_()
    assert "<img" not in shown
    assert "<script" not in shown
    assert "&lt;img" in shown


def test_a_ledger_answers_with_typed_rows(ledger: summitry.Ledger) -> None:
    late = ledger.commitments("jp", "no", status="overdue", as_of="2025-12-01")
    assert len(late) == 2
    assert late[0].commitment.due is not None
    assert [row["time_state"] for row in late.to_dicts()] == ["overdue", "overdue"]
    assert [line.row.ordinals for line in ledger.engagements("JP", "NO")] == [(5,), (3,)]
    assert len(ledger.documents()) == 3
    assert [entry.name for entry in ledger.calendar("JP", "NO", start="2025-05-02", end="2025-05-02")] == [
        "will draw up a catch register next spring",
        "Bergen Shipping Forum",
    ]
    assert ledger.search("embassy")[0].hit.source.title == "Call"


def test_a_standing_has_its_parts(ledger: summitry.Ledger) -> None:
    standing = ledger.relation("JP", "NO", as_of="2025-12-01")
    assert (len(standing.overdue), len(standing.standing), len(standing.coming)) == (2, 3, 1)
    assert len(standing.engagements) == 2
    assert standing.to_dict()["documents"] == 2
    shown = standing._repr_html_()
    assert "JP – NO as of 2025-12-01" in shown
    assert "Overdue" in shown


def test_answers_as_frames_keep_their_columns_without_rows(ledger: summitry.Ledger) -> None:
    full, empty = ledger.commitments().to_frame(), ledger.commitments("FR").to_frame()
    assert list(full.columns) == list(empty.columns)
    assert (len(full), len(empty)) == (6, 0)


def test_answers_show_themselves_in_a_notebook(ledger: summitry.Ledger) -> None:
    assert "a working group will meet" in ledger.commitments()._repr_html_()
    assert "3" in ledger._repr_html_()
    assert "documents" in ledger._repr_html_()
    assert "small.ledger" in repr(ledger)


def test_a_ledger_takes_files_in(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    with summitry.Ledger(tmp_path / "new.ledger") as ledger:
        first = ledger.add(path, tmp_path / "none.txt")
        assert [type(item).__name__ for item in first] == ["Entered", "Refusal"]
        assert [row.row.source for row in ledger.documents()] == [str(path)]


def test_a_ledger_that_is_not_there_is_not_made_unasked(tmp_path: Path) -> None:
    with pytest.raises(LedgerError):
        summitry.Ledger(tmp_path / "none.ledger", create=False)
    assert not (tmp_path / "none.ledger").exists()


def test_the_package_lists_what_it_offers() -> None:
    assert {"Ledger", "Reading", "read", "read_all", "__version__"} <= set(dir(summitry))
    with pytest.raises(AttributeError):
        summitry.nothing_of_the_kind  # noqa: B018


def test_importing_the_package_loads_no_heavy_part() -> None:
    code = "import summitry, sys; print(sorted({'spacy', 'sqlalchemy', 'pandas', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout == "[]\n"
