"""Whether a cue is an act of speech that the account reports, and whose."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from summitry.model.records import Act, DocumentKind
from summitry.reading.en.attribution import Attributions
from summitry.reading.en.cues import Cue, find_cues, hands_on
from summitry.reading.en.header import Header
from summitry.reading.en.lexicon import lexicon
from summitry.reading.en.parse import Passage
from summitry.reading.en.persons import vocabulary
from summitry.reading.en.sides import Resolution, Sides
from summitry.reading.en.spans import first_token, left_bound
from summitry.reading.en.syntax import finite, governing_verb, is_infinitive, is_participle, is_passive

# Kinds of text whose present tense is their own speech, not background.
OWN_WORDS = frozenset(
    {
        DocumentKind.JOINT_STATEMENT,
        DocumentKind.COMMUNIQUE,
        DocumentKind.PRESS_REMARKS,
        DocumentKind.ANNOUNCEMENT,
        DocumentKind.FACT_SHEET,
        DocumentKind.OTHER,
    }
)
# Acts that a participle performs beside a plan ("will …, recognising …"); others belong to the plan.
_BESIDE_PLANS = frozenset(
    {Act.ACKNOWLEDGE, Act.AFFIRM, Act.EMPHASISE, Act.WELCOME, Act.CONCERN, Act.CONDEMN, Act.STATE, Act.CONDOLE}
)
_MUTUAL = frozenset({Act.DISCUSS, Act.AGREE, Act.SIGN})
# Acts that a talk performs as its own subject ("the meeting emphasised …").
_OF_TALKS = frozenset({Act.DISCUSS, Act.EMPHASISE, Act.AFFIRM})
_WOULD = frozenset({"would", "'d"})
_HEARD = frozenset({"ccomp", "prep", "nsubjpass", "xcomp"})
_GREETED = frozenset({"name", "post", "pronoun", "named-side", "both-sides", "coordination", "we", "honorific"})
_GUESTS = frozenset({"president", "minister", "delegation", "secretary", "counterpart", "chancellor"})


@dataclass(frozen=True, slots=True)
class Said:
    """A cue that is an act.

    Args:
        cue: the cue.
        who: those who perform it.
        act: the act.
        start: token offset of the quote's first word.
        bound: token offset where the quote before it must end.
        chain: codes of the outer speakers, outermost first.
    """

    cue: Cue
    who: Resolution
    act: Act
    start: int
    bound: int
    chain: tuple[tuple[str, ...], ...] = ()


class Acts:
    """Finds the acts of one passage."""

    def __init__(
        self, passage: Passage, header: Header, sides: Sides, stem: Resolution | None, masked: frozenset[int]
    ) -> None:
        self.passage = passage
        self.header = header
        self.sides = sides
        cues = list(find_cues(passage.doc, masked))
        self.leads = frozenset(c.verb.i for c in cues if hands_on(c) or self._greeting(c))
        self.cues = {c.verb.i: c for c in cues if c.verb.i not in self.leads}
        self.attributions = Attributions(passage, sides, self.cues, self.leads, stem)

    def found(self) -> list[Said]:
        """Return the passage's acts, then the chained ones inside them."""
        said = [s for cue in self.cues.values() if (s := self._said(cue)) is not None]
        messages = [s.cue for s in said if _announces(s.cue)]
        said = [s for s in said if not any(m.last < s.cue.verb.i < m.verb.sent.end for m in messages)]
        return said + [s for cue in self.cues.values() if (s := self._told(cue, said)) is not None]

    def of_the_account(self, who: Resolution | None) -> bool:
        """Whether these are sides of the account or speak for themselves; a third party's speech is no statement."""
        if who is None or not who.codes:
            return False
        together = who.how == "named-group" and set(self.header.publisher) <= set(who.codes)
        return who.how == "we" or together or not self.sides.all or set(who.codes) <= set(self.sides.all)

    def _said(self, cue: Cue) -> Said | None:
        if not self._performed(cue):
            return None
        found = self.attributions.of(cue.verb)
        if found.outer is not None or found.who is None:
            return None
        told = self._tellers(cue, found.own) if found.agentless else None
        if found.agentless and told is None and not (cue.talk or self._agentless(cue, found.own)):
            return None
        who = told or (self._reported(cue, found.who) if found.agentless else self._mutual(cue, found.who))
        if not self.of_the_account(who):
            return None
        joint = len(who.codes) > 1 or (who.how == "we" and cue.act is Act.DISCUSS)
        start = first_token(cue)
        act = cue.act if joint else cue.alone
        if act is Act.SUPPORT and any(t.dep_ == "neg" for t in cue.verb.lefts):
            act = Act.CONDEMN
        return Said(cue, who, act, start, left_bound(cue, start))

    def _told(self, cue: Cue, said: list[Said]) -> Said | None:
        """A chain: what a statement says that somebody else of the account had said ("said that X had told Y")."""
        found = self.attributions.of(cue.verb)
        outer = next((s for s in said if found.outer is not None and s.cue.verb.i == found.outer.i), None)
        if outer is None or found.who is None or found.own is None or found.agentless:
            return None
        if cue.act is not Act.STATE or cue.verb.dep_ != "ccomp" or set(found.who.codes) <= set(outer.who.codes):
            return None
        past = cue.verb.tag_ == "VBD" or any(t.lower_ in ("had", "has") for t in cue.verb.lefts if t.dep_ == "aux")
        if not past or not self.of_the_account(found.who):
            return None
        start = first_token(cue)
        return Said(cue, found.who, cue.alone, start, left_bound(cue, start), (outer.who.codes,))

    # -- is it performed

    def _performed(self, cue: Cue) -> bool:
        """Whether the act is performed, not planned, wished, or the background's."""
        verb = cue.verb
        modals = {t.lower_ for t in verb.lefts if t.tag_ == "MD"}
        if modals:
            return modals <= _WOULD and verb.lemma_.lower() in lexicon().words["would"]
        if self._under_modal(cue) or _is_courtesy(verb) or _is_idiom(verb):
            return False
        bare = verb.tag_ == "VBN" and not any(t.dep_ in ("aux", "auxpass") for t in verb.lefts)
        if is_infinitive(verb) and self._habitual(verb):
            return False
        if bare and any(t.dep_ == "agent" for t in verb.rights):
            return False
        hung = verb.dep_ not in ("ROOT", "conj") and governing_verb(verb) is not None
        if bare and (hung or (verb.dep_ == "conj" and _modal(verb.head))):
            return False
        if not cue.name.startswith("be ") or self.header.kind in OWN_WORDS or verb.tag_ not in ("VBZ", "VBP"):
            return True
        return any(t.lower_ in ("i", "we") for t in verb.lefts)

    def _under_modal(self, cue: Cue) -> bool:
        """Whether a verb shares the modal of the verb it is coordinated with, or qualifies a planned act."""
        verb = head = cue.verb
        while head.dep_ == "conj" and not any(t.dep_ in ("nsubj", "nsubjpass") for t in head.children):
            head = head.head
        if head.i != verb.i and verb.tag_ in ("VB", "VBP") and _modal(head):
            return True
        above = governing_verb(head)
        if above is None or not _modal(above):
            return False
        if is_infinitive(head):
            return above.i not in self.leads
        return is_participle(head) and cue.act not in _BESIDE_PLANS

    def _habitual(self, verb: Token) -> bool:
        """Whether an infinitive hangs on a present tense that is background ("holds briefings to inform")."""
        above = governing_verb(verb)
        background = above is not None and above.tag_ in ("VBZ", "VBP") and above.i not in self.leads
        return background and self.header.kind not in OWN_WORDS

    def _greeting(self, cue: Cue) -> bool:
        """Whether "welcomed" only greets somebody who arrives."""
        verb = cue.verb
        if verb.lemma_ != "welcome":
            return False
        target = next((t for t in verb.children if t.dep_ == "dobj"), None)
        if target is None:
            return not any(t.dep_ in _HEARD for t in verb.children)
        lemma = target.lemma_.lower()
        if lemma == "delegation":
            return True
        at_a_place = any(t.dep_ == "prep" and t.lower_ in ("to", "at", "back") for t in verb.rights)
        if at_a_place and (target.pos_ == "PROPN" or lemma in vocabulary().posts or lemma == "excellency"):
            return True
        person = self.sides.of(self.passage, target)
        return person is not None and person.how in _GREETED and (target.pos_ in ("PROPN", "PRON") or lemma in _GUESTS)

    # -- whose is it

    def _agentless(self, cue: Cue, own: Token | None) -> bool:
        """Whether an act that names nobody is reported: "it was noted", "views were exchanged", "the talks covered"."""
        if not is_passive(cue.verb):
            return cue.topic is not None or cue.act in _OF_TALKS
        if not finite(cue.verb):
            return False
        if cue.act in (Act.DISCUSS, Act.AGREE) or own is None or own.lower_ == "it":
            return cue.act is not Act.SIGN
        reported = cue.verb.lemma_.lower() in lexicon().words["reported"] or cue.topic is not None
        return reported and self.sides.of(self.passage, own) is None

    def _reported(self, cue: Cue, everybody: Resolution) -> Resolution:
        """Who acts in a passive without an agent: talks and agreements are of all, a report of the publishing side."""
        publisher = self.header.publisher
        attention = cue.topic is not None and cue.topic.lemma_.lower() in ("attention", "focus")
        if len(publisher) != 1 or cue.act in _MUTUAL or cue.act is Act.AFFIRM or cue.talk or attention:
            return everybody
        return Resolution(publisher, "passive")

    def _tellers(self, cue: Cue, heard: Token | None) -> Resolution | None:
        """Who tells where only the one told is named ("the Minister was briefed on …"): the other of two sides."""
        if heard is None or cue.verb.lemma_.lower() not in lexicon().words["heard"] or not is_passive(cue.verb):
            return None
        told = self.sides.of(self.passage, heard)
        return self.sides.others_than(told.codes, "passive") if told is not None else None

    def _mutual(self, cue: Cue, who: Resolution) -> Resolution:
        """Talks and agreements are also the partner's whom the verb names; "we" reports them of all sides."""
        if cue.act not in _MUTUAL:
            return who
        if who.how == "we":
            return self.sides.everybody("we") or who
        return self.sides.together(self.passage, cue.verb, who, cue.topic)


def _announces(cue: Cue) -> bool:
    """Whether a message opens the rest of its sentence ("Our message is clear: …")."""
    after = cue.verb.doc[cue.last + 1 : cue.last + 3].text
    return cue.name.startswith("our ") and after.startswith(":")


def _modal(verb: Token) -> bool:
    return any(t.tag_ == "MD" for t in verb.children)


def _is_idiom(verb: Token) -> bool:
    """Whether a verb only leads over to a topic ("Speaking of trade, …") or invites to talk ("Let us discuss …")."""
    if verb.tag_ == "VBG" and verb.is_sent_start:
        return verb.lower_ in ("speaking", "talking", "referring")
    return verb.head.lemma_.lower() == "let" and verb.dep_ in ("ccomp", "xcomp")


def _is_courtesy(verb: Token) -> bool:
    """Whether a verb thanks for nothing in particular ("Thank you very much, Prime Minister")."""
    if verb.lemma_.lower() != "thank" or not any(t.lower_ == "you" for t in verb.rights):
        return False
    return not any(t.lower_ == "for" for t in verb.subtree)
