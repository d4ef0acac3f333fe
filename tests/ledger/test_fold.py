import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.ledger.fold import fold, name_key, name_parts, person_key, same_name, skeleton, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Zelenskyy"), ("Zelenskiy", "Zelenskyi"), ("Lavroff", "Lavrov"), ("Müller", "Mueller"),
        ("Erdoğan", "Erdogan"), ("Khrushchev", "Hrushchev"), ("Mohammed", "Muhammad"), ("Sissi", "Sisi"),
        ("Łukasz", "Lukasz"), ("Kuleba", "KULEBA"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("Abe", "Obi"), ("Berg", "Vik"), ("Solberg", "Sørensen"), ("Wang", "Wei")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("ABE Shinzo", "ABE"), ("Shinzo Abe", "Abe"), ("Lee In-young", "Lee"), ("Jean-Yves Le Drian", "Drian"),
        ("Joseph R. Biden, Jr.", "Biden"), ("Otieno", "Otieno"), ("NGUYEN", "NGUYEN"),
    ],
)  # fmt: skip
def test_the_surname_stands_first(name: str, surname: str) -> None:
    assert name_parts(name)[0] == surname


def test_a_given_name_in_common_is_not_enough() -> None:
    assert same_name(name_key("Ingrid Solberg"), name_key("SOLBERG Ingrid"))
    assert same_name(name_key("Solberg"), name_key("Ingrid Sølberg"))
    assert not same_name(name_key("Ingrid Solberg"), name_key("Ingrid Vik"))
    assert not same_name(name_key("Chung Eui-yong"), name_key("Lee In-young"))
    assert not same_name((), name_key("Berg"))


@given(st.text())
def test_any_name_has_keys(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert isinstance(person_key(name), str)
    assert all(sound(part) and skeleton(part) for part in name_parts(name))
