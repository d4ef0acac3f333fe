from datetime import date

import pytest

from summitry.ledger import Ledger, Status
from summitry.model.edtf import Edtf
from summitry.model.errors import LedgerError
from summitry.model.evidence import Method, MethodKind
from summitry.model.records import Act, Records, Statement
from tests.ledger.making import TEXT, document, on, records


@pytest.fixture
def doc(ledger: Ledger) -> str:
    made = document()
    ledger.add(made, records(made))
    return made.id


def reread(ledger: Ledger, **changes: object) -> Records:
    made = document()
    found = records(made, **{"reader": "by hand 2", **changes})
    assert ledger.add(made, found).status is Status.REREAD
    return found


def test_a_rejected_record_is_left_out_and_can_be_seen(ledger: Ledger, doc: str) -> None:
    first = ledger.commitments()[0]
    ledger.decide("reject", first.id, "Ada", "a hope, not a promise")
    assert [c.id for c in ledger.commitments()] == [ledger.commitments(document=doc)[0].id] != [first.id]
    assert [c.id for c in ledger.commitments(state="rejected")] == [first.id]
    assert first.record not in ledger.records(doc).commitments
    assert first.record in ledger.records(doc, decided=False).commitments
    assert ledger.counts()["records"]["commitments"] == 1
    assert [(e.action, e.author, e.reason) for e in ledger.history(first.id)] == [
        ("reject", "Ada", "a hope, not a promise")
    ]


def test_a_correction_names_its_author_as_the_method(ledger: Ledger, doc: str) -> None:
    first = ledger.commitments()[0]
    ledger.decide("correct", first.id, "Ada", "the table says July", {"due": "../2031-07", "body": "survey group"})
    now = ledger.record(first.id)
    assert now and (now.record.due, now.record.body, now.last, now.state) == (
        Edtf("../2031-07"), "survey group", "2031-07-31", "corrected"
    )  # fmt: skip
    assert now.record.grounds.method == Method("Ada", MethodKind.PERSON)
    assert ledger.commitments(within=(date(2031, 7, 5), date(2031, 7, 6)))[0].id == first.id


def test_a_correction_can_move_the_quote(ledger: Ledger, doc: str) -> None:
    first = ledger.commitments()[0]
    start = TEXT.index("joint survey")
    ledger.decide("correct", first.id, "Ada", "", {"start": start, "end": start + 12})
    now = ledger.record(first.id)
    assert now and now.quote == "joint survey"


def test_accepting_counts_what_the_gate_refused(ledger: Ledger, doc: str) -> None:
    refused = ledger.statements(unverified=True)[0]
    ledger.decide("accept", refused.id, "Ada", "I was there")
    assert ledger.statements(unverified=True) == ()
    assert refused.id in {s.id for s in ledger.statements()}


def test_assessments_stand_beside_the_record(ledger: Ledger, doc: str) -> None:
    first = ledger.commitments()[0]
    ledger.decide("assess", first.id, "Ada", "half done", 0)
    number = ledger.decide("assess", first.id, "Ben", "done", 1)
    assert [c.assessment for c in ledger.commitments()] == [1, None]
    ledger.decide("undo", str(number), "Ben")
    assert [c.assessment for c in ledger.commitments()] == [0, None]


def test_undoing_brings_back_what_was(ledger: Ledger, doc: str) -> None:
    before = ledger.records(doc), ledger.counts()
    number = ledger.decide("reject", ledger.statements()[0].id, "Ada")
    ledger.decide("undo", str(number), "Ada", "a slip")
    assert (ledger.records(doc), ledger.counts()) == before
    with pytest.raises(LedgerError, match="undone already"):
        ledger.decide("undo", str(number), "Ada")
    with pytest.raises(LedgerError, match="no decision"):
        ledger.decide("undo", "1", "Ada")


@pytest.mark.parametrize(
    ("action", "value"),
    [
        ("correct", None), ("correct", {}), ("correct", {"id": "x"}), ("correct", {"due": "spring"}),
        ("correct", {"kind": "hope"}), ("correct", {"start": 9, "end": 9}), ("correct", {"end": 10**6}),
        ("assess", 2), ("assess", True), ("assess", None), ("link", None), ("merge", []), ("split", ["x"]),
        ("rename", " "), ("add", None), ("applaud", None),
    ],
)  # fmt: skip
def test_what_cannot_be_decided(ledger: Ledger, doc: str, action: str, value: object) -> None:
    before = ledger.history()
    with pytest.raises(LedgerError):
        ledger.decide(action, ledger.commitments()[0].id, "Ada", "", value)
    assert ledger.history() == before


def test_a_decision_needs_a_subject_and_an_author(ledger: Ledger, doc: str) -> None:
    with pytest.raises(LedgerError, match="no record"):
        ledger.decide("accept", "feedfeedfeedfeed", "Ada")
    with pytest.raises(LedgerError, match="author"):
        ledger.decide("accept", ledger.commitments()[0].id, " ")


