"""Issues: agenda items that come back from document to document, by their headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from summitry.ledger import Finding, Ledger
from summitry.views.question import Question
from summitry.views.words import fold


@dataclass(slots=True)
class _Group:
    names: Counter[str] = field(default_factory=Counter)
    days: dict[str, str | None] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Issue:
    """An agenda item.

    Args:
        name: its heading as printed most often.
        documents: in how many documents it stands; ``years``: of which years, each once for each document.
        statements: how many; ``commitments`` likewise.
        first: day of the oldest of them (ISO); ``last``: of the newest.
    """

    name: str
    documents: int
    years: tuple[int, ...]
    statements: int
    commitments: int
    first: str | None
    last: str | None


def issues(ledger: Ledger, question: Question) -> tuple[Issue, ...]:
    """Return the issues of a question's documents, those in most documents first."""
    return issues_among((*ledger.statements(**question.filters), *ledger.commitments(**question.filters)))


def issues_among(findings: Iterable[Finding]) -> tuple[Issue, ...]:
    """Return the issues that findings stand under."""
    groups: dict[str, _Group] = {}
    for finding in findings:
        if finding.heading:
            group = groups.setdefault(fold(finding.heading).casefold(), _Group())
            group.names[fold(finding.heading)] += 1
            group.days[finding.document] = finding.published
            group.kinds[finding.kind_of_record] += 1
    return tuple(sorted((_issue(group) for group in groups.values()), key=lambda i: (-i.documents, i.name)))


def _issue(group: _Group) -> Issue:
    days = sorted(day for day in group.days.values() if day)
    return Issue(
        name=max(group.names, key=lambda name: (group.names[name], name)),
        documents=len(group.days),
        years=tuple(int(day[:4]) for day in days),
        statements=group.kinds["statements"],
        commitments=group.kinds["commitments"],
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )
