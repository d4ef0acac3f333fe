"""What changed in wording: set phrases that are gone, weaker, firmer, back or new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitry.model.evidence import Evidence
from summitry.views.brief.model import Group, Line, Part, Quoted
from summitry.views.brief.sources import Sources, day_of
from summitry.views.phrases import Phrase, Sighting, State
from summitry.views.words import printable

# What is news, the most telling first; what stands as it stood is none.
NEWS = (State.SOFTENED, State.HARDENED, State.DROPPED, State.REWORDED, State.RETURNED, State.NEW)
_TITLES = {
    State.SOFTENED: "Under a weaker verb than before",
    State.HARDENED: "Under a firmer verb than before",
    State.DROPPED: "Dropped from the latest text",
    State.REWORDED: "In other words in the latest text",
    State.RETURNED: "Back after having been away",
    State.NEW: "New",
}
# Characters shown of the text on either side of a phrase.
_AROUND = 110


def wording_part(phrases: Sequence[Phrase], limit: int, sources: Sources) -> Part:
    """Return the part on wording; ``limit`` is how many phrases each kind of change has at most."""
    groups = []
    for state in NEWS:
        found = [phrase for phrase in phrases if _news(phrase) is state]
        if found:
            more = f"{len(found) - limit} more" if len(found) > limit else ""
            groups.append(Group(_TITLES[state], tuple(_line(p, state, sources) for p in found[:limit]), more))
    return Part("What changed in wording", tuple(groups), "" if groups else "No set phrase is new, changed or gone.")


def _news(phrase: Phrase) -> State | None:
    return next((state for state in NEWS if state in phrase.states), None)


def _line(phrase: Phrase, state: State, sources: Sources) -> Line:
    seen = f"In {phrase.documents} of {phrase.among} texts, {day_of(phrase.first)} to {day_of(phrase.last)}"
    quotes = tuple(_quotes(phrase, state, sources))
    return Line(f"“{printable(phrase.words)}”", quotes, state.value, (seen,))


def _quotes(phrase: Phrase, state: State, sources: Sources) -> Iterator[Quoted]:
    if state in (State.SOFTENED, State.HARDENED) and phrase.step:
        yield _quote(phrase.step.before, sources, "before")
        yield _quote(phrase.step.after, sources, "after")
    else:
        by_day = sorted(phrase.sightings, key=lambda sighting: sighting.day)
        yield _quote(by_day[-1], sources, "last" if state in (State.DROPPED, State.REWORDED) else "latest")


def _quote(sighting: Sighting, sources: Sources, lead: str) -> Quoted:
    """The phrase with a few words on either side, whole words only."""
    before, after = sighting.before, sighting.after
    low = before[-_AROUND:].partition(" ")[2] if len(before) > _AROUND else before
    high = after[:_AROUND].rpartition(" ")[0] if len(after) > _AROUND else after
    words = f"{low}{sighting.evidence.quote}{high}"
    start = sighting.evidence.start - len(low)
    told = f"{lead}: {printable(sighting.cue)}" if sighting.cue and lead in ("before", "after") else lead
    return sources.quote(sighting.source, Evidence(sighting.evidence.document, start, start + len(words), words), told)
