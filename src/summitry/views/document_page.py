"""One text with everything that was found in it, where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from summitry.ledger import DocumentRow, Finding, Ledger
from summitry.model.document import Document
from summitry.views.passages import Numbered, Passage, numbered, passages
from summitry.views.question import Question

# What a page of a long text may weigh, in characters of its text; a finding weighs as much as its explanation.
_PART, _FINDING = 130_000, 620

KINDS = ("commitments", "statements", "engagements", "events", "instruments")


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A text as its page shows it.

    Args:
        row: the document in the ledger.
        document: the text itself.
        versions: all texts of its address, oldest first.
        parts: the text in pieces, in as many parts as make pages of a bearable size.
        findings: everything found, numbered in the order of the text.
        counts: how much was found of each kind, whatever is shown.
        unverified: what the gate refused: kept, and not counted among findings.
    """

    row: DocumentRow
    document: Document
    versions: tuple[DocumentRow, ...]
    parts: tuple[tuple[Passage, ...], ...]
    findings: tuple[Numbered, ...]
    counts: Mapping[str, int] = field(hash=False)
    unverified: tuple[Finding, ...] = ()

    def part_with(self, record: str) -> int:
        """Return the number, from 1 on, of the part in which a record begins; 1 where none does."""
        held = (n for n, part in enumerate(self.parts, 1) for p in part for i in p.findings if i.finding.id == record)
        return next(held, 1)


def document_page(ledger: Ledger, row: DocumentRow, question: Question, *, show: str = "") -> DocumentPage:
    """Return a document's page.

    Args:
        ledger: the ledger to ask.
        row: the document.
        question: the day it is asked as of.
        show: mark only this kind of record; empty for all.
    """
    document = ledger.text(row.document)
    found = ledger.findings_of(row.document, as_of=question.as_of)
    verified = [finding for finding in found if not finding.unverified]
    shown = numbered(finding for finding in verified if show in ("", finding.kind_of_record))
    return DocumentPage(
        row=row,
        document=document,
        versions=ledger.versions(row.document),
        parts=tuple(_parts(passages(document, shown))),
        findings=shown,
        counts=Counter(finding.kind_of_record for finding in verified),
        unverified=tuple(finding for finding in found if finding.unverified),
    )


def _parts(found: Iterable[Passage]) -> Iterator[tuple[Passage, ...]]:
    part: list[Passage] = []
    weight = 0
    for passage in found:
        own = sum(len(piece.text) for piece in passage.pieces) + _FINDING * len(passage.findings)
        if part and weight + own > _PART:
            yield tuple(part)
            part, weight = [], 0
        part.append(passage)
        weight += own
    yield tuple(part)
