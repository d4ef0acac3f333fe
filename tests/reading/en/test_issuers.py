"""Leads in the manner of many governments and organisations: form, level, date, place, and who took part."""

from __future__ import annotations

import pytest

from summitry.intake import from_text
from summitry.model.records import Records
from summitry.reading.en.parse import parse
from summitry.reading.en.reader import EnglishReader


def read(issuer: str, title: str, text: str, published: str = "2023-05-10") -> Records:
    """Return what is found in a text of one issuer."""
    document = from_text(text, source="t", title=title, published=published, issuers=(issuer,))
    return EnglishReader().read_parsed(next(parse([document])))


LEADS = [
    ("EU", "Ukraine: High Representative Elena Marín speaks with Foreign Minister Petrenko",
     "High Representative/Vice-President Elena Marín spoke today by phone with the Minister of Foreign Affairs of "
     "Ukraine, Oleh Petrenko.",
     ("call", "ministerial", None, [("Elena Marín", "EU"), ("Oleh Petrenko", "UA")])),
    ("GB", "PM call with President Halvorsen of Norway",
     "The Prime Minister spoke to the President of Norway, Ingrid Halvorsen, this afternoon.",
     ("call", "summit", None, [("", "GB"), ("Ingrid Halvorsen", "NO")])),
    ("GB", "Foreign Secretary's meeting with Chinese Foreign Minister Zhou Ming",
     "The Foreign Secretary, Harriet Cole, met Chinese Foreign Minister Zhou Ming in London today.",
     ("meeting", "ministerial", "London", [("Harriet Cole", "GB"), ("Zhou Ming", "CN")])),
    ("IN", "Telephone conversation between External Affairs Minister and Foreign Minister of Iran",
     "External Affairs Minister Dr. A. Venkataraman had a telephonic conversation today with H.E. Dr. Reza Karimi, "
     "Foreign Minister of the Islamic Republic of Iran.",
     ("call", "ministerial", None, [("A. Venkataraman", "IN"), ("Reza Karimi", "IR")])),
    ("IN", "Prime Minister's meeting with the President of Indonesia on the sidelines of G20 Summit",
     "Prime Minister Shri Arjun Mehta met H.E. Mr. Budi Santoso, President of Indonesia on the sidelines of the G-20 "
     "Summit in Rome on 31 October 2021.",
     ("meeting", "summit", "Rome", [("Arjun Mehta", "IN"), ("Budi Santoso", "ID")])),
    ("IN", "PM Mehta meets King of Bhutan",
     "Prime Minister Shri Arjun Mehta met His Majesty Tenzin Wangdi, King of Bhutan, in New Delhi today.",
     ("meeting", "summit", "New Delhi", [("Arjun Mehta", "IN"), ("Tenzin Wangdi", "BT")])),
    ("CN", "President Lin Haoran Meets with President of Zambia",
     "On the afternoon of September 15, President Lin Haoran met at the Great Hall of the People with Zambian "
     "President Moses Banda, who is in China for a state visit.",
     ("meeting", "summit", "the Great Hall of the People", [("Lin Haoran", "CN"), ("Moses Banda", "ZM")])),
    ("DE", "Chancellor Weber speaks to the President of Türkiye by telephone",
     "Federal Chancellor Katrin Weber spoke to the President of the Republic of Türkiye, Kemal Aydın, by telephone.",
     ("call", "summit", None, [("Katrin Weber", "DE"), ("Kemal Aydın", "TR")])),
    ("DE", "Federal Foreign Minister Brandt receives his Slovenian counterpart",
     "Federal Foreign Minister Jonas Brandt received Foreign Minister Maja Novak of Slovenia for talks in Berlin "
     "today.",
     ("meeting", "ministerial", "Berlin", [("Jonas Brandt", "DE"), ("Maja Novak", "SI")])),
    ("NATO", "NATO Secretary General discusses security with the President of Finland",
     "NATO Secretary General Lars Lindqvist and the President of Finland, Eero Laine, discussed the attack in a call "
     "today.",
     ("call", "summit", None, [("Lars Lindqvist", "NATO"), ("Eero Laine", "FI")])),
    ("UN", "Readout of the Secretary-General's meeting with the Prime Minister of Iraq",
     "The Secretary-General met today in Baghdad with H.E. Mr. Adil Rashidi, Prime Minister of the Republic of Iraq.",
     ("meeting", "summit", "Baghdad", [("", "UN"), ("Adil Rashidi", "IQ")])),
    ("ASEAN", "Secretary-General meets Cambodian Prime Minister",
     "Secretary-General Dr. Somchai Prasert today paid a courtesy call on H.E. Sok Dara, Prime Minister of the Kingdom "
     "of Cambodia, at the Peace Palace in Phnom Penh.",
     ("meeting", "summit", "Phnom Penh", [("Somchai Prasert", "ASEAN"), ("Sok Dara", "KH")])),
    ("CA", "Minister Fraser meets with Minister of Foreign Affairs of Peru",
     "The Honourable Julie Fraser, Minister of Foreign Affairs, today met with César Quispe, Peru's Minister of "
     "Foreign "
     "Affairs, on the margins of the Summit of the Americas in Los Angeles.",
     ("meeting", "ministerial", "Los Angeles", [("Julie Fraser", "CA"), ("César Quispe", "PE")])),
    ("BR", "President Santos speaks by telephone with President Adler",
     "President Carlos Santos spoke by telephone on Wednesday with U.S. President John Adler.",
     ("call", "summit", None, [("Carlos Santos", "BR"), ("John Adler", "US")])),
    ("ZA", "Minister Dlamini co-chairs the South Africa-Algeria Joint Commission",
     "The Minister of International Relations and Cooperation, Dr Lindiwe Dlamini, and the Algerian Minister of "
     "Foreign "
     "Affairs, Mr Karim Belkacem, co-chaired the 7th Session of the Bi-National Commission in Algiers.",
     ("meeting", "ministerial", "Algiers", [("Lindiwe Dlamini", "ZA"), ("Karim Belkacem", "DZ")])),
    ("TR", "President Aydın meets with President Marchuk of Ukraine",
     "President Kemal Aydın met with President Olena Marchuk of Ukraine in Istanbul. Following the meeting, which "
     "lasted for an hour, the two leaders held a joint press conference.",
     ("meeting", "summit", "Istanbul", [("Kemal Aydın", "TR"), ("Olena Marchuk", "UA")])),
    ("AFU", "The Chairperson of the African Union Commission receives the President of Somalia",
     "The Chairperson of the African Union Commission, H.E. Abdou Traoré, received today H.E. Hassan Warsame, "
     "President "
     "of the Federal Republic of Somalia, in Addis Ababa.",
     ("meeting", "mixed", "Addis Ababa", [("Abdou Traoré", "AFU"), ("Hassan Warsame", "SO")])),
    ("SG", "Prime Minister meets with the U.S. Secretary of State",
     "Prime Minister Tan Wei Ming met US Secretary of State Paul Lang in Washington DC on 29 March 2022.",
     ("meeting", "mixed", "Washington DC", [("Tan Wei Ming", "SG"), ("Paul Lang", "US")])),
    ("FI", "Telephone conversation with Norway",
     "The prime minister spoke to president Ingrid Halvorsen of Norway on 18 January.",
     ("call", "summit", None, [("", "FI"), ("Ingrid Halvorsen", "NO")])),
    ("PT", "Leaders meet",
     "Presidents Carlos Santos of Brazil and Pablo Giménez of Argentina met in Lisbon on 18 January 2022.",
     ("meeting", "summit", "Lisbon", [("Carlos Santos", "BR"), ("Pablo Giménez", "AR")])),
    ("BR", "Joint Statement by the Foreign Ministers of Brazil and Argentina",
     "The Foreign Ministers of Brazil, João Ferreira, and of Argentina, Pablo Giménez, met in Brasília on 17 January.",
     ("meeting", "ministerial", "Brasília", [("João Ferreira", "BR"), ("Pablo Giménez", "AR")])),
    ("KE", "UK-Kenya Strategic Dialogue",
     "The UK Foreign Secretary, the Rt Hon Harriet Cole MP, and the Cabinet Secretary for Foreign Affairs of Kenya, "
     "Ambassador Grace Wanjiru, met in Nairobi.",
     ("meeting", "ministerial", "Nairobi", [("Harriet Cole", "GB"), ("Grace Wanjiru", "KE")])),
]  # fmt: skip


