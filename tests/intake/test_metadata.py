import pytest

from summitry.intake import days, issuers, language
from summitry.intake.metadata import Fields, complete


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2022-05-29T13:15:00Z", "2022-05-29"),
        ("2021-01-22 11:50:59-05:00", "2021-01-22"),
        ("Fri, 21 May 2021 23:39:10 +0000", "2021-05-21"),
        ("08/09/1999", "1999-09-08"),
        ("10/25/2021", "2021-10-25"),
        ("25.10.2021", "2021-10-25"),
        ("2021/3/4", "2021-03-04"),
        ("20171110", "2017-11-10"),
        ("November 10, 2017", "2017-11-10"),
        ("Friday, 10th of November 2017", "2017-11-10"),
        ("10 Nov 2017", "2017-11-10"),
        ("2017-13-45", None),
        ("soon", None),
    ],
)
def test_days_of_fields(printed: str, day: str | None) -> None:
    assert days.from_field(printed) == day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://www.example.gov/2021/09/09/call/", "2021-09-09"),
        ("/data/2017-11-10-da-nang.txt", "2017-11-10"),
        ("https://www.example.gov/20210909_a.html", "2021-09-09"),
        ("https://www.example.gov/page4_001234.html", None),
        ("https://www.example.gov/99999999/", None),
    ],
)
def test_days_of_addresses(address: str, day: str | None) -> None:
    assert days.from_address(address) == day


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://www.state.gov/a/", "US"),
        ("http://en.kremlin.ru/events/1", "RU"),
        ("https://www.president.gov.ua/en/news/1", "UA"),
        ("https://www.mofa.go.jp/a", "JP"),
        ("https://www.gov.uk/government/news/a", "GB"),
        ("https://www.mfa.gov.mn/a", "MN"),
        ("https://www.foreignminister.gov.au/a", "AU"),
        ("https://ec.europa.eu/a", "EU"),
        ("https://www.regjeringen.no/a", "NO"),
        ("https://news.example.org/a", None),
        ("https://gov.example.com/a", None),
        ("not an address", None),
        ("http://[", None),
    ],
)
def test_issuers_of_addresses(url: str, code: str | None) -> None:
    assert issuers.from_url(url) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [("JP", "JP"), ("NATO", "NATO"), ("Japan", "JP"), ("The White House", "US"), ("XQ", None), ("Ruritania", None)],
)
def test_issuers_by_name(name: str, code: str | None) -> None:
    assert issuers.from_name(name) == code


def test_what_is_given_comes_before_what_the_address_tells() -> None:
    known = complete(Fields("2020-01-01-a.md", published="2021-02-03", issuers=("FR",), url="https://www.state.gov/"))
    assert (known.published, known.issuers) == ("2021-02-03", ("FR",))
    guessed = complete(Fields("2020-01-01-a.md", url="https://www.state.gov/"))
    assert (guessed.published, guessed.issuers) == ("2020-01-01", ("US",))


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (
            "The two leaders discussed the situation in the region and agreed to meet again in the spring.",
            "en",
        ),
        (
            "Les deux dirigeants ont évoqué la situation dans la région et sont convenus de se revoir au printemps.",
            "fr",
        ),
        (
            "Die Minister haben sich über die Lage in der Region ausgetauscht und werden sich im Frühjahr treffen.",
            "de",
        ),
        ("Президенты обсудили положение в регионе и договорились встретиться весной.", "ru"),
        ("Президенти обговорили ситуацію в регіоні та домовилися про зустріч навесні.", "uk"),
        ("両首脳は地域情勢について意見交換を行い、春に再会することで一致した。", "ja"),
        ("两国领导人就地区局势交换了意见。", "zh"),
        ("They met.", "en"),
        ("12 / 34", "und"),
    ],
)
def test_language(text: str, tag: str) -> None:
    assert language.detect(text) == tag


def test_a_declared_language_is_believed_only_for_short_texts() -> None:
    assert language.detect("Rencontre.", "fr") == "fr"
    assert language.detect("The two leaders met in the capital, and they agreed to meet again in spring.", "fr") == "en"
