"""What the other side said: the two accounts of the last engagement that both sides published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from summitry.ledger import Finding, Ledger
from summitry.views.brief.model import Group, Line, Part
from summitry.views.brief.sources import Sources, names_words
from summitry.views.brief.standing import dates_words, met_words
from summitry.views.comparison import Aligned, Comparison, Relation, compare
from summitry.views.comparison.claims import Claim, ClaimKind
from summitry.views.comparison.engagement import account_of
from summitry.views.engagements import EngagementLine
from summitry.views.question import Question
from summitry.views.words import printable

_TITLE = "What the other side said"


def accounts_part(
    ledger: Ledger, question: Question, met: Iterable[EngagementLine], limit: int, sources: Sources
) -> Part:
    """Return the part on the two accounts.

    Args:
        ledger: holds the texts.
        question: the parties, the reader's own side first, and the day.
        met: engagements, the latest first.
        limit: how many points of each relation there are at most.
        sources: takes up what is cited.
    """
    found = next(((line, pair) for line in met if (pair := _pair(line, question.parties))), None)
    if found is None:
        return Part(_TITLE, (), "No engagement has an account of its own from each of two sides.")
    line, (ours, theirs) = found
    laid = compare(account_of(ledger, ours.document, question), account_of(ledger, theirs.document, question))
    a, b = (names_words(side.publisher, "") for side in (ours, theirs))
    groups = (
        _group("The accounts conflict", laid, (ours, theirs), (Relation.CONFLICT, limit, sources)),
        _group(f"Only {b} says", laid, (ours, theirs), (Relation.B_ONLY, limit, sources)),
        _group(f"Only {a} says", laid, (ours, theirs), (Relation.A_ONLY, limit, sources)),
        _group("Both say", laid, (ours, theirs), (Relation.BOTH, limit, sources)),
    )
    lead = f"{met_words(line)}, {dates_words(line)}: the account of {a} beside that of {b}. {_differences(laid, a, b)}"
    return Part(_TITLE, tuple(group for group in groups if group.lines), lead.strip())


def _pair(line: EngagementLine, parties: Sequence[str]) -> tuple[Finding, Finding] | None:
    """Two accounts, each of one of the parties alone; in the order in which the parties are asked for."""
    own: dict[str, Finding] = {}
    for account in line.accounts:
        if len(account.finding.publisher) == 1:
            own.setdefault(account.finding.publisher[0], account.finding)
    return next(((own[a], own[b]) for a, b in combinations(parties, 2) if a in own and b in own), None)


def _differences(laid: Comparison, a: str, b: str) -> str:
    told = [
        f"{'length' if fact.name == 'minutes' else fact.name} {fact.words(fact.a)} ({a}), {fact.words(fact.b)} ({b})"
        for fact in laid.facts
        if fact.differs
    ]
    return printable(f"They differ in {'; '.join(told)}.") if told else ""


def _group(
    title: str, laid: Comparison, sides: tuple[Finding, Finding], wanted: tuple[Relation, int, Sources]
) -> Group:
    relation, limit, sources = wanted
    points = [point for point in laid.points if point.relation is relation and not _is_plain(point)]
    # What is said of the matter comes before the facts of the meeting.
    points.sort(key=lambda point: any(claim.is_fact for claim in _claims(point)))
    lines = tuple(_line(point, sides, sources) for point in points[:limit])
    return Group(title, lines, f"{len(points) - limit} more" if len(points) > limit else "")


def _claims(point: Aligned) -> tuple[Claim, ...]:
    return tuple(claim for claim in (point.a, point.b) if claim is not None)


def _is_plain(point: Aligned) -> bool:
    """Whether it says no more than that the meeting was held."""
    return point.relation is not Relation.CONFLICT and _claims(point)[0].kind is ClaimKind.HELD


def _line(point: Aligned, sides: tuple[Finding, Finding], sources: Sources) -> Line:
    both = zip((point.a, point.b), sides, strict=True)
    quotes = tuple(sources.quote(side, claim.evidence) for claim, side in both if claim is not None)
    in_conflict = point.relation is Relation.CONFLICT
    return Line(
        text=_speakers(point),
        quotes=quotes,
        label="" if in_conflict else " / ".join(dict.fromkeys(c.act.value for c in _claims(point) if c.act)),
        notes=(printable(point.why),) if in_conflict else (),
        urgent=in_conflict,
    )


def _speakers(point: Aligned) -> str:
    """Who says it by the accounts; of a fact of the meeting its name."""
    first = _claims(point)[0]
    if first.is_fact:
        return f"The meeting: {first.kind.value}"
    return " / ".join(dict.fromkeys(names_words(claim.who, "Not told who") for claim in _claims(point)))
