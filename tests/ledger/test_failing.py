"""Whatever happens to the process or the disk: whole documents or none, and a clear word."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from summitry.ledger import Ledger
from summitry.ledger.engine import open_store
from summitry.ledger.schema import HEAD
from summitry.model.errors import LedgerError
from tests.ledger.making import TEXT, document, records

Run = Callable[[str], subprocess.Popen[str]]

ADDING = """
import sys
from summitry.ledger import Ledger
from tests.ledger.making import TEXT, document, records
with Ledger.open({place!r}) as ledger:
    for n in range({start}, {stop}):
        doc = document(f"{{TEXT}} Page {{n}} of many.", title=f"Page {{n}}")
        ledger.add(doc, records(doc))
        print(n, flush=True)
"""


def check_whole(ledger: Ledger, least: int) -> None:
    """Every document is there with all its records, entries and words, and the counts are right."""
    rows = ledger.documents()
    assert len(rows) >= least
    for row in rows:
        doc = ledger.text(row.document)
        assert ledger.records(row.document) == records(doc)
        assert [entry.action for entry in ledger.history(row.document)] == ["add"]
    assert ledger.counts()["documents"]["all"] == len(rows) == ledger.search("Page many").total
    assert ledger.counts()["records"]["statements"] == 3 * len(rows) == len(ledger.statements())


def test_a_killed_process_leaves_whole_documents(place: str, python: Run) -> None:
    process = python(ADDING.format(place=place, start=0, stop=100_000))
    assert process.stdout
    said = [process.stdout.readline() for _ in range(12)]
    time.sleep(0.004)
    process.send_signal(signal.SIGKILL)
    rest = process.communicate()[0]
    assert process.returncode == -signal.SIGKILL
    with Ledger.open(place, create=False) as ledger:
        check_whole(ledger, len([*said, *rest.split()]))
        doc = document()
        ledger.add(doc, records(doc))


def test_two_processes_wait_for_each_other(place: str, python: Run) -> None:
    both = [python(ADDING.format(place=place, start=start, stop=start + 15)) for start in (0, 10)]
    errors = [process.communicate(timeout=100)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], errors
    with Ledger.open(place, create=False) as ledger:
        check_whole(ledger, 25)
        assert len(ledger.documents()) == 25


def test_a_reader_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    doc = document()
    with Ledger.open(path) as ledger:
        ledger.add(doc, records(doc))
        with open_store(path).write() as writing:
            writing.exec_driver_sql("UPDATE documents SET title = 'changed'")
            assert ledger.document(doc.id).title == doc.meta.title


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path) as ledger:
        doc = document()
        ledger.add(doc, records(doc))
        store = ledger._store
        with store.read() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 4}")
        added = [doc.id]
        with pytest.raises(LedgerError, match="no room left") as caught:
            for n in range(500):
                more = document(f"{TEXT} Page {n}.")
                ledger.add(more, records(more))
                added.append(more.id)
        assert "space" in caught.value.hint
        assert sorted(row.document for row in ledger.documents()) == sorted(added)
    with Ledger.open(path) as ledger:
        assert ledger.records(doc.id) == records(doc)
        more = document(f"{TEXT} There is room again.")
        ledger.add(more, records(more))
        assert len(ledger.documents()) == len(added) + 1


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder") as caught:
        Ledger.open(tmp_path)
    assert caught.value.hint


def test_a_text_file_is_no_ledger_and_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Notes of a meeting.\n" * 200)
    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger.open(path)
    assert path.read_text() == "Notes of a meeting.\n" * 200


def test_another_programs_database_is_no_ledger_and_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE documents (id)")
    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger.open(path)
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("documents",)]


def test_a_damaged_ledger_is_named(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path) as ledger:
        for n in range(30):
            doc = document(f"{TEXT} Page {n}.")
            ledger.add(doc, records(doc))
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    with pytest.raises(LedgerError, match=r"damaged|not a ledger") as caught, Ledger.open(path) as ledger:
        ledger.documents()
    assert "sqlite" in str(caught.value)


def test_there_is_no_ledger_to_read(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger at") as caught:
        Ledger.open(tmp_path / "none.sqlite", create=False)
    assert "summitry add" in caught.value.hint
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LedgerError, match="cannot be made"):
        Ledger.open(tmp_path / "file" / "deeper" / "ledger.sqlite")


def test_a_ledger_that_may_only_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ledger.sqlite"
    doc = document()
    with Ledger.open(path) as ledger:
        ledger.add(doc, records(doc))
    # For the superuser every file may be written; only the answer of the system can say otherwise.
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with Ledger.open(path) as ledger:
        assert ledger.records(doc.id) == records(doc)
        with pytest.raises(LedgerError, match="only be read") as caught:
            ledger.add(document("More."), records(doc, document=document("More.").id))
    assert caught.value.hint


def test_read_only_is_kept(place: str) -> None:
    with Ledger.open(place) as ledger:
        doc = document()
        ledger.add(doc, records(doc))
    with Ledger.open(place, read_only=True) as ledger:
        assert len(ledger.documents()) == 1
        with pytest.raises(LedgerError, match="only be read"):
            ledger.forget(doc.id, "Ada", "a test")


def test_a_newer_ledger_is_refused(place: str) -> None:
    Ledger.open(place).close()
    store = open_store(place)
    with store.write() as connection:
        connection.exec_driver_sql("UPDATE summitry_schema SET version_num = '9999'")
    with pytest.raises(LedgerError, match=f"9999; this program knows up to {HEAD}") as caught:
        Ledger.open(place)
    assert "newer version" in caught.value.hint
    store.close()


def test_entries_cannot_be_changed_even_by_hand(place: str) -> None:
    with Ledger.open(place) as ledger:
        doc = document()
        ledger.add(doc, records(doc))
        for deed in ("DELETE FROM entries", "UPDATE entries SET author = 'nobody'"):
            with pytest.raises(LedgerError, match="entries are never changed"), ledger._store.write() as connection:
                connection.exec_driver_sql(deed)
        assert len(ledger.history()) == 1


@pytest.mark.parametrize("url", ["mysql://host/name", "postgresql://nobody:secret@127.0.0.1:1/none", "http://x:y/z"])
def test_addresses_that_lead_nowhere(url: str) -> None:
    with pytest.raises(LedgerError) as caught:
        Ledger.open(url)
    assert "secret" not in str(caught.value)
