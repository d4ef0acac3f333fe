"""What stands with a verb: the noun that names an act, the particle, the topic of a talk."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

_OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "oprd"})
# Labels under which the parser hides an object that follows its verb.
_MISTAKEN = frozenset({"attr", "nsubj", "npadvmod", "ccomp", "dative"})
_PARTICLES = frozenset({"prt", "prep", "advmod", "agent", "dative", "aux", "mark", "ccomp", "advcl"})
_TOPIC = frozenset({"on", "about", "regarding", "concerning", "of", "over", "covering", "upon", "around"})
_MEASURES = frozenset({"series", "round", "number", "range", "word", "sense", "feeling", "lot", "set", "depth"})
_VIEWS = frozenset({"view", "opinion", "idea", "assessment"})
_CALENDAR = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
# What may follow "on" without being what was talked about ("talks on the margins of …").
_NO_TOPIC = frozenset(
    {"margin", "sideline", "occasion", "anniversary", "basis", "initiative", "request", "invitation", "eve", "phone"}
    | {"telephone", *_CALENDAR}
)


def object_among(verb: Token, lemmas: frozenset[str], before: frozenset[str]) -> Token | None:
    """Return the object of a verb that is one of these nouns, or ``None``.

    Counted as objects: a passive's subject, the object of one of the prepositions ``before``, and the noun
    behind a measure ("a series of discussions").
    """
    found = list(_objects(verb, before))
    for token in found + [c for t in found for c in t.conjuncts if t.pos_ == "PRON" and c.i > t.i]:
        if token.lemma_.lower() in lemmas or token.lower_ in lemmas:
            return token
        if token.lemma_.lower() in _MEASURES:
            behind = (t for prep in token.rights if prep.lower_ == "of" for t in prep.children)
            inner = next((t for t in behind if t.lemma_.lower() in lemmas), None)
            if inner is not None:
                return inner
    return None


def _objects(verb: Token, before: frozenset[str]) -> Iterator[Token]:
    for child in verb.children:
        hidden = child.dep_ in _MISTAKEN and child.pos_ == "NOUN" and child.i > verb.i
        if child.dep_ in _OBJECTS or hidden:
            yield child
        elif child.dep_ == "prep" and child.lower_ in before:
            yield from (t for t in child.children if t.dep_ == "pobj")


def particle(verb: Token, topic: Token | None, wanted: frozenset[str], *, verb_after: bool) -> Token | None:
    """Return the preposition or particle after a verb (or its object) that is one of those wanted, or ``None``."""
    for owner in (verb, topic):
        for child in owner.rights if owner is not None else ():
            right = child.lower_ in wanted and child.dep_ in _PARTICLES and not _leads_nowhere(child)
            if right and (not verb_after or child.dep_ == "aux" or any(t.dep_ == "pcomp" for t in child.children)):
                return child
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if after is None or after.lower_ not in wanted or verb_after or _leads_nowhere(after):
        return None
    return after


def _leads_nowhere(preposition: Token) -> bool:
    """Whether a preposition leads to a date or an occasion ("spoke on Monday")."""
    if preposition.lower_ not in _TOPIC:
        return False
    return any(t.dep_ == "pobj" and t.lemma_.lower() in _NO_TOPIC for t in preposition.children)


def topic_of(verb: Token, noun: Token) -> Token | None:
    """Return the preposition that leads to what a talk was about, or ``None``: margins and dates are no topics."""
    for owner in (noun, verb):
        for child in owner.children:
            if child.dep_ not in ("prep", "acl") or child.lower_ not in _TOPIC or child.i < noun.i:
                continue
            target = next((t for t in child.children if t.dep_ in ("pobj", "pcomp")), None)
            if target is None or target.lemma_.lower() in _NO_TOPIC:
                continue
            if child.lower_ == "of" and target.lemma_.lower() in _VIEWS:
                return topic_of(verb, target) or child
            return child
    return None


def views_of(noun: Token) -> int:
    """Return the token offset of the last word of "exchange of views", or of the noun itself."""
    if noun.lemma_.lower() != "exchange":
        return noun.i
    return max([noun.i, *(t.i for p in noun.rights if p.lower_ == "of" for t in p.children if t.dep_ == "pobj")])
