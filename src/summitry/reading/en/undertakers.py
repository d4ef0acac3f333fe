"""Who undertakes: the subject's sides, those who voice the clause, or all sides where nobody is named."""

from __future__ import annotations

from spacy.tokens import Span, Token

from summitry.model.document import SegmentKind
from summitry.model.records import DocumentKind, Statement
from summitry.reading.en.candidates import Candidate, vocabulary
from summitry.reading.en.clauses import own_subject, subject_of
from summitry.reading.en.header import Header
from summitry.reading.en.parse import Passage
from summitry.reading.en.sides import Sides
from summitry.reading.en.verdicts import Reading

_SPOKEN = frozenset({"cue-verb", "plan", "cue-verb-nominal"})
# From this many sides on, one that is the object of the act is not among those who undertake it.
_MANY = 3
_SHARED = frozenset({"joint", "mutual", "shared", "common"})
_JOINT = frozenset({DocumentKind.JOINT_STATEMENT, DocumentKind.COMMUNIQUE})


class Undertakers:
    """Finds the sides behind the candidates of one document.

    Args:
        header: what is known of the text.
        sides: who its phrases stand for.
        statements: its reported speech, whose speakers undertake what a clause leaves unsaid.
    """

    def __init__(self, header: Header, sides: Sides, statements: tuple[Statement, ...]) -> None:
        self.header = header
        self.sides = sides
        self.statements = statements
        self.joint = header.kind in _JOINT
        self.all_sides = tuple(sorted({*header.sides, *header.publisher}))

    def are_foreign(self, passage: Passage, words: Span) -> bool:
        """Whether words name parties and none of them is a side of the text."""
        named = self.sides.parties_in(passage, words.start, words.end)
        return bool(named) and not self.are_ours(named)

    def are_ones_own(self, candidate: Candidate, codes: tuple[str, ...]) -> bool:
        """Whether those who are set to work by name are people of the side that sets them to work."""
        if candidate.rule != "delegation-named":
            return True
        named = (c for c in candidate.cue.rights if c.dep_ in ("dobj", "obj", "dative", "ccomp", "xcomp"))
        who = next((own_subject(c) if c.pos_ == "VERB" else c for c in named), None)
        theirs = self.codes(candidate.passage, who)
        # A body that sits for all ("directed the JEC to report") is of no one side and no person.
        body = who is not None and who.text.isupper() and not theirs
        return bool(codes) and (theirs == codes or (body and set(codes) >= set(self.all_sides)))

    def of_subject(self, candidate: Candidate, outer: tuple[str, ...]) -> tuple[str, ...]:
        """Return the sides that undertake: the owner of what is agreed on, else the subject."""
        passage, act = candidate.passage, candidate.act
        if act.pos_ == "NOUN" and candidate.rule in ("cue-noun", "cue-verb-nominal"):
            owner = next((c for c in act.lefts if c.dep_ == "poss"), None)
            owned = self.codes(passage, owner)
            if owned:
                return owned
        codes = self.codes(passage, candidate.subject)
        if _is_shared(candidate):
            return self.all_sides
        owner = candidate.subject
        if not codes and owner is not None and (owner.tag_ == "PRP$" or (len(outer) == 1 and _speaks_for(owner))):
            return outer
        if not codes and candidate.subject is not None and candidate.subject.lower_ == "it" and len(outer) == 1:
            return outer
        if codes or candidate.rule not in _SPOKEN or own_subject(candidate.cue) is not None:
            return codes
        return self._unspoken(candidate)

    def _unspoken(self, candidate: Candidate) -> tuple[str, ...]:
        """Return the sides of a cue without a subject: the parse lost it, or an item opens with it ("Agreed to …")."""
        cue, root = candidate.cue, candidate.cue.sent.root
        opens = cue.i - cue.sent.start <= 2
        if not opens and root.i < cue.i:
            codes = self.codes(candidate.passage, own_subject(root))
            if codes:
                return codes
        listed = candidate.passage.segment.kind is SegmentKind.LIST_ITEM or (opens and cue.text[0].isupper())
        return self.all_sides if candidate.subject is None and (self.joint or listed) else ()

    def codes(self, passage: Passage, subject: Token | None) -> tuple[str, ...]:
        """Return the codes of the sides that a phrase stands for; none where it stands for none."""
        if subject is None:
            return ()
        found = self.sides.of(passage, subject)
        return found.codes if found is not None else ()

    def are_ours(self, codes: tuple[str, ...]) -> bool:
        """Whether one of these is a side of the text."""
        return bool(set(codes) & set(self.all_sides))

    def of_voice(self, candidate: Candidate) -> tuple[str, ...]:
        """Return the sides that voice a clause: by its reporting verb, else by the statement it stands in."""
        word = candidate.outer
        if word is not None:
            codes = self.codes(candidate.passage, subject_of(word) if word.pos_ in ("VERB", "AUX") else word)
            if codes:
                return codes
            if any(c.lower_ == "it" and c.dep_ in ("nsubjpass", "expl") for c in word.lefts):
                return self.all_sides
        return self.of_statement(candidate.passage, candidate.cue)

    def of_statement(self, passage: Passage, token: Token) -> tuple[str, ...]:
        """Return the speakers of the innermost statement that a token stands in."""
        at = passage.segment.start + token.idx
        inside = [s for s in self.statements if s.grounds.evidence.start <= at < s.grounds.evidence.end]
        return max(inside, key=lambda s: s.grounds.evidence.start).speakers if inside else ()

    def of(self, reading: Reading) -> tuple[str, ...]:
        """Return the codes of the sides that undertake, sorted."""
        rule = reading.candidate.rule
        if rule == "accepted-passive":
            return self._invited(reading.candidate)
        if rule == "hosting":
            return reading.codes
        if rule == "awaited-guest":
            guest = next((c for c in reading.candidate.act.rights if c.dep_ in ("dobj", "obj")), None)
            guests = self.codes(reading.candidate.passage, guest) or self.all_sides
            return tuple(sorted({*reading.codes, *guests}))
        if reading.codes:
            travels = rule == "modal" and reading.candidate.act.lemma_ in ("visit", "travel", "arrive", "tour")
            host = self.header.publisher if travels and len(self.header.publisher) == 1 else ()
            return tuple(sorted({*self._without_recipient(reading), *host, *self._met(reading)}))
        if reading.candidate.rule == "cue-noun":
            return reading.outer_codes or self.all_sides
        if len(reading.outer_codes) == 1 and reading.subject_kind() == "meeting":
            return self.all_sides or reading.outer_codes
        return reading.outer_codes or self.all_sides

    def _met(self, reading: Reading) -> tuple[str, ...]:
        """Return the side of those whom one's own people will meet, host or hold talks with."""
        it = reading.candidate
        if it.rule != "modal" or it.act.lemma_ not in vocabulary("together") or reading.codes != self.header.publisher:
            return ()
        partners = [c for c in it.act.rights if c.dep_ in ("dobj", "obj") and c.pos_ == "PROPN"]
        holders = (it.act, *(c for c in it.act.rights if c.dep_ in ("dobj", "obj")))
        with_ = (c for holder in holders for c in holder.rights if c.dep_ == "prep" and c.lower_ == "with")
        partners += [c for preposition in with_ for c in preposition.rights if c.dep_ == "pobj"]
        met = {code for partner in partners for code in self.codes(it.passage, partner)}
        return tuple(met & set(self.all_sides))

    def _without_recipient(self, reading: Reading) -> tuple[str, ...]:
        """Return the sides of "we" without the one that the act is done to ("we will provide A with …")."""
        it = reading.candidate
        if len(reading.codes) < _MANY:
            return reading.codes
        objects = (c for c in it.act.rights if c.dep_ in ("dobj", "obj", "dative") and c.pos_ == "PROPN")
        done_to = {code for c in objects for code in self.codes(it.passage, c)}
        return tuple(c for c in reading.codes if c not in done_to) or reading.codes

    def _invited(self, candidate: Candidate) -> tuple[str, ...]:
        """Return the sides that were invited last before an acceptance that names nobody."""
        at = candidate.passage.segment.start + candidate.cue.idx
        earlier = (s for s in self.statements if s.grounds.evidence.start < at)
        before = [s for s in earlier if "invit" in s.grounds.evidence.quote.lower()]
        host = max(before, key=lambda s: s.grounds.evidence.start).speakers if before else ()
        return tuple(c for c in self.all_sides if c not in host) or self.all_sides


def _speaks_for(owner: Token) -> bool:
    """Whether an owner that is not resolved is the speaker's own: "the administration", "President A"."""
    if owner.lemma_.lower() in ("administration", "government"):
        return True
    return owner.pos_ == "PROPN" and any(c.lower_ in ("president", "minister", "chancellor") for c in owner.lefts)


def _is_shared(candidate: Candidate) -> bool:
    """Whether one side speaks for all ("we will both attend", "we will discuss", "our shared commitment")."""
    subject = candidate.subject
    if candidate.rule == "modal":
        both = any(c.lower_ == "both" for c in candidate.act.lefts) or candidate.act.lemma_ == "discuss"
        return subject is not None and subject.lower_ == "we" and both
    joint = any(c.lower_ in _SHARED for c in candidate.cue.lefts)
    return candidate.rule == "cue-noun" and joint and (subject is None or subject.lower_ in ("our", "their"))