@pytest.mark.parametrize(("issuer", "title", "text", "found"), LEADS, ids=[f"{x[0]}-{x[1][:24]}" for x in LEADS])
def test_leads(issuer: str, title: str, text: str, found: tuple[str, str, str | None, list[tuple[str, str]]]) -> None:
    engagement = read(issuer, title, text).engagements[0]
    people = [(person.name, person.party) for person in engagement.participants]
    level = engagement.level.value if engagement.level else None
    assert (engagement.form.value, level, engagement.place, people) == found


@pytest.mark.parametrize(
    ("issuer", "title", "text", "speakers"),
    [
        ("US", "G7+ Foreign Ministers' Statement on Energy",
         "The Foreign Ministers of Canada, France, Germany, Italy, Japan, the United Kingdom, the United States and "
         "the "
         "High Representative of the European Union met today in London. The G7+ partners welcomed the contributions.",
         "CA DE EU FR GB IT JP US"),
        ("AU", "Quad Foreign Ministers' Meeting",
         "The Foreign Ministers of Australia, India and Japan and the Secretary of State of the United States met in "
         "New "
         "Delhi on 3 March 2023. Quad partners condemned terrorism.",
         "AU IN JP US"),
        ("US", "Statement on Meeting with European Commission on Health",
         "Senior officials met today with European Commission counterparts on health. Led by National Security Advisor "
         "Jon Adler, both sides agreed on the importance of preparedness.",
         "EU US"),
        ("IN", "Prime Minister's meeting with the President of Indonesia on the sidelines of G20 Summit",
         "Prime Minister Arjun Mehta met Mr. Budi Santoso, President of Indonesia, in Rome. The leaders discussed "
         "trade.",
         "ID IN"),
        ("IN", "Telephone conversation with the Foreign Minister of Iran",
         "External Affairs Minister Dr. A. Venkataraman spoke with H.E. Dr. Reza Karimi, Foreign Minister of Iran. EAM "
         "thanked Iran for the return of the students.",
         "IN"),
        ("ZA", "Meeting with Cuba",
         "Minister Lindiwe Dlamini met with her Cuban counterpart, Mr Luis Pérez, in New York. Cuba expressed its "
         "appreciation for the solidarity.",
         "CU"),
    ],
)  # fmt: skip
def test_groups_and_posts_speak_for_their_sides(issuer: str, title: str, text: str, speakers: str) -> None:
    assert [" ".join(s.speakers) for s in read(issuer, title, text).statements] == [speakers]


