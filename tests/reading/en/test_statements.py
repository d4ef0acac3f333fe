"""Who said what to whom: the constructions of the genre, each a family."""

from __future__ import annotations

import pytest

from summitry.model.document import SegmentKind
from summitry.model.records import Format
from tests.reading.en.accounts import JOINT, statements, told

BOTH = "FR JP"

COORDINATED = [
    (
        "The leaders welcomed the pact; reaffirmed their commitment to free trade; and condemned the attack.",
        [
            ("welcome", BOTH, "", "welcomed the pact"),
            ("affirm", BOTH, "", "reaffirmed their commitment to free trade"),
            ("condemn", BOTH, "", "condemned the attack"),
        ],
    ),
    (
        "Prime Minister Mori expressed concern over the situation and strongly condemned the attack.",
        [
            ("concern", "JP", "", "expressed concern over the situation"),
            ("condemn", "JP", "", "strongly condemned the attack"),
        ],
    ),
    (
        "President Voss called for restraint, while Prime Minister Mori pointed to the need for dialogue.",
        [("urge", "FR", "", "called for restraint"), ("state", "JP", "", "pointed to the need for dialogue")],
    ),
    (
        "Mr. Voss emphasised the importance of calm and the need for reform.",
        [("emphasise", "FR", "", "emphasised the importance of calm and the need for reform")],
    ),
]
PARTICIPLES = [
    (
        "President Voss thanked Prime Minister Mori for his hospitality, expressing appreciation for Japan's support.",
        [
            ("welcome", "FR", "JP", "thanked Prime Minister Mori for his hospitality"),
            ("welcome", "FR", "", "expressing appreciation for Japan's support"),
        ],
    ),
    (
        "Recognising this progress, the two sides agreed to resume talks.",
        [("acknowledge", BOTH, "", "Recognising this progress"), ("agree", BOTH, "", "agreed to resume talks")],
    ),
    (
        "While welcoming the progress made, the two sides noted that difficulties remain.",
        [("welcome", BOTH, "", "welcoming the progress made"), ("state", BOTH, "", "noted that difficulties remain")],
    ),
    (
        "The leaders opened the meeting by reviewing the state of relations.",
        [("discuss", BOTH, "", "reviewing the state of relations")],
    ),
]
INFINITIVES = [
    (
        "President Voss met with Prime Minister Mori to discuss energy security and to exchange views on trade.",
        [("discuss", BOTH, "", "discuss energy security"), ("discuss", BOTH, "", "exchange views on trade")],
    ),
    (
        "President Voss spoke with Prime Minister Mori to express support for the plan.",
        [("support", "FR", "", "express support for the plan")],
    ),
    (
        "President Voss took the opportunity to thank Prime Minister Mori for the vaccines.",
        [("welcome", "FR", "JP", "thank Prime Minister Mori for the vaccines")],
    ),
    ("The leaders were pleased to announce a new fund.", [("announce", BOTH, "", "announce a new fund")]),
]
PASSIVES = [
    (
        "During the talks, bilateral cooperation in agriculture was discussed in detail.",
        [("discuss", BOTH, "", "bilateral cooperation in agriculture was discussed in detail")],
    ),
    (
        "It was agreed that working groups would meet in June.",
        [("agree", BOTH, "", "It was agreed that working groups would meet in June")],
    ),
    (
        "Agreement was reached on the opening of a consulate in Lyon.",
        [("agree", BOTH, "", "Agreement was reached on the opening of a consulate in Lyon")],
    ),
    (
        "It was also noted that trade had grown by ten percent.",
        [("state", "FR", "", "It was also noted that trade had grown by ten percent")],
    ),
]
NOMINAL = [
    (
        "The two leaders held candid discussions on the issue of fisheries.",
        [("discuss", BOTH, "", "held candid discussions on the issue of fisheries")],
    ),
    (
        "There was an in-depth exchange of views on regional issues.",
        [("discuss", BOTH, "", "exchange of views on regional issues")],
    ),
    ("The conversation also covered cultural ties.", [("discuss", BOTH, "", "covered cultural ties")]),
    (
        "President Voss also sent a message of greetings to the Prime Minister.",
        [("welcome", "FR", "JP", "sent a message of greetings to the Prime Minister")],
    ),
    (
        "President Voss offered his warm congratulations to Prime Minister Mori on his re-election.",
        [("welcome", "FR", "JP", "offered his warm congratulations to Prime Minister Mori on his re-election")],
    ),
]
RULINGS = [
    (
        "President Voss renewed his invitation to Prime Minister Mori to visit Lyon.",
        [("propose", "FR", "JP", "renewed his invitation to Prime Minister Mori to visit Lyon")],
    ),
    ("Mr. Mori reiterated his call for a ceasefire.", [("urge", "JP", "", "reiterated his call for a ceasefire")]),
    ("The two ministers touched upon the drought.", [("discuss", BOTH, "", "touched upon the drought")]),
    (
        "President Voss made clear that France would not give way.",
        [("state", "FR", "", "made clear that France would not give way")],
    ),
    (
        "Both ministers expressed their readiness to deepen cooperation.",
        [("propose", BOTH, "", "expressed their readiness to deepen cooperation")],
    ),
    ("Mr. Voss accepted an invitation to visit Tokyo.", [("agree", "FR", "", "accepted an invitation to visit Tokyo")]),
    (
        "The leaders instructed their ministers to draw up a roadmap.",
        [("agree", BOTH, "", "instructed their ministers to draw up a roadmap")],
    ),
    (
        "President Voss instructed his ministers to draw up a roadmap.",
        [("urge", "FR", "", "instructed his ministers to draw up a roadmap")],
    ),
    ("The leaders paid tribute to the victims.", [("welcome", BOTH, "", "paid tribute to the victims")]),
    ("President Voss handed over a list of names.", [("propose", "FR", "", "handed over a list of names")]),
    (
        "The leaders committed to upholding the rules.",
        [("announce", BOTH, "", "committed to upholding the rules")],
    ),
    (
        "The leaders underscored their support for the accord.",
        [("emphasise", BOTH, "", "underscored their support for the accord")],
    ),
]
QUOTED = [
    (
        '"We are ready to move forward. We have no time to lose," President Voss said.',
        [("state", "FR", "", '"We are ready to move forward. We have no time to lose," President Voss said')],
    ),
    (
        "“This is a good day for the region,” said the Prime Minister of Japan.",
        [("state", "JP", "", "“This is a good day for the region,” said")],
    ),
    (
        'Prime Minister Mori said: "We will stand together. Nobody is left behind."',
        [("state", "JP", "", 'said: "We will stand together. Nobody is left behind."')],
    ),
    (
        '"Our friendship is deep," President Voss noted, "and it will grow."',
        [("state", "FR", "", '"Our friendship is deep," President Voss noted, "and it will grow."')],
    ),
    (
        "Tokyo supports the peace plan, Prime Minister Mori said.",
        [("state", "JP", "", "Tokyo supports the peace plan, Prime Minister Mori said")],
    ),
]
ADDRESSED = [
    (
        "The French President called on Russia to withdraw its troops and urged China and India to join the effort.",
        [
            ("urge", "FR", "RU", "called on Russia to withdraw its troops"),
            ("urge", "FR", "CN IN", "urged China and India to join the effort"),
        ],
    ),
    (
        "Prime Minister Mori assured France of his country's full support.",
        [("affirm", "JP", "FR", "assured France of his country's full support")],
    ),
    (
        "The Japanese side briefed the French side on the recovery.",
        [("state", "JP", "FR", "briefed the French side on the recovery")],
    ),
]


