"""Grammar that several readers share: subjects, auxiliaries, governors and coordination in a dependency parse."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_CONTENT = frozenset({"ccomp", "xcomp", "pcomp", "acl", "advcl"})
_CLAUSAL = _CONTENT | {"relcl", "conj", "parataxis", "dep", "acomp", "attr", "oprd", "prep"}
_HEADS = frozenset({"VERB", "NOUN", "ADJ", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_OBJECTS = frozenset({"dobj", "obj", "prep", "xcomp", "ccomp", "dative", "attr", "oprd", "acomp"})


def own_subject(verb: Token) -> Token | None:
    """Return the subject that stands with a verb itself."""
    own = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    return (hidden_subject(verb) or own) if own is None or own.dep_ == "csubj" else own


def hidden_subject(verb: Token) -> Token | None:
    """Return the subject that the parser gave to a participle before its verb, or ``None``.

    It is hidden in a participle that opens the sentence ("Looking ahead to the summit, the leaders agreed"), or
    stands before one that is set off ("The minister, calling the plan vital, agreed").
    """
    for child in verb.lefts:
        if child.tag_ != "VBG" or child.dep_ not in ("csubj", "advcl"):
            continue
        comma = next((t for t in reversed(verb.doc[child.i : verb.i]) if t.text == ","), None)
        opens = child.dep_ == "csubj" and comma is not None and child.left_edge.i == verb.sent.start
        if opens and comma is not None:
            after = verb.doc[comma.i + 1 : verb.i]
            return next((t for t in after if t.head.i < comma.i and t.pos_ in _NOMINAL), None)
        inner = next((t for t in child.lefts if t.dep_ == "nsubj"), None)
        if inner is not None and any(t.text == "," for t in verb.doc[inner.i : child.i]):
            return inner
    return None


def subject_of(verb: Token) -> Token | None:
    """Return a verb's subject, found along coordination and control ("agreed to meet", "reaching agreement")."""
    token, seen = verb, 0
    while seen < 8:
        subject = own_subject(token)
        if subject is not None and subject.pos_ not in ("VERB", "AUX"):
            return subject
        if token.dep_ not in _CLAUSAL or token.head == token:
            return None
        if token.dep_ in ("acl", "relcl") and token.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return None
        token, seen = token.head, seen + 1
    return None


def auxiliaries(verb: Token) -> list[str]:
    """Return the lower-case auxiliaries of a verb, and the particle "to"."""
    return [child.lower_ for child in verb.lefts if child.dep_ in ("aux", "auxpass")]


def is_negated(verb: Token) -> bool:
    """Whether a verb is denied ("did not agree", "no longer", "never")."""
    return any(child.dep_ == "neg" for child in verb.children)


def governors(token: Token) -> Iterator[Token]:
    """Yield the verbs, nouns and adjectives that a clause stands under, nearest first; coordination is passed over."""
    seen = 0
    while token.head != token and seen < 25:
        head, relation = token.head, token.dep_
        if relation != "conj" and head.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "ADJ", "PRON"):
            yield head
        token, seen = head, seen + 1


def reporting_verb(verb: Token) -> Token | None:
    """Return the verb whose content a clause is ("confirmed" in "confirmed that they will meet")."""
    token, seen = verb, 0
    while token.head != token and seen < 25:
        if token.dep_ in _CONTENT and token.head.pos_ in _HEADS:
            return token.head
        if token.dep_ == "relcl":
            return None
        token, seen = token.head, seen + 1
    return None


def has_object(verb: Token, before: Token | None = None) -> bool:
    """Whether a verb has an object or complement of its own (before another token)."""
    return any(c.dep_ in _OBJECTS and (before is None or c.i < before.i) for c in verb.rights)


def coordinates(act: Token) -> list[Token]:
    """Return an act and the acts joined to it, in text order, where each has an object of its own.

    "strengthen A and broaden its focus" is one act: the pronoun carries the same object on.
    """
    found = [act]
    joined = [t for t in act.conjuncts if t.i > act.i] + _stray(act)
    for token in sorted(joined, key=lambda t: t.i):
        if token.i > found[-1].i and _stands_alone(found[-1], token):
            found.append(token)
    return found


def _stray(act: Token) -> list[Token]:
    """Return base-form verbs that the parse joins to a participle inside the act's words, as English never does."""
    if act.tag_ != "VB":
        return []
    return [
        t
        for t in act.doc[act.i + 1 : act.right_edge.i + 1]
        if t.dep_ == "conj" and t.tag_ == "VB" and t.head.tag_ in ("VBD", "VBN", "VBG") and t.head.i > act.i
    ]


def _stands_alone(first: Token, second: Token) -> bool:
    compound = second.doc[second.i - 1].text == "-" and not second.doc[second.i - 1].whitespace_
    if second.pos_ not in ("VERB", "AUX") or compound or own_subject(second) is not None:
        return False
    if first.tag_[:2] != second.tag_[:2] or (first.tag_ == "VBG") != (second.tag_ == "VBG"):
        return False
    adverbs = (c for c in first.rights if c.dep_ in ("npadvmod", "advmod") and c.i < second.i)
    modified = has_object(first, second) or any(adverbs)
    between = first.doc[first.i : second.i - 1]
    if any(c.tag_ == "TO" for c in second.lefts) and any(t.tag_ == "TO" and t.head != first for t in between):
        # "measures to prevent A and to deter B": the second infinitive may hang on either.
        return False
    if not modified or not has_object(second):
        return False
    for child in second.rights:
        if child.dep_ in ("dobj", "obj"):
            pronoun = child.pos_ == "PRON" or any(c.lower_ in ("its", "it") for c in child.lefts)
            return not pronoun
    return True


def noun_lemma(noun: Token) -> str:
    """Return a noun's lemma in lower case; the lemmatiser leaves the plural of names as it is."""
    lemma: str = noun.lemma_.lower()
    if noun.tag_ != "NNPS":
        return lemma
    return lemma.removesuffix("ies") + "y" if lemma.endswith("ies") else lemma.removesuffix("s")
