"""Measures reading: documents a second and memory, with the bare parser on the same texts in the same run.

Rounds of both alternate, so that a noisy machine touches both alike; the figure that counts is the ratio.

usage: python bench/reading.py [PATH …] [--documents N] [--rounds N]
PATH is anything that ``summitry add`` takes; without one, the bundled samples are read, repeated.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import summitry
from summitry.intake import take
from summitry.model.document import Document
from summitry.reading import reader_for
from summitry.reading.en.parse import PARSED_KINDS, load_model, parse

SAMPLES = Path(summitry.__file__).parent / "samples"


def gather(paths: Iterable[str], wanted: int) -> list[Document]:
    """Return ``wanted`` documents spread over the sources; few documents are repeated."""
    found = [d for d in take(paths) if isinstance(d, Document)]
    if not found:
        sys.exit("no documents at the given paths")
    random.Random(1).shuffle(found)
    return [found[i % len(found)] for i in range(wanted)]


def bare(documents: list[Document]) -> None:
    """Run the parser alone over the same segments."""
    texts = [d.words(s) for d in documents for s in d.segments if s.kind in PARSED_KINDS]
    for _ in load_model().pipe(texts, batch_size=64):
        pass


def parsing(documents: list[Document]) -> None:
    """Run the parser as the reader does, without reading."""
    for _ in parse(documents):
        pass


def reading(documents: list[Document]) -> None:
    """Read the documents whole."""
    for _ in reader_for("en").read_many(documents):
        pass


def seconds(work: Callable[[list[Document]], None], documents: list[Document]) -> float:
    """Return how long a pass takes, in seconds of process time."""
    start = time.process_time()
    work(documents)
    return time.process_time() - start


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("paths", nargs="*", default=[str(SAMPLES)])
    arguments.add_argument("--documents", type=int, default=200)
    arguments.add_argument("--rounds", type=int, default=3)
    options = arguments.parse_args()
    documents = gather(options.paths, options.documents)
    characters = sum(len(d.text) for d in documents)
    for work in (bare, reading):
        work(documents[:20])
    times: dict[str, list[float]] = {"parser alone": [], "parse stage": [], "reading whole": []}
    for _ in range(options.rounds):
        for name, work in zip(times, (bare, parsing, reading), strict=True):
            times[name].append(seconds(work, documents))
    print(f"{len(documents)} documents, {characters:,} characters, {options.rounds} rounds")
    base = statistics.median(times["parser alone"])
    for name, rounds in times.items():
        middle = statistics.median(rounds)
        print(f"{name:14} {middle:7.2f} s  {len(documents) / middle:7.1f} documents/s  {middle / base:5.2f} × parser")
    print(f"peak memory    {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:7.0f} MB")


if __name__ == "__main__":
    main()
