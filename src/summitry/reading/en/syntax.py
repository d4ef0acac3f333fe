"""Questions about a verb's clause that the rules of attribution and extent share."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.reading.en.clauses import hidden_subject
from summitry.reading.en.lexicon import lexicon

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
VERBAL = frozenset({"VERB", "AUX"})
# How many characters may stand between a verb and the colon of the list that it introduces.
_STEM = 20


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb's own clause, or ``None``."""
    own = next((t for t in verb.children if t.dep_ in SUBJECTS and not t.text.isdigit()), None)
    return (hidden_subject(verb) or own) if own is None or own.dep_ == "csubj" else own


def subject_before(verb: Token) -> Token | None:
    """Return the noun right before a verb and its adverbs, where the parser missed that it is the subject."""
    i = verb.i - 1
    while i >= verb.sent.start and (
        verb.doc[i].dep_ in ("aux", "auxpass", "advmod", "neg") or verb.doc[i].pos_ == "ADV"
    ):
        i -= 1
    if i < verb.sent.start:
        return None
    token = verb.doc[i]
    return token if token.pos_ in ("NOUN", "PROPN", "PRON") else None


def stolen(verb: Token, own: Token) -> bool:
    """Whether the parser took the partner of a talk for an infinitive's subject ("spoke with X to express …")."""
    if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" and verb.head.i < own.i < verb.i:
        return True
    anchor = governing_verb(verb)
    if anchor is None or anchor.lemma_.lower() not in lexicon().words["meeting"] or not anchor.i < own.left_edge.i:
        return False
    return any(t.lower_ == "with" for t in verb.doc[anchor.i : own.i])


def governing_verb(token: Token) -> Token | None:
    """Return the nearest verb above a token, or ``None``."""
    for above in token.ancestors:
        if above.dep_ == "prep":
            continue
        if above.pos_ in VERBAL or above.tag_.startswith("VB"):
            return above
    return None


def is_participle(verb: Token) -> bool:
    """Whether a verb is a bare present participle ("…, expressing …")."""
    return verb.tag_ == "VBG" and not any(t.dep_ in ("aux", "auxpass") for t in verb.children)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(t.tag_ == "TO" for t in verb.children)


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive by its auxiliary or subject."""
    return any(t.dep_ in ("auxpass", "nsubjpass") for t in verb.children)


def is_negated(verb: Token, noun: Token | None) -> bool:
    """Whether an act is denied: "did not agree", "no agreement was reached", "neither side agreed".

    Args:
        verb: the act's verb.
        noun: the noun that names the act, if one does.
    """
    subject = subject_of(verb)
    denied = (t for owner in (noun, subject) if owner is not None for t in owner.lefts if t.dep_ in ("det", "preconj"))
    return any(t.dep_ == "neg" for t in verb.children) or any(t.lower_ in ("no", "neither") for t in denied)


def finite(verb: Token) -> bool:
    """Whether a verb or its auxiliary is finite."""
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in verb.children if t.dep_ in ("aux", "auxpass")
    )


def postposed(verb: Token) -> Token | None:
    """Return the clause that a verb of saying reports from behind ("X supports the plan, Y said"), or ``None``."""
    subject = subject_of(verb)
    if subject is None or verb.lemma_.lower() not in lexicon().reporting or subject.i > verb.i:
        return None
    if any(t.i > verb.i and t.dep_ in ("dobj", "ccomp", "xcomp", "prep") for t in verb.children):
        return None
    clause = next((t for t in verb.children if t.dep_ == "ccomp" and t.i < subject.left_edge.i), None)
    between = verb.doc[clause.i : subject.left_edge.i] if clause is not None else ()
    return None if any(t.text == ";" for t in between) else clause


def coordinated_with(verb: Token, own: Token | None) -> Token | None:
    """Return the verb that a verb is coordinated with, also where the parser labels it otherwise, or ``None``."""
    head = verb.head
    if verb.dep_ == "conj":
        if head.pos_ in VERBAL or head.tag_.startswith("VB"):
            return head
        return head.head if head.dep_ in ("acomp", "attr") and head.head.pos_ in VERBAL else None
    hidden = verb.dep_ in ("advcl", "acl", "dep") and own is None and verb.tag_ in ("VBD", "VBN")
    return head if hidden and follows_and(verb) and not is_passive(verb) else None


def follows_and(verb: Token) -> bool:
    """Whether a verb stands right after "and", but for adverbs."""
    i = verb.i - 1
    while i > verb.sent.start and verb.doc[i].pos_ == "ADV":
        i -= 1
    return i >= verb.sent.start and verb.doc[i].lower_ == "and" and any(t.pos_ in VERBAL for t in (verb.head,))


def finite_past(verb: Token) -> bool:
    """Whether a verb or its auxiliary is in the past tense."""
    return verb.tag_ == "VBD" or any(t.tag_ == "VBD" for t in verb.children if t.dep_ in ("aux", "auxpass"))


def set_off(verb: Token) -> bool:
    """Whether a participle is set off by a comma, opens its sentence, or follows "while" or another participle."""
    i = verb.i - 1
    while i >= verb.sent.start and (
        verb.doc[i].pos_ in ("ADV", "SPACE") or verb.doc[i].lower_ in ("and", "while", "also", "thereby", "by", "in")
    ):
        i -= 1
    return (
        i < verb.sent.start or verb.doc[i].text in (",", ";", "–", "—", "-") or verb.doc[verb.i - 1].lower_ == "while"
    )


def first_word(verb: Token) -> bool:
    """Whether only adverbs stand before a verb in its sentence."""
    return all(
        t.pos_ in ("ADV", "SPACE", "PUNCT", "CCONJ", "NUM", "X", "AUX") for t in verb.doc[verb.sent.start : verb.i]
    )


def opens_with(verb: Token, words: tuple[str, ...]) -> bool:
    """Whether a clause opens with one of these conjunctions."""
    return any(t.dep_ in ("mark", "advmod", "cc") and t.lower_ in words for t in verb.children)


def introduces_list(verb: Token) -> bool:
    """Whether a verb introduces the list that follows its passage ("… and commit to:")."""
    rest = verb.doc[verb.i + 1 :].text.strip()
    return rest.endswith(":") and len(rest) < _STEM


def relates(verb: Token) -> bool:
    """Whether a relative clause goes on with the account ("during which the sides agreed", "X, who thanked")."""
    before = (t for t in verb.subtree if t.i < verb.i)
    return any(t.lower_ in ("who", "which", "where") and t.dep_ in ("nsubj", "pobj", "advmod") for t in before)


def carries_on(verb: Token) -> bool:
    """Whether a past tense goes on after a semicolon with the subject before it ("…; and resolved to …")."""
    i = verb.i - 1
    while i > verb.sent.start and verb.doc[i].lower_ in ("and", "also", "further"):
        i -= 1
    return verb.tag_ in ("VBD", "VBN") and i >= verb.sent.start and verb.doc[i].text == ";"


def after_semicolon(word: Token) -> bool:
    """Whether the phrase of a word stands right after a semicolon."""
    start = word.left_edge.i if word.dep_ in SUBJECTS else word.i
    return any(t.text == ";" for t in word.doc[max(start - 2, 0) : start])
