"""The cues of speech: which words of a sentence name an act, by the lexicon ``data/en/cues.yaml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from spacy.tokens import Token

from summitry.data import load
from summitry.model.records import Act
from summitry.reading.en.persons import vocabulary

_OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "oprd"})
_PARTICLES = frozenset({"prt", "prep", "advmod", "agent", "dative"})
_TOPIC = frozenset({"on", "about", "regarding", "concerning", "of", "over", "covering", "upon", "around"})
_NO_TOPIC = frozenset({"margin", "sideline", "occasion", "anniversary", "basis", "initiative", "request", "invitation", "eve", "phone", "telephone", "day", "monday", "tuesday", "wednesday",
                       "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july",
                       "august", "september", "october", "november", "december"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl"})


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that name an act.

    Args:
        verb: the word that carries the clause.
        first: token offset of the cue's first word.
        last: token offset of its last word.
        act: the act of several sides together.
        alone: the act of one side, where it differs.
        name: the lexicon's line, for explanation.
        topic: the noun that names the talk, where the cue is nominal.
        talk: whether the subject is the talk itself ("the conversation covered …").
        stative: whether a passive form names the subject's own state ("are committed").
    """

    verb: Token
    first: int
    last: int
    act: Act
    alone: Act
    name: str
    topic: Token | None = None
    talk: bool = False
    stative: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cue lexicon, ready for look-up by lemma."""

    verbs: dict[str, Act]
    choices: dict[str, tuple[dict[str, Any], ...]]
    predicates: dict[str, Act]
    named: dict[str, Act]
    classes: dict[str, frozenset[str]]
    reporting: dict[str, Act]
    own_words: dict[str, Act]
    there: dict[str, Act]
    words: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of cues."""
    data = load("en/cues")

    def by_word(groups: dict[str, list[str]]) -> dict[str, Act]:
        return {str(word): Act(act) for act, words in groups.items() for word in words}

    return Lexicon(
        verbs=by_word(data["verbs"]),
        choices={verb: tuple(lines) for verb, lines in data["choices"].items()},
        predicates=by_word(data["predicates"]),
        named=by_word(data["named"]),
        classes={name: frozenset(words) for name, words in data["classes"].items()},
        reporting=by_word(data["reporting"]),
        own_words=by_word(data["own_words"]),
        there=by_word(data["there"]),
        words={name: frozenset(data[name]) for name in ("leading", "meeting", "handing_on", "manner", "would", "reported")},
    )


def find_cues(tokens: Iterator[Token]) -> Iterator[Cue]:
    """Yield the cues among tokens, in text order, whoever may be speaking."""
    words = lexicon()
    for token in tokens:
        if token.pos_ not in ("VERB", "AUX") and not token.tag_.startswith("VB"):
            continue
        lemma = _lemma(token)
        if token.tag_ == "VBN" and token.lower_ in words.predicates and any(t.dep_ == "auxpass" for t in token.children):
            act = words.predicates[token.lower_]
            cue: Cue | None = Cue(token, token.i, token.i, act, act, f"be {token.lower_}", stative=True)
        elif lemma in words.choices:
            cue = _chosen(token, lemma, words)
        elif lemma in words.verbs:
            act = words.verbs[lemma]
            cue = Cue(token, token.i, token.i, act, act, lemma)
        elif lemma in ("be", "feel", "remain"):
            cue = _predicate(token, words)
        else:
            cue = None
        if cue is not None:
            yield _with_copula(cue)


def hands_on(cue: Cue) -> bool:
    """Whether a cue only leads to the infinitive after it, which names the act."""
    if cue.name not in lexicon().words["handing_on"]:
        return False
    followers = [t for owner in (cue.verb, *cue.verb.children) for t in owner.children if t.dep_ in ("xcomp", "ccomp", "advcl")]
    return any(t.i > cue.last and any(c.tag_ == "TO" for c in t.children) for t in followers)


def _with_copula(cue: Cue) -> Cue:
    """A participle that the parser takes for an adjective belongs to its "be" ("are committed to")."""
    head = cue.verb.head
    if cue.verb.dep_ in ("acomp", "attr") and head.lemma_ in ("be", "remain", "feel") and head.i < cue.verb.i:
        return replace(cue, verb=head, first=head.i, stative=False)
    return cue


def _lemma(token: Token) -> str:
    return str(token.lemma_).lower()


