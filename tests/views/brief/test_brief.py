"""What a brief holds: parts, sources, the day it is for, persons' words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from typing import Any

import pytest

from summitry.ledger import Ledger
from summitry.model.errors import SummitryError
from summitry.views.brief import brief
from summitry.views.words import fold
from tests.ledger.followup.test_keeping import AGAIN, PROMISED
from tests.views.brief.telling import BEFORE, hostile, lines, told_twice


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with told_twice() as opened:
        yield opened


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from strings(item)


def test_a_brief_has_its_parts_in_order(ledger: Ledger) -> None:
    made = brief(ledger, ("JP", "NO"), BEFORE)
    assert [part.title for part in made.parts] == [
        "Where things stand", "What was promised", "What changed in wording", "What the other side said", "What comes",
    ]  # fmt: skip
    assert made.title == "Japan – Norway"
    assert made.subtitle == "Brief for 1 Mar 2026"
    assert "3 documents published 8 Nov 2024 to 15 Nov 2025" in made.basis


def test_every_line_has_words_that_stand_in_a_source(ledger: Ledger) -> None:
    made = brief(ledger, ("JP", "NO"), BEFORE, limit=50)
    texts = {fold(row.title): fold(ledger.text(row.document).text) for row in ledger.documents(parties=("JP", "NO"))}
    found = list(lines(made))
    assert len(found) == 10
    for line in found:
        assert line.quotes
        for quoted in line.quotes:
            assert quoted.words in texts[quoted.source.title]
            assert quoted.source in made.sources
            assert quoted.source.publisher in ("Japan", "Norway")
            assert quoted.source.published != "no date"
            assert quoted.source.place
    assert [source.number for source in made.sources] == [1, 2, 3]


def test_an_address_is_linked_and_a_file_goes_by_its_name(ledger: Ledger) -> None:
    known = {source.title: source for source in brief(ledger, ("JP", "NO"), BEFORE).sources}
    assert known["Japan-Norway Relations"].url == "https://mofa.jp.example/3"
    assert (known["Meeting in Bergen"].url, known["Meeting in Bergen"].place) == (None, "mofa.txt")


def test_promises_stand_by_what_the_calendar_and_the_texts_say(ledger: Ledger) -> None:
    (promised,) = [p for p in brief(ledger, ("JP", "NO"), BEFORE).parts if p.title == "What was promised"]
    groups = {group.title.partition(":")[0]: group for group in promised.groups}
    assert set(groups) == {"Overdue", "Still to come", "Without a date", "To be carried on"}
    overdue = groups["Overdue"].lines
    assert [line.text for line in overdue] == ["Japan and Norway, spring 2025", "Japan and Norway, by 31 Dec 2024"]
    assert all(line.urgent and line.label == "overdue, nothing heard" for line in overdue)
    assert "Caveat: next spring" in overdue[0].notes
    assert not any(line.urgent for line in groups["Still to come"].lines)


def test_later_words_stand_with_the_promise(ledger: Ledger) -> None:
    for text in (PROMISED, AGAIN):
        replace(text, sides=("JP", "NO")).add(ledger)
    made = brief(ledger, ("JP", "NO"), date(2032, 1, 1), limit=20)
    (line,) = [item for item in lines(made, "What was promised") if "Barents" in item.quotes[0].words]
    assert line.label == "overdue, restated"
    assert [(q.lead, q.words) for q in line.quotes[1:]] == [("restated", fold(AGAIN.words))]


def test_the_accounts_of_both_sides_are_laid_together(ledger: Ledger) -> None:
    (part,) = [p for p in brief(ledger, ("JP", "NO"), BEFORE).parts if p.title == "What the other side said"]
    assert "the account of Japan beside that of Norway" in part.lead
    assert "place Bergen (Japan), Oslo (Norway)" in part.lead
    groups = {group.title: group.lines for group in part.groups}
    assert [line.quotes[0].words for line in groups["Only Japan says"]] == ["urged Norway to send a third ship"]
    assert groups["Only Japan says"][0].label == "urge"
    other = brief(ledger, ("NO", "JP"), BEFORE)
    assert "the account of Norway beside that of Japan" in other.parts[3].lead


def test_a_side_without_an_account_is_named(ledger: Ledger) -> None:
    told = [note for line in lines(brief(ledger, ("JP", "NO"), BEFORE), "Where things stand") for note in line.notes]
    assert "No account in the ledger from Norway" in told
    assert any("number 4" in part.lead for part in brief(ledger, ("JP", "NO"), BEFORE).parts)


@pytest.mark.parametrize("day", [date(2024, 11, 9), date(2025, 11, 15), date(2025, 11, 16), date(2026, 3, 1)])
def test_nothing_published_on_the_day_or_later_is_in_it(ledger: Ledger, day: date) -> None:
    made = brief(ledger, ("JP", "NO"), day, limit=50)
    later = [row for row in ledger.documents() if str(row.published) >= day.isoformat()]
    for row in later:
        assert row.title not in [source.title for source in made.sources]
    said = " ".join(strings(asdict(made)))
    assert ("Oslo" in said) == ("6th meeting" in said) == (day > date(2025, 11, 15))


def test_before_the_first_text_there_is_no_brief(ledger: Ledger) -> None:
    with pytest.raises(SummitryError, match="nothing of JP, NO published before 2024-11-08"):
        brief(ledger, ("JP", "NO"), date(2024, 11, 8))


def test_what_persons_decided_since_counts_for_a_day_gone_by(ledger: Ledger) -> None:
    day = date(2024, 12, 1)
    name = next(c.id for c in ledger.commitments() if "catch register" in c.quote)
    meeting = next(a.id for a in ledger.accounts() if "held his 3rd" in a.quote)
    ledger.decide("reject", name, "Ada", "a hope")
    ledger.decide("correct", meeting, "Ada", "", {"place": "Bodø"})
    made = brief(ledger, ("JP", "NO"), day)
    assert not any("catch register" in q.words for line in lines(made, "What was promised") for q in line.quotes)
    assert "3rd Japan-Norway Summit Meeting: 8 Nov 2024, Bodø" in [line.text for line in lines(made)]


def test_the_same_ledger_gives_the_same_brief(ledger: Ledger) -> None:
    with told_twice() as again:
        assert brief(ledger, ("JP", "NO"), BEFORE) == brief(again, ("JP", "NO"), BEFORE)


def test_no_text_in_a_brief_can_trick_a_reader() -> None:
    said = list(strings(asdict(hostile())))
    assert not any(set("\x1b\u202e\n\x00") & set(words) for words in said)
    assert not any("javascript:" in str(source.url) for source in hostile().sources)
