"""Who performs an act: subjects found through coordination, participles, infinitives and passives."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from summitry.model.records import Act
from summitry.reading.en.cues import Cue
from summitry.reading.en.lexicon import lexicon
from summitry.reading.en.parse import Passage
from summitry.reading.en.persons import vocabulary
from summitry.reading.en.sides import Resolution, Sides
from summitry.reading.en.syntax import (
    VERBAL,
    after_semicolon,
    carries_on,
    coordinated_with,
    finite_past,
    first_word,
    governing_verb,
    introduces_list,
    is_infinitive,
    is_participle,
    is_passive,
    opens_with,
    postposed,
    relates,
    set_off,
    stolen,
    subject_before,
    subject_of,
)

_MUTUAL = frozenset({Act.DISCUSS, Act.AGREE, Act.SIGN})
_DEPTH = 40


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who performs what a verb says.

    Args:
        who: the sides, or ``None`` where they are unknown or nobody of the account.
        outer: the cue's verb in whose content this verb stands, if it does.
        own: the subject of the verb's own clause, where it has one.
        agentless: whether the verb is passive and names no agent.
    """

    who: Resolution | None
    outer: Token | None = None
    own: Token | None = None
    agentless: bool = False


class Attributions:
    """Attributes the verbs of one passage to sides."""

    def __init__(
        self,
        passage: Passage,
        sides: Sides,
        cues: dict[int, Cue],
        leads: frozenset[int],
        stem: Resolution | None = None,
    ) -> None:
        self.passage = passage
        self.sides = sides
        self.cues = cues
        self.leads = leads
        self.stem = stem
        self._known: dict[int, Attribution] = {}

    def of(self, verb: Token, depth: int = 0) -> Attribution:
        """Return who performs what this verb says; ``depth`` guards against endless chains."""
        if verb.i not in self._known:
            self._known[verb.i] = self._attribute(verb, depth) if depth < _DEPTH else Attribution(None)
        return self._known[verb.i]

    def _attribute(self, verb: Token, depth: int) -> Attribution:
        neighbour = self._neighbour(verb)
        if neighbour is not None:
            return Attribution(self.of(neighbour, depth + 1).who)
        own = subject_of(verb)
        mine = self._subject(verb, own) if own is not None else None
        if verb.dep_ == "ROOT" or verb.head.i == verb.i:
            lead = self._lead_before(verb)
            return (self._led(verb, lead, depth) if lead is not None else mine) or self._bare(verb)
        beside = coordinated_with(verb, own)
        if beside is not None:
            return self._coordinate(verb, beside, mine, depth)
        if mine is not None and verb.dep_ == "relcl" and self._goes_on(verb, own):
            return Attribution(mine.who, self.of(governing_verb(verb) or verb, depth + 1).outer, own)
        if is_participle(verb) and own is None:
            return self._participle(verb, depth)
        if is_infinitive(verb) and (own is None or stolen(verb, own)):
            return self._infinitive(verb, depth)
        return self._embedded(verb, mine, depth)

    def _neighbour(self, verb: Token) -> Token | None:
        """The cue's verb of the same sentence whose subject this verb shares, where the parser cut them apart."""
        on, cut = carries_on(verb), verb.dep_ == "csubj" and is_participle(verb) and set_off(verb)
        if not on and not cut:
            return None
        start = verb.sent.start
        before = [i for i in sorted(self.cues) if start <= i < verb.i]
        if not before:
            return None
        if on and verb.doc[before[0]].tag_ == "VBD":
            return verb.doc[before[0]]
        return verb.doc[before[-1]] if cut else None

    def _subject(self, verb: Token, own: Token) -> Attribution:
        cue = self.cues.get(verb.i)
        if cue is not None and cue.name.startswith("our "):
            return Attribution(self.sides.owner(self.passage, own), own=own)
        if (cue is not None and cue.stative) or verb.i in self.leads:
            return Attribution(self.sides.of(self.passage, own), own=own)
        passive = own.dep_ in ("nsubjpass", "csubjpass") or any(t.dep_ == "auxpass" for t in verb.children)
        if passive:
            for agent in verb.children:
                if agent.dep_ == "agent" or (agent.dep_ == "prep" and agent.lower_ == "by"):
                    by = next((t for t in agent.children if t.dep_ == "pobj"), None)
                    found = self.sides.of(self.passage, by) if by is not None else None
                    return Attribution(found, own=own)
            return Attribution(self.sides.everybody("passive"), own=own, agentless=True)
        if own.dep_ == "expl":
            return Attribution(self.sides.everybody("there"), own=own, agentless=True)
        found = self.sides.of_all(self.passage, [t for t in verb.lefts if t.dep_ == "nsubj"] or [own])
        if (
            found is not None
            and found.how == "we"
            and own.i + 1 < len(verb.doc)
            and verb.doc[own.i + 1].lower_ in ("both", "all")
        ):
            found = self.sides.everybody("we")
        if found is None and (own.lemma_.lower() in vocabulary().talks or (cue is not None and cue.talk)):
            return Attribution(self.sides.everybody("talk"), own=own, agentless=True)
        return Attribution(found, own=own)

    def _bare(self, verb: Token) -> Attribution:
        """A main verb without a subject: a list item's stem or a preamble gives it."""
        if self.stem is not None:
            return Attribution(self.stem)
        if verb.lemma_.lower() == "thank" and any(t.lower_ == "you" for t in verb.children):
            return Attribution(self.sides.first_person(self.passage, verb))
        root = verb.sent.root
        before = (
            root if root.pos_ not in VERBAL and root.i < verb.i and not is_infinitive(verb) else subject_before(verb)
        )
        if before is not None:
            found = self.sides.of(self.passage, before)
            if found is not None:
                return Attribution(found, own=before)
        if verb.tag_ in ("VBG", "VBD", "VBN") and first_word(verb) and len(self.sides.all) > 1:
            joint = len(self.sides.header.publisher) > 1 or (verb.tag_ != "VBG" and verb.sent.start == 0)
            return Attribution(self.sides.everybody("joint") if joint else None)
        return Attribution(None)

    def _coordinate(self, verb: Token, head: Token, mine: Attribution | None, depth: int) -> Attribution:
        first = self.of(head, depth + 1)
        outer = first.outer
        if outer is None and is_participle(verb) and mine is None and not is_participle(head) and not set_off(verb):
            return Attribution(first.who, head)
        if outer is not None and verb.i in self.cues and self._breaks_out(verb, mine, outer):
            if mine is not None and mine.who is not None:
                return mine
            return Attribution(self.of(outer, depth + 1).who)
        if is_infinitive(verb) and not is_infinitive(head) and mine is None and head.i in self.cues:
            return Attribution(first.who, outer or head)
        if is_infinitive(head) and not is_infinitive(verb) and introduces_list(verb):
            anchor = governing_verb(head)
            return Attribution(self.of(anchor, depth + 1).who if anchor is not None else None)
        if (
            outer is None
            and mine is None
            and verb.tag_ in ("VB", "VBP")
            and head.tag_ in ("VBD", "VBZ")
            and not is_infinitive(head)
        ):
            return Attribution(first.who, head)
        if mine is not None:
            return Attribution(mine.who, outer, mine.own, mine.agentless)
        if is_passive(verb):
            return Attribution(self.sides.everybody("passive"), outer, None, True)
        if outer is None and is_infinitive(head) and self._is_talk(verb) and self._meets(head):
            return Attribution(self.sides.everybody("together"))
        return Attribution(first.who, outer, None, first.agentless)

    def _meets(self, infinitive: Token) -> bool:
        """Whether an infinitive says what a meeting was for ("spoke with X to reaffirm … and consult on …")."""
        anchor = governing_verb(infinitive)
        return anchor is not None and anchor.lemma_.lower() in lexicon().words["meeting"]

    def _breaks_out(self, verb: Token, mine: Attribution | None, outer: Token) -> bool:
        """Whether a coordinated verb belongs to the account, not to what was said: the parser attaches it low."""
        if verb.tag_ == "VBG" and outer.tag_ == "VBG" and verb.head.tag_ != "VBG":
            return True
        past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and finite_past(verb.head) and not is_passive(verb.head))
        present = verb.tag_ in ("VBP", "VB") and outer.tag_ == "VBP" and not is_infinitive(verb.head)
        if not past and not present:
            return False
        head = verb.head
        if mine is not None:
            # After "would …" a plain past tense is the account's own.
            foretold = head.tag_ == "VB" and any(t.tag_ == "MD" for t in head.children)
            return past and (person_like(mine) or (foretold and mine.who is not None and mine.who.how != "we"))
        if past and not finite_past(head):
            return True
        subject = subject_of(head)
        return subject is not None and self.sides.of(self.passage, subject) is None

    def _participle(self, verb: Token, depth: int) -> Attribution:
        anchor = governing_verb(verb)
        if anchor is None:
            return self._bare(verb)
        above = self.of(anchor, depth + 1)
        if above.outer is not None and set_off(verb):
            anchor, above = above.outer, self.of(above.outer, depth + 1)
        content = self._is_discussion(verb) or verb.lemma_.lower() in lexicon().words["content"]
        if anchor.i in self.cues and verb.i > anchor.i and (content or not set_off(verb)):
            return Attribution(above.who, anchor)
        return Attribution(above.who, above.outer, None, above.agentless)

    def _infinitive(self, verb: Token, depth: int) -> Attribution:
        anchor = governing_verb(verb)
        if anchor is None:
            return self._bare(verb)
        above = self.of(anchor, depth + 1)
        if above.outer is not None or (anchor.i in self.cues and self.cues[anchor.i].act is not Act.DISCUSS):
            return Attribution(above.who, above.outer or anchor)
        if anchor.lemma_.lower() not in lexicon().words["leading"] and anchor.i not in self.leads:
            return Attribution(None, above.outer)
        who = above.who
        if who is not None and anchor.lemma_.lower() in lexicon().words["meeting"] and self._is_talk(verb):
            who = self.sides.everybody("together")
        return Attribution(who)

    def _lead_before(self, verb: Token) -> Token | None:
        """The verb of meeting that the parser hung below its own infinitive ("gathered in Tokyo, Japan to discuss")."""
        if not is_infinitive(verb):
            return None
        before = (t for t in verb.lefts if t.dep_ == "ccomp")
        return next((t for t in before if t.lemma_.lower() in lexicon().words["meeting"]), None)

    def _led(self, verb: Token, lead: Token, depth: int) -> Attribution:
        who = self.of(lead, depth + 1).who
        return Attribution(self.sides.everybody("together") if who is not None and self._is_talk(verb) else who)

    def _is_discussion(self, verb: Token) -> bool:
        cue = self.cues.get(verb.i)
        return cue is not None and cue.act is Act.DISCUSS

    def _is_talk(self, verb: Token) -> bool:
        """Whether an infinitive's act is one of all who met ("met with X to discuss …")."""
        cue = self.cues.get(verb.i)
        return cue is not None and cue.act in _MUTUAL

    def _embedded(self, verb: Token, mine: Attribution | None, depth: int) -> Attribution:
        anchor = governing_verb(verb)
        if anchor is None:
            return mine or self._bare(verb)
        above = self.of(anchor, depth + 1)
        outer = above.outer or (anchor if anchor.i in self.cues else None)
        if (
            verb.dep_ in ("ccomp", "parataxis", "dep")
            and verb.i < anchor.i
            and above.outer is None
            and not postposed(anchor)
        ):
            outer = None
        if (
            verb.dep_ in ("ccomp", "conj", "parataxis", "dep", "advcl")
            and mine is not None
            and after_semicolon(mine.own or verb)
        ):
            outer = above.outer if above.outer is not None and verb.tag_ != "VBD" else None
        if verb.dep_ == "advcl" and mine is not None:
            if not opens_with(verb, ("as", "while", "whereas", "and", "where")):
                return Attribution(None, above.outer or anchor)
            outer = above.outer
        if verb.dep_ == "relcl" and not relates(verb):
            return Attribution(None, above.outer or anchor)
        if mine is not None:
            return Attribution(mine.who, outer, mine.own, mine.agentless)
        who = above.who if verb.dep_ in ("xcomp", "pcomp", "acl", "dep", "advcl", "conj") else None
        return Attribution(who, outer)

    def _goes_on(self, verb: Token, own: Token | None) -> bool:
        """Whether a relative clause says what its person said in turn ("thanked X, who confirmed …")."""
        if own is None or own.lower_ != "who" or verb.tag_ != "VBD" or own.i == 0 or verb.doc[own.i - 1].text != ",":
            return False
        found = self.sides.of(self.passage, own)
        return found is not None and found.how in ("name", "post")


def person_like(found: Attribution) -> bool:
    """Whether a subject is a person, a pronoun or a group of leaders rather than a country."""
    return (
        found.who is not None
        and found.who.how in ("name", "post", "pronoun", "both-sides", "coordination", "they", "talk")
        and (found.own is None or found.own.lower_ not in ("they", "it", "we"))
    )
