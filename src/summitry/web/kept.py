"""Answers kept for as long as the ledger stays the same."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")

# Answers kept at once; the one that was asked for longest ago gives way.
_ROOM = 256
# Seconds for which an answer may be older than the ledger while another process writes to it without a pause.
_GRACE = 2.0


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

    def get(self, question: Hashable, make: Callable[[], T]) -> T:
        """Return the answer to a question, made anew only where the ledger has moved on since."""
        with self._lock:
            making = self._making.setdefault(question, threading.Lock())
        with making:
            revision, now = self._revision(), self._clock()
            with self._lock:
                found = self._answers.get(question)
                if found and (found.revision == revision or now - found.made < _GRACE):
                    self._answers.move_to_end(question)
                    value: T = found.value
                    return value
            value = make()
            self._keep(question, _Answer(revision, now, value))
            return value

    def clear(self) -> None:
        """Forget all answers."""
        with self._lock:
            self._answers.clear()

    def _keep(self, question: Hashable, answer: _Answer) -> None:
        with self._lock:
            self._answers[question] = answer
            while len(self._answers) > _ROOM:
                old, _ = self._answers.popitem(last=False)
                self._making.pop(old, None)
