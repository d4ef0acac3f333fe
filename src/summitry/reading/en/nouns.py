"""Number of nouns where the tagger errs on titles."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.reading.en.persons import vocabulary


def is_plural(noun: Token) -> bool:
    """Whether a noun is plural; the tagger takes some titles for singulars ("the Prime Ministers")."""
    if noun.tag_ in ("NNS", "NNPS"):
        return True
    return noun.tag_ == "NNP" and noun.lower_.endswith("s") and noun.lower_[:-1] in vocabulary().groups


def singular(noun: Token) -> str:
    """Return a noun's lemma in lower case; the tagger leaves proper plurals as they are ("Ministers")."""
    lemma = str(noun.lemma_).lower()
    if noun.tag_ in ("NNPS", "NNP") and lemma.endswith("s") and not lemma.endswith("ss") and is_plural(noun):
        return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]
    return lemma
