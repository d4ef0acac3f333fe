"""Names of parties in texts: states, organisations, groups, and what only looks like them."""

from __future__ import annotations

import time
from itertools import pairwise

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.data import load
from summitry.reading.parties import find_parties, is_state, members_of, party_name, speaks_for_members


def codes(text: str) -> list[str]:
    return [mention.code for mention in find_parties(text)]


def words(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.form) for m in find_parties(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Socialist Republic of Viet Nam", ["VN"]),
        ("the People’s Republic of China (PRC) and the Republic of Korea (ROK)", ["CN", "KR", "KR"]),
        ("the Democratic People’s Republic of Korea", ["KP"]),
        ("Guinea-Bissau, Equatorial Guinea, Papua New Guinea and Guinea", ["GW", "GQ", "PG", "GN"]),
        ("Côte d'Ivoire and Cote d’Ivoire", ["CI", "CI"]),
        ("Nigeria and Niger", ["NG", "NE"]),
        ("the Democratic Republic of the Congo", ["CD"]),
        ("U.S.-ROK and US-UK ties", ["US", "KR", "US", "GB"]),
        ("Türkiye, formerly Turkey", ["TR", "TR"]),
        ("Kosovo, Taiwan, the Holy See, Hong Kong and Western Sahara", ["XK", "TW", "VA", "HK", "EH"]),
        ("UNITED STATES AND JAPAN", ["US", "JP"]),
        ("the Hashemite Kingdom of Jordan", ["JO"]),
        ("the European Union and NATO met ASEAN", ["EU", "NATO", "ASEAN"]),
        ("the C5+1 and the G7", ["C5+1", "G7"]),
        ("the Kremlin and the White House", ["RU", "US"]),
    ],
)
def test_names_of_parties_are_found_as_issuers_print_them(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "peace on the Korean Peninsula",
        "the South China Sea and the Indian Ocean",
        "Latin America",
        "the Paris Agreement",
        "Let us go",
        "Mr. Jordan thanked Ms. Israel",
        "Michael Jordan",
        "non-American",
    ],
)
def test_what_only_contains_a_name_is_no_party(text: str) -> None:
    assert codes(text) == []


def test_a_country_called_like_a_person_is_the_country_where_its_office_follows() -> None:
    assert codes("Jordan Foreign Minister") == ["JO"]
    assert codes("President of Georgia Salome Beridze") == ["GE"]
    assert codes("Georgian and Israeli officials") == ["GE", "IL"]


def test_forms_tell_names_from_adjectives_capitals_and_organisations() -> None:
    assert words("Japanese officials met Tokyo’s partners, the Republic of India and NATO") == [
        ("Japanese", "demonym"),
        ("Tokyo", "capital"),
        ("Republic of India", "name"),
        ("NATO", "organisation"),
    ]


def test_a_secretary_of_state_is_no_state() -> None:
    text = "Secretary of State of Japan"
    assert [text[m.start : m.end] for m in find_parties(text)] == ["Japan"]


@given(st.text(alphabet="AaBbUuSsJj .’-\nJapan", max_size=80))
def test_mentions_are_in_order_inside_the_text_and_apart(text: str) -> None:
    found = find_parties(text)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_all_un_members_have_an_entry_with_names_and_adjectives() -> None:
    states = load("parties/states")
    without = {"AQ", "UM"}
    sovereign = {c.alpha_2 for c in pycountry.countries if c.alpha_2 in states}
    assert len(states) >= 193 + 5
    assert not without & sovereign
    for code, entry in states.items():
        assert entry["names"], code
        assert codes(f"the officials of {entry['names'][0]} said")[:1] == [code]


def test_groups_open_into_members_and_organisations_speak_for_themselves() -> None:
    assert members_of("G7") == ("CA", "DE", "FR", "GB", "IT", "JP", "US")
    assert members_of("QUAD") == ("AU", "IN", "JP", "US")
    assert members_of("JP") == ()
    assert speaks_for_members("AUKUS")
    assert not speaks_for_members("NATO")
    known = set(load("parties/states")) | {"EU"}
    for entry in load("parties/groups").values():
        assert set(entry.get("members", ())) <= known


def test_names_lead_back_from_codes() -> None:
    assert party_name("VN") == "Vietnam"
    assert party_name("ZZ") == "ZZ"
    assert is_state("PS")
    assert not is_state("EU")


def test_a_sentence_takes_microseconds() -> None:
    text = "The Qatari Deputy Prime Minister met the Secretary in Washington, D.C. to thank Qatar for support. " * 10
    find_parties(text)
    begin = time.process_time()
    for _ in range(20):
        find_parties(text)
    assert (time.process_time() - begin) / 200 < 0.001


def test_a_country_after_a_full_stop_is_the_country() -> None:
    text = "The leaders met today. India will host the next round. Israel and Jordan took part. Dr. Jordan spoke."
    assert [mention.code for mention in find_parties(text)] == ["IN", "IL", "JO"]
