"""Scores event data on public gold records, beside what PETRARCH2 reaches.

PATH is a file of the PLOVER gold standard records (JSON objects with source, target, event, text), of PETRARCH's
validation records (XML with EventCoding and Text), or a folder of such files. Each sentence is read as a document of
its own, and its findings are coded as ``summitry export events`` codes them; where a finding names no target, the
parties in its quote are its targets. A record is right where one of our events has its category and one of its pairs
of states: source and target in this order, unless the actors do it with one another. An actor for whom the record
names no state is not compared; the second line leaves such records out. Categories that versions of PLOVER name
otherwise are taken for the same (plover.yaml).

usage: python bench/peers/events.py PATH [--show N]
example: python bench/peers/events.py ~/corpora/plover/PLOVER_GSR_CAMEO.txt --show 20
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from event_records import Dyad, GoldEvent, category, country, load
from figures import run, show, table

from summitry.intake import from_text
from summitry.model.codec import Record
from summitry.model.records import Records, Statement
from summitry.reading import reader_for
from summitry.reading.parties import find_parties
from summitry.views.exports.events import actor, coding_of


@dataclass(frozen=True, slots=True)
class Found:
    """An event that the program finds: its category and its pair of states."""

    category: str
    dyad: Dyad


# The events found in each sentence, by its words and its day.
Readings = dict[tuple[str, str | None], tuple[Found, ...]]


def events_of(records: Records) -> Iterator[Found]:
    """Yield the events among the findings; what has no category is none."""
    found: tuple[Record, ...] = (*records.engagements, *records.statements, *records.commitments)
    for record in found:
        pairs, coding = coding_of(record)
        name = _category(record, coding)
        for source, target in pairs if name else ():
            for other in (target,) if target else _named(record, source):
                yield Found(name, (country(actor(source)), country(actor(other))))


def _category(record: Record, coding: dict[str, object]) -> str:
    plover = table("plover")
    if isinstance(record, Statement) and not record.negated:
        more = next((c for cue, c in plover["cues"].items() if record.cue.lower().startswith(cue)), None)
        if more:
            return category(more)
    name = str(coding["plover"])
    return category(plover["negated"].get(name, "") if coding["negated"] else name)


def _named(record: Record, source: str) -> list[str]:
    """The parties that a finding's words name beside its source; nobody, where there are none."""
    found = dict.fromkeys(m.code for m in find_parties(record.grounds.evidence.quote) if m.code != source)
    return list(found) or [""]


def right(gold: GoldEvent, found: Iterable[Found]) -> tuple[bool, bool]:
    """Return whether an event of the gold's category was found, and whether one with its pair of states was."""
    named = [f.dyad for f in found if f.category == gold.category]
    wanted = {*gold.dyads, *(dyad[::-1] for dyad in gold.dyads)} if gold.mutual else {*gold.dyads}
    return bool(named), any(_alike(want, dyad) for want in wanted for dyad in named)


def _alike(gold: Dyad, found: Dyad) -> bool:
    return all(want in ("", have) for want, have in zip(gold, found, strict=True))


def read(gold: Iterable[GoldEvent]) -> Readings:
    """Return the events found in each sentence, by its words and day."""
    sentences = list(dict.fromkeys((event.text, event.day) for event in gold))
    documents = [from_text(text, source=f"sentence {n}", published=day) for n, (text, day) in enumerate(sentences, 1)]
    records = reader_for("en").read_many(documents)
    return {key: tuple(events_of(r)) for key, r in zip(sentences, records, strict=True)}


def differences(gold: Iterable[GoldEvent], found: Readings) -> Iterator[str]:
    """Yield a line for each record that is not right, with what was found in its place."""
    for event in gold:
        ours = found[event.text, event.day]
        if not right(event, ours)[1]:
            printed = ", ".join(f"{f.category} {'→'.join(f.dyad)}" for f in ours) or "nothing"
            wanted = " or ".join("→".join(dyad) for dyad in event.dyads)
            yield f"{event.name}: {event.category} {wanted}, not {printed}: {event.text}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, metavar="PATH", help="a file of gold records, or a folder of them")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print so many records that are not right")
    options = parser.parse_args()
    gold = load(options.path)
    read(gold[:1])
    start = time.process_time()
    found = read(gold)
    speed = len(found) / max(time.process_time() - start, 1e-9)
    for line, _ in zip(differences(gold, found), range(options.show), strict=False):
        print(line)
    report(gold, found, speed)


def report(gold: Sequence[GoldEvent], found: Readings, speed: float) -> None:
    """Print the records by category, then our figures beside the peer's; ``speed`` is in sentences a second."""
    every, named, both = count(gold, found)
    show(
        ("category", "records", "category right", "and states"),
        [(c, every[c], named[c], both[c]) for c in sorted(every)],
    )
    print()
    complete = [event for event in gold if event.complete]
    theirs = table("peers")["events"]
    peers = [(p["name"], None, f"{p['right']:.1f} %", p["agree"], f"{p['speed']:,}") for p in theirs["peers"]]
    ours = [
        _line("Summitry", gold, found, f"{speed:,.0f}"),
        _line(f"  {len(complete)} that name both states", complete, found, None),
    ]
    show((f"{len(gold)} records", "category", "and states", "AGREE", "sentences/s"), [*ours, *peers])
    print(f"PETRARCH2's figures are on the {theirs['set']}, its speed without the parsing that it is given.")


def count(gold: Iterable[GoldEvent], found: Readings) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return by category how many records there are, of how many the category is right, and the states too."""
    every, named, both = Counter[str](), Counter[str](), Counter[str]()
    for event in gold:
        has_category, has_both = right(event, found[event.text, event.day])
        every[event.category] += 1
        named[event.category] += has_category
        both[event.category] += has_both
    return every, named, both


def _line(name: str, gold: Sequence[GoldEvent], found: Readings, speed: str | None) -> tuple[str | None, ...]:
    every, named, both = count(gold, found)
    shares = [f"{100 * c.total() / len(gold):.1f} %" if gold else None for c in (named, both)]
    return name, *shares, f"{both['AGREE']} of {every['AGREE']}", speed


if __name__ == "__main__":
    sys.exit(run(main))
