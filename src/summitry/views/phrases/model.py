"""Set phrases as the account shows them: where they stood, what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summitry.ledger import Source
from summitry.model.evidence import Evidence
from summitry.views.tables import Json, document_data
from summitry.views.words import fold


class State(StrEnum):
    """What became of a phrase by the latest text that could have held it."""

    NEW = "new"
    STANDING = "standing"
    RETURNED = "returned"
    REWORDED = "reworded"
    ABSENT = "absent"
    DROPPED = "dropped"
    SOFTENED = "softened"
    HARDENED = "hardened"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A phrase at its place, with the text around it.

    Args:
        source: the document.
        evidence: the words of the phrase.
        before: words before it in its passage; ``after``: words after it.
        cue: the words that report it, where it stands in a statement; ``speakers``: the codes of who speaks.
        firmness: step of that cue, 0 for a wish to 3 for what was agreed or confirmed; ``None`` outside the scale.
    """

    source: Source
    evidence: Evidence
    before: str
    after: str
    cue: str | None = None
    speakers: tuple[str, ...] = ()
    firmness: int | None = None

    @property
    def day(self) -> str:
        """The day its document was published (EDTF); nothing where none is known."""
        return self.source.published or ""

    @property
    def quote(self) -> str:
        """The phrase as printed there, white space folded."""
        return fold(self.evidence.quote)

    def data(self) -> Json:
        """Return the sighting as JSON-ready data."""
        return {
            "document": document_data(self.source),
            "quote": self.evidence.quote,
            "start": self.evidence.start,
            "end": self.evidence.end,
            "before": self.before,
            "after": self.after,
            "cue": self.cue,
            "speakers": list(self.speakers),
        }


@dataclass(frozen=True, slots=True)
class Step:
    """The latest change of firmness: the same phrase of the same speakers under another verb."""

    before: Sighting
    after: Sighting

    @property
    def state(self) -> State:
        """Whether it was softened or hardened."""
        return State.SOFTENED if (self.after.firmness or 0) < (self.before.firmness or 0) else State.HARDENED

    def data(self) -> Json:
        """Return the change as JSON-ready data."""
        return {"change": self.state.value, "before": self.before.data(), "after": self.after.data()}


@dataclass(frozen=True, slots=True)
class Move:
    """A change of place among the phrases that two consecutive texts share: from ``before`` to ``after`` of ``of``."""

    before: int
    after: int
    of: int

    def data(self) -> Json:
        """Return the change as JSON-ready data."""
        return {"before": self.before, "after": self.after, "of": self.of}


@dataclass(frozen=True, slots=True)
class Variant:
    """Another wording of much the same: how many documents have it, the days of first and last (EDTF)."""

    words: str
    documents: int
    first: str
    last: str

    def data(self) -> Json:
        """Return the variant as JSON-ready data."""
        return {"words": self.words, "documents": self.documents, "first": self.first, "last": self.last}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A set phrase of a relation or series.

    Args:
        words: as printed most often.
        states: what became of it; the first says whether the latest text has it.
        sightings: every place, the oldest first.
        documents: in how many documents it stands, of ``among``.
        variants: other wordings, the commonest first.
        step: the latest change of firmness; ``move``: its latest change of place.
        score: what it is ranked by: words of matter, days, years.
    """

    words: str
    states: tuple[State, ...]
    sightings: tuple[Sighting, ...]
    documents: int
    among: int
    variants: tuple[Variant, ...]
    step: Step | None
    move: Move | None
    score: float

    @property
    def first(self) -> str:
        """Day of the oldest text that has it (EDTF)."""
        return min((s.day for s in self.sightings if s.day), default="")

    @property
    def last(self) -> str:
        """Day of the newest text that has it (EDTF)."""
        return max((s.day for s in self.sightings if s.day), default="")

    @property
    def base_rate(self) -> float:
        """The share of documents that have it (0 to 1)."""
        return self.documents / self.among

    def data(self) -> Json:
        """Return the phrase as JSON-ready data."""
        return {
            "phrase": self.words,
            "states": [state.value for state in self.states],
            "first": self.first or None,
            "last": self.last or None,
            "documents": self.documents,
            "of_documents": self.among,
            "base_rate": round(self.base_rate, 4),
            "step": self.step.data() if self.step else None,
            "moved": self.move.data() if self.move else None,
            "variants": [variant.data() for variant in self.variants],
            "sightings": [sighting.data() for sighting in self.sightings],
        }

    def cells(self) -> Json:
        """Return the phrase flat."""
        step, move = self.step, self.move
        return {
            "phrase": self.words,
            "states": [state.value for state in self.states],
            "first": self.first,
            "last": self.last,
            "documents": self.documents,
            "of_documents": self.among,
            "base_rate": round(self.base_rate, 4),
            "step": f"{fold(step.before.cue or '')} > {fold(step.after.cue or '')}" if step else None,
            "moved": f"{move.before} > {move.after} of {move.of}" if move else None,
            "variants": [variant.words for variant in self.variants],
            "files": list(dict.fromkeys(sighting.source.source for sighting in self.sightings)),
        }
