"""Names of parties in a document's passages, by token: what a phrase's words say of its side."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.reading.en.discourse import all_sides
from summitry.reading.en.header import Header
from summitry.reading.en.parse import Passage
from summitry.reading.parties import find_parties, members_of, speaks_for_members

_OF_PARTY = frozenset({"of", "for", "from"})


class Mentions:
    """Finds the parties that the words of one document name."""

    def __init__(self, header: Header) -> None:
        self._sides = all_sides(header)
        self._found: dict[int, dict[int, str]] = {}

    def at(self, passage: Passage) -> dict[int, str]:
        """Return the party code at each token that belongs to a party's name or adjective."""
        if passage.index not in self._found:
            found: dict[int, str] = {}
            for mention in find_parties(passage.document.words(passage.segment)):
                span = passage.doc.char_span(mention.start, mention.end, alignment_mode="expand")
                found.update((token.i, mention.code) for token in span or ())
            self._found[passage.index] = found
        return self._found[passage.index]

    def narrowing(self, passage: Passage, head: Token) -> tuple[str, ...]:
        """Return the codes of the parties that a phrase's modifiers name, sorted."""
        found = self.at(passage)
        codes = {found[i] for i in range(head.left_edge.i, head.i + 1) if i in found}
        queue = [child for child in head.rights if child.dep_ == "prep" and child.lower_ in _OF_PARTY]
        while queue:
            preposition = queue.pop()
            for noun in preposition.children:
                if noun.dep_ != "pobj":
                    continue
                for member in (noun, *(t for t in noun.conjuncts if t.i > noun.i)):
                    left = member.left_edge.i if preposition.lower_ == "of" else member.i
                    codes.update(found[i] for i in range(left, member.i + 1) if i in found)
                    queue += [t for t in member.rights if t.dep_ == "prep" and t.lower_ == "of"]
        return tuple(sorted(codes))

    def party(self, passage: Passage, head: Token) -> tuple[str, ...]:
        """Return the codes of a party's name, with those joined inside it ("the States of A and the Republic of B")."""
        found = self.at(passage)
        codes = {found[head.i]}
        for prep in head.rights:
            if prep.dep_ == "prep" and prep.lower_ == "of":
                joined = [c for t in prep.children for c in t.conjuncts if c.i > t.i]
                codes.update(found[t.i] for c in joined for t in c.subtree if t.i in found)
        return tuple(sorted(codes))

    def spread(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """Return codes with a group's in place of those of its members that are sides of the account."""
        out: set[str] = set()
        for code in codes:
            members = set(members_of(code)) & set(self._sides) if speaks_for_members(code) else set()
            out |= members if code not in self._sides and members else {code}
        return tuple(sorted(out))

    def is_format(self, codes: tuple[str, ...]) -> bool:
        """Whether a group's code stands for all sides of the account, who are its members ("the G7")."""
        sides = set(self._sides)
        # The Union sits with the seven and the twenty.
        members = {*members_of(codes[0]), "EU"} if len(codes) == 1 else set()
        return len(codes) == 1 and codes[0] not in sides and len(sides) > 1 and len(members) > 1 and sides <= members