def _chosen(verb: Token, lemma: str, words: Lexicon) -> Cue | None:
    for line in words.choices[lemma]:
        cue = _fit(verb, lemma, line, words)
        if cue is not None:
            return cue if line["act"] != "none" else None
    return None


def _fit(verb: Token, lemma: str, line: dict[str, Any], words: Lexicon) -> Cue | None:
    first = last = verb.i
    topic = None
    if "object" in line:
        topic = _object(verb, line["object"], words, line.get("before"))
        if topic is None:
            return None
        first, last = min(first, topic.i), max(last, topic.i)
    if line.get("object_any") and not any(t.dep_ in _OBJECTS for t in verb.children):
        return None
    if "before" in line:
        found = _particle(verb, topic, line["before"], line.get("verb_after"))
        if found is None:
            return None
        if line.get("noun_after") and not any(t.dep_ == "pobj" for t in found.children):
            return None
        last = max(last, found.i) if found.head.i == verb.i or topic is None else last
    if "verb_after" in line and "before" not in line and _particle(verb, None, [line["verb_after"]], "verb") is None:
        return None
    if "adjective" in line:
        adjective = next((t for t in verb.children if t.lower_ in line["adjective"]), None)
        if adjective is None:
            return None
        last = max(last, adjective.i)
    if topic is not None and topic.lemma_.lower() == "exchange":
        last = max(last, *(t.i for p in topic.rights if p.lower_ == "of" for t in p.children), last)
    if not _conditions(verb, topic, line):
        return None
    act = _act(line, topic, words)
    if act is None:
        return None
    name = f"{lemma} {topic.lemma_.lower()}" if topic is not None else lemma
    talk = bool(line.get("talk_subject") or line.get("topic_subject"))
    stative = lemma in ("commit", "dedicate")
    return Cue(verb, first, last, act, Act(line.get("alone", act)), name, topic, talk, stative)


def _act(line: dict[str, Any], topic: Token | None, words: Lexicon) -> Act | None:
    name = line["act"]
    if name == "named":
        return words.named.get(topic.lemma_.lower()) if topic is not None else None
    return Act(name) if name != "none" else Act.STATE


def _conditions(verb: Token, topic: Token | None, line: dict[str, Any]) -> bool:
    children = list(verb.children)
    if "clause" in line and not _clause(children, topic, line["clause"]):
        return False
    if line.get("topic") and (topic is None or _topic(verb, topic) is None):
        return False
    if "of" in line and (topic is None or not {t.lemma_.lower() for t in topic.subtree} & set(line["of"])):
        return False
    if line.get("modal") and not any(t.tag_ == "MD" for t in children):
        return False
    if line.get("passive") and not any(t.dep_ in ("auxpass", "nsubjpass") for t in children):
        return False
    subject = next((t for t in children if t.dep_ in ("nsubj", "nsubjpass")), None)
    if line.get("letter_subject") and (subject is None or subject.lemma_.lower() not in ("message", "letter", "telegram", "note")):
        return False
    if line.get("own_subject") and subject is None:
        return False
    if line.get("favour") and not any(t.lower_ in ("favour", "favor", "support") for child in children for t in child.children):
        return False
    if line.get("first_person") and (subject is None or subject.lower_ not in ("we", "i")):
        return False
    talks = vocabulary().talks
    if line.get("talk_subject") and (subject is None or subject.lemma_.lower() not in talks):
        return False
    if line.get("topic_subject") and (subject is None or subject.lemma_.lower() not in ("topic", "agenda", "theme", "subject", "item", "issue")):
        return False
    if line.get("people_subject") and subject is not None and subject.lemma_.lower() in ("it", "this", "that", "which", "statement", "document"):
        return False
    return not line.get("people") or any(t.dep_ in ("dobj", "nsubjpass", "nsubj", "dative") and t.pos_ in ("PROPN", "PRON", "NOUN") for t in children)


