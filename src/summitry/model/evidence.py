"""Evidence: where in which document the words of a finding stand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from summitry.model.errors import RecordError


def content_id(*parts: str) -> str:
    """Return a 16-digit hexadecimal id made from the parts alone; the same parts give the same id."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A verbatim quote at its place.

    Args:
        document: id of the document.
        start: offset of the first character in the document's normalised text.
        end: offset after the last character.
        quote: the text between them, verbatim.

    Raises:
        RecordError: the offsets and the quote's length contradict each other.
    """

    document: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.quote) or self.start < 0 or not self.quote:
            raise RecordError(f"evidence of {len(self.quote)} characters at {self.start}–{self.end}")


class MethodKind(StrEnum):
    """How a finding was made: by a rule, by a trained model, or by a person."""

    RULE = "rule"
    MODEL = "model"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Method:
    """The rule or model behind a finding, by name; ``score`` is a model's probability (0 to 1)."""

    name: str
    kind: MethodKind = MethodKind.RULE
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """What the verification gate said: empty ``reasons`` means that the record passed."""

    reasons: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether everything that the record asserts stands in its words."""
        return not self.reasons


@dataclass(frozen=True, slots=True)
class Support:
    """A further span that a record names for one of its fields (``field`` is the field's name)."""

    field: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Grounds:
    """What every record rests on: its evidence, further spans, the method, the gate's word."""

    evidence: Evidence
    method: Method
    support: tuple[Support, ...] = ()
    gate: Gate = field(default_factory=Gate)
