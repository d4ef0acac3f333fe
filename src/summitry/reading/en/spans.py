"""How far a statement reaches: from its cue to where the next begins or the sentence ends."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from summitry.reading.en.cues import Cue
from summitry.reading.en.lexicon import lexicon
from summitry.reading.en.syntax import finite, governing_verb, is_infinitive, is_passive, postposed, subject_of

_TRAILING = frozenset({",", ";", ":", ".", "–", "—", "-", "!", "?", "…"})
_LOOSE = frozenset(
    {
        "and",
        "but",
        "while",
        "whereas",
        "also",
        "as",
        "well",
        "or",
        "then",
        "in",
        "by",
        "further",
        "additionally",
        "further­more",
        "which",
        "that",
    }
)
_NO_SENTENCE_END = frozenset({",", ";", ":", "-", "–", "—", "and", "or", "the", "of"})


def sentence_end(verb: Token) -> int:
    """Return the token offset after a verb's sentence; a sentence that ends without a stop goes on."""
    doc, end = verb.doc, verb.sent.end
    while end < len(doc):
        last = next((t for t in reversed(doc[verb.i : end]) if not t.is_space), verb)
        following = next((t for t in doc[end:] if not t.is_space), None)
        closed = last.text in (".", "!", "?", "”", '"', "’") or last.text.endswith((".”", '."'))
        abbreviated = last.text.endswith(".") and following is not None and following.text[:1].islower()
        if following is None or (closed and not abbreviated):
            break
        if not following.text[:1].islower() and last.lower_ not in _NO_SENTENCE_END and not following.is_punct:
            break
        end = max(following.sent.end, end + 1)
    return end


def first_token(cue: Cue) -> int:
    """Return the offset of a quote's first token: auxiliaries and adverbs of manner go with the cue."""
    doc, start = cue.verb.doc, cue.first
    reported = postposed(cue.verb)
    if reported is not None:
        return reported.left_edge.i
    if is_passive(cue.verb) and not cue.stative:
        subject = subject_of(cue.verb)
        if subject is not None and subject.i <= start:
            return subject.left_edge.i
    verb_first = start
    for token in sorted(cue.verb.children, key=lambda t: -t.i):
        if token.i >= cue.verb.i:
            continue
        if token.dep_ in ("aux", "auxpass", "neg") and token.tag_ != "TO" and token.i >= verb_first - 3:
            verb_first = min(verb_first, token.i)
    while verb_first > 0 and doc[verb_first - 1].lower_ in lexicon().words["manner"]:
        verb_first -= 1
    return verb_first


def left_bound(cue: Cue, start: int) -> int:
    """Return where another statement must end before this one: its subject counts to it ("and I would like to …")."""
    subject = subject_of(cue.verb)
    if subject is None and is_infinitive(cue.verb):
        anchor = governing_verb(cue.verb)
        subject = subject_of(anchor) if anchor is not None else None
    return min(start, subject.left_edge.i) if subject is not None else start


def last_token(cue: Cue, bounds: Iterable[int], limit: int) -> int:
    """Return the offset after a quote's last token.

    Args:
        cue: the statement's cue.
        bounds: where other statements of the sentence begin.
        limit: offset after the sentence.
    """
    end = min([b for b in bounds if b > cue.last] + [limit])
    for other in _coordinate_clauses(cue.verb):
        subject = subject_of(other)
        edge = subject.left_edge.i if subject is not None and subject.i < other.i else _auxiliary_edge(other)
        if cue.last < edge < end and _joined(cue.verb.doc, edge):
            end = edge
    return trimmed(cue.verb.doc, cue.last + 1, end)


def trimmed(doc: Doc, least: int, end: int) -> int:
    """Return an end without trailing punctuation, conjunctions and loose adverbs; never before ``least``."""
    while end > least:
        token = doc[end - 1]
        if token.text in ("”", '"', "»"):
            break
        loose = (
            token.lower_ in _LOOSE and end < len(doc) and doc[end].text not in (".", "!", "?") and not token.is_sent_end
        )
        if token.is_space or token.text in _TRAILING or loose or token.text in ("“", "("):
            end -= 1
        else:
            break
    return end


def _coordinate_clauses(verb: Token) -> list[Token]:
    """The finite verbs that continue the account beside this one, whether or not they name an act."""
    found, queue = [], [verb]
    while queue:
        for child in queue.pop().children:
            if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX") and child.i > verb.i:
                queue.append(child)
                if child.tag_ == "VBP" and verb.tag_ == "VBD" and subject_of(child) is None:
                    continue
                if finite(child) or subject_of(child) is not None or (is_infinitive(verb) and is_infinitive(child)):
                    found.append(child)
    return found


def _joined(doc: Doc, edge: int) -> bool:
    """Whether a conjunction or a stop stands right before an edge, but for adverbs."""
    i = edge - 1
    while i > 0 and (doc[i].pos_ in ("ADV", "SPACE") or doc[i].tag_ == "TO"):
        i -= 1
    return doc[i].pos_ in ("CCONJ", "PUNCT") or doc[i].lower_ in ("while", "whereas")


def _auxiliary_edge(verb: Token) -> int:
    return min([t.i for t in verb.children if t.dep_ in ("aux", "auxpass", "neg") and t.i < verb.i] + [verb.i])
