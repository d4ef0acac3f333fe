"""Work spread over processes, with the results in the order of the work."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from summitry.model.errors import SummitryError

T = TypeVar("T")
R = TypeVar("R")

# Tasks in hand for each process: one under work and one waiting, so that memory stays bounded and nobody idles.
_AHEAD = 2


def default_jobs() -> int:
    """Return how many processes are worth starting: the cores this process may use, at most 4."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(4, allowed)


def map_in_order(function: Callable[[T], R], items: Iterable[T], jobs: int) -> Iterator[R]:
    """Yield ``function(item)`` for each item, in order, worked out in ``jobs`` processes.

    Items are taken only as fast as results are asked for. The function must be importable by name.

    Raises:
        SummitryError: a process was ended from outside.
    """
    # A fresh interpreter each: a forked copy would share locks and threads of the parser.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_parent)
    waiting: deque[Future[R]] = deque()
    source = iter(items)
    try:
        while True:
            waiting.extend(pool.submit(function, item) for item in islice(source, jobs * _AHEAD - len(waiting)))
            if not waiting:
                return
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise SummitryError(
            "a reading process was ended from outside, perhaps for want of memory",
            "what was finished is kept; run it again with --jobs 1",
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
