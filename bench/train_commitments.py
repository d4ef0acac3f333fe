"""Would a trained model judge candidates for commitments better than the rules do? Trains, cross-validates, prints.

Candidates and their readable features are the reader's own (``read_candidates``); a candidate counts as right where
its words overlap a label's by half. Trained on the tuning labels by document, ten folds; the check labels are only
scored. Figures are F1 over candidates: the rules alone, the model alone, and the model given the rules' verdict as
one more feature. Needs the corpus that the labels point into.

usage: python bench/train_commitments.py [--corpus DIR]
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from labelled import CORPUS, LABELS, joined, lines
from summitry.reading.en.candidates import vocabulary
from summitry.reading.en.commitments import read_candidates
from summitry.reading.en.header import read_header
from summitry.reading.en.parse import parse
from summitry.reading.en.refusals import refusal
from summitry.reading.en.sides import Sides
from summitry.reading.en.statements import read_statements
from summitry.reading.en.verdicts import Reading

FOLDS, SEEDS, STRENGTH = 10, 3, 0.3
CLASSES = ("states", "remarks", "meetings", "deliverables", "engagements", "continuing", "views", "results", "holding")


@dataclass(frozen=True, slots=True)
class Case:
    """A candidate: its document, features, the rules' word on it, and whether a label has it."""

    document: str
    features: dict[str, float]
    refused: str | None
    right: bool


def words(text: str) -> Counter[str]:
    """Return the words of a text with their counts."""
    return Counter(re.findall(r"\w+", text.lower()))


def likeness(a: str, b: str) -> float:
    """Return the overlap of two texts' words (0 to 1), as the scorer measures it."""
    first, second = words(a), words(b)
    return (first & second).total() / max((first | second).total(), 1)


def features_of(reading: Reading) -> dict[str, float]:
    """Return a candidate's features as numbers: one for each word or class, one for each test."""
    out: dict[str, float] = {}
    for name, value in reading.features().items():
        out[f"{name}={value}" if isinstance(value, str) else name] = 1.0 if isinstance(value, str) else float(value)
    out |= {f"act:{kind}": 1.0 for kind in CLASSES if reading.features()["act"] in vocabulary(kind)}
    return out


def cases(split: str, corpus: Path) -> list[Case]:
    """Return every candidate of a split's documents."""
    rows = [row for path in sorted(LABELS.glob(f"{split}*.jsonl")) for row in lines(path)]
    pairs = list(joined(corpus, rows))
    found = []
    for (label, _), parsed in zip(pairs, parse(document for _, document in pairs), strict=True):
        header = read_header(parsed)
        sides = Sides(parsed, header)
        for reading, part in read_candidates(parsed, header, sides, read_statements(parsed, header, sides)):
            text = reading.candidate.passage.doc.text[part.start : part.end]
            right = any(likeness(text, c["quote"]) >= 0.5 for c in label["commitments"])
            found.append(Case(label["id"], features_of(reading), refusal(reading), right))
    return found


def matrix(found: list[Case], *, stacked: bool) -> list[dict[str, float]]:
    """Return the features to learn from, with the rules' verdict among them where ``stacked``."""
    return [c.features | ({f"refused={c.refused}": 1.0} if stacked else {}) for c in found]


def f1(taken: np.ndarray, right: np.ndarray) -> float:
    """Return the F1 of what is taken."""
    return float(2 * (taken & right).sum() / max(taken.sum() + right.sum(), 1))


def fit(rows: list[dict[str, float]], right: np.ndarray) -> tuple[DictVectorizer, LogisticRegression]:
    """Return a trained model with its feature names."""
    names = DictVectorizer()
    return names, LogisticRegression(C=STRENGTH, max_iter=2000).fit(names.fit_transform(rows), right)


def cross_validated(found: list[Case], *, stacked: bool) -> float:
    """Return the mean F1 over folds of whole documents, drawn several times with fixed seeds."""
    rows, right = matrix(found, stacked=stacked), np.array([c.right for c in found])
    documents = sorted({c.document for c in found})
    place = np.array([documents.index(c.document) for c in found])
    scores = []
    for seed in range(SEEDS):
        fold = np.random.default_rng(seed).permutation(len(documents))[place] % FOLDS
        taken = np.zeros(len(found), dtype=bool)
        for out in range(FOLDS):
            names, model = fit([r for r, k in zip(rows, fold, strict=True) if k != out], right[fold != out])
            rest = [r for r, k in zip(rows, fold, strict=True) if k == out]
            taken[fold == out] = model.predict(names.transform(rest)) if rest else []
        scores.append(f1(taken, right))
    return float(np.mean(scores))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    args = parser.parse_args()
    if not args.corpus.exists():
        sys.exit(f"no corpus at {args.corpus}: the labels hold offsets only, nothing can be trained")
    tune, check = cases("tune", args.corpus), cases("check", args.corpus)
    truth = np.array([c.right for c in check])
    by_rules = [f1(np.array([c.refused is None for c in s]), np.array([c.right for c in s])) for s in (tune, check)]
    print(f"{len(tune)} candidates to tune on, {len(check)} to check; F1 over candidates   cross-validated   check")
    print(f"rules alone                       {by_rules[0]:.3f} (tuned on them)   {by_rules[1]:.3f}")
    for name, stacked in (("model alone", False), ("model given the rules' verdict", True)):
        names, model = fit(matrix(tune, stacked=stacked), np.array([c.right for c in tune]))
        held = f1(model.predict(names.transform(matrix(check, stacked=stacked))), truth)
        print(f"{name:33} {cross_validated(tune, stacked=stacked):.3f}                   {held:.3f}")
        weights = sorted(zip(model.coef_[0], names.feature_names_, strict=True))
        ends = weights[:5] + weights[-5:]
        print("   weightiest:", ", ".join(f"{feature} {weight:+.2f}" for weight, feature in ends))


if __name__ == "__main__":
    main()
