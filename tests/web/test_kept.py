"""Answers kept while the ledger stays the same."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from summitry.web.kept import Kept


class Moving:
    """A ledger's revision and a clock, moved by hand; counts how often an answer was made."""

    def __init__(self) -> None:
        self.revision = 1
        self.now = 0.0
        self.made = 0
        self.kept = Kept(lambda: self.revision, lambda: self.now)

    def make(self) -> int:
        self.made += 1
        return self.made

    def ask(self) -> int:
        return self.kept.get("question", self.make)


def test_an_answer_is_made_once_while_nothing_changes() -> None:
    moving = Moving()
    assert [moving.ask(), moving.ask()] == [1, 1]


def test_an_older_answer_is_given_while_a_new_one_is_made_beside() -> None:
    moving = Moving()
    moving.ask()
    moving.revision = 2
    assert moving.ask() == 1
    moving.kept.close()
    assert moving.ask() == 2


def test_an_answer_that_is_too_old_is_waited_for() -> None:
    moving = Moving()
    moving.ask()
    moving.revision, moving.now = 2, 60.0
    assert moving.ask() == 2


def test_clearing_forgets_what_is_under_way_too() -> None:
    moving = Moving()
    begun, go_on = threading.Event(), threading.Event()

    def slow() -> str:
        begun.set()
        assert go_on.wait(10)
        return "old"

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(moving.kept.get, "slow", slow)
        assert begun.wait(10)
        moving.kept.clear()
        go_on.set()
        assert first.result() == "old"
    assert moving.kept.get("slow", lambda: "new") == "new"


def test_many_who_ask_at_once_wait_for_one() -> None:
    moving = Moving()
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: moving.ask(), range(40))) == {1}


def test_only_so_many_are_kept() -> None:
    moving = Moving()
    for number in range(400):
        moving.kept.get(number, lambda: 0)
    assert moving.kept.get(399, lambda: 1) == 0
    assert moving.kept.get(0, lambda: 1) == 1
