"""Values in words."""

from __future__ import annotations

import pytest

from summitry.model.edtf import Edtf
from summitry.views.words import count_words, date_words, fold, ordinal_words, parties_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-11-08", "8 Nov 2024"),
        ("2025-05", "May 2025"),
        ("2025", "2025"),
        ("2025-21", "spring 2025"),
        ("2025~", "about 2025"),
        ("../2024-12-31", "by 31 Dec 2024"),
        ("../2030", "by 2030"),
        ("2025/..", "from 2025"),
        ("2025-01/2025-04", "Jan–Apr 2025"),
        ("2024-11/2025-02", "Nov 2024 – Feb 2025"),
        ("2025-05-01/2025-05-10", "1–10 May 2025"),
        ("2024-11-10/2025-02-10", "10 Nov 2024 – 10 Feb 2025"),
        ("2025/2026", "2025 – 2026"),
        ("2025/2025", "2025"),
    ],
)
def test_dates_read_as_a_person_would_write_them(value: str, words: str) -> None:
    assert date_words(Edtf(value)) == words


def test_no_date_is_what_the_caller_calls_it() -> None:
    assert date_words(None) == ""
    assert date_words(None, "no date") == "no date"


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd")]
)
def test_ordinals(number: int, words: str) -> None:
    assert ordinal_words(number) == words


def test_counts_take_their_plural() -> None:
    assert count_words(0, "document") == "no documents"
    assert count_words(1, "document") == "1 document"
    assert count_words(1392, "document") == "1,392 documents"
    assert count_words(2, "party", "parties") == "2 parties"


def test_parties_and_white_space() -> None:
    assert parties_words(("JP", "NO")) == "JP, NO"
    assert parties_words(()) == "–"
    assert fold("a \n b") == "a b"
