"""Tables open in the libraries of their formats, hold what the views say, and run nothing."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime

import openpyxl
import pandas
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from summitry.intake import from_text
from summitry.ledger import Ledger
from summitry.model.errors import SummitryError
from summitry.views.cells import LISTS, TYPES, harmless
from summitry.views.exports import FORMATS, Chosen, What, export, file_name
from summitry.views.question import Question
from tests import accounts
from tests.views.exports.conftest import FORMULA, made

WHATS = [what.value for what in What]
SIZES = {"commitments": 6, "statements": 4, "engagements": 2, "events": 3, "documents": 3}


@pytest.mark.parametrize("what", WHATS)
def test_csv_opens_in_pandas_with_a_row_each(ledger: Ledger, what: str) -> None:
    frame = pandas.read_csv(io.BytesIO(made(ledger, "csv", what=what)))
    assert len(frame) == SIZES[what]
    assert tuple(frame.columns) == Chosen(ledger, Question(), What(what)).columns


@pytest.mark.parametrize("what", WHATS)
def test_json_lines_hold_what_the_view_says(ledger: Ledger, what: str) -> None:
    lines = made(ledger, "jsonl", "JP", "NO", what=what).decode().splitlines()
    assert [json.loads(line) for line in lines] == Chosen(ledger, Question(("JP", "NO")), What(what)).answer().data()


@pytest.mark.parametrize("what", WHATS)
def test_parquet_has_the_same_types_with_rows_and_without(ledger: Ledger, what: str) -> None:
    full = pq.read_table(pa.BufferReader(made(ledger, "parquet", what=what)))
    empty = pq.read_table(pa.BufferReader(made(ledger, "parquet", "FR", "DE", what=what)))
    assert full.num_rows == SIZES[what]
    assert empty.num_rows == 0
    assert empty.schema == full.schema


def test_parquet_keeps_lists_and_days(ledger: Ledger) -> None:
    table = pq.read_table(pa.BufferReader(made(ledger, "parquet", "JP", "NO")))
    first = table.slice(0, 1).to_pylist()[0]
    assert first["parties"] == ["JP", "NO"]
    assert first["due_last"] == date(2024, 12, 31)
    assert first["quote"] == "a working group will meet before the end of this year"


@pytest.mark.parametrize("what", WHATS)
def test_every_cell_is_of_the_type_its_column_declares(ledger: Ledger, what: str) -> None:
    for row in Chosen(ledger, Question(), What(what)).answer().cells():
        for column, value in row.items():
            assert isinstance(value, list) == (column in LISTS and value is not None), column
            for item in value if isinstance(value, list) else [value]:
                assert item is None or type(item) is TYPES.get(column, str), column


@pytest.mark.parametrize("what", WHATS)
def test_xlsx_opens_in_openpyxl_with_a_fixed_and_filtered_first_line(ledger: Ledger, what: str) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made(ledger, "xlsx", what=what)))[what]
    assert sheet.max_row == SIZES[what] + 1
    assert tuple(cell.value for cell in sheet[1]) == Chosen(ledger, Question(), What(what)).columns
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref


def test_xlsx_has_days_as_days(ledger: Ledger) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made(ledger, "xlsx", "JP", "NO")))["commitments"]
    head = [cell.value for cell in sheet[1]]
    assert sheet.cell(2, head.index("due_last") + 1).value == datetime(2024, 12, 31)
    assert sheet.cell(2, head.index("parties") + 1).value == "JP;NO"


def test_no_cell_of_csv_is_a_formula(hostile: Ledger) -> None:
    for what in WHATS:
        for row in csv.reader(io.StringIO(made(hostile, "csv", what=what).decode())):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert f"'{FORMULA}" in next(csv.DictReader(io.StringIO(made(hostile, "csv", what="statements").decode())))["quote"]


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "＝", "＠"])
def test_whatever_begins_a_formula_is_made_harmless(begin: str) -> None:
    assert harmless(f"{begin}1") == f"'{begin}1"
    assert harmless(f"a{begin}1") == f"a{begin}1"


@pytest.mark.parametrize("what", WHATS)
def test_xlsx_holds_words_and_neither_formulas_nor_links(hostile: Ledger, what: str) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made(hostile, "xlsx", what=what)))[what]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b"}
    assert not [cell for cell in cells if cell.hyperlink]


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    words = "x" * 40_000
    document = from_text(words, source="long.txt", title="Long", issuers=("NO",))
    with Ledger.open(":memory:") as ledger:
        hand = accounts.Hand(document)
        ledger.add(document, hand.records(commitments=(hand.promised(words, "continuing"),)))
        sheet = openpyxl.load_workbook(io.BytesIO(made(ledger, "xlsx")))["commitments"]
    assert [len(c.value) for c in sheet[2] if str(c.value).endswith("…")] == [32_767]


def test_a_day_before_spreadsheets_count_days_is_a_text() -> None:
    document = from_text("The Congress ended in June 1815.", source="old.txt", title="Old", issuers=("NO",))
    with Ledger.open(":memory:") as ledger:
        hand = accounts.Hand(document)
        ledger.add(document, hand.records(events=(hand.event("Congress", "1815-06", "past"),)))
        sheet = openpyxl.load_workbook(io.BytesIO(made(ledger, "xlsx", what="events")))["events"]
    assert "1815-06-30" in [cell.value for cell in sheet[2]]


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_ledger_and_day_give_the_same_bytes(ledger: Ledger, form: str) -> None:
    chosen = Chosen(ledger, Question(("JP", "NO"), date(2025, 12, 1)))
    assert export(form, chosen) == export(form, chosen)


def test_a_format_refuses_what_it_does_not_hold(ledger: Ledger) -> None:
    with pytest.raises(SummitryError, match="gexf does not hold events alone"):
        made(ledger, "gexf", what="events")
    with pytest.raises(SummitryError, match="no format 'pdf'"):
        made(ledger, "pdf")


def test_a_missing_library_is_named_with_its_extra(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(SummitryError, match="XLSX needs xlsxwriter") as caught:
        made(ledger, "xlsx")
    assert "summitry[exports]" in caught.value.hint


def test_files_are_named_after_what_they_hold(ledger: Ledger) -> None:
    chosen = Chosen(ledger, Question(("JP", "NO"), date(2025, 12, 1)), What.EVENTS)
    assert file_name("csv", chosen) == "events-jp-no-2025-12-01.csv"
    assert file_name("ics", Chosen(ledger, Question())) == "calendar.ics"
