"""Date expressions: the rulings on spans, values and roles, by families of sentences of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summitry.model.edtf import Edtf
from summitry.model.errors import RecordError
from summitry.reading.en.dates import due_of, find_dates, value_of

from .date_cases import FAMILIES, NOTATIONS, PHRASES

EVERY = [(family, *case) for family, cases in FAMILIES.items() for case in cases]
REFERENCE = "2017-11-10"


@pytest.mark.parametrize(
    ("family", "reference", "sentence", "wanted"), EVERY, ids=[f"{f}: {s}" for f, _, s, _ in EVERY]
)
def test_family(family: str, reference: str, sentence: str, wanted: list[tuple[str, str | None, str]]) -> None:
    assert [(e.text, e.value and e.value.value, e.role) for e in find_dates(sentence, reference)] == wanted


@pytest.mark.parametrize(("phrase", "value"), PHRASES)
def test_phrases_of_the_genre(phrase: str, value: str) -> None:
    due = due_of(f"The working group will be held {phrase}.", REFERENCE)
    assert due is not None
    assert (due.text, str(due.value)) == (phrase, value)


@pytest.mark.parametrize(("phrase", "value"), NOTATIONS)
def test_notations(phrase: str, value: str | None) -> None:
    text = f"The plan: {phrase}."
    found = find_dates(text, "2023-10-11", "future")
    assert [(e.text, e.value and e.value.value) for e in found] == [(phrase, value)]


@pytest.mark.parametrize(
    ("quote", "words", "value"),
    [
        ("will hold a dialogue in early October", "in early October", "2018-10-01/2018-10-10"),
        ("will shortly hold a consultation", "shortly", None),
        ("will invest $5 billion over five years", "over five years", None),
        ("will invest over the next five years", "over the next five years", "2017-11-10/2022-11-10"),
        ("will meet again at the Lakes Summit", "at the Lakes Summit", None),
        ("will meet soon, and at the latest by March", "at the latest by March", "../2018-03"),
        ("will finish in due course what they began in 2015", "in due course", None),
    ],
)
def test_due(quote: str, words: str, value: str | None) -> None:
    due = due_of(quote, REFERENCE)
    assert due is not None
    assert (due.text, due.value and due.value.value) == (words, value)
    assert quote[due.start : due.end] == words


def test_no_due() -> None:
    assert due_of("will continue to cooperate on what was agreed in 2015", REFERENCE) is None


def test_tense_chooses_the_year() -> None:
    assert str(value_of("in May", REFERENCE, "past")) == "2017-05"
    assert str(value_of("in May", REFERENCE, "future")) == "2018-05"


def test_without_reference_only_full_dates_have_a_value() -> None:
    assert [e.value for e in find_dates("They met today and on 5 May 2017.")] == [None, Edtf("2017-05-05")]


def test_reference_may_be_an_interval() -> None:
    assert str(value_of("tomorrow", Edtf("2018-06-09/2018-06-15"))) == "2018-06-10"


def test_unreadable_reference() -> None:
    with pytest.raises(RecordError):
        find_dates("today", "next week")


def test_preposition_belongs_to_the_full_words() -> None:
    (found,) = find_dates("They will meet in the course of 2018.", REFERENCE)
    assert found.text == "2018"
    assert "They will meet in the course of 2018."[found.full_start : found.end] == "in the course of 2018"


def test_labelled_sentences(shared: Path) -> None:
    gold = [json.loads(line) for line in (shared / "gold/dates.dev.jsonl").read_text("utf-8").splitlines()]
    total = right = false = made = 0
    for row in gold:
        wanted = {(e["text"], e["value"]) for e in row["expressions"]}
        found = {(e.text, e.value and e.value.value) for e in find_dates(row["text"], row["reference"])}
        total, made = total + len(wanted), made + len(found)
        right, false = right + len(wanted & found), false + len({t for t, _ in found} - {t for t, _ in wanted})
    assert right / total >= 0.95
    assert false / made <= 0.02


def test_on_after_a_date_opens_it_only_at_the_end_of_a_clause_or_after_from() -> None:
    held = find_dates("On November 8 on the margins of the Ocean Conference she met him.", "2031-11-10")
    assert (held[0].text, str(held[0].value)) == ("November 8", "2031-11-08")
    ahead = find_dates("From 2033 on the two sides will meet yearly.", "2031-11-10")
    assert (ahead[0].text, str(ahead[0].value)) == ("From 2033 on", "2033/..")
