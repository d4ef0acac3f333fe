"""Shorter names that are a fuller one's."""

from __future__ import annotations

import pytest

from summitry.ledger.fold import person_key
from summitry.ledger.persons import Named, same_persons


def _joined(*names: tuple[str, str | None]) -> dict[str, str]:
    printed = {person_key(name): name for name, _ in names}
    found = same_persons(Named(person_key(name), name, post) for name, post in names)
    return {printed[short]: printed[full] for short, full in found.items()}


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Haukeland", "Marit Haukeland"),
        ("Joe Larkin", "Joseph R. Larkin"),
        ("Sofía Rojas", "Sofía Rojas Carmona"),
    ],
)
def test_a_shorter_name_is_the_fuller_ones(short: str, full: str) -> None:
    assert _joined((short, "President"), (full, "President of the Republic")) == {short: full}


def test_a_name_of_another_post_or_of_two_bearers_stands_alone() -> None:
    assert _joined(("Haukeland", "Ambassador"), ("Marit Haukeland", "Prime Minister")) == {}
    assert _joined(("Lindqvist", "Minister"), ("Ana Lindqvist", "Minister"), ("Bo Lindqvist", "Minister")) == {}
    assert _joined(("Haukeland", None), ("Marit Haukeland", "Prime Minister")) == {}
