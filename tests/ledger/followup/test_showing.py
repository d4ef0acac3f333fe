"""What later words show of a promise, family by family."""

import pytest

from summitry.ledger import Ledger
from summitry.model.records import CommitmentKind, Level
from tests.ledger.conftest import fresh
from tests.ledger.followup.texts import Text, told

SURVEY = "will launch a joint fisheries survey of the Barents shelf by June 2031"
PROMISED = Text(f"The two sides {SURVEY}.", "2031-03-04", SURVEY, "../2031-06")


def fate(promise: Text, *later: str, day: str = "2031-09-01") -> tuple[str, list[tuple[str, str]]]:
    with fresh() as ledger:
        name = promise.add(ledger)
        for number, words in enumerate(later):
            Text(words, f"{day[:-1]}{int(day[-1]) + number}").add(ledger)
        return told(ledger, name)


@pytest.mark.parametrize(
    ("words", "shows"),
    [
        ("The ministers welcomed the launch of the joint fisheries survey of the Barents shelf in May.", "fulfilled"),
        ("The two sides launched the joint fisheries survey of the Barents shelf in May.", "fulfilled"),
        ("The joint fisheries survey of the Barents shelf was launched in May.", "fulfilled"),
        ("They agreed to launch the joint fisheries survey of the Barents shelf.", "restated"),
        ("The launch of the joint fisheries survey of the Barents shelf was postponed.", "slipped"),
        ("The sides will launch the joint fisheries survey of the Barents shelf in 2033.", "slipped"),
        ("The joint fisheries survey of the Barents shelf has not been launched.", "restated"),
        ("They welcomed progress on the joint fisheries survey of the Barents shelf.", "partly"),
    ],
)
def test_a_deed_is_shown_by_cue_tense_and_date(words: str, shows: str) -> None:
    status, evidence = fate(PROMISED, words)
    assert status == shows
    assert [what for what, _ in evidence] == [shows]


@pytest.mark.parametrize(
    "words",
    [
        "They discussed the joint fisheries survey of the Barents shelf.",
        "They underlined the importance of the joint fisheries survey of the Barents shelf.",
        "The two sides launched a joint exhibition of maps of the Barents shelf.",
        "The fisheries survey of the Barents shelf was launched in 2027.",
        "They met in Oslo and spoke about trade.",
    ],
)
def test_talk_and_neighbouring_things_show_nothing(words: str) -> None:
    assert fate(PROMISED, words) == ("silent", [])


def test_status_is_what_the_last_words_show() -> None:
    again = "They agreed to launch the joint fisheries survey of the Barents shelf."
    kept = "The two sides launched the joint fisheries survey of the Barents shelf."
    status, evidence = fate(PROMISED, again, kept, again)
    assert status == "fulfilled"
    assert evidence[0][0] == "fulfilled"
    assert sorted(what for what, _ in evidence) == ["fulfilled", "restated"]


def test_less_than_promised_is_a_part() -> None:
    words = "will provide 40 patrol boats to the Kenyan coast guard"
    boats = Text(f"Norway {words}.", "2031-03-04", words)
    assert fate(boats, "Norway has provided 25 patrol boats to the Kenyan coast guard.")[0] == "partly"
    assert fate(boats, "Norway has provided 40 patrol boats to the Kenyan coast guard.")[0] == "fulfilled"


def test_a_second_meeting_proves_the_first() -> None:
    words = "will hold the Maritime Commerce Dialogue"
    dialogue = Text(f"They {words}.", "2031-03-04", words, kind=CommitmentKind.ENGAGEMENT)
    assert fate(dialogue, "They spoke at the second meeting of the Maritime Commerce Dialogue.")[0] == "fulfilled"
    assert fate(dialogue, "They spoke at the second meeting of the Maritime Climate Dialogue.")[0] == "silent"


def test_a_meeting_is_kept_by_an_engagement_of_its_people_in_its_time() -> None:
    words = "The two presidents will meet again in Oslo in October 2031"
    promise = Text(f"{words}.", "2031-03-04", words, "2031-10", CommitmentKind.ENGAGEMENT)
    met = "President Berg met President Otieno in Oslo"
    for day, level, sides, status in (
        ("2031-10-07", Level.SUMMIT, ("KE", "NO"), "fulfilled"),
        ("2031-11-20", Level.SUMMIT, ("KE", "NO"), "fulfilled"),
        ("2031-06-07", Level.SUMMIT, ("KE", "NO"), "silent"),
        ("2031-10-07", Level.MINISTERIAL, ("KE", "NO"), "silent"),
        ("2031-10-07", Level.SUMMIT, ("KE", "NO", "SE"), "silent"),
        ("2033-10-07", Level.SUMMIT, ("KE", "NO"), "silent"),
    ):
        with fresh() as ledger:
            name = promise.add(ledger)
            Text(f"{met}.", day, met=met, level=level, sides=sides).add(ledger)
            assert told(ledger, name)[0] == status, (day, level, sides)


def test_the_days_promised_are_known_again(ledger: Ledger) -> None:
    words = "will visit Nairobi from 9 to 11 March"
    name = Text(
        f"The King {words}.", "2031-02-18", words, "2031-03-09/2031-03-11", CommitmentKind.ENGAGEMENT
    ).add(ledger)  # fmt: skip
    Text("They recalled that the King made a state visit to Kenya on 9-11 March 2031.", "2031-11-02").add(ledger)
    status, evidence = told(ledger, name)
    assert status == "fulfilled"
    assert evidence[0][1].endswith("on 9-11 March 2031.")


def test_every_link_says_why(ledger: Ledger) -> None:
    name = PROMISED.add(ledger)
    Text("The two sides launched the joint fisheries survey of the Barents shelf.", "2031-07-01").add(ledger)
    (item,) = ledger.followed([name])[name].evidence
    (topic, covered), (cue, sure) = item.reasons
    assert topic.startswith("the words ")
    assert cue == "“launched”"
    assert item.score == round(covered * sure, 3) + 0.2
    data = item.as_dict()
    assert data["shows"] == "fulfilled"
    assert data["document"]["published"] == "2031-07-01"
