"""The header of a text: kind, publisher, sections, engagements with everything that is told of them."""

from __future__ import annotations

import pytest

from summitry.intake import take
from summitry.model.document import Document
from summitry.model.records import DocumentKind, Form, Format, Level
from summitry.reading import reader_for
from tests.reading.en.headers import document, engagement, guests, header

LEAD = (
    "On May 19 at the margin of the Pacific Leaders’ Meeting in Suva, Fiji, Mr. Taro Yamada, Prime Minister of Japan, "
    "held his 7th Japan-Chile Summit Meeting with H.E. Mr. Luis Rojas, President of the Republic of Chile, for "
    "approximately 50 minutes (a plenary meeting for approximately 30 minutes and a one-on-one meeting for "
    "approximately 20 minutes)."
)


def test_a_lead_sentence_gives_the_whole_engagement() -> None:
    found = engagement("Japan-Chile Relations", LEAD)
    assert (found.form, found.level, found.ordinal) == (Form.MEETING, Level.SUMMIT, 7)
    assert str(found.date) == "2019-05-19"
    assert (found.place, found.occasion) == ("Suva, Fiji", "Pacific Leaders’ Meeting")
    assert (found.minutes, found.series) == (50, "Japan-Chile Summit Meeting")
    assert [(s.format, s.minutes) for s in found.segments] == [(Format.PLENARY, 30), (Format.ONE_ON_ONE, 20)]
    assert guests(found) == [("Taro Yamada", "JP"), ("Luis Rojas", "CL")]
    assert [p.post for p in found.participants] == ["Prime Minister of Japan", "President of the Republic of Chile"]
    assert found.sides == ("CL", "JP")


def test_every_support_span_stands_at_its_place() -> None:
    text = document("Japan-Chile Relations", LEAD)
    found = engagement("Japan-Chile Relations", LEAD)
    assert {s.field for s in found.grounds.support} >= {
        "participants",
        "date",
        "place",
        "occasion",
        "ordinal",
        "minutes",
    }
    for span in (found.grounds.evidence, *(s.evidence for s in found.grounds.support)):
        assert text.text[span.start : span.end] == span.quote


@pytest.mark.parametrize(
    ("title", "lead", "form"),
    [
        ("Call with President Rojas of Chile", "The Prime Minister spoke with President Rojas.", Form.CALL),
        ("Talks", "Prime Minister Taro Yamada met President Luis Rojas of Chile by video.", Form.VIDEO_CONFERENCE),
        ("Secretary Hill’s Meeting with Minister Rojas", "Secretary Ann Hill spoke with Minister Rojas.", Form.MEETING),
        ("Courtesy Call on Prime Minister Yamada", "Prime Minister Yamada received a courtesy call from Mr. Luis "
         "Rojas, Foreign Minister of Chile.", Form.MEETING),
        ("Visit to Japan by the President of Chile", "The President of Chile, Luis Rojas, will visit Japan from 9 to "
         "12 June.", Form.VISIT),
    ],
)  # fmt: skip
def test_title_and_lead_tell_the_form(title: str, lead: str, form: Form) -> None:
    assert engagement(title, lead).form is form


@pytest.mark.parametrize(
    ("lead", "level"),
    [
        ("Foreign Minister Ken Ito met Foreign Minister Luis Rojas of Chile.", Level.MINISTERIAL),
        ("Foreign Minister Ken Ito met President Luis Rojas of Chile.", Level.MIXED),
        ("Vice Minister Ken Ito met Chilean Deputy Minister Luis Rojas.", Level.SENIOR_OFFICIAL),
        ("Foreign Minister Ken Ito met families of hostages.", Level.MIXED),
    ],
)
def test_levels_follow_the_ranks_of_both_sides(lead: str, level: Level) -> None:
    assert engagement("Meeting", lead).level is level


