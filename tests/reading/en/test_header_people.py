"""People and posts as texts print them, and different forms of one name."""

from __future__ import annotations

import pytest

from summitry.model.records import Level
from summitry.reading.en.header.mentions import find_namings
from summitry.reading.en.header.names import name_key, same_person
from summitry.reading.en.header.people import find_people, join_people
from tests.reading.en.headers import document


def read(text: str) -> list[tuple[str | None, str, str | None]]:
    return [
        (n.name.text if n.name else None, " + ".join(text[p.start : p.end] for p in n.posts), n.party)
        for n in find_namings(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Taro Yamada, Prime Minister of Japan, spoke", ("Taro Yamada", "Prime Minister of Japan", "JP")),
        (
            "H.E. Mr. Jan Petrov, President of the Russian Federation",
            ("Jan Petrov", "President of the Russian Federation", "RU"),
        ),
        ("President of Ukraine Ivan Kovalenko met", ("Ivan Kovalenko", "President of Ukraine", "UA")),
        ("Turkish Foreign Minister Ali Çelikoğlu said", ("Ali Çelikoğlu", "Foreign Minister", "TR")),
        (
            "Secretary of State of the United States Anna Miller",
            ("Anna Miller", "Secretary of State of the United States", "US"),
        ),
        ("President John R. Smith, Jr. spoke", ("John R. Smith, Jr.", "President", None)),
        (
            "Deputy Head of the Office of the President of Ukraine Olha Bondar",
            ("Olha Bondar", "Deputy Head of the Office of the President of Ukraine", "UA"),
        ),
        (
            "European Policy Advisor to the Federal Chancellor of Germany Jutta Klein",
            ("Jutta Klein", "European Policy Advisor to the Federal Chancellor of Germany", "DE"),
        ),
        (
            "Qatari Deputy Prime Minister and Minister of Foreign Affairs Hamad bin Khalid Al-Mansour",
            ("Hamad bin Khalid Al-Mansour", "Deputy Prime Minister + Minister of Foreign Affairs", "QA"),
        ),
        ("European Commission President Eva van der Berg", ("Eva van der Berg", "President", "EU")),
        ("His Majesty King Hussein IV of Jordan", ("Hussein IV", "King", "JO")),
        ("the President of Poland, Adam Nowak, visited", ("Adam Nowak", "President of Poland", "PL")),
        ("President-elect Sung Min-ho of the Republic of Korea", ("Sung Min-ho", "President-elect", "KR")),
        ("her Iranian counterpart, Mr. Reza Amiri", ("Reza Amiri", "counterpart", "IR")),
        ("The Rt Hon Sir Peter Brown MP, Prime Minister of Fiji", ("Peter Brown", "Prime Minister of Fiji", "FJ")),
        ("2030 ASEAN Chair Prime Minister Sok Dara of Cambodia", ("Sok Dara", "Chair Prime Minister", "KH")),
        ("Deputy Attorney General Lisa Monaco", ("Lisa Monaco", "Deputy Attorney General", None)),
        (
            "Vice Premier Li Ming of the State Council of the People's Republic of China",
            ("Li Ming", "Vice Premier", "CN"),
        ),
        (
            "General Secretary of the Central Committee of the Communist Party of Viet Nam Tran Van An",
            ("Tran Van An", "General Secretary of the Central Committee of the Communist Party of Viet Nam", "VN"),
        ),
        (
            "Minister for Europe and Foreign Affairs Luc Moreau",
            ("Luc Moreau", "Minister for Europe and Foreign Affairs", None),
        ),
        ("Prime Minister Mohammed Shia’ al-Tamimi of Iraq", ("Mohammed Shia’ al-Tamimi", "Prime Minister", "IQ")),
    ],
)
def test_name_post_and_side_are_told_apart(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in read(text)


def test_an_envoy_for_a_country_is_not_of_it() -> None:
    assert read("U.S. Special Representative for Yemen Paul Stone") == [
        ("Paul Stone", "Special Representative for Yemen", "US")
    ]
    assert read("Special Envoy for Sudan Mary Hill")[0][2] is None


def test_the_next_in_a_list_keeps_the_own_post() -> None:
    text = "President Paul Martin of France, Chancellor Max Weber of Germany and Prime Minister Tom Hill met"
    assert read(text) == [
        ("Paul Martin", "President", "FR"),
        ("Max Weber", "Chancellor", "DE"),
        ("Tom Hill", "Prime Minister", None),
    ]


@pytest.mark.parametrize(
    ("post", "level"),
    [
        ("Prime Minister X", Level.SUMMIT),
        ("Deputy Prime Minister X", Level.DEPUTY_LEADER),
        ("Minister for Foreign Affairs X", Level.MINISTERIAL),
        ("Vice Foreign Minister X", Level.SENIOR_OFFICIAL),
        ("Deputy Secretary of State X", Level.SENIOR_OFFICIAL),
        ("Secretary of the National Security Council X", Level.SENIOR_OFFICIAL),
        ("High Representative/Vice-President X", Level.MINISTERIAL),
        ("Secretary of State X", Level.MINISTERIAL),
        ("Ambassador X", Level.SENIOR_OFFICIAL),
        ("Mayor X", None),
    ],
)
def test_posts_have_levels(post: str, level: Level | None) -> None:
    assert find_namings(post)[0].level is level


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Yamada", "Taro Yamada", True),
        ("Motoyama Ken", "Motoyama", True),
        ("Mohamed bin Sultan Al Farsi", "Mohammed bin Sultan", True),
        ("Nauseda", "Gintas Nausėda", True),
        ("Hamad bin Khalid", "Hamad bin Sultan", False),
        ("Taro Yamada", "Jiro Tanaka", False),
        ("Al-Mansour", "Hamad Al-Mansour", True),
    ],
)
def test_forms_of_one_name_are_one_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


def test_keys_of_names_drop_accents_particles_and_suffixes() -> None:
    assert name_key("José van der Berg, Jr.") == ("jose", "berg")


def test_a_person_named_three_ways_is_one() -> None:
    text = document(
        "Call with President Robert K. Brown, Jr.",
        "President Rob Brown spoke with Prime Minister Aiko Sato of Japan. Mr. Brown thanked Prime Minister Sato.",
    )
    figures = join_people(find_people(text))
    assert [f.names[0] for f in figures] == ["Robert K. Brown, Jr.", "Aiko Sato"]
    assert figures[0].names == ("Robert K. Brown, Jr.", "Rob Brown", "Brown")
    assert figures[1].party == "JP"
