"""The wording of two texts of a series, sentence by sentence and issue by issue."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summitry.ledger import DocumentRow, Ledger
from summitry.ledger.followup.passages import passages_of
from summitry.model.document import BODY_KINDS, Document, SegmentKind
from summitry.model.errors import SummitryError
from summitry.model.evidence import Evidence
from summitry.views.comparison.words import Bag, bag
from summitry.views.issues.headings import Headings
from summitry.views.issues.vocabulary import lasting, named_in
from summitry.views.ordering import in_order
from summitry.views.phrases.texts import weights_for
from summitry.views.question import Question
from summitry.views.runs import documents_of
from summitry.views.tables import Json, document_data
from summitry.views.versions import Change, Stretch, changed_words
from summitry.views.wording.align import pairs
from summitry.views.words import fold

__all__ = ["Line", "Matter", "Wording", "along", "between"]

# The issue of sentences that name none and stand under no heading.
OTHER = "Other matters"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of two texts: ``None`` on the side that lacks it.

    Args:
        a: the older text's sentence; ``b``: the newer's.
        pieces: the words that stayed, are gone and are new.
        moved: whether it stands elsewhere in the order of the sentences that both have.
    """

    a: Evidence | None
    b: Evidence | None
    pieces: tuple[Stretch, ...]
    moved: bool = False

    @property
    def change(self) -> str:
        """``same``, ``changed``, ``gone`` or ``new``."""
        if self.a is None or self.b is None:
            return "new" if self.a is None else "gone"
        return "changed" if any(piece.change in (Change.GONE, Change.NEW) for piece in self.pieces) else "same"

    def data(self) -> Json:
        """Return the sentence as JSON-ready data."""
        pieces = [{"change": piece.change.value, "text": piece.text} for piece in self.pieces]
        sides = {side: _quoted(evidence) for side, evidence in (("a", self.a), ("b", self.b))}
        return {"change": self.change, "moved": self.moved, **sides, "pieces": pieces}


@dataclass(frozen=True, slots=True)
class Matter:
    """The sentences of one issue, in the order of the newer text; what is gone stands where it stood."""

    issue: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """Two texts of a series, issue by issue in the order of the newer text."""

    a: DocumentRow
    b: DocumentRow
    matters: tuple[Matter, ...]

    def counts(self) -> dict[str, int]:
        """Return how many sentences are the same, changed, gone and new."""
        found = [line.change for matter in self.matters for line in matter.lines]
        return {change: found.count(change) for change in ("same", "changed", "gone", "new")}

    def data(self) -> Json:
        """Return the wording as JSON-ready data."""
        issues = [{"issue": m.issue, "sentences": [line.data() for line in m.lines]} for m in self.matters]
        return {"a": document_data(self.a), "b": document_data(self.b), "counts": self.counts(), "issues": issues}


@dataclass(frozen=True, slots=True)
class _Sentence:
    evidence: Evidence
    issue: str
    bag: Bag


def between(ledger: Ledger, one: str, other: str, parties: Collection[str] = ()) -> Wording:
    """Return the wording of two documents.

    Args:
        ledger: the ledger that holds them.
        one: the older, by (the beginning of) its id, its source, file name or address; ``other``: the newer.
        parties: codes of those who talk; without them those who published.

    Raises:
        LedgerError: there is no such document, or more than one.
    """
    older, newer = ledger.document(one), ledger.document(other)
    return _wording(ledger, older, newer, parties or {*older.publisher, *newer.publisher})


def along(ledger: Ledger, question: Question, series: str) -> tuple[Wording, ...]:
    """Return the wording of each two consecutive texts of a series that are of one kind and publisher, oldest first.

    Args:
        ledger: the ledger to ask.
        question: parties and day.
        series: its name or a part of it, or a level ("summit").

    Raises:
        SummitryError: there is no such series, or no two texts of it.
    """
    wanted = documents_of(ledger, question, series)
    runs: dict[tuple[str, tuple[str, ...]], list[DocumentRow]] = {}
    for row in ledger.documents(**question.filters):
        if row.document in wanted:
            runs.setdefault((row.kind, row.publisher), []).append(row)
    found = [pair for rows in runs.values() for pair in pairwise(rows)]
    if not found:
        raise SummitryError(f"no two texts of one kind and publisher tell of {series!r}", "name two documents instead")
    ranked = sorted(found, key=lambda pair: (pair[1].published or "", pair[1].document))
    return tuple(_wording(ledger, older, newer, question.parties) for older, newer in ranked)


def _wording(ledger: Ledger, older: DocumentRow, newer: DocumentRow, parties: Collection[str]) -> Wording:
    one, other = (tuple(_sentences(ledger.text(row.document), parties)) for row in (older, newer))
    met = pairs([s.bag for s in one], [s.bag for s in other])
    lines = list(_lines(one, other, met))
    issues = sorted(dict.fromkeys(issue for issue, _ in lines), key=lambda issue: issue == OTHER)
    matters = (Matter(issue, tuple(line for name, line in lines if name == issue)) for issue in issues)
    return Wording(older, newer, tuple(matters))


def _lines(one: Sequence[_Sentence], other: Sequence[_Sentence], met: dict[int, int]) -> Iterator[tuple[str, Line]]:
    """Every sentence with its issue; one that is gone comes before the next that stayed after it."""
    steady = in_order([met[number] for number in sorted(met)])
    back = {place: number for number, place in met.items()}
    told = 0
    for place, sentence in enumerate(other):
        number = back.get(place)
        if number is None:
            yield sentence.issue, _line(None, sentence)
            continue
        if place in steady:
            yield from ((s.issue, _line(s, None)) for n, s in enumerate(one[:number]) if n >= told and n not in met)
            told = max(told, number + 1)
        yield sentence.issue, _line(one[number], sentence, moved=place not in steady)
    yield from ((s.issue, _line(s, None)) for n, s in enumerate(one) if n >= told and n not in met)


def _line(a: _Sentence | None, b: _Sentence | None, *, moved: bool = False) -> Line:
    one, other = (fold(s.evidence.quote) if s else "" for s in (a, b))
    pieces = tuple(piece for piece in changed_words(one, other) if piece.text)
    return Line(a.evidence if a else None, b.evidence if b else None, pieces, moved)


def _sentences(document: Document, parties: Collection[str]) -> Iterator[_Sentence]:
    sides = weights_for(parties, ()).sides
    headings, under = Headings(), OTHER
    for segment in document.segments:
        if segment.kind is SegmentKind.HEADING:
            under = _issue(document.words(segment), parties, headings) or OTHER
        elif segment.kind in BODY_KINDS:
            # A sentence that names no issue goes on with that of the sentence before it in its paragraph.
            issue = under
            for passage in passages_of(document.text, [(segment.start, segment.end)]):
                issue = _issue(passage.text, parties) or issue
                evidence = document.evidence(passage.start, passage.end)
                yield _Sentence(evidence, issue, bag(f". {passage.text}", sides))


def _issue(text: str, parties: Collection[str], headings: Headings | None = None) -> str | None:
    """The issue that a text names first; for a heading also what itself is one."""
    named = named_in(text, parties)
    if named:
        return lasting()[named[0].key].name
    return fold(text) if headings and headings.key(fold(text)) else None


def _quoted(evidence: Evidence | None) -> Json | None:
    return {"text": evidence.quote, "start": evidence.start, "end": evidence.end} if evidence else None
