import pytest

from summitry.model.records import CommitmentKind, DocumentKind
from summitry.reading.en.caveats import find_caveat
from summitry.reading.en.refusals import refusal

from .small_texts import commitments, document, joint, only, quotes, readings

BOTH, JAPAN, FRANCE = ("FR", "JP"), ("JP",), ("FR",)
ENGAGEMENT, DELIVERABLE, CONTINUING = CommitmentKind


@pytest.mark.parametrize(
    ("text", "quote", "parties", "kind", "due"),
    [
        (
            "The two leaders confirmed that both sides will hold a ministers' meeting before the end of this year.",
            "both sides will hold a ministers' meeting before the end of this year",
            BOTH, ENGAGEMENT, "../2024-12-31",
        ),
        (
            "Prime Minister Sato stated that Japan would provide emergency grant aid of 20 million dollars.",
            "Japan would provide emergency grant aid of 20 million dollars",
            JAPAN, DELIVERABLE, None,
        ),
        (
            "They committed to deepening cooperation on maritime security.",
            "committed to deepening cooperation on maritime security",
            BOTH, CONTINUING, None,
        ),
        (
            "President Moreau pledged to open a consulate in Sapporo by June 2025.",
            "pledged to open a consulate in Sapporo by June 2025",
            FRANCE, DELIVERABLE, "../2025-06",
        ),
        (
            "The two sides agreed to establish a joint committee on fisheries.",
            "agreed to establish a joint committee on fisheries",
            BOTH, DELIVERABLE, None,
        ),
        (
            "Prime Minister Sato said that Japan intends to send a trade mission to Lyon in the autumn.",
            "Japan intends to send a trade mission to Lyon in the autumn",
            JAPAN, DELIVERABLE, "2024-23",
        ),
        (
            "The two leaders will continue to consult closely on this issue.",
            "The two leaders will continue to consult closely on this issue",
            BOTH, CONTINUING, None,
        ),
        (
            "During the meeting, President Moreau announced an additional package of humanitarian assistance.",
            "announced an additional package of humanitarian assistance",
            FRANCE, DELIVERABLE, None,
        ),
        (
            "Both sides reaffirmed their commitment to strengthen the partnership and to broaden its scope.",
            "reaffirmed their commitment to strengthen the partnership and to broaden its scope",
            BOTH, CONTINUING, None,
        ),
        (
            "We will never recognise the annexation.", "We will never recognise the annexation", BOTH, CONTINUING, None,
        ),
        (
            "The two sides agreed to deepen trade in the context of the anniversary of relations in 2026.",
            "agreed to deepen trade in the context of the anniversary of relations in 2026",
            BOTH, CONTINUING, None,
        ),
        (
            "President Moreau will pay a state visit to Japan in June 2025.",
            "President Moreau will pay a state visit to Japan in June 2025",
            FRANCE, ENGAGEMENT, "2025-06",
        ),
        (
            "The two sides agreed to consult closely in the run-up to the summit on 3 July 2025.",
            "agreed to consult closely in the run-up to the summit on 3 July 2025",
            BOTH, CONTINUING, "../2025-07-03",
        ),
        (
            "The two leaders looked forward to President Moreau's visit to Osaka in March 2025.",
            "President Moreau's visit to Osaka in March 2025",
            BOTH, ENGAGEMENT, "2025-03",
        ),
        (
            "The two sides are working to finalise a customs agreement.",
            "The two sides are working to finalise a customs agreement",
            BOTH, DELIVERABLE, None,
        ),
    ],
)  # fmt: skip
def test_plain_undertakings(text, quote, parties, kind, due):
    found = only(text, DocumentKind.JOINT_STATEMENT if text.startswith("We") else DocumentKind.READOUT)
    assert found.grounds.evidence.quote == quote
    assert found.parties == parties
    assert found.kind is kind
    assert (found.due.value if found.due else None) == due


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders looked forward to expanding trade.",
        "Prime Minister Sato expressed the hope that France would join the talks.",
        "President Moreau urged Japan to lift the restrictions by June.",
        "They stressed the importance of continued dialogue.",
        "They reaffirmed the strong partnership between the two countries.",
        "The leaders reaffirmed their commitment to a free and open Indo-Pacific.",
        "Prime Minister Sato expressed readiness to host the next round.",
        "President Moreau expressed France's willingness to provide equipment.",
        "Japan has provided ten patrol boats since 2020.",
        "The two sides did not agree to extend the arrangement.",
        "Prime Minister Sato ruled out sending troops.",
        "President Moreau said that Norway will hold elections in September.",
        "They agreed on the importance of a just settlement.",
        "The two leaders agreed that regional stability is essential.",
        "The agreement will benefit both peoples.",
        "If the talks failed, the consequences would be grave.",
        "Prime Minister Sato asked whether France will attend.",
        "President Moreau is confident that the ties will flourish.",
        "Both leaders agree we should be using the partnership to the full.",
        "We will never forget the kindness you showed us.",
        "President Moreau regretted the announcement that they intend to withdraw.",
    ],
)
def test_what_is_no_undertaking(text):
    assert quotes(commitments(text)) == []


