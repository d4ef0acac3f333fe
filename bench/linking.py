"""What following commitments costs a document, by the size of the ledger it is added to, on real texts.

Reads the sources first, then adds every document with the time of its adding and of its following taken apart; prints
medians and longest times by hundreds of documents.

usage: python bench/linking.py PATH … [--ledger FILE] [--steps N,N,…]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

from summitry.intake import Refusal
from summitry.ledger import Ledger
from summitry.pipeline import read_sources


def report(name: str, times: list[float]) -> None:
    """Print a line of figures, in milliseconds."""
    found = sorted(1000 * t for t in times)
    print(
        f"{name:>14}  median {statistics.median(found):7.1f}  longest {found[-1]:8.1f}  sum {sum(found) / 1000:7.1f} s"
    )


def main() -> int:
    """Read, add, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+", type=Path)
    parser.add_argument("--ledger", default=":memory:")
    parser.add_argument("--steps", default="350,700,1400")
    args = parser.parse_args()
    begun = time.perf_counter()
    read = [item for item in read_sources(args.sources) if not isinstance(item, Refusal)]
    print(f"{len(read)} documents read in {time.perf_counter() - begun:.0f} s")
    steps = [int(step) for step in args.steps.split(",")]
    times: list[float] = []
    with Ledger.open(args.ledger) as ledger:
        for document, records in read:
            start = time.perf_counter()
            ledger.add(document, records)
            times.append(time.perf_counter() - start)
    for low, high in zip([0, *steps], steps, strict=False):
        if times[low:high]:
            report(f"{low}–{min(high, len(times))}", times[low:high])
    return 0


if __name__ == "__main__":
    sys.exit(main())
