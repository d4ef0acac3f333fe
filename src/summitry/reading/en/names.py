"""How far the name of a happening or an instrument reaches around its head noun."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from summitry.data import load

_DROPPED = frozenset({"DT", "PDT", "PRP$", "WDT", "WP$"})
_JOINING = frozenset({"of", "on", "for", "between", "as", "with", "against"})
_VISIT_JOINING = frozenset({"to", "of", "by", "as", "between"})
_LONGEST = 22
_MARGINS = frozenset({"margins", "margin", "sidelines", "fringes"})


@cache
def _loose() -> frozenset[str]:
    return frozenset(load("en/events")["loose"])


def name_span(head: Token) -> tuple[int, int]:
    """Return the tokens (first, after the last) of a noun's name, without articles and loose adjectives.

    A capitalised name takes its "of …", "on …", "for …" along; a visit its "to …" and "by …".
    """
    first = head.left_edge
    while first.i < head.i and _is_loose(first):
        first = first.doc[first.i + 1]
    start = first.i if head.i - first.i <= _LONGEST else head.i
    return _capitals_before(head, start), _with_acronym(head, _end(head))


def _is_loose(token: Token) -> bool:
    return token.tag_ in _DROPPED or token.pos_ == "PUNCT" or token.lower_ in _loose() or _is_day(token)


def _capitals_before(head: Token, start: int) -> int:
    """Return the start of a capitalised name that the parse cut at its "of" ("Heads of Government Meeting")."""
    doc = head.doc
    floor = max(head.sent.start, start - 8)
    while start - 2 >= floor and doc[start].text[:1].isupper() and doc[start - 1].lower_ in ("of", "and"):
        if not doc[start - 2].text[:1].isupper() or doc[start - 1].lower_ == "and":
            break
        start -= 2
        while start > floor and doc[start - 1].text[:1].isupper() and doc[start - 1].pos_ == "PROPN":
            start -= 1
    return start


def _with_acronym(head: Token, end: int) -> int:
    doc = head.doc
    inside = doc[head.i : end].text
    if inside.count("(") > inside.count(")") and end < len(doc) and doc[end].text == ")":
        return end + 1
    if end + 2 < len(doc) and doc[end].text == "(" and doc[end + 1].text.isupper() and doc[end + 2].text == ")":
        return end + 3
    return end


def _is_day(token: Token) -> bool:
    """Whether a token belongs to a day before a name ("the April 22-23 summit"); a year or a month with one stays."""
    doc, i = token.doc, token.i
    if token.tag_ == "CD" and len(token.text) <= 2:
        return True
    if token.text in ("-", "–"):
        return True
    following = doc[i + 1] if i + 1 < len(doc) else None
    return token.pos_ == "PROPN" and following is not None and following.tag_ == "CD" and len(following.text) <= 2


def _end(head: Token) -> int:
    lemma = head.lemma_.lower()
    joining = _VISIT_JOINING if lemma in ("visit", "trip") else _JOINING | {"in"} if lemma == "year" else _JOINING
    end = _quoted(head) or head.i + 1
    if lemma in ("visit", "trip"):
        by = next((c for c in head.rights if c.dep_ in ("prep", "agent") and c.lower_ == "by"), None)
        if by is not None and by.i - head.i <= 8:
            return min(by.right_edge.i + 1, head.i + _LONGEST)
    for child in head.rights:
        if child.dep_ == "prep" and child.i == end and child.lower_ in joining:
            reach = _reach(child)
            if reach - head.i > _LONGEST:
                reach = _to_comma(child, reach)
            if reach - head.i > _LONGEST or _leads_away(child, lemma):
                break
            end = reach
        elif child.dep_ in ("nummod", "appos") and child.i == end and child.tag_ == "CD":
            end = child.i + 1
        elif child.dep_ in ("appos", "punct", "prep") and child.i > end:
            break
    return end


def _leads_away(preposition: Token, lemma: str) -> bool:
    """Whether a phrase is none of the name's: "on …" with a day or margins, "as …" behind what is no office."""
    if preposition.lower_ == "as":
        return lemma not in ("visit", "trip", "appointment", "election", "inauguration")
    return preposition.lower_ == "on" and any(t.tag_ == "CD" or t.lower_ in _MARGINS for t in preposition.subtree)


def _quoted(head: Token) -> int | None:
    """Return the token after a title in quotation marks that follows a noun (on "…"), or ``None``."""
    doc, at = head.doc, head.i + 1
    while at < len(doc) and doc[at].lower_ in ("on", ",", "entitled", "titled", "under", "the", "theme"):
        at += 1
    if at >= len(doc) or doc[at].text not in ("“", '"'):
        return None
    for token in doc[at + 1 : at + 40]:
        if token.text in ("”", '"'):
            return token.i + 1
    return None


def _to_comma(preposition: Token, reach: int) -> int:
    """Return the first comma of a phrase that is too long for a name, or its end."""
    return next((t.i for t in preposition.doc[preposition.i + 2 : reach] if t.text in (",", ";")), reach)


def _reach(preposition: Token) -> int:
    """Return the token after a prepositional phrase, cut before a clause or a comma that leads on."""
    end = preposition.right_edge.i + 1
    for token in preposition.doc[preposition.i : end]:
        leads_on = token.lower_ in ("in", "at", "on", "during") and token.i > preposition.i + 1
        if leads_on or token.dep_ in ("relcl", "acl", "advcl"):
            return max(_before(token), preposition.i + 2)
    return end


def _before(token: Token) -> int:
    edge = token.left_edge.i
    return edge - 1 if edge > 0 and token.doc[edge - 1].pos_ == "PUNCT" else edge
