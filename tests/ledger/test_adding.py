from dataclasses import replace

import pytest

from summitry.ledger import Ledger, Status
from summitry.model.errors import LedgerError
from summitry.model.records import Act
from tests.ledger.making import TEXT, document, records


def test_what_goes_in_comes_out(ledger: Ledger) -> None:
    doc = document()
    added = ledger.add(doc, records(doc))
    assert (added.document_id, added.status, added.version) == (doc.id, Status.NEW, 1)
    assert ledger.text(doc.id) == doc
    assert ledger.records(doc.id) == records(doc)
    assert ledger.records(doc.id, decided=False) == records(doc)


def test_the_same_again_changes_nothing(ledger: Ledger) -> None:
    doc = document()
    ledger.add(doc, records(doc))
    before = (ledger.history(), ledger.counts(), ledger.documents())
    assert ledger.add(doc, records(doc)).already
    assert (ledger.history(), ledger.counts(), ledger.documents()) == before


def test_another_text_at_the_same_address_is_a_version(ledger: Ledger) -> None:
    old = document(url="https://mfa.example/1")
    new = document(TEXT.replace("by June 2031", "in due course, by June 2031"), url="https://mfa.example/1")
    shown = document(TEXT.replace("\n", "\n\n"), url="https://mfa.example/1")
    ledger.add(old, records(old))
    assert ledger.add(new, replace(records(old), document=new.id, statements=(), commitments=())).version == 2
    assert ledger.add(shown, records(shown)).status is Status.VERSION
    assert [(row.version, row.change, row.superseded) for row in ledger.versions(old.id)] == [
        (1, None, True), (2, "words", True), (3, "words", False)
    ]  # fmt: skip
    assert [row.document for row in ledger.documents()] == [shown.id]
    assert ledger.text(old.id) == old
    assert {row.document for row in ledger.commitments()} == {shown.id}
    assert ledger.add(old, records(old)).already


def test_a_change_of_layout_is_told_from_a_change_of_words(ledger: Ledger) -> None:
    old, new = document(url="https://mfa.example/1"), document(TEXT.replace("\n", "\n\n"), url="https://mfa.example/1")
    ledger.add(old, records(old))
    ledger.add(new, records(new))
    assert ledger.document(new.id).change == "layout"


def test_a_copy_from_elsewhere_is_the_same_document(ledger: Ledger) -> None:
    first, copy = document(url="https://mfa.example/1"), document(url="https://copy.example/7")
    ledger.add(first, records(first))
    assert ledger.add(copy, records(copy)).already
    assert ledger.add(copy, records(copy)).already
    assert [row.url for row in ledger.documents()] == ["https://mfa.example/1"]


def test_reading_again_supersedes_and_keeps_the_old_reading(ledger: Ledger) -> None:
    doc = document()
    ledger.add(doc, records(doc))
    again = records(doc, statements=records(doc).statements[:1], reader="by hand 2")
    assert ledger.add(doc, again).status is Status.REREAD
    assert ledger.records(doc.id) == again
    assert [entry.action for entry in ledger.history(doc.id)] == ["add", "reread"]
    assert ledger.document(doc.id).reader == "by hand 2"


def test_records_of_another_text_are_refused(ledger: Ledger) -> None:
    doc = document()
    with pytest.raises(LedgerError, match="cannot be added"):
        ledger.add(doc, replace(records(doc), document="feedfeedfeedfeed"))
    nul = document(TEXT + "\0")
    with pytest.raises(LedgerError, match="NUL"):
        ledger.add(nul, records(nul))
    assert ledger.documents() == ()


def test_forgetting_is_an_entry_and_leaves_no_word(ledger: Ledger) -> None:
    doc = document()
    ledger.add(doc, records(doc))
    with pytest.raises(LedgerError, match="reason"):
        ledger.forget(doc.id, "Ada", " ")
    ledger.forget(doc.id, "Ada", "sent in by mistake")
    assert ledger.documents() == ledger.commitments() == ledger.officials() == ()
    assert ledger.search("survey").total == 0
    assert ledger.counts() == {}
    last = ledger.history(doc.id)[-1]
    assert (last.action, last.author, last.reason) == ("forget", "Ada", "sent in by mistake")
    with pytest.raises(LedgerError, match="no document"):
        ledger.forget(doc.id, "Ada", "again")
    assert ledger.add(doc, records(doc)).status is Status.NEW


def test_forgetting_a_version_brings_the_one_before_back(ledger: Ledger) -> None:
    old, new = document(url="https://mfa.example/1"), document(TEXT + " Later.", url="https://mfa.example/1")
    ledger.add(old, records(old))
    ledger.add(new, records(new))
    ledger.forget(new.id, "Ada", "a test page")
    assert [row.document for row in ledger.documents()] == [old.id]
    assert ledger.counts()["documents"] == {"all": 1}


def test_counts_are_kept(ledger: Ledger) -> None:
    doc = document()
    ledger.add(doc, records(doc))
    counts = ledger.counts()
    assert counts["records"] == {
        "statements": 3, "commitments": 2, "engagements": 1, "events": 1, "instruments": 1, "unverified": 1
    }  # fmt: skip
    assert counts["relation"] == {"KE NO": 1}
    assert counts["year"] == {"2031": 1}
    ledger.add(doc, records(doc, statements=(), unverified=()))
    assert "statements" not in ledger.counts()["records"]
    assert Act.WELCOME.value not in ledger.counts().get("statements", {})
