"""Where a text names its sides: the words that a record points to for those who speak or undertake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summitry.model.evidence import Evidence, Support
from summitry.model.records import Official, Participant
from summitry.reading.en.header import Header
from summitry.reading.en.parse import Parsed
from summitry.reading.parties import find_parties, members_of


class Naming:
    """The first place where a document names each party, by one of its people or by its own name."""

    def __init__(self, parsed: Parsed, header: Header) -> None:
        taking_part = (p for e in header.engagements for p in e.participants)
        self._people: dict[str, Evidence] = {}
        self._parties: dict[str, Evidence] = {}
        named: list[Official | Participant] = [*taking_part, *header.officials]
        for person in named:
            if person.party and person.name:
                self._people.setdefault(person.name, person.evidence)
                self._parties.setdefault(person.party, person.evidence)
        for code, evidence in _mentions(parsed):
            self._parties.setdefault(code, evidence)

    def support(self, field: str, codes: Iterable[str], person: str | None = None) -> tuple[Support, ...]:
        """Return for each party the words that name it, those of a person where it is one person's act.

        Args:
            field: the record's field that the words stand for.
            codes: the parties; one that the text never names (a publisher's "I") has no words.
            person: the name of the one person meant, as first printed.
        """
        if person in self._people:
            return (Support(field, self._people[person]),)
        return tuple(Support(field, self._parties[code]) for code in codes if code in self._parties)


def _mentions(parsed: Parsed) -> Iterator[tuple[str, Evidence]]:
    document = parsed.document
    for passage in parsed.passages:
        for mention in find_parties(document.words(passage.segment)):
            for code in (mention.code, *members_of(mention.code)):
                yield code, passage.at(mention.start, mention.end)
