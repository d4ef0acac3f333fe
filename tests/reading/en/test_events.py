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


@pytest.mark.parametrize(
    ("text", "name", "when", "status"),
    [
        ("The two sides agreed to meet again in Lyon in January 2025.", "meet again in Lyon", "2025-01", PLANNED),
        ("The leaders agreed to meet in person in Sapporo in the coming months.", "meet in person in Sapporo",
         None, PLANNED),
        ("They decided to gather again in 2026.", "gather again", "2026", PLANNED),
        ("Mr. Sato recalled the task force that was set up when they met in Lyon in February this year.",
         "met in Lyon", "2024-02", PAST),
        ("In 2019, the two governments signed the Treaty on Coastal Fisheries.", "Treaty on Coastal Fisheries",
         "2019", PAST),
        ("They praised the Coastal Programme that was adopted in March 2022.", "Coastal Programme", "2022-03", PAST),
        ("The scheme lapsed after CRIS was terminated in 2018.", "CRIS was terminated", "2018", PAST),
        ("They welcomed the Accord on Ports signed in March 2006.", "Accord on Ports", "2006-03", PAST),
        ("They will work towards a successful COP 31 in Lyon.", "COP 31", None, PLANNED),
        ("The two countries celebrate 30 years of diplomatic relations.", "years of diplomatic relations", None, PAST),
        ("Mr. Sato congratulated Ms. Moreau on her 60th birthday.", "60th birthday", None, PAST),
        ("The two sides will convene a panel of experts on quantum computing.", "panel of experts", None, PLANNED),
        ("They recalled the progress made since the signing of the Sapporo Accords.",
         "signing of the Sapporo Accords", None, PAST),
        ("They praised the outcome of the climate talks held in Geneva.", "climate talks", None, PAST),
        ("They condemned the Lyon terrorist attack.", "Lyon terrorist attack", None, PAST),
        ("They discussed the Year of Tourism 2031.", "Year of Tourism 2031", "2031", PLANNED),
        ("The two leaders agreed to hold a bilateral meeting on the margins of the work in Geneva in June.",
         "bilateral meeting", "2024-06", PLANNED),
    ],
)  # fmt: skip
def test_happenings_told_by_verbs_and_counted_years(text, name, when, status):
    found = {one.name: one for one in events(text)}
    (one,) = (found[n] for n in found if n.removeprefix("30 ").startswith(name))
    assert ((one.when.value if one.when else None), one.status) == (when, status)


@pytest.mark.parametrize(
    "text",
    [
        "They will meet the needs of their citizens in Lyon.",
        "The two ministers met in Sapporo on May 1.",
        "They did not agree to meet again in Lyon.",
        "Japan will cooperate within the United Nations and the Pacific Summit.",
        "They welcomed the expansion of the East Asian Summit.",
        "They called for calm in the coming days.",
        "This fisheries meeting showed the strength of the partnership.",
        "They underlined the call of the people for reform in October.",
    ],
)
def test_verbs_and_names_that_tell_no_happening(text):
    assert [found.name for found in events(text)] == []
