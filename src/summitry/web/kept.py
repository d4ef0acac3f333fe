"""Answers kept for as long as the ledger stays the same."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from summitry.model.errors import SummitryError

T = TypeVar("T")

# Answers kept at once; the one that was asked for longest ago gives way.
_ROOM = 256
# Seconds for which an answer that is older than the ledger is still given, while a new one is made beside it: another
# process may write without a pause, and nobody should wait for every document of it.
_GRACE = 30.0


@dataclass(slots=True)
class _Answer:
    revision: int
    made: float
    value: Any


class Kept:
    """Answers by their question; ``revision`` tells how far the ledger has come.

    What this process writes itself is followed by :meth:`clear`, so that a person sees their own decision at once.
    """

    def __init__(self, revision: Callable[[], int], clock: Callable[[], float] = time.monotonic) -> None:
        self._revision = revision
        self._clock = clock
        self._answers: OrderedDict[Hashable, _Answer] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()
        self._cleared = 0
        # One at a time: pages that are being read come first.
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="summitry-kept")

    def get(self, question: Hashable, make: Callable[[], T]) -> T:
        """Return the answer to a question.

        It is made anew where the ledger has moved on since: at once where it is older than the grace, or else beside,
        so that the next who asks has it.
        """
        value: T = self._answer(question, make).value
        with self._lock:
            if question in self._answers:
                self._answers.move_to_end(question)
        return value

    def clear(self) -> None:
        """Forget all answers; what is under way is not kept."""
        with self._lock:
            self._answers.clear()
            self._cleared += 1

    def close(self) -> None:
        """Begin nothing further beside."""
        self._beside.shutdown(wait=True, cancel_futures=True)

    def _is_fresh(self, answer: _Answer) -> bool:
        return answer.revision == self._revision()

    def _answer(self, question: Hashable, make: Callable[[], Any]) -> _Answer:
        with self._lock:
            making = self._making.setdefault(question, threading.Lock())
            found = self._answers.get(question)
        if found and self._is_fresh(found):
            return found
        if found and self._clock() - found.made < _GRACE:
            if making.acquire(blocking=False):
                self._beside.submit(self._renew, question, make, making)
            return found
        with making:
            found = self._answers.get(question)
            return found if found and self._is_fresh(found) else self._make(question, make)

    def _renew(self, question: Hashable, make: Callable[[], Any], making: threading.Lock) -> None:
        try:
            self._make(question, make)
        except SummitryError:
            # Whoever asks next meets the error itself.
            with self._lock:
                self._answers.pop(question, None)
        finally:
            making.release()

    def _make(self, question: Hashable, make: Callable[[], Any]) -> _Answer:
        revision, now, cleared = self._revision(), self._clock(), self._cleared
        answer = _Answer(revision, now, make())
        with self._lock:
            if cleared == self._cleared:
                self._answers[question] = answer
            while len(self._answers) > _ROOM:
                old, _ = self._answers.popitem(last=False)
                self._making.pop(old, None)
        return answer
