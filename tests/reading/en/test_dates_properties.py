"""Date expressions: what holds for every text and every date."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from summitry.model.edtf import Edtf
from summitry.reading.en.dates import find_dates, value_of

WORDS = [
    "the", "a", "an", "of", "in", "on", "by", "until", "since", "from", "to", "and", "or", "between", "within",
    "before", "after", "this", "next", "last", "past", "coming", "each", "per", "early", "mid", "late", "end",
    "beginning", "-", "–", ",", ".", "'", "'s", "(", ")", "first", "second", "third", "half", "quarter", "two",
    "three", "5", "31", "2018", "1990s", "FY24", "Q2", "0", "99999999999999", "week", "day", "month", "year",
    "decade", "century", "hours", "ago", "later", "soon", "May", "March", "29", "February", "Monday", "spring",
    "fall", "today", "tomorrow", "night", "morning", "p.m.", "12:30", "2:00", "31/12/2017", "2012-13", "9999",
    "0001", "summit", "visit", "during", "at", "ahead", "will", "met",
]  # fmt: skip
DAYS = st.dates(date(1900, 1, 1), date(2150, 12, 31))
REFERENCE = date(2017, 11, 10)


def _check(text: str, reference: date) -> None:
    end = 0
    for found in find_dates(text, reference):
        assert text[found.start : found.end] == found.text
        assert end <= found.start < found.end
        assert found.full_start <= found.start
        assert found.role in {"time", "past", "deadline", "duration"}
        assert found.value is None or Edtf(found.value.value) == found.value
        end = found.end


@given(st.text(max_size=200), DAYS)
def test_any_text_is_read(text: str, reference: date) -> None:
    _check(text, reference)


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), st.dates())
def test_any_run_of_date_words_is_read(text: str, reference: date) -> None:
    _check(text, reference)


@given(DAYS)
def test_one_day_in_many_notations(day: date) -> None:
    month, weekday = day.strftime("%B"), day.strftime("%A")
    for words in (
        f"{day.day} {month} {day.year}",
        f"{day.day} {month}, {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{weekday}, {month} {day.day}, {day.year}",
        f"{weekday} {day.day} {month} {day.year}",
        f"{weekday}, {day.day} {month} {day.year}, at 2:30 p.m.",
        f"9 a.m. on {month} {day.day}, {day.year}",
        day.isoformat(),
        f"{day.day:02}.{day.month:02}.{day.year}",
    ):
        assert value_of(f"It was signed on {words}.", REFERENCE) == Edtf(day.isoformat()), words


@given(DAYS, st.integers(1, 300))
def test_ranges_of_days(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    low, high = (f"{d.strftime('%B')} {d.day}, {d.year}" for d in (first, last))
    wanted = Edtf(f"{first.isoformat()}/{last.isoformat()}")
    for words in (
        f"from {low} to {high}",
        f"from {low} through {high}",
        f"between {low} and {high}",
        f"{low} – {high}",
    ):
        assert value_of(f"It was open {words}.", REFERENCE) == wanted, words


@given(DAYS, st.integers(1, 27))
def test_ranges_in_one_month(day: date, length: int) -> None:
    last = min(
        day + timedelta(days=length), (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    )
    if last == day:
        return
    month = day.strftime("%B")
    wanted = Edtf(f"{day.isoformat()}/{last.isoformat()}")
    for words in (f"{day.day}-{last.day} {month} {day.year}", f"{month} {day.day}-{last.day}, {day.year}"):
        assert value_of(f"It was open {words}.", REFERENCE) == wanted, words


@given(DAYS)
def test_the_tense_decides_on_the_side(day: date) -> None:
    words = f"on {day.day} {day.strftime('%B')}"
    before, after = value_of(words, day, "past"), value_of(words, day, "future")
    assert before and after
    assert before.last == after.first == day
