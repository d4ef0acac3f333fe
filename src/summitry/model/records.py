"""What a text says: the records that reading finds, each on its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summitry.model.edtf import Edtf
from summitry.model.evidence import Evidence, Grounds, content_id


class DocumentKind(StrEnum):
    """What sort of text a document is."""

    READOUT = "readout"
    JOINT_STATEMENT = "joint-statement"
    COMMUNIQUE = "communique"
    FACT_SHEET = "fact-sheet"
    PRESS_REMARKS = "press-remarks"
    ANNOUNCEMENT = "announcement"
    OTHER = "other"


class Form(StrEnum):
    """The form of an engagement."""

    MEETING = "meeting"
    CALL = "call"
    VIDEO_CONFERENCE = "video-conference"
    VISIT = "visit"
    CORRESPONDENCE = "correspondence"


class Level(StrEnum):
    """The level of an engagement's highest participants."""

    SUMMIT = "summit"
    DEPUTY_LEADER = "deputy-leader"
    MINISTERIAL = "ministerial"
    SENIOR_OFFICIAL = "senior-official"
    MIXED = "mixed"


class Format(StrEnum):
    """The format of a segment of an engagement."""

    PLENARY = "plenary"
    ONE_ON_ONE = "one-on-one"
    SMALL_GROUP = "small-group"
    WORKING_MEAL = "working-meal"
    OTHER = "other"


class Act(StrEnum):
    """What a reported act of speech does."""

    AFFIRM = "affirm"
    AGREE = "agree"
    ACKNOWLEDGE = "acknowledge"
    ANNOUNCE = "announce"
    CONCERN = "concern"
    CONDEMN = "condemn"
    CONDOLE = "condole"
    DISCUSS = "discuss"
    EMPHASISE = "emphasise"
    HOPE = "hope"
    PROPOSE = "propose"
    SIGN = "sign"
    STATE = "state"
    SUPPORT = "support"
    URGE = "urge"
    WELCOME = "welcome"


class CommitmentKind(StrEnum):
    """What is undertaken: to hold something, to deliver something, or to carry on."""

    ENGAGEMENT = "engagement"
    DELIVERABLE = "deliverable"
    CONTINUING = "continuing"


class EventStatus(StrEnum):
    """Whether an event had happened or begun by the document's date."""

    PAST = "past"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the text under it (``start``–``end`` covers both)."""

    number: str | None
    heading: str
    evidence: Evidence
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who took part: name without title or honorific, post as printed, party by code."""

    name: str
    post: str | None
    party: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class EngagementSegment:
    """A part of an engagement in one format; ``minutes`` is its length."""

    format: Format
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Engagement:
    """A meeting, call, video conference, visit or exchange of messages that a text reports as its subject.

    ``minutes`` is the total length; ``initiator`` the code of the side at whose initiative it was held;
    ``series`` the printed name of the run it belongs to; ``sides`` the codes of the sides that took part.
    """

    grounds: Grounds
    form: Form
    level: Level | None
    ordinal: int | None = None
    date: Edtf | None = None
    place: str | None = None
    occasion: str | None = None
    minutes: int | None = None
    initiator: str | None = None
    series: str | None = None
    sides: tuple[str, ...] = ()
    segments: tuple[EngagementSegment, ...] = ()
    participants: tuple[Participant, ...] = ()

    @property
    def id(self) -> str:
        """Id from the evidence and the form."""
        return _record_id("engagement", self.grounds, self.form)


@dataclass(frozen=True, slots=True)
class Statement:
    """A reported act of speech.

    ``chain`` holds the outer attributions ("A said that B had told C" is a statement of B with chain A);
    ``segment`` names the format it was made in, where the text ties it to one; ``inferred`` marks speech
    that carries on without a cue of its own; ``negated`` marks an act that is denied ("did not agree");
    ``section`` is the index of the section it stands in.
    """

    grounds: Grounds
    cue: str
    act: Act
    speakers: tuple[str, ...]
    addressees: tuple[str, ...] = ()
    chain: tuple[tuple[str, ...], ...] = ()
    segment: Format | None = None
    section: int | None = None
    speaker_name: str | None = None
    negated: bool = False
    inferred: bool = False

    @property
    def id(self) -> str:
        """Id from the evidence and the act's cue."""
        return _record_id("statement", self.grounds, self.cue)

    @property
    def joint(self) -> bool:
        """Whether more than one side speaks."""
        return len(self.speakers) > 1


@dataclass(frozen=True, slots=True)
class Commitment:
    """A public undertaking: who, what, by when, through which body, with which caveat.

    ``due_text`` are the words that give the time, ``due`` their value (``None`` where they give none).
    """

    grounds: Grounds
    parties: tuple[str, ...]
    kind: CommitmentKind
    due: Edtf | None = None
    due_text: str | None = None
    body: str | None = None
    caveat: str | None = None
    section: int | None = None

    @property
    def id(self) -> str:
        """Id from the evidence."""
        return _record_id("commitment", self.grounds)


@dataclass(frozen=True, slots=True)
class Event:
    """A named or dated happening that the text refers to, other than the engagement itself."""

    grounds: Grounds
    name: str
    when: Edtf | None
    status: EventStatus

    @property
    def id(self) -> str:
        """Id from the evidence."""
        return _record_id("event", self.grounds)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A named treaty, declaration, plan or resolution that the text refers to."""

    grounds: Grounds
    name: str

    @property
    def id(self) -> str:
        """Id from the evidence."""
        return _record_id("instrument", self.grounds)


@dataclass(frozen=True, slots=True)
class Official:
    """A person with the post that the text gives them, whether or not they took part."""

    name: str
    post: str | None
    party: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that one reading of one document found.

    ``publisher``, ``published`` and ``kind`` are the reading's own word on the document; ``unverified`` holds
    the records that the gate refused, which are never counted among findings; ``reader`` names the
    reader and its version.
    """

    document: str
    publisher: tuple[str, ...]
    published: str | None
    kind: DocumentKind
    sections: tuple[Section, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    statements: tuple[Statement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    events: tuple[Event, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    officials: tuple[Official, ...] = ()
    unverified: tuple[Engagement | Statement | Commitment | Event | Instrument, ...] = ()
    reader: str = ""


def _record_id(kind: str, grounds: Grounds, *more: str) -> str:
    evidence = grounds.evidence
    return content_id(kind, evidence.document, str(evidence.start), str(evidence.end), *more)
