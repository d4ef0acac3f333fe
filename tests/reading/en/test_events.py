import pytest

from summitry.model.records import EventStatus

from .small_texts import events

PAST, PLANNED = EventStatus


@pytest.mark.parametrize(
    ("text", "name", "when", "status"),
    [
        ("They discussed preparations for the NATO Summit in Vilnius in July.", "NATO Summit", "2024-07", PLANNED),
        ("President Moreau welcomed Japan's participation in the Lyon Economic Forum in October 2024.",
         "Lyon Economic Forum", "2024-10", PLANNED),
        ("The leaders recalled the visit of Ms. Claire Dubois to Osaka in March.",
         "visit of Ms. Claire Dubois", "2024-03", PAST),
        ("Prime Minister Sato congratulated President Moreau on the presidential election.",
         "presidential election", None, PAST),
        ("A vice-ministerial consultation will be held before the end of this year.",
         "vice-ministerial consultation", "../2024-12-31", PLANNED),
        ("The two leaders welcomed the outcome of the second field survey.", "second field survey", None, PAST),
        ("They will work together towards COP30.", "COP30", None, PLANNED),
    ],
)  # fmt: skip
def test_happenings_with_time_and_status(text, name, when, status):
    (found,) = events(text)
    assert found.name.startswith(name)
    assert ((found.when.value if found.when else None), found.status) == (when, status)


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders reaffirmed their support for regular dialogue.",
        "They called for a ceasefire and a just peace.",
        "The meeting lasted one hour.",
        "They stressed that any election must be free and fair.",
        "The sides will cooperate through the ASEAN Regional Forum.",
        "On May 1, Prime Minister Sato held a summit meeting with President Moreau.",
        "The negotiations are governed by the fisheries treaty.",
    ],
)
def test_what_is_no_happening(text):
    assert [found.name for found in events(text)] == []


def test_the_engagement_on_whose_margins_it_was_held():
    (found,) = events("On May 1, on the margins of the Asian Economic Summit, Mr. Sato met Ms. Moreau.")
    assert (found.name, found.when.value, found.status) == ("Asian Economic Summit", "2024-05-01", PAST)


def test_an_event_is_listed_once_and_keeps_its_date():
    text = "They discussed the Lyon Economic Forum.\nThe Lyon Economic Forum will be held in October 2024."
    (found,) = events(text)
    assert found.when.value == "2024-10"


def test_quotes_are_the_names():
    for found in events("They discussed preparations for the NATO Summit in July."):
        assert found.grounds.evidence.quote == found.name


def test_two_names_of_the_same_words_in_another_order_are_two_events() -> None:
    names = [
        e.name for e in events("They welcomed plans for the “Peru Year in Ghana” and the “Ghana Year in Peru” in 2032.")
    ]
    assert names == ["Peru Year in Ghana", "Ghana Year in Peru"]
