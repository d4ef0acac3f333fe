"""How firmly a phrase is put: the step of the verb that reports it, and its changes along the texts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from summitry.data import load
from summitry.views.phrases.model import Sighting, Step
from summitry.views.stems import stems, tokens

# From the softest to the firmest.
_STEPS = ("wish", "talk", "position", "firm")


def firmness(cue: str) -> int | None:
    """Return the step of a cue (0 for a wish to 3 for what was agreed), ``None`` for one outside the scale."""
    # Names are no verbs: the "States" of the United States state nothing.
    found = tuple(token.stem for token in tokens(cue) if token.word[0].islower())
    scale = _scale()
    for size in (3, 2, 1):
        for at in range(len(found) - size + 1):
            step = scale.get(found[at : at + size])
            if step is not None:
                return step
    return None


def latest_step(sightings: Iterable[Sighting]) -> Step | None:
    """Return the latest change of firmness between consecutive texts of one kind with the same speakers.

    Where a text has the phrase under several verbs, the firmest counts.
    """
    runs: dict[tuple[str, tuple[str, ...]], dict[str, Sighting]] = {}
    for sighting in sightings:
        if sighting.firmness is None or not sighting.day:
            continue
        days = runs.setdefault((sighting.source.kind, sighting.speakers), {})
        known = days.get(sighting.day)
        if known is None or (known.firmness or 0) < sighting.firmness:
            days[sighting.day] = sighting
    steps = []
    for days in runs.values():
        latest = [days[day] for day in sorted(days)][-2:]
        if len(latest) == 2 and latest[0].firmness != latest[1].firmness:
            steps.append(Step(latest[0], latest[1]))
    return max(steps, key=lambda step: step.after.day, default=None)


@cache
def _scale() -> dict[tuple[str, ...], int]:
    words = load("en/phrases")["firmness"]
    return {stems(word): number for number, step in enumerate(_STEPS) for word in words[step]}
