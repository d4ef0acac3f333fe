"""The store of follow-ups: order of adding, days, versions, readings, persons."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from summitry.ledger import Ledger
from summitry.model.errors import LedgerError
from summitry.model.records import CommitmentKind
from tests.ledger.conftest import fresh
from tests.ledger.followup.texts import Text, told

SURVEY = "will launch a joint fisheries survey of the Barents shelf by June 2031"
PROMISED = Text(f"The two sides {SURVEY}.", "2031-03-04", SURVEY, "../2031-06", source="a.txt")
AGAIN = Text("They agreed to launch the joint fisheries survey of the Barents shelf.", "2031-05-01", source="b.txt")
KEPT = Text("The two sides launched the joint fisheries survey of the Barents shelf.", "2031-07-01", source="c.txt")
NEXT = "will hold the Maritime Commerce Dialogue in 2032"
OTHER = Text(f"They {NEXT}.", "2031-07-01", NEXT, "2032", CommitmentKind.ENGAGEMENT, source="d.txt")
HELD = Text("They welcomed the Maritime Commerce Dialogue held in Oslo in 2032.", "2032-09-01", source="e.txt")
ALL = (PROMISED, AGAIN, KEPT, OTHER, HELD)


@settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(st.permutations(ALL))
def test_the_order_of_adding_makes_no_difference(texts: list[Text]) -> None:
    def fates(order: list[Text] | tuple[Text, ...]) -> list[object]:
        with fresh() as ledger:
            names = {text: text.add(ledger) for text in order}
            return [told(ledger, names[text]) for text in (PROMISED, OTHER)]

    assert fates(texts) == fates(ALL)
    assert [status for status, _ in fates(ALL)] == ["fulfilled", "fulfilled"]  # type: ignore[misc]


def test_nothing_is_shown_before_its_day(ledger: Ledger) -> None:
    name, *_ = (text.add(ledger) for text in (PROMISED, AGAIN, KEPT))
    for day, status in (("2031-04-30", "silent"), ("2031-05-01", "restated"), ("2031-07-01", "fulfilled")):
        found = ledger.followed([name], as_of=date.fromisoformat(day))[name]
        assert found.status.value == status
        assert all(str(item.source.published) <= day for item in found.evidence)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dates(date(2031, 1, 1), date(2033, 1, 1)))
def test_a_day_shows_what_a_ledger_of_that_day_shows(day: date) -> None:
    with fresh() as whole, fresh() as then:
        names = [text.add(whole) for text in ALL]
        for text in ALL:
            if text.day <= day.isoformat():
                text.add(then)
        for text, name in zip(ALL, names, strict=True):
            if text.promise and text.day <= day.isoformat():
                assert told(whole, name, as_of=day) == told(then, name)


def test_texts_of_a_day_follow_each_other_by_name(ledger: Ledger) -> None:
    early, late = replace(KEPT, day="2031-03-04", source="0.txt"), replace(KEPT, day="2031-03-04", source="z.txt")
    name = PROMISED.add(ledger)
    early.add(ledger)
    assert told(ledger, name)[0] == "silent"
    replace(late, words=late.words + " It was a fine day.").add(ledger)
    assert told(ledger, name)[0] == "fulfilled"


def test_another_version_of_the_text_is_no_evidence(ledger: Ledger) -> None:
    name = PROMISED.add(ledger)
    Text(KEPT.words, "2031-07-01", source=PROMISED.source).add(ledger)
    assert told(ledger, name)[0] == "silent"


def test_other_relations_are_not_asked(ledger: Ledger) -> None:
    name = PROMISED.add(ledger)
    replace(KEPT, sides=("CL", "JP")).add(ledger)
    assert told(ledger, name)[0] == "silent"
    replace(KEPT, sides=("KE", "NO", "SE"), words=KEPT.words + " All three were glad.", source="f.txt").add(ledger)
    assert told(ledger, name)[0] == "fulfilled"


def test_texts_of_many_are_followed_among_their_like(ledger: Ledger) -> None:
    seven = ("CA", "DE", "FR", "GB", "IT", "JP", "US")
    name = replace(PROMISED, sides=seven).add(ledger)
    replace(KEPT, sides=("JP", "US")).add(ledger)
    assert told(ledger, name)[0] == "silent"
    replace(KEPT, sides=(*seven[:2], "EU", *seven[2:]), source="g.txt", words=KEPT.words + " It ended.").add(ledger)
    assert told(ledger, name)[0] == "fulfilled"


def test_a_forgotten_text_shows_nothing(ledger: Ledger) -> None:
    name, text = PROMISED.add(ledger), KEPT.add(ledger)
    assert told(ledger, name)[0] == "fulfilled"
    ledger.forget(text, "A. Reader", "not for us")
    assert told(ledger, name) == ("silent", [])


def test_a_persons_links_survive_every_reading(ledger: Ledger) -> None:
    name, text = PROMISED.add(ledger), KEPT.add(ledger)
    (item,) = ledger.followed([name])[name].evidence
    place = {"document": text, "start": item.evidence.start, "end": item.evidence.end}
    wrong = ledger.decide("unlink", name, "A. Reader", "another survey", place)
    for number in range(2):
        assert told(ledger, name) == ("silent", [])
        PROMISED.add(ledger, reader=f"by hand {number + 2}")
        KEPT.add(ledger, reader=f"by hand {number + 2}")
    ledger.decide("undo", str(wrong), "A. Reader", "it was the same")
    assert told(ledger, name)[0] == "fulfilled"


def test_a_person_links_what_no_rule_finds(ledger: Ledger) -> None:
    name = PROMISED.add(ledger)
    text = Text("The ships have left port.", "2031-08-01").add(ledger)
    place = {"document": text, "start": 0, "end": 25, "shows": "fulfilled"}
    ledger.decide("link", name, "A. Reader", "these are the survey's ships", place)
    KEPT.add(ledger)
    found = ledger.followed([name])[name]
    assert found.status.value == "fulfilled"
    assert [item.author for item in found.evidence] == ["", "A. Reader"]
    assert ledger.followed([name], as_of="2031-04-01")[name].evidence == ()


def test_a_link_may_name_a_record(ledger: Ledger) -> None:
    name, other = PROMISED.add(ledger), OTHER.add(ledger)
    ledger.decide("link", name, "A. Reader", "the survey became a dialogue", {"to": other, "shows": "superseded"})
    status, evidence = told(ledger, name)
    assert status == "superseded"
    assert evidence == [("superseded", NEXT)]


def test_a_person_settles_a_status(ledger: Ledger) -> None:
    name = PROMISED.add(ledger)
    KEPT.add(ledger)
    number = ledger.decide("settle", name, "A. Reader", "only half of the shelf", "partly")
    found = ledger.followed([name])[name]
    assert (found.status.value, found.settled_by) == ("partly", "A. Reader")
    PROMISED.add(ledger, reader="by hand 2")
    assert told(ledger, name)[0] == "partly"
    ledger.decide("undo", str(number), "A. Reader", "all of it")
    assert told(ledger, name)[0] == "fulfilled"


def test_what_a_person_cannot_say_is_refused(ledger: Ledger) -> None:
    name, text = PROMISED.add(ledger), KEPT.add(ledger)
    with pytest.raises(LedgerError, match="not a status"):
        ledger.decide("settle", name, "A. Reader", "", "done")
    with pytest.raises(LedgerError, match="not a stretch"):
        ledger.decide("link", name, "A. Reader", "", {"document": text, "start": 0, "end": 9999})
    with pytest.raises(LedgerError, match="no document"):
        ledger.decide("link", name, "A. Reader", "", {"document": "none", "start": 0, "end": 9})
