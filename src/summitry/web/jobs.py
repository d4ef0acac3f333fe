"""Documents being taken in while pages go on being served: one job after another, each with its progress."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Protocol

from summitry.model.errors import SummitryError

# Finished jobs that can still be looked at.
_REMEMBERED = 50


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one input: the ledger's word on it with its document, or why it was refused."""

    source: str
    title: str = ""
    document: str | None = None
    status: str = "refused"
    reason: str = ""
    hint: str = ""


class Work(Protocol):
    """Takes inputs in, and yields what became of each."""

    def __call__(self) -> Iterable[Taken]:
        """Do the work."""
        ...


@dataclass(slots=True)
class Job:
    """Work under way or done; ``total`` is about how many inputs there are."""

    name: str
    total: int
    taken: list[Taken] = field(default_factory=list)
    done: bool = False
    failure: str = ""

    def count(self, status: str) -> int:
        """Return how many inputs went this way."""
        return sum(item.status == status for item in self.taken)

    @property
    def statuses(self) -> Iterator[tuple[str, int]]:
        """How many inputs went which way, as far as any did."""
        words = ("new", "version", "reread", "already", "refused")
        return ((word, number) for word in words if (number := self.count(word)))


class Jobs:
    """The jobs of one server; ``wrote`` is told at the end of each."""

    def __init__(self, wrote: Callable[[], None]) -> None:
        self._wrote = wrote
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()
        # One at a time: the parser is not made for several threads, and the ledger takes one writer.
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="summitry-add")

    def start(self, work: Work, total: int) -> Job:
        """Begin work in the background and return its job."""
        job = Job(secrets.token_urlsafe(9), total)
        with self._lock:
            self._jobs[job.name] = job
            while len(self._jobs) > _REMEMBERED:
                self._jobs.popitem(last=False)
        self._pool.submit(self._run, job, work)
        return job

    def get(self, name: str) -> Job | None:
        """Return a job by its name, while it is remembered."""
        with self._lock:
            return self._jobs.get(name)

    def close(self) -> None:
        """Begin no further jobs; the one under way ends with the process, its documents whole or not there."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _run(self, job: Job, work: Work) -> None:
        try:
            for item in work():
                job.taken.append(item)
        except SummitryError as error:
            job.failure = f"{error.message}. {error.hint}".strip()
        finally:
            job.done = True
            self._wrote()
