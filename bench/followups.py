"""Scores what became of commitments: a ledger for each labelled relation, and what it says of each promise.

The labels, their scorer and the texts stand beside the checkout (``../shared``), or where ``--gold`` and ``--corpus``
say; without them nothing is measured, and the script says so. ``--given`` follows the labelled commitments themselves
instead of those that reading finds, and so measures following alone.

usage: python bench/followups.py [--gold DIR] [--corpus DIR] [--out DIR] [--given]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from summitry.intake import Refusal
from summitry.ledger import Ledger
from summitry.model.document import Document
from summitry.model.edtf import Edtf
from summitry.model.evidence import Grounds, Method
from summitry.model.records import Commitment, CommitmentKind, Records
from summitry.pipeline import read_sources
from summitry.views.commitments import CommitmentLine, commitments
from summitry.views.question import Question

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"


def lines(path: Path) -> list[dict]:
    """Return the objects of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def readings(corpus: Path, names: Iterable[str]) -> Iterator[tuple[str, Document, Records]]:
    """Yield the listed documents with their records, each with its file's name."""
    paths = {path.name: path for path in corpus.rglob("*") if path.is_file()}
    for name in names:
        for item in read_sources([paths[name]]):
            if not isinstance(item, Refusal):
                yield name, *item


def given(document: Document, records: Records, labels: Iterable[dict]) -> Records:
    """Return the records with the labelled commitments in place of those read, as far as their words are found."""
    made = []
    for label in labels:
        start = document.text.find(label["quote"])
        if start < 0:
            continue
        grounds = Grounds(document.evidence(start, start + len(label["quote"])), Method("label"))
        near = [c for c in records.commitments if overlaps(c, start, start + len(label["quote"]))]
        kind = near[0].kind if near else CommitmentKind.DELIVERABLE
        parties = near[0].parties if near else tuple(sorted(records.publisher))
        made.append(Commitment(grounds, parties, kind, Edtf(label["due"]) if label["due"] else None))
    return replace(records, commitments=tuple(made))


def overlaps(commitment: Commitment, start: int, end: int) -> bool:
    """Whether a commitment shares characters with a stretch."""
    evidence = commitment.grounds.evidence
    return evidence.start < end and start < evidence.end


def prediction(line: CommitmentLine) -> dict:
    """Return a commitment in the scorer's shape."""
    evidence = [
        {"quote": item.evidence.quote, "source": Path(item.source.source).name, "shows": item.shows.value}
        for item in line.evidence
    ]
    source = Path(line.finding.source).name
    return {"quote": line.finding.quote, "source": source, "status": line.status.value, "evidence": evidence}


def predictions(gold: Path, corpus: Path, *, labelled: bool) -> Iterator[dict]:
    """Yield for each labelled relation what a ledger of its documents says of its commitments."""
    rows = lines(gold / "followups.dev.jsonl")
    for row in rows:
        if "documents" not in row:
            continue
        with Ledger.open(":memory:") as ledger:
            for name, document, records in readings(corpus, row["documents"]):
                mine = [r["commitment"] for r in rows if "commitment" in r and r["commitment"]["source"] == name]
                ledger.add(document, given(document, records, mine) if labelled else records)
            found = commitments(ledger, Question(today=date(2030, 1, 1)))
        yield {"relation": row["relation"], "commitments": [prediction(line) for line in found.rows]}


def main() -> int:
    """Write the predictions and print the scorer's line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=SHARED / "gold")
    parser.add_argument("--corpus", type=Path, default=SHARED / "corpus")
    parser.add_argument("--out", type=Path, default=HERE.parent / "build" / "quality")
    parser.add_argument("--given", action="store_true", help="follow the labelled commitments themselves")
    args = parser.parse_args()
    if not (args.gold / "score_followups.py").exists() or not args.corpus.is_dir():
        print(f"no labels at {args.gold}: nothing was measured")
        return 0
    args.out.mkdir(parents=True, exist_ok=True)
    written = (args.out / "followups.jsonl").resolve()
    made = predictions(args.gold, args.corpus, labelled=args.given)
    written.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made), encoding="utf-8")
    scorer = (args.gold / "score_followups.py").resolve()
    command = [sys.executable, str(scorer), str(args.gold.resolve() / "followups.dev.jsonl"), str(written)]
    print(subprocess.run(command, capture_output=True, text=True, check=True, cwd=scorer.parent).stdout.strip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
