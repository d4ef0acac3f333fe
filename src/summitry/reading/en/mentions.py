"""Names of parties in a passage, by token: what a phrase's words say of its side."""

from __future__ import annotations

from summitry.reading.en.parse import Passage
from summitry.reading.parties import find_parties


def parties_by_token(passage: Passage) -> dict[int, str]:
    """Return the party code at each token that belongs to a party's name or adjective.

    Args:
        passage: the parsed passage; token offsets are its own.
    """
    doc, found = passage.doc, {}
    for mention in find_parties(doc.text):
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None:
            for token in span:
                found[token.i] = mention.code
    return found
