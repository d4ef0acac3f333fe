"""Issues: agenda items followed from document to document, by headings, vocabulary and likeness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from summitry.ledger import Finding, Ledger
from summitry.views.issues.headings import Headings
from summitry.views.issues.vocabulary import lasting, named_in
from summitry.views.question import Question
from summitry.views.renaming import Given, given_names
from summitry.views.tables import Answer, Json, answer
from summitry.views.words import fold

__all__ = ["COLUMNS", "SUBJECT", "Issue", "issue_answer", "issues", "issues_among", "issues_of"]

COLUMNS = ("name", "documents", "statements", "commitments", "first", "last", "headings", "key")
# What decisions about issues name them by, before their key.
SUBJECT = "issue: "


@dataclass(slots=True)
class _Group:
    key: str
    headings: Counter[str] = field(default_factory=Counter)
    days: dict[str, str | None] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Issue:
    """An agenda item.

    Args:
        name: the name that a person gave it, or that of the vocabulary, or its heading as printed most often.
        documents: in how many documents it stands; ``years``: of which years, each once for each document.
        statements: how many; ``commitments`` likewise.
        first: day of the oldest of them (ISO); ``last``: of the newest.
        key: what decisions name it by, after ``issue: ``.
        headings: the headings it stands under, as printed, the commonest first.
    """

    name: str
    documents: int
    years: tuple[int, ...]
    statements: int
    commitments: int
    first: str | None
    last: str | None
    key: str = ""
    headings: tuple[str, ...] = ()

    def data(self) -> Json:
        """Return the issue as JSON-ready data."""
        return {**self.cells(), "years": list(self.years)}

    def cells(self) -> Json:
        """Return the issue flat, by :data:`COLUMNS`."""
        own = {"name": self.name, "documents": self.documents, "statements": self.statements}
        seen = {"commitments": self.commitments, "first": self.first, "last": self.last}
        return {**own, **seen, "headings": list(self.headings), "key": self.key}


def issues(ledger: Ledger, question: Question) -> tuple[Issue, ...]:
    """Return the issues of a question's documents, those in most documents first."""
    found = (*ledger.statements(**question.filters), *ledger.commitments(**question.filters))
    return issues_among(found, question.parties, given_names(ledger, SUBJECT, question))


def issue_answer(ledger: Ledger, question: Question, *, limit: int | None = None) -> Answer[Issue]:
    """Return the same as an answer of at most ``limit`` rows."""
    return answer(list(issues(ledger, question)), limit)


def issues_among(
    findings: Iterable[Finding], parties: Collection[str] = (), given: Mapping[str, str] | None = None
) -> tuple[Issue, ...]:
    """Return the issues that findings stand under or name.

    Args:
        findings: statements, commitments.
        parties: codes of those who talk: an issue about one of them is none between them.
        given: names that persons gave, by key; one that names another issue puts the two together.
    """
    groups: dict[str, _Group] = {}
    headings = Headings()
    names = Given(given or {}, {key: item.name for key, item in lasting().items()})
    for finding in findings:
        for key in dict.fromkeys(map(names.key, issues_of(finding, parties, headings))):
            group = groups.setdefault(key, _Group(key))
            group.days[finding.document] = finding.published
            group.kinds[finding.kind_of_record] += 1
            if finding.heading:
                group.headings[fold(finding.heading)] += 1
    return tuple(sorted((_issue(group, names) for group in groups.values()), key=lambda i: (-i.documents, i.name)))


def issues_of(finding: Finding, parties: Collection[str], headings: Headings) -> tuple[str, ...]:
    """Return the keys of the issues of one finding: by its heading, by its words, else by a like heading.

    Args:
        finding: a statement or commitment.
        parties: codes of those who talk.
        headings: those met so far, which this call adds to.
    """
    heading = fold(finding.heading or "")
    by_words = [named.key for text in (heading, finding.quote) for named in named_in(text, parties)]
    if by_words or not heading:
        return tuple(dict.fromkeys(by_words))
    key = headings.key(heading)
    return (key,) if key else ()


def _issue(group: _Group, names: Given) -> Issue:
    days = sorted(day for day in group.days.values() if day)
    headings = sorted(group.headings, key=lambda heading: (-group.headings[heading], heading))
    return Issue(
        name=names.name(group.key) or headings[0],
        documents=len(group.days),
        years=tuple(int(day[:4]) for day in days),
        statements=group.kinds["statements"],
        commitments=group.kinds["commitments"],
        first=days[0] if days else None,
        last=days[-1] if days else None,
        key=group.key,
        headings=tuple(headings[:5]),
    )
