"""Transcripts: who "I" and "we" are at each turn, and the sides of speakers whose labels do not print them."""

from __future__ import annotations

from summitry.intake import from_text
from summitry.model.records import Records
from summitry.reading.en.parse import parse
from summitry.reading.en.reader import EnglishReader

PRESS = "Joint press conference with the Prime Minister of New Zealand"


def read(title: str, text: str, issuer: str) -> Records:
    """Return what is found in a text of one issuer."""
    document = from_text(text, source="t", title=title, published="2019-02-22", issuers=(issuer,))
    return EnglishReader().read_parsed(next(parse([document])))


def told(title: str, text: str, issuer: str) -> list[tuple[str, str]]:
    """Return each statement as (speakers, cue)."""
    return [(" ".join(s.speakers), s.cue) for s in read(title, text, issuer).statements]


def test_turns_inside_one_paragraph() -> None:
    text = (
        "Viktor Orlin held talks with Prime Minister of Hungary Gábor Szalai.\n\n"
        "Beginning of conversation with Prime Minister of Hungary Gábor Szalai President of Russia Viktor Orlin: "
        "Mr Prime Minister, I would like to thank you for your efforts. Prime Minister of Hungary Gábor Szalai "
        "(retranslated): Thank you, Mr President. I am grateful for the invitation. Viktor Orlin: We support the plan. "
        "Gábor Szalai: I propose that we meet again."
    )
    assert told("Meeting with Prime Minister of Hungary Gábor Szalai", text, "RU") == [
        ("RU", "thank"),
        ("HU", "am grateful"),
        ("RU", "support"),
        ("HU", "propose"),
    ]


def test_a_bare_post_is_the_publishers_and_a_guest_has_the_titles_side() -> None:
    text = (
        "PRIME MINISTER: I want to welcome Prime Minister Aroha Ngata to Sydney. We agreed to advance the plan.\n\n"
        "PRIME MINISTER NGATA: Thank you, Peter. I raised the issue of deportations. New Zealand supports this.\n\n"
        "JOURNALIST: Prime Minister, I support the idea. Did you discuss it?\n\n"
        "PRIME MINISTER: I reaffirmed our position."
    )
    assert told(PRESS, text, "AU") == [
        ("AU NZ", "agreed"),
        ("NZ", "raised"),
        ("NZ", "supports"),
        ("AU", "reaffirmed"),
    ]


def test_a_guest_without_a_side_is_of_the_state_that_is_named_most() -> None:
    text = (
        "SECRETARY LANG: Foreign Minister Rojas and I had a good conversation. The United States welcomes Chile’s "
        "leadership.\n\n"
        "FOREIGN MINISTER ROJAS: Thank you. Chile condemns the attack. I express our concern about the crisis."
    )
    title = "Secretary Lang and Foreign Minister Rojas at a Joint Press Availability"
    assert told(title, text, "US") == [("US", "welcomes"), ("CL", "condemns"), ("CL", "express our concern")]


def test_ministers_of_one_government_keep_its_side() -> None:
    text = (
        "PRIME MINISTER: I announce a new plan for China and for India.\n\n"
        "TREASURER HALL: I welcome it. China and India are our partners."
    )
    assert told("Press conference with the Treasurer", text, "AU") == [("AU", "announce"), ("AU", "welcome")]