def test_decisions_survive_a_reading_with_other_offsets(ledger: Ledger, doc: str) -> None:
    first, second, _ = ledger.statements()
    ledger.decide("reject", first.id, "Ada", "read twice")
    ledger.decide("correct", second.id, "Ada", "", {"act": "acknowledge"})
    made = document()
    wider = Statement(on(made, "Norway welcomed the ports agreement of 2029."), "welcomed", Act.WELCOME, ("NO",))
    longer = "ministers confirmed that a joint survey of the northern waters will begin by June 2031"
    reread(ledger, statements=(Statement(on(made, longer), "confirmed", Act.AFFIRM, ("KE", "NO")), wider))
    assert [(s.quote, s.record.act, s.state) for s in ledger.statements()] == [
        ("Norway welcomed the ports agreement of 2029.", Act.ACKNOWLEDGE, "corrected")
    ]
    assert [entry.action for entry in ledger.history(ledger.statements()[0].id)] == ["correct"]


def test_what_a_person_accepted_stays_when_it_is_no_longer_found(ledger: Ledger, doc: str) -> None:
    first, second = ledger.commitments()
    ledger.decide("accept", first.id, "Ada")
    ledger.decide("reject", second.id, "Ada")
    reread(ledger, commitments=())
    assert [(c.id, c.record, c.state) for c in ledger.commitments()] == [(first.id, first.record, "accepted")]
    reread(ledger, reader="by hand 3")
    assert [c.id for c in ledger.commitments()] == [first.id]
    assert [c.id for c in ledger.commitments(state="rejected")] == [second.id]


def test_decisions_go_over_to_a_new_version_of_the_text(ledger: Ledger) -> None:
    old = document(url="https://mfa.example/1")
    new = document(f"Released at noon.\n{TEXT}", url="https://mfa.example/1")
    ledger.add(old, records(old))
    accepted, corrected = ledger.commitments()
    ledger.decide("accept", accepted.id, "Ada")
    ledger.decide("correct", corrected.id, "Ada", "", {"due": "2031-10"})
    ledger.add(new, records(new, commitments=records(new).commitments[1:]))
    found = {c.quote: (c.document, c.state, str(c.record.due)) for c in ledger.commitments()}
    assert found == {
        accepted.quote: (new.id, "accepted", "../2031-06"),
        corrected.quote: (new.id, "corrected", "2031-10"),
    }
    moved = next(c for c in ledger.commitments() if c.state == "accepted")
    assert new.text[moved.evidence.start : moved.evidence.end] == moved.quote


def test_a_question_as_of_a_day_knows_nothing_later(ledger: Ledger, doc: str) -> None:
    late = document(TEXT.replace("2031", "2032"), published="2032-03-04", title="A year on")
    ledger.add(late, Records(late.id, ("NO",), "2032-03-04", records(document()).kind))
    first = ledger.commitments()[0]
    ledger.decide("reject", first.id, "Ada")
    assert len(ledger.commitments()) == 1
    assert len(ledger.commitments(as_of="2031-04-30")) == 2
    assert len(ledger.commitments(as_of="2031-05-01")) == 1
    assert ledger.commitments(as_of="2031-03-03") == ()
    assert [row.document for row in ledger.documents(as_of="2032-03-03")] == [doc]
    assert ledger.search("survey", as_of="2031-03-03").total == 0
    assert ledger.record(first.id, as_of="2031-04-30").state == ""  # type: ignore[union-attr]
    with pytest.raises(LedgerError, match="not a day"):
        ledger.documents(as_of="tomorrow")


def test_an_edit_is_known_from_the_day_it_was_seen(ledger: Ledger) -> None:
    old, new = document(url="https://mfa.example/1"), document(TEXT + " Later.", url="https://mfa.example/1")
    ledger.add(old, records(old))
    ledger.add(new, records(new))
    assert [row.document for row in ledger.documents(as_of="2031-04-30")] == [old.id]
    assert [row.document for row in ledger.documents(as_of="2031-05-01")] == [new.id]


def test_hindsight_knows_persons_words_but_no_later_text(ledger: Ledger, doc: str) -> None:
    late = document(TEXT.replace("2031", "2032"), published="2032-03-04", title="A year on")
    ledger.add(late, Records(late.id, ("NO",), "2032-03-04", records(document()).kind))
    first, second = ledger.commitments(document=doc)
    (met,) = ledger.engagements(document=doc)
    ledger.decide("reject", first.id, "Ada")
    ledger.decide("correct", second.id, "Ada", "", {"body": "foreign ministries"})
    ledger.decide("settle", second.id, "Ada", "", "fulfilled")
    ledger.decide("correct", met.accounts[0].id, "Ada", "", {"place": "Mombasa"})
    day = {"as_of": "2031-03-05", "hindsight": True}
    assert [c.record.body for c in ledger.commitments(**day)] == ["foreign ministries"]  # type: ignore[union-attr]
    assert [e.told[0].place for e in ledger.engagements(**day)] == ["Mombasa"]
    assert [c.record.body for c in ledger.commitments(as_of="2031-03-05")] == [None, None]  # type: ignore[union-attr]
    assert ledger.followed([second.id], **day)[second.id].status.value == "silent"
    assert ledger.followed([second.id])[second.id].status.value == "fulfilled"