def _object(verb: Token, wanted: list[str], words: Lexicon, before: list[str] | None) -> Token | None:
    """The object (or the subject of a passive, or the object of the wanted preposition) that is one of these nouns."""
    lemmas: set[str] = set()
    for name in wanted:
        lemmas |= (set(words.named) if name == "@named" else words.classes.get(name[1:], frozenset())) if name[0] == "@" else {name}
    if "@quote" in wanted and any(t.is_quote or t.text in "“”\"" for t in verb.doc[verb.i + 1 : verb.i + 8]):
        return verb
    for child in verb.children:
        objects: list[Token] = []
        if child.dep_ in _OBJECTS or (child.dep_ in ("attr", "nsubj", "npadvmod", "ccomp", "dative") and child.pos_ == "NOUN" and child.i > verb.i):
            objects = [child, *child.conjuncts]
        elif child.dep_ == "prep" and before and child.lower_ in before:
            objects = [t for t in child.children if t.dep_ == "pobj"]
        for token in objects[:1]:
            if token.lemma_.lower() in lemmas or token.lower_ in lemmas:
                return token
            if token.dep_ == "ccomp":
                continue
            inner = _measured(token, lemmas)
            if inner is not None:
                return inner
    return None


def _measured(token: Token, lemmas: set[str]) -> Token | None:
    """The noun behind a measure or a blessing ("a series of discussions", "an exchange of views", "a message of thanks")."""
    if token.lemma_.lower() in ("series", "round", "number", "range", "word", "sense", "feeling", "lot", "set", "depth"):
        for prep in token.rights:
            if prep.dep_ == "prep" and prep.lower_ == "of":
                return next((t for t in prep.children if t.lemma_.lower() in lemmas), None)
    return None


def _particle(verb: Token, topic: Token | None, wanted: list[str], verb_after: str | None) -> Token | None:
    for owner in (verb, topic):
        if owner is None:
            continue
        for child in owner.children:
            if child.i > owner.i and child.lower_ in wanted and child.dep_ in (*_PARTICLES, "aux", "mark", "ccomp", "advcl"):
                if verb_after is None or any(t.dep_ == "pcomp" for t in child.children) or child.dep_ == "aux":
                    return child
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if after is not None and after.lower_ in wanted and verb_after is None:
        return after
    return None


def _clause(children: list[Token], topic: Token | None, kind: str) -> bool:
    if topic is not None:
        children = children + list(topic.children)
    for child in children:
        if child.dep_ in _CLAUSES or child.dep_ == "relcl":
            infinitive = any(t.dep_ == "aux" and t.tag_ == "TO" for t in child.children)
            if kind == "to" and infinitive:
                return True
            if kind == "that" and not infinitive and (child.dep_ in ("ccomp", "acl", "relcl") or any(t.lower_ == "that" for t in child.children)):
                return True
    return False


def _topic(verb: Token, noun: Token) -> Token | None:
    """The preposition that leads to what a talk was about, or ``None``: "on the margins" and dates are no topics."""
    for owner in (noun, verb):
        for child in owner.children:
            if child.dep_ in ("prep", "acl") and child.lower_ in _TOPIC and child.i > noun.i:
                target = next((t for t in child.children if t.dep_ in ("pobj", "pcomp")), None)
                if target is not None and target.lemma_.lower() not in _NO_TOPIC:
                    if child.lower_ == "of" and target.lemma_.lower() in ("view", "opinion", "idea", "assessment"):
                        return _topic(verb, target) or child
                    return child
    return None


def _predicate(verb: Token, words: Lexicon) -> Cue | None:
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "advcl", "ROOT") and child.i > verb.i and child.lower_ in words.predicates:
            act = words.predicates[child.lower_]
            return Cue(verb, verb.i, child.i, act, act, f"be {child.lower_}")
    return _there(verb, words) or _own_words(verb, words)


def _there(verb: Token, words: Lexicon) -> Cue | None:
    if not any(t.dep_ == "expl" for t in verb.children):
        return None
    for child in verb.children:
        act = words.there.get(child.lemma_.lower()) if child.dep_ in ("attr", "nsubj") else None
        if act is not None and (act is Act.AGREE or _topic(verb, child) is not None):
            views = [t.i for p in child.rights if p.lower_ == "of" for t in p.children if t.dep_ == "pobj"]
            return Cue(verb, child.i, max([child.i, *(views if child.lemma_.lower() == "exchange" else [])]), act, act, f"there be {child.lemma_.lower()}", child)
    return None


def _own_words(verb: Token, words: Lexicon) -> Cue | None:
    subject = next((t for t in verb.children if t.dep_ == "nsubj"), None)
    act = words.own_words.get(subject.lemma_.lower()) if subject is not None else None
    if act is None or subject is None or not any(t.dep_ == "poss" and t.lower_ in ("our", "my") for t in subject.children):
        return None
    return Cue(verb, subject.left_edge.i, verb.i, act, act, f"our {subject.lemma_.lower()} is", subject)
