"""What changed between two versions: words, or only their layout."""

from __future__ import annotations

from summitry.intake import from_text
from summitry.views.versions import Change, changes

WORDS = "The ministers will meet in May in Oslo. They agreed to share schedules."


def compared(before: str, after: str) -> list[tuple[str, str]]:
    one, other = (from_text(text, source="t.txt", title="Talks") for text in (before, after))
    return [(s.change.value, s.text) for s in changes(one, other).stretches]


def test_changed_words_are_gone_and_new() -> None:
    found = compared(WORDS, WORDS.replace("May", "June"))
    assert ("gone", "May") in found
    assert ("new", "June") in found
    assert (
        "".join(text for change, text in found if change != "gone").split()[-11:]
        == WORDS.replace("May", "June").split()[-11:]
    )


def test_layout_alone_is_no_silent_edit() -> None:
    one = from_text(WORDS, source="t.txt", title="Talks")
    other = from_text(WORDS.replace("Oslo. They", "Oslo.\n\nThey"), source="t.txt", title="Talks")
    found = changes(one, other)
    assert not found.is_silent_edit
    assert {stretch.change for stretch in found.stretches} == {Change.SAME, Change.LAYOUT}


def test_a_caveat_that_is_dropped_is_seen() -> None:
    one = from_text(WORDS.replace("Oslo.", "Oslo, if weather permits."), source="t.txt", title="Talks")
    found = changes(one, from_text(WORDS, source="t.txt", title="Talks"))
    assert found.is_silent_edit
    assert found.count("gone") == 3
    assert found.count("new") == 0


def test_what_stayed_the_same_for_long_is_folded() -> None:
    long = "word " * 500
    found = compared(f"A.\n\n{long}\n\nB.", f"C.\n\n{long}\n\nB.")
    assert any(change == "folded" for change, _ in found)
