import pytest

from .small_texts import instruments


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They welcomed the Eight-point Cooperation Plan.", ["Eight-point Cooperation Plan"]),
        ("They recalled UN Security Council resolution 1540 (2004).", ["UN Security Council resolution 1540 (2004)"]),
        ("They reaffirmed the Treaty of Friendship and Cooperation.", ["Treaty of Friendship and Cooperation"]),
        ("They called for the implementation of the Minsk Agreements.", ["Minsk Agreements"]),
        ("The 2005 Joint Statement remains the basis of the talks.", ["2005 Joint Statement"]),
        ("They agreed on a plan.", []),
        ("This Joint Statement was issued in Kyoto.", []),
        ("The Vienna Convention on Consular Relations was cited. The Vienna Convention on Consular Relations applies.",
         ["Vienna Convention on Consular Relations"]),
    ],
)  # fmt: skip
def test_named_instruments(text, names):
    assert instruments(text) == names
