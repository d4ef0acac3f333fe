"""What the calendar says of a window."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.edtf import Edtf
from summitry.views.time_state import TimeState, time_state


@pytest.mark.parametrize(
    ("due", "day", "state"),
    [
        ("2025-21", "2025-02-28", TimeState.OPEN),
        ("2025-21", "2025-03-01", TimeState.DUE),
        ("2025-21", "2025-05-31", TimeState.DUE),
        ("2025-21", "2025-06-01", TimeState.OVERDUE),
        ("../2024-12-31", "2024-11-30", TimeState.OPEN),
        ("../2024-12-31", "2024-12-01", TimeState.DUE),
        ("../2024-12-31", "2025-01-01", TimeState.OVERDUE),
        ("../2030", "2029-12-31", TimeState.OPEN),
        ("../2030", "2030-01-01", TimeState.DUE),
        ("2025/..", "2024-06-01", TimeState.OPEN),
        ("2025/..", "2040-06-01", TimeState.OPEN),
    ],
)
def test_the_day_decides(due: str, day: str, state: TimeState) -> None:
    assert time_state(Edtf(due), date.fromisoformat(day)) is state


def test_no_window_is_undated_on_every_day() -> None:
    assert time_state(None, date(2025, 1, 1)) is TimeState.UNDATED


@given(st.sampled_from(["2025", "2025-05", "2025-24", "../2025-06", "2025-01/2025-04"]), st.integers(-800, 800))
def test_time_never_goes_back(due: str, days: int) -> None:
    order = [TimeState.OPEN, TimeState.DUE, TimeState.OVERDUE]
    day = date(2025, 6, 1) + timedelta(days)
    before, after = (order.index(time_state(Edtf(due), d)) for d in (day, day + timedelta(1)))
    assert before <= after
