"""How fast date expressions are found: microseconds a sentence, over sentences of our own.

usage: python bench/dates.py [ROUNDS]
"""

from __future__ import annotations

import sys
import time
from statistics import median

from summitry.reading.en.dates import find_dates

SENTENCES = (
    "The two sides confirmed that the group will be held before the end of this year, and a dialogue early in 2018.",
    "Ministers met on the margins of the Lakes Summit on Tuesday, 7 November, to speak again within three months.",
    "Trade grew over the past ten years, from two billion in 2007 to three billion in the first half of 2017.",
    "The leaders reaffirmed the importance of regional peace and stability and of the rule of law at sea.",
    "They looked forward to the visit planned in November or December this year and to the forum in May 2018.",
)


def main(rounds: int) -> None:
    """Print the median time of a sentence over some rounds."""
    for sentence in SENTENCES:
        find_dates(sentence, "2017-11-10")
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        for sentence in SENTENCES:
            find_dates(sentence, "2017-11-10")
        times.append((time.perf_counter() - start) / len(SENTENCES) * 1e6)
    print(f"{median(times):.0f} µs a sentence (median of {rounds} rounds of {len(SENTENCES)} sentences)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
