"""The phrase ledger: set phrases of a relation or a series, where they stood and what became of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from summitry.ledger import Finding, Ledger
from summitry.model.errors import SummitryError
from summitry.model.records import Statement
from summitry.views.phrases.course import course
from summitry.views.phrases.firmness import firmness, latest_step
from summitry.views.phrases.grouping import Ranked, days_of, grouped, printed
from summitry.views.phrases.mining import Place, repeated
from summitry.views.phrases.model import Move, Phrase, Sighting, State, Step, Variant
from summitry.views.phrases.order import moves
from summitry.views.phrases.texts import Text, runs, weights_for
from summitry.views.question import Question
from summitry.views.runs import documents_of
from summitry.views.surroundings import surroundings
from summitry.views.tables import Answer, answer

__all__ = ["COLUMNS", "Move", "Phrase", "Sighting", "State", "Step", "Variant", "phrases"]

COLUMNS = (
    *("phrase", "states", "first", "last", "documents", "of_documents", "base_rate", "step", "moved", "variants"),
    "files",
)
# Texts shorter than this many words could hold few phrases: that they lack one says nothing.
_SHORT = 40
# A text that has this part of a phrase's words of matter in another wording has it reworded.
_SAME = 0.65
# Phrases that a relation is shown with at most, the best by rank.
_MOST = 300


@dataclass(frozen=True, slots=True)
class _Field:
    """The texts that phrases are looked for in, and the latest moves between two of one kind."""

    texts: tuple[Text, ...]
    moved: dict[object, Move]


def phrases(
    ledger: Ledger,
    question: Question,
    *,
    series: str | None = None,
    states: frozenset[str] = frozenset(),
    limit: int | None = None,
) -> Answer[Phrase]:
    """Return the set phrases of a relation, or of one of its series, those worth reading first.

    The cost grows with the texts of the relation, whatever else is in the ledger.

    Args:
        ledger: the ledger to ask.
        question: parties and day.
        series: only the texts of this series, by its name or a part of it, or of this level ("summit").
        states: only phrases that became one of these.
        limit: how many at most.

    Raises:
        SummitryError: a state is none, or there is no such series.
    """
    for word in sorted(states - set(State)):
        raise SummitryError(f"phrases are not asked for by {word!r}", f"there are: {', '.join(State)}")
    field = _field(ledger, question, series)
    weights = weights_for(question.parties, _people(ledger, question))
    texts = [Text(t.row, t.document, tuple(filter(None, runs(t.document, weights))), t.statements) for t in field]
    heads = grouped(repeated(texts, weights), texts, weights)[:_MOST]
    ground = _Field(tuple(texts), _moved(texts, heads))
    found = (_phrase(head, ground) for head in heads)
    return answer([phrase for phrase in found if not states or states & set(phrase.states)], limit)


def _field(ledger: Ledger, question: Question, series: str | None) -> list[Text]:
    """The texts in order of time, each with its statements."""
    wanted = documents_of(ledger, question, series) if series else None
    rows = [row for row in ledger.documents(**question.filters) if wanted is None or row.document in wanted]
    said: dict[str, list[Finding]] = {}
    for finding in ledger.statements(**question.filters):
        said.setdefault(finding.document, []).append(finding)
    return [Text(row, ledger.text(row.document), (), tuple(said.get(row.document, ()))) for row in rows]


def _people(ledger: Ledger, question: Question) -> list[str]:
    return [name for row in ledger.officials(**question.filters) for name in row.names]


def _phrase(head: Ranked, ground: _Field) -> Phrase:
    texts = ground.texts
    sightings = tuple(_sighting(place, texts) for place in head.places)
    same = [variant for variant in head.variants if len(variant.matter & head.matter) >= _SAME * len(head.matter)]
    whole = [variant for variant in same if variant.matter >= head.matter]
    step = latest_step([*sightings, *(_sighting(place, texts) for variant in whole for place in variant.places)])
    move = ground.moved.get(head.key)
    also = [s for s in (step.state if step else None, State.MOVED if move else None) if s]
    return Phrase(
        words=printed(head.places, texts),
        states=(_state(head, same, texts), *also),
        sightings=sightings,
        documents=len({place.text for place in head.places}),
        among=len(texts),
        variants=tuple(_variants(head.variants, texts)),
        step=step,
        move=move,
        score=head.score,
    )


def _state(head: Ranked, same: Sequence[Ranked], texts: Sequence[Text]) -> State:
    """What became of a phrase along the days of texts of the kinds and publishers that ever had it."""
    own = {place.text for place in head.places}
    others = {place.text for variant in same for place in variant.places}
    kinds = {(texts[number].row.kind, texts[number].row.publisher) for number in own}
    days: dict[str, tuple[bool, bool]] = {}
    for number, text in enumerate(texts):
        if text.day and (number in own or (text.words >= _SHORT and (text.row.kind, text.row.publisher) in kinds)):
            here, near = days.get(text.day, (False, False))
            days[text.day] = (here or number in own, near or number in others)
    inside = [days[day] for day in sorted(days)]
    return course([here for here, _ in inside], reworded=bool(inside) and inside[-1] == (False, True))


def _variants(found: Sequence[Ranked], texts: Sequence[Text]) -> Iterator[Variant]:
    for variant in sorted(found, key=lambda item: (-len({place.text for place in item.places}), item.key)):
        days = days_of(variant.places, texts)
        documents = len({place.text for place in variant.places})
        yield Variant(printed(variant.places, texts), documents, days[0] if days else "", days[-1] if days else "")


def _sighting(place: Place, texts: Sequence[Text]) -> Sighting:
    text = texts[place.text]
    evidence = text.document.evidence(place.words[0].start, place.words[-1].end)
    around = surroundings(text.document, evidence)
    statement = _statement(text.statements, evidence.start, evidence.end)
    return Sighting(
        source=text.row,
        evidence=evidence,
        before=around.before,
        after=around.after,
        cue=statement.cue if statement else None,
        speakers=statement.speakers if statement else (),
        firmness=firmness(statement.cue) if statement and not statement.negated else None,
    )


def _statement(findings: Sequence[Finding], start: int, end: int) -> Statement | None:
    """The narrowest statement that a place lies in."""
    last = bisect_right(findings, start, key=lambda finding: finding.evidence.start)
    over = [finding for finding in findings[:last] if finding.evidence.end >= end]
    if not over:
        return None
    record = min(over, key=lambda finding: finding.evidence.end - finding.evidence.start).record
    return record if isinstance(record, Statement) else None


def _moved(texts: Sequence[Text], heads: Sequence[Ranked]) -> dict[object, Move]:
    """The phrases that moved between the two latest texts of a kind that share enough of them."""
    places: list[dict[object, int]] = [{} for _ in texts]
    for head in heads:
        for place in head.places:
            places[place.text].setdefault(head.key, place.words[0].start)
    latest: dict[object, Move] = {}
    kinds: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for number, text in enumerate(texts):
        if text.words >= _SHORT:
            kinds.setdefault((text.row.kind, text.row.publisher), []).append(number)
    for numbers in kinds.values():
        for older, newer in islice(pairwise(reversed(numbers)), 1):
            latest.update(moves(places[newer], places[older]))
    return latest