def test_undertakings_with_different_objects_are_two():
    found = commitments("The leaders committed to upholding shared values and advancing the goals of the summit.")
    assert quotes(found) == ["committed to upholding shared values", "advancing the goals of the summit"]


def test_a_deadline_belongs_to_its_own_undertaking():
    found = commitments(
        "The two leaders confirmed that a working group will be held before the end of this year, "
        "and a vice-ministerial dialogue will be held in early 2025."
    )
    assert [c.due.value for c in found if c.due] == ["../2024-12-31", "2025-01/2025-04"]
    assert [c.body for c in found] == ["working group", "vice-ministerial dialogue"]


def test_the_next_act_of_speech_ends_an_undertaking():
    (found,) = commitments("The two sides agreed to open talks on aviation and welcomed the progress on energy.")
    assert found.grounds.evidence.quote == "agreed to open talks on aviation"


@pytest.mark.parametrize(
    ("text", "caveat"),
    [
        ("Japan will send experts if circumstances permit.", "if circumstances permit"),
        ("The two sides agreed to share data, subject to national law.", "subject to national law"),
        ("They will begin the survey in a form that does not harm the position of either side.",
         "in a form that does not harm the position of either side"),
        ("Both sides agreed to expand patrols as appropriate.", "as appropriate"),
        ("France will lend the money on the basis of continued reform.", "on the basis of continued reform"),
    ],
)  # fmt: skip
def test_conditions_are_kept_verbatim(text, caveat):
    assert only(text).caveat == caveat


@pytest.mark.parametrize(
    ("text", "due_text"),
    [
        ("A vice-ministerial consultation on this matter will shortly take place.", "shortly"),
        ("The two sides agreed to sign the protocol as soon as possible.", "as soon as possible"),
        ("Japan will fund the centre over five years.", "over five years"),
    ],
)
def test_times_without_a_value_are_kept_as_printed(text, due_text):
    found = only(text)
    assert (found.due, found.due_text) == (None, due_text)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The leaders instructed their ministers to draft a road map.", BOTH),
        ("President Moreau tasked her team with preparing a proposal.", FRANCE),
    ],
)
def test_delegation_to_ones_own_people(text, parties):
    found = only(text)
    assert found.parties == parties
    assert found.body is not None


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed to hold the next round in Kyoto.",
        "It was agreed that a joint study will be carried out.",
        "The next session of the joint commission is scheduled for October.",
        "A decision was made to establish a hotline.",
        "Agreement was reached on the resumption of direct flights.",
        "The two sides agreed on further contacts.",
    ],
)
def test_agentless_and_nominal_forms(text):
    assert only(text).parties == BOTH


def test_an_accepted_invitation_binds_the_invited_side():
    found = only("Prime Minister Sato accepted the invitation to visit France in 2025.")
    assert (found.parties, found.kind, found.due.value) == (JAPAN, ENGAGEMENT, "2025")


def test_an_unanswered_invitation_binds_nobody():
    assert commitments("President Moreau invited Prime Minister Sato to visit France in 2025.") == ()


def test_a_fixed_visit_named_in_passing():
    found = only(
        "They confirmed that work would go on, following the visit to Japan by Ms. Claire Dubois, "
        "Minister for Foreign Affairs of France, planned in June or July this year."
    )
    assert found.kind is ENGAGEMENT
    assert found.due.value == "2024-06/2024-07"


@pytest.mark.parametrize(
    "text",
    [
        "The two sides will:\n- establish a hydrogen fund by 2026;\n- open a joint laboratory; and\n"
        "- promote student exchanges.",
        "We commit to:\n- establishing a hydrogen fund by 2026;\n- opening a joint laboratory; and\n"
        "- promoting student exchanges.",
        "The two sides decided to: (a) establish a hydrogen fund by 2026; (b) open a joint laboratory; and "
        "(c) promote student exchanges.",
    ],
)
def test_items_share_the_stem(text):
    found = joint(text)
    assert len(found) == 3
    assert {c.parties for c in found} == {BOTH}
    assert [c.due.value if c.due else None for c in found] == ["../2026", None, None]
    assert [c.kind for c in found] == [DELIVERABLE, DELIVERABLE, CONTINUING]