HIDDEN_SUBJECTS = [
    (
        "Looking ahead to the summit, Prime Minister Mori and President Voss agreed on the need for unity.",
        [("agree", BOTH, "", "agreed on the need for unity")],
    ),
    (
        "Prime Minister Mori and President Voss, both calling the moment decisive, agreed to hold consultations.",
        [("agree", BOTH, "", "agreed to hold consultations")],
    ),
    (
        "The leaders noted that their teams would continue their talks and they agreed to stay in touch.",
        [
            ("state", BOTH, "", "noted that their teams would continue their talks"),
            ("agree", BOTH, "", "agreed to stay in touch"),
        ],
    ),
]
VIEWS = [
    (
        "Both sides were of the view that talks should go on.",
        [("agree", BOTH, "", "were of the view that talks should go on")],
    ),
    (
        "President Voss was clear that France would not sign.",
        [("state", "FR", "", "was clear that France would not sign")],
    ),
    ("It is clear that more must be done.", []),
]
VISITED = [
    ("President Voss called on the Speaker of the House and met business leaders.", []),
    (
        "President Voss called on Russia to withdraw its troops.",
        [("urge", "FR", "RU", "called on Russia to withdraw its troops")],
    ),
    ("A spokesperson for the President said:", []),
]
INVITED = [
    (
        "Prime Minister Mori invited President Voss to Kyoto, and he accepted the invitation.",
        [
            ("propose", "JP", "FR", "invited President Voss to Kyoto"),
            ("agree", "FR", "", "accepted the invitation"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *COORDINATED,
        *PARTICIPLES,
        *INFINITIVES,
        *PASSIVES,
        *NOMINAL,
        *RULINGS,
        *QUOTED,
        *ADDRESSED,
        *HIDDEN_SUBJECTS,
        *VIEWS,
        *VISITED,
        *INVITED,
    ],
)
def test_a_readout(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Experts said that the economy would grow.",
        "President Voss welcomed Prime Minister Mori to the Elysee Palace.",
        "The two leaders will discuss climate change at their next meeting.",
        "President Voss held talks with Prime Minister Mori on the margins of the summit.",
        "Several other countries expressed concern about the drought.",
        "According to President Voss, France is ready for talks.",
    ],
)
def test_no_statement(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We recognise the importance of open seas, reaffirm our commitment to the Convention, and call on all "
            "states to respect it.",
            [
                ("acknowledge", BOTH, "", "recognise the importance of open seas"),
                ("affirm", BOTH, "", "reaffirm our commitment to the Convention"),
                ("urge", BOTH, "", "call on all states to respect it"),
            ],
        ),
        (
            "We are deeply concerned about the drought and express our condolences to the people of Kenya.",
            [
                ("concern", BOTH, "", "are deeply concerned about the drought"),
                ("condole", BOTH, "KE", "express our condolences to the people of Kenya"),
            ],
        ),
        (
            "The two sides, recognising the importance of trade and recalling the declaration of 2010, decided to "
            "open talks.",
            [
                ("acknowledge", BOTH, "", "recognising the importance of trade"),
                ("state", BOTH, "", "recalling the declaration of 2010"),
                ("agree", BOTH, "", "decided to open talks"),
            ],
        ),
        ("We will support the reform of the market.", []),
        (
            "We would like to thank Kenya for its hospitality, and we would like to congratulate the winners.",
            [
                ("welcome", BOTH, "KE", "thank Kenya for its hospitality"),
                ("welcome", BOTH, "", "congratulate the winners"),
            ],
        ),
        ("We stand ready to help.", [("propose", BOTH, "", "stand ready to help")]),
    ],
)
def test_a_joint_statement(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(text, header=JOINT) == expected


def test_a_list_shares_the_subject_of_its_stem() -> None:
    items = [
        (SegmentKind.LIST_ITEM, "welcomed the new air link;"),
        (SegmentKind.LIST_ITEM, "stressed the need for calm."),
    ]
    assert told("During their talks, the two sides:", *items) == [
        ("welcome", BOTH, "", "welcomed the new air link"),
        ("emphasise", BOTH, "", "stressed the need for calm"),
    ]


def test_a_list_belongs_to_the_cue_that_introduces_it() -> None:
    items = [(SegmentKind.LIST_ITEM, "supporting the harvest;"), (SegmentKind.LIST_ITEM, "sharing seeds.")]
    found = told("We are working together and commit to:", *items, header=JOINT)
    assert [(act, speakers) for act, speakers, _, _ in found] == [("announce", BOTH)]
    assert found[0][3].startswith("commit to:") and found[0][3].endswith("sharing seeds")


def test_items_that_are_sentences_speak_for_themselves() -> None:
    items = [
        (SegmentKind.LIST_ITEM, "The leaders welcomed the pact."),
        (SegmentKind.LIST_ITEM, "They condemned the attack."),
    ]
    assert told("The two leaders confirmed plans to cooperate as follows:", *items) == [
        ("affirm", BOTH, "", "confirmed plans to cooperate as follows"),
        ("welcome", BOTH, "", "welcomed the pact"),
        ("condemn", BOTH, "", "condemned the attack"),
    ]


def test_outcomes_without_a_subject_are_those_of_the_sides() -> None:
    assert told("Signed a memorandum on fisheries.", header=JOINT) == [
        ("sign", BOTH, "", "Signed a memorandum on fisheries")
    ]


def test_a_message_is_one_statement_to_its_end() -> None:
    (found,) = statements("Our message is clear: we remain committed to peace.", header=JOINT)
    assert found.grounds.evidence.quote == "Our message is clear: we remain committed to peace"


def test_a_list_after_semicolons_keeps_its_subject() -> None:
    text = "The leaders reviewed opportunities to work with partners in the region; resolved to confront the drought."
    assert [(act, speakers) for act, speakers, _, _ in told(text)] == [("discuss", BOTH), ("agree", BOTH)]


def test_denied_support_is_blame() -> None:
    (found,) = statements("We do not support any use of force.", header=JOINT)
    assert (found.act.value, found.negated) == ("condemn", True)


def test_what_stands_around_the_account_is_not_read() -> None:
    kinds = (SegmentKind.TITLE, SegmentKind.HEADING, SegmentKind.CAPTION, SegmentKind.BOILERPLATE, SegmentKind.SUMMARY)
    assert told(*((kind, "The two leaders welcomed the new air link.") for kind in kinds)) == []


def test_a_denied_act_is_marked() -> None:
    (found,) = statements("The two leaders did not agree on fishing quotas.")
    assert found.negated and found.cue == "did not agree"


def test_a_chain_of_speakers() -> None:
    outer, inner = statements(
        "President Voss said that Prime Minister Mori had told him that the bridge would open in May."
    )
    assert (outer.speakers, outer.chain) == (("FR",), ())
    assert (inner.speakers, inner.chain, inner.addressees) == (("JP",), (("FR",),), ("FR",))


def test_the_part_of_the_meeting_is_kept() -> None:
    (found,) = statements("In the one-on-one meeting the two leaders held talks on the peace treaty.")
    assert found.segment is Format.ONE_ON_ONE


def test_a_transcript_speaks_in_the_first_person() -> None:
    words = "We look forward to the next meeting. Thank you very much for your support."
    found = statements(
        (SegmentKind.PARAGRAPH, words, "PRESIDENT VOSS"), (SegmentKind.PARAGRAPH, words, "PRIME MINISTER KENJI MORI")
    )
    assert [(s.act.value, s.speakers) for s in found] == [
        ("hope", ("FR",)), ("welcome", ("FR",)), ("hope", ("JP",)), ("welcome", ("JP",)),
    ]  # fmt: skip
    assert [s.addressees for s in found if s.act.value == "welcome"] == [("JP",), ("FR",)]


def test_every_quote_stands_in_the_text_with_its_cue() -> None:
    for text, _ in [*COORDINATED, *PARTICIPLES, *PASSIVES, *NOMINAL, *QUOTED]:
        for found in statements(text):
            evidence = found.grounds.evidence
            assert text[evidence.start : evidence.end] == evidence.quote
            assert found.cue in evidence.quote


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The two leaders did not agree on the dates.", True),
        ("No agreement was reached on the quotas.", True),
        ("Neither side agreed to the plan.", True),
        ("I don’t think that the plan is ready.", True),
        ("The two leaders agreed on the dates.", False),
    ],
)
def test_acts_that_are_denied(text: str, negated: bool) -> None:
    assert [s.negated for s in statements(text)] == [negated]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Prime Minister was briefed on the exercise.", [("state", "FR", "JP")]),
        ("Special attention was paid to trade.", [("discuss", "FR JP", "")]),
        ("They noted with satisfaction the growth of trade.", [("welcome", "FR JP", "")]),
        ("They noted with concern the tests.", [("concern", "FR JP", "")]),
        ("They committed to closer cooperation on climate.", [("announce", "FR JP", "")]),
        ("There was a shared commitment to a peaceful solution.", [("affirm", "FR JP", "")]),
        ("President Voss and his counterparts discussed trade.", [("discuss", "FR JP", "")]),
        ("Speaking of trade, President Voss praised the growth.", [("welcome", "FR", "")]),
        ("President Voss thanked the Prime Minister for Japan’s leadership on security, support for peace, and help.",
         [("welcome", "FR", "JP")]),
        ("President Voss spoke with Prime Minister Mori to reaffirm the commitment to Japan and discuss the crisis.",
         [("affirm", "FR", ""), ("discuss", "FR JP", "")]),
    ],
)  # fmt: skip
def test_acts_of_the_side_that_is_meant(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(act, who, whom) for act, who, whom, _ in told(text)] == found