def test_a_bare_post_belongs_to_the_publisher() -> None:
    found = engagement(
        "PM call with President Rojas of Chile", "The Prime Minister spoke to President Luis Rojas today."
    )
    assert guests(found) == [("", "JP"), ("Luis Rojas", "CL")]
    assert found.participants[0].post == "Prime Minister"
    assert str(found.date) == "2019-05-20"


def test_the_holder_of_a_post_is_found_in_the_text() -> None:
    found = engagement(
        "Readout of President John Smith’s Call with President Rojas of Chile",
        "The President spoke with President Luis Rojas of Chile.",
        issuer="US",
    )
    assert guests(found) == [("John Smith", "US"), ("Luis Rojas", "CL")]


def test_without_a_date_in_the_text_there_is_none() -> None:
    found = engagement("Meeting", "Foreign Minister Ken Ito met Foreign Minister Luis Rojas of Chile.")
    assert found.date is None
    assert found.place is None


def test_other_dates_and_purposes_stay_outside() -> None:
    found = engagement(
        "Call",
        "Foreign Minister Ken Ito spoke today with Foreign Minister Luis Rojas of Chile to express support following "
        "the attack of May 2 in Arica and to thank President Ana Soto of Peru.",
    )
    assert str(found.date) == "2019-05-20"
    assert [name for name, _ in guests(found)] == ["Ken Ito", "Luis Rojas"]


def test_the_initiative_is_a_sides() -> None:
    found = engagement(
        "Telephone conversation",
        "Prime Minister Taro Yamada had a telephone conversation with President Luis Rojas of Chile at the initiative "
        "of the Chilean side.",
    )
    assert found.initiator == "CL"


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("for approximately 65 minutes", 65),
        ("for an hour and a half", 90),
        ("for almost three hours", 180),
        ("for half an hour", 30),
        ("for two hours and 15 minutes", 135),
    ],
)
def test_lengths_are_minutes(words: str, minutes: int) -> None:
    lead = f"Prime Minister Taro Yamada met President Luis Rojas of Chile {words}."
    assert engagement("Meeting", lead).minutes == minutes


def test_those_present_are_read_with_the_side_of_their_list() -> None:
    found = engagement(
        "Meeting with President Rojas of Chile",
        "Prime Minister Taro Yamada met President Luis Rojas of Chile in Kyoto.",
        "They talked at length.",
        "The Chilean delegation included Foreign Minister Eva Mora and the Ambassador of Chile to Japan, Juan Paz. "
        "On the Japanese side, Minister for Trade Aiko Mori also participated in the meeting.",
    )
    assert guests(found)[2:] == [("Eva Mora", "CL"), ("Juan Paz", "CL"), ("Aiko Mori", "JP")]


def test_a_visit_names_whom_the_visitor_meets() -> None:
    found = engagement(
        "Foreign Minister to visit Fiji",
        "Foreign Minister Ken Ito will travel to Suva from 3 to 5 June 2019. He will meet Prime Minister Sam Vula.",
    )
    assert (found.form, found.place, str(found.date)) == (Form.VISIT, "Suva", "2019-06-03/2019-06-05")
    assert guests(found) == [("Ken Ito", "JP"), ("Sam Vula", "FJ")]


def test_a_message_beside_a_call_is_an_engagement_of_its_own() -> None:
    found = header(
        "Telephone conversation with President Luis Rojas of Chile",
        "Prime Minister Taro Yamada congratulated the President by telephone. "
        "The Prime Minister also sent a message of greetings to Luis Rojas.",
    )
    assert [e.form for e in found.engagements] == [Form.CALL, Form.CORRESPONDENCE]