def test_a_list_of_topics_undertakes_nothing():
    assert joint("The leaders discussed:\n- trade and investment;\n- the climate; and\n- regional security.") == ()


def test_quotes_are_verbatim_at_their_offsets():
    text = "The two sides agreed to establish a joint committee.\nJapan will host its first session in 2025."
    body = document(text).text
    for found in commitments(text):
        evidence = found.grounds.evidence
        assert body[evidence.start : evidence.end] == evidence.quote


def test_a_host_of_a_coming_meeting_has_undertaken_it():
    found = only("Prime Minister Sato thanked France for hosting the next climate conference in November.")
    assert (found.parties, found.kind, found.due.value) == (FRANCE, ENGAGEMENT, "2024-11")


def test_an_awaited_guest_binds_guest_and_host():
    found = only("Prime Minister Sato looked forward to welcoming President Moreau to Tokyo in June.")
    assert (found.parties, found.kind, found.due.value) == (BOTH, ENGAGEMENT, "2024-06")


def test_somebody_elses_people_are_not_ones_own():
    assert commitments("President Moreau asked Prime Minister Sato to release the report.") == ()


def test_items_that_open_with_the_cue_have_all_sides():
    found = joint("- Agreed to open a consulate in Lyon.\n- Agreed to establish a dialogue on energy.")
    assert [c.parties for c in found] == [BOTH, BOTH]


def test_a_list_in_one_sentence_is_checked_off_one_by_one():
    found = joint("We will continue to support the fund and train the crews of both navies.")
    assert quotes(found) == ["We will continue to support the fund", "train the crews of both navies"]


def test_whole_sentences_under_a_stem_are_no_items():
    found = joint("The leaders decided the following:\n- The ministers discussed energy.\n- Japan will open a school.")
    assert quotes(found) == ["Japan will open a school"]


@pytest.mark.parametrize(
    ("text", "feature", "value"),
    [
        ("They agreed to open a school.", "rule", "cue-verb"),
        ("They agreed to open a school in 2026.", "ahead", True),
        ("Prime Minister Sato hoped that France would join.", "expected", True),
        ("Will Japan open a school?", "question", True),
    ],
)
def test_a_decision_explains_itself_by_features(text, feature, value):
    (reading,) = readings(text)
    assert reading.features()[feature] == value


def test_a_refusal_names_its_reason():
    (reading,) = readings("Prime Minister Sato hoped that France would join.")
    assert refusal(reading) == "expectation"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The two sides agreed to create an expert working group on ports.", "expert working group"),
        ("The two sides will convene a panel of experts on quantum computing.", "panel"),
        ("They agreed to hold the third meeting of the Joint Fisheries Committee in October 2024.",
         "Joint Fisheries Committee"),
        ("They agreed to coordinate on tariffs through the Joint Trade Committee.", "Joint Trade Committee"),
        ("They agreed to continue close consultation between their teams.", "their teams"),
        ("The Prime Minister will visit Lyon on June 3.", None),
        ("They committed to continue joint work on fisheries.", None),
        ("They agreed to establish a high-level energy dialogue.", None),
    ],
)  # fmt: skip
def test_body_through_which_it_is_done(text: str, body: str | None) -> None:
    found = only(text).body
    assert (found is None) is (body is None)
    assert found is None or found.removeprefix("the ").endswith(body or "")


def test_a_condition_ends_where_the_speaker_goes_on() -> None:
    text = "if the parties allow me, I will take up this office in June"
    start, end = find_caveat(text) or (0, 0)
    assert text[start:end] == "if the parties allow me"


@pytest.mark.parametrize(
    "text",
    [
        "President Moreau reiterated our shared commitment to protect coastal waters.",
        "In June we will discuss trade and fisheries.",
    ],
)
def test_what_is_shared_is_undertaken_by_all(text: str) -> None:
    assert only(text).parties == BOTH


def test_demands_and_reports_are_no_stems_of_lists() -> None:
    demanded = (
        "They said that the militias must deliver on their commitments (1) to leave the port; and (2) to free the crew."
    )
    told = (
        "The leaders recalled the commitments made in Lyon and discussed the steps taken, including by: "
        "1) opening two ports; 2) training more pilots."
    )
    assert not [q for text in (demanded, told) for q in quotes(joint(text))]


def test_nouns_of_doing_are_undertaken() -> None:
    (one,) = joint("They are committed to the full implementation of the Lyon Accord on coastal waters.")
    assert one.grounds.evidence.quote.endswith("implementation of the Lyon Accord on coastal waters")
    assert quotes(joint("They are committed to the freedom of the seas.")) == []
