"""Noun phrases and the sides they stand for."""

from __future__ import annotations

import pytest

from summitry.model.records import DocumentKind
from summitry.reading.en.header import Header, Person
from summitry.reading.en.sides import Resolution, Sides
from tests.reading.en.accounts import JOINT, READOUT, parsed

THREE = Header(
    DocumentKind.READOUT, ("UA",), "2021-01-01", "2021-01-01", ("PL", "UA"),
    people=(
        Person(("Olena Bondar", "Bondar"), ("President of Ukraine", "President"), "UA", True),
        Person(("Marek Lis", "Lis"), ("Deputy Minister of Foreign Affairs", "Minister"), "PL", True),
    ),
)  # fmt: skip


def resolve(text: str, word: str, header: Header = READOUT) -> Resolution | None:
    """Return what the last occurrence of a word in the text's last paragraph stands for."""
    read = parsed(*text.split("\n"))
    passage = read.passages[-1]
    token = [t for t in passage.doc if t.text == word][-1]
    return Sides(read, header).of(passage, token)


@pytest.mark.parametrize(
    ("text", "word", "codes"),
    [
        ("The two leaders agreed.", "leaders", ("FR", "JP")),
        ("Both sides agreed.", "sides", ("FR", "JP")),
        ("The interlocutors agreed on the matter.", "interlocutors", ("FR", "JP")),
        ("The leaders of the two countries agreed.", "leaders", ("FR", "JP")),
        ("The Prime Ministers met.", "Ministers", ("FR", "JP")),
        ("The President agreed.", "President", ("FR",)),
        ("The Prime Minister agreed.", "Minister", ("JP",)),
        ("The Japanese side agreed.", "side", ("JP",)),
        ("The Government of Japan agreed.", "Government", ("JP",)),
        ("Japan agreed.", "Japan", ("JP",)),
        ("Mr. Mori agreed.", "Mori", ("JP",)),
        ("President Voss and Prime Minister Mori agreed.", "Voss", ("FR", "JP")),
        ("Brazil agreed.", "Brazil", ("BR",)),
        ("Our countries agree.", "countries", ("FR", "JP")),
        ("Mr. Mori's government agreed.", "government", ("JP",)),
        ("President Voss arrived. He agreed.", "He", ("FR",)),
        ("President Voss met Prime Minister Mori.\nThey agreed.", "They", ("FR", "JP")),
        ("President Voss arrived. He thanked his counterpart.", "counterpart", ("JP",)),
    ],
)
def test_stands_for(text: str, word: str, codes: tuple[str, ...]) -> None:
    found = resolve(text, word)
    assert found is not None
    assert found.codes == codes


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Other countries agreed.", "countries"),
        ("Many leaders agreed.", "leaders"),
        ("Japan's participation grew.", "participation"),
        ("The economy grew.", "economy"),
        ("The leaders of the region agreed.", "leaders"),
    ],
)
def test_stands_for_none_of_them(text: str, word: str) -> None:
    assert resolve(text, word) is None


def test_head_of_state_is_the_president_and_not_a_deputy() -> None:
    found = resolve("The Head of State stressed this.", "Head", THREE)
    assert found == Resolution(("UA",), "post", "Olena Bondar")


def test_a_rank_must_agree() -> None:
    assert resolve("The Deputy Minister spoke.", "Minister", THREE) == Resolution(("PL",), "post", "Marek Lis")


def test_we_is_all_sides_of_a_joint_text_and_the_publisher_of_a_readout() -> None:
    joint, readout = resolve("We agree.", "We", JOINT), resolve("We agree.", "We", READOUT)
    assert joint is not None and joint.codes == ("FR", "JP")
    assert readout is not None and readout.codes == ("FR",)


def test_a_group_stands_for_its_members_where_they_speak() -> None:
    seven = ("CA", "DE", "FR", "GB", "IT", "JP", "US")
    header = Header(DocumentKind.JOINT_STATEMENT, seven, "2021-01-01", "2021-01-01", seven)
    found = resolve("The G7 condemns the attack.", "G7", header)
    assert found is not None and found.codes == seven


def test_a_named_we_is_the_group_and_not_those_who_joined_it() -> None:
    seven = ("CA", "DE", "FR", "GB", "IT", "JP", "US")
    joined = tuple(sorted((*seven, "NO", "SE")))
    header = Header(DocumentKind.JOINT_STATEMENT, joined, "2021-01-01", "2021-01-01", joined)
    found = resolve("We, the leaders of the G7, met today.\nWe agree.", "We", header)
    assert found is not None and found.codes == seven


def test_two_titled_people_of_unknown_sides_are_the_two_sides() -> None:
    header = Header(DocumentKind.JOINT_STATEMENT, ("FR", "JP"), "2021-01-01", "2021-01-01", ("FR", "JP"))
    found = resolve("The President and the Prime Minister agreed.", "President", header)
    assert found is not None and found.codes == ("FR", "JP")