@pytest.mark.parametrize(
    ("title", "opening", "kind"),
    [
        ("Readout of the Call with Chile", "They spoke.", DocumentKind.READOUT),
        ("Joint Statement by Japan and Chile", "We met today.", DocumentKind.JOINT_STATEMENT),
        ("Joint Communiqué of Japan and Chile", "The two sides met.", DocumentKind.COMMUNIQUE),
        ("FACT SHEET: Cooperation with Chile", "New steps.", DocumentKind.FACT_SHEET),
        ("Remarks by the Prime Minister", "Good morning.", DocumentKind.PRESS_REMARKS),
        ("Prime Minister to visit Chile", "Mr. Yamada will visit Chile.", DocumentKind.ANNOUNCEMENT),
        ("On the sea", "We, the leaders of Japan and Chile, share a commitment.", DocumentKind.JOINT_STATEMENT),
        ("Statistics of fisheries", "The catch was good.", DocumentKind.OTHER),
    ],
)
def test_kinds(title: str, opening: str, kind: DocumentKind) -> None:
    assert header(title, opening).kind is kind


@pytest.mark.parametrize(
    ("title", "opening", "publisher"),
    [
        ("G7 Leaders’ Statement", "We, the Leaders of the Group of Seven, condemn.", "CA DE FR GB IT JP US"),
        ("Joint Statement on Whales", "We, the governments of Chile, Cuba, Japan and Norway, agree.", "CL CU JP NO"),
        ("Japan-Chile Joint Statement", "Trade grows.", "CL JP"),
        ("Joint Media Release with President Rojas of Chile, Disaster Facility Lima, Peru", "They met today.", "CL JP"),
        ("Joint Statement", "The following statement was released by the Governments of Chile, Japan, and Peru: So.",
         "CL JP PE"),
        ("Readout of the call with Chile", "They spoke.", "JP"),
    ],
)  # fmt: skip
def test_publishers_of_joint_texts_are_all_sides(title: str, opening: str, publisher: str) -> None:
    assert list(header(title, opening).publisher) == publisher.split()


def test_a_declaration_without_a_meeting_has_no_engagement() -> None:
    assert header("Joint Statement on Whales", "We, the governments of Chile and Japan, agree.").engagements == ()


def test_principals_of_a_joint_text_take_the_sides_of_its_title() -> None:
    found = engagement("Japan-Chile Joint Communique", "Prime Minister Yamada welcomed President Rojas to Kyoto.")
    assert guests(found) == [("Yamada", "JP"), ("Rojas", "CL")]


def test_sections_reach_to_the_next_heading() -> None:
    text = document("Title", "# Fish", "More fish.", "# Ships", "More ships.")
    found = header("Title", "# Fish", "More fish.", "# Ships", "More ships.").sections
    assert [s.heading for s in found] == ["Fish", "Ships"]
    assert text.text[found[0].start : found[0].end].strip().endswith("More fish.")
    assert found[1].end == len(text.text)


def test_people_and_officials_keep_their_posts() -> None:
    found = header("Meeting", LEAD, "Mr. Rojas thanked Prime Minister Yamada.")
    rojas = next(p for p in found.people if "Luis Rojas" in p.names)
    assert (rojas.names, rojas.party, rojas.participant) == (("Luis Rojas", "Rojas"), "CL", True)
    assert ("Taro Yamada", "Prime Minister of Japan", "JP") in {(o.name, o.post, o.party) for o in found.officials}
    assert found.reference == "2019-05-19"


def test_the_page_it_starts_from(shared) -> None:
    text = next(take([shared / "corpus" / "jp-mofa" / "2017-11-10-da-nang.txt"]))
    assert isinstance(text, Document)
    records = reader_for("en").read(text)
    found = records.engagements[0]
    assert (found.form, found.level, found.ordinal, found.minutes) == (Form.MEETING, Level.SUMMIT, 20, 65)
    assert (found.place, found.occasion) == ("Da Nang, Viet Nam", "APEC Economic Leaders’ Meeting")
    assert [(s.format, s.minutes) for s in found.segments] == [(Format.PLENARY, 50), (Format.ONE_ON_ONE, 15)]
    assert [p.party for p in found.participants] == ["JP", "RU"]
    assert [s.number for s in records.sections] == ["1", "2", "3", "4"]
