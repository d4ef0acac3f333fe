"""Undertakings that hang on the words before a list."""

from __future__ import annotations

from summitry.model.records import DocumentKind

from .small_texts import commitments, quotes


def test_actions_to_come_are_undertaken_one_by_one() -> None:
    text = (
        "We must redouble our efforts to protect our people through the following actions:\n"
        "- Expand access to the tracing system.\n- Prepare a joint report on trafficking.\n- Sign a memorandum."
    )
    found = quotes(commitments(text, DocumentKind.JOINT_STATEMENT, items=True))
    assert [quote.split()[0] for quote in found[-3:]] == ["Expand", "Prepare", "Sign"]


def test_steps_already_taken_are_none() -> None:
    text = "We have taken the following steps:\n- Expanded access to the tracing system.\n- Prepared a joint report."
    assert quotes(commitments(text, DocumentKind.JOINT_STATEMENT, items=True)) == []


def test_a_verb_in_two_parts_is_one_act() -> None:
    found = quotes(commitments("The two leaders will convene a forum to be co-led by the ministries of defence."))
    assert found == ["The two leaders will convene a forum to be co-led by the ministries of defence"]


def test_a_sentence_run_into_the_next_is_cut() -> None:
    found = quotes(commitments("The two sides agreed to double bilateral trade by 2030.The partnership is strong."))
    assert found == ["agreed to double bilateral trade by 2030"]


def test_meetings_that_are_fixed_count() -> None:
    text = "Both sides discussed preparations for the leaders' summit to be hosted by Japan in May 2025."
    assert quotes(commitments(text)) == ["the leaders' summit to be hosted by Japan in May 2025"]
    assert quotes(commitments("Both sides resolved, as friends, to meet every year.")) == [
        "resolved, as friends, to meet every year"
    ]
