"""The English reader: parse, header, sides, statements, commitments, events, instruments, gate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from summitry.model.document import Document
from summitry.model.evidence import Grounds, Support
from summitry.model.records import Records
from summitry.reading.en.commitments import read_commitments
from summitry.reading.en.events import read_events
from summitry.reading.en.header import read_header
from summitry.reading.en.instruments import read_instruments
from summitry.reading.en.naming import Naming
from summitry.reading.en.parse import Parsed, parse
from summitry.reading.en.sides import Sides
from summitry.reading.en.statements import read_statements
from summitry.reading.en.tongue import English
from summitry.reading.gate import verify


class EnglishReader:
    """Reads English texts with rules over a dependency parse."""

    name = "en-1"

    def read(self, document: Document) -> Records:
        """Return everything that is found in a document.

        Raises:
            ModelMissingError: no English model package is installed.
        """
        return next(iter(self.read_many([document])))

    def read_many(self, documents: Iterable[Document]) -> Iterator[Records]:
        """Yield the records of many documents in their order; parsing is shared in batches."""
        for parsed in parse(documents):
            yield verify(parsed.document, self.read_parsed(parsed), English())

    def read_parsed(self, parsed: Parsed) -> Records:
        """Return what is found in a parsed document, before the gate."""
        header = read_header(parsed)
        sides = Sides(parsed, header)
        statements = read_statements(parsed, header, sides)
        commitments = read_commitments(parsed, header, sides, statements)
        naming = Naming(parsed, header)
        return Records(
            document=parsed.document.id,
            publisher=header.publisher,
            published=header.published,
            kind=header.kind,
            sections=header.sections,
            engagements=header.engagements,
            statements=tuple(
                replace(s, grounds=_with(s.grounds, naming.support("speakers", s.speakers, s.speaker_name)))
                for s in statements
            ),
            commitments=tuple(
                replace(c, grounds=_with(c.grounds, naming.support("parties", c.parties))) for c in commitments
            ),
            events=read_events(parsed, header, sides),
            instruments=read_instruments(parsed, header, sides),
            officials=header.officials,
            reader=self.name,
        )


def _with(grounds: Grounds, support: tuple[Support, ...]) -> Grounds:
    return replace(grounds, support=grounds.support + support)
