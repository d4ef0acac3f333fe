"""EDTF values: what they accept, and the days they bound."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.edtf import Edtf
from summitry.model.errors import RecordError

DAYS = st.dates(date(1000, 1, 1), date(9990, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2018-21", date(2018, 3, 1), date(2018, 5, 31)),
        ("2019-24", date(2019, 12, 1), date(2020, 2, 29)),
        ("2017-11-10", date(2017, 11, 10), date(2017, 11, 10)),
        ("2017-11/2017-12", date(2017, 11, 1), date(2017, 12, 31)),
        ("../2017-12-31", None, date(2017, 12, 31)),
        ("2018/..", date(2018, 1, 1), None),
        ("1942~", date(1942, 1, 1), date(1942, 12, 31)),
    ],
)
def test_bounds(value: str, first: date | None, last: date | None) -> None:
    assert Edtf(value).bounds == (first, last)


@pytest.mark.parametrize(
    "value", ["", "..", "soon", "2018-13", "2018-02-30", "18", "2018-21-01", "2019/2018", "2018/x"]
)
def test_refuses(value: str) -> None:
    with pytest.raises(RecordError):
        Edtf(value)


@given(DAYS)
def test_a_day_contains_itself_alone(day: date) -> None:
    value = Edtf(day.isoformat())
    assert value.contains(day)
    assert not value.contains(day + timedelta(days=1))


@given(DAYS, st.integers(0, 4000))
def test_an_interval_contains_its_ends(day: date, length: int) -> None:
    last = min(day + timedelta(days=length), date(9999, 12, 31))
    value = Edtf(f"{day.isoformat()}/{last.isoformat()}")
    assert value.is_interval and value.contains(day) and value.contains(last)
    assert value.bounds == (day, last)
