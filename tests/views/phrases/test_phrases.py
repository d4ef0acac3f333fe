"""Set phrases along an invented series: kept, softened, dropped, returned."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.ledger import Ledger
from summitry.model.errors import SummitryError
from summitry.views.phrases import Phrase, State, phrases
from summitry.views.phrases.course import course
from summitry.views.phrases.firmness import firmness
from summitry.views.phrases.order import moves
from summitry.views.question import Question
from tests import series

JP_NO = Question(("JP", "NO"))


@pytest.fixture(scope="module")
def found() -> dict[str, Phrase]:
    with series.fill(":memory:") as ledger:
        return {phrase.words: phrase for phrase in phrases(ledger, JP_NO)}


def test_the_longest_repeated_words_are_the_phrase(found: dict[str, Phrase]) -> None:
    assert set(found) == {
        "safe and unhindered passage of fishing boats through northern waters",
        "praised the enduring friendship of two seafaring peoples",
        "guard undersea cables against reckless anchors",
    }


def test_a_phrase_under_a_weaker_verb_is_softened(found: dict[str, Phrase]) -> None:
    phrase = found["safe and unhindered passage of fishing boats through northern waters"]
    assert phrase.states == (State.STANDING, State.SOFTENED)
    assert phrase.step is not None
    assert (phrase.step.before.cue, phrase.step.after.cue) == ("shared the view on", "discussed")
    assert (phrase.first, phrase.last) == ("2031-05-01", "2035-05-01")
    assert (phrase.documents, phrase.among, phrase.base_rate) == (5, 5, 1.0)


def test_what_was_said_thrice_and_is_gone_is_dropped(found: dict[str, Phrase]) -> None:
    phrase = found["praised the enduring friendship of two seafaring peoples"]
    assert phrase.states == (State.DROPPED,)
    assert (phrase.documents, phrase.among, phrase.last) == (3, 5, "2033-05-01")


def test_what_comes_back_after_its_longest_absence_has_returned(found: dict[str, Phrase]) -> None:
    assert found["guard undersea cables against reckless anchors"].states == (State.RETURNED,)


def test_every_sighting_leads_to_its_words_with_the_text_around(found: dict[str, Phrase]) -> None:
    with series.fill(":memory:") as ledger:
        for phrase in found.values():
            for sighting in phrase.sightings:
                evidence = sighting.evidence
                text = ledger.text(evidence.document).text
                assert text[evidence.start : evidence.end] == evidence.quote
                assert sighting.before + evidence.quote + sighting.after in text


def test_the_order_of_adding_does_not_matter(found: dict[str, Phrase]) -> None:
    with series.fill(":memory:", (4, 2, 5, 1, 3)) as ledger:
        assert [p.data() for p in phrases(ledger, JP_NO)] == [p.data() for p in found.values()]


def test_as_of_a_day_later_texts_are_unknown() -> None:
    with series.fill(":memory:") as ledger:
        then = phrases(ledger, Question(("JP", "NO"), as_of=date(2033, 6, 1)))
    assert max(phrase.last for phrase in then) == "2033-05-01"
    states = {phrase.words.split()[0]: phrase.states for phrase in then}
    assert states == {"safe": (State.STANDING,), "praised": (State.STANDING,), "guard": (State.DROPPED,)}


def test_a_series_narrows_the_texts_and_must_exist(ledger: Ledger) -> None:
    with series.fill(":memory:") as opened:
        assert phrases(opened, JP_NO, series="summit meeting").total == 3
        assert phrases(opened, JP_NO, series="ministerial").total == 0
        with pytest.raises(SummitryError, match="no series 'choir'"):
            phrases(opened, JP_NO, series="choir")
        with pytest.raises(SummitryError, match="not asked for by 'lost'"):
            phrases(opened, JP_NO, states=frozenset({"lost"}))


@pytest.mark.parametrize(
    ("present", "state"),
    [
        ("11110", State.DROPPED),
        ("10100", State.ABSENT),
        ("1101100", State.DROPPED),
        ("11001100", State.ABSENT),
        ("1100001", State.RETURNED),
        ("110111", State.STANDING),
        ("000011", State.STANDING),
        ("00000011", State.NEW),
        ("1", State.STANDING),
        ("10000", State.ABSENT),
    ],
)
def test_what_becomes_of_a_phrase(present: str, state: State) -> None:
    assert course([mark == "1" for mark in present]) is state


def test_the_latest_text_may_have_it_in_other_words() -> None:
    assert course([True, True, False], reworded=True) is State.REWORDED


@pytest.mark.parametrize(
    ("cue", "step"),
    [
        ("agreed", 3),
        ("reconfirmed that", 3),
        ("shared the view", 2),
        ("exchanged views", 1),
        ("hoped", 0),
        ("thanked the United States", None),
    ],
)
def test_verbs_have_steps_of_firmness(cue: str, step: int | None) -> None:
    assert firmness(cue) == step


def test_a_phrase_moves_when_it_passes_many_others() -> None:
    before = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "gone": 6}
    after = {"e": 10, "a": 20, "b": 30, "c": 40, "d": 50, "come": 5}
    assert {key: (move.before, move.after, move.of) for key, move in moves(before, after).items()} == {"e": (5, 1, 5)}
    assert moves({"a": 1, "b": 2}, {"b": 1, "a": 2}) == {}