def test_a_list_that_puts_the_family_name_first() -> None:
    found = read(
        "RU", "Talks with Senegal",
        "Foreign Minister Sergei Orlov met with Foreign Minister of Senegal Awa Fall in Sochi. The participants were:\n"
        "Petrov, Ivan Ivanovich, Deputy Minister of Foreign Affairs;",
    )  # fmt: skip
    assert ("Petrov, Ivan Ivanovich", "Deputy Minister of Foreign Affairs") in [
        (o.name, o.post) for o in found.officials
    ]


def test_a_greetings_occasion_and_a_guests_journey_are_no_circumstances() -> None:
    found = read(
        "US", "Secretary Lang’s Meeting with French Foreign Minister Roche",
        "Secretary of State Paul Lang met with French Foreign Minister Anne Roche. Secretary Lang congratulated "
        "Minister "
        "Roche on the occasion of the National Day.",
    ).engagements[0]  # fmt: skip
    assert found.occasion is None


def test_the_first_since_a_year_counts_nothing() -> None:
    text = "President Adler will welcome Prime Minister Aroha Ngata of New Zealand, for the first visit since 2014."
    assert read("US", "President Adler’s Meeting with Prime Minister Ngata", text).engagements[0].ordinal is None


def test_talks_followed_by_a_press_conference_are_no_press_remarks() -> None:
    text = "President Kemal Aydın met with President Olena Marchuk of Ukraine and held a joint press conference."
    assert read("TR", "President Aydın meets with President Marchuk of Ukraine", text).kind.value == "readout"
