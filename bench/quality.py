"""Scores the reading against hand labels and keeps the floors.

The labels and their scorers stand beside the checkout (``../shared/gold``), or where ``--gold`` says;
without them nothing is measured, and the script says so.

usage: python bench/quality.py [--gold DIR] [--out DIR] [--show N]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import yaml

from summitry.intake import from_text
from summitry.model import codec
from summitry.model.document import Document
from summitry.reading import reader_for
from summitry.reading.en.dates import find_dates
from summitry.views.comparison import Account, compare

HERE = Path(__file__).parent
FLOORS = HERE / "floors.yaml"


def lines(path: Path) -> list[dict]:
    """Return the objects of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def write(path: Path, rows: list[dict]) -> Path:
    """Write objects as JSON lines and return the path."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def document(row: dict) -> Document:
    """Return the document of a labelled text."""
    return from_text(
        row["text"],
        source=row["id"],
        source_id=row["id"],
        title=row["title"],
        published=row["published"],
        issuers=(row["publisher"],) if row["publisher"] else (),
        url=row["url"],
    )


def read_gold(gold: Path) -> list[dict]:
    """Return the reader's findings on the labelled documents."""
    documents = [document(row) for row in lines(gold / "dev.docs.jsonl")]
    records = reader_for("en").read_many(documents)
    return [{"id": d.meta.source_id, **codec.dump(r)} for d, r in zip(documents, records, strict=True)]


def date_gold(gold: Path) -> list[dict]:
    """Return the date expressions found in the labelled sentences."""
    return [
        {
            "id": row["id"],
            "expressions": [
                {"text": e.text, "value": e.value.value if e.value else None, "role": e.role}
                for e in find_dates(row["text"], row["reference"])
            ],
        }
        for row in lines(gold / "dates.dev.jsonl")
    ]


def account(side: dict) -> Account:
    """Return one account of a labelled pair, read."""
    text = from_text(
        side["text"],
        source=side["source"],
        title=side["title"],
        published=side["published"],
        issuers=(side["publisher"],),
    )
    return Account(text, reader_for("en").read(text))


def pair_gold(gold: Path) -> list[dict]:
    """Return the comparisons of the labelled pairs of accounts."""
    pairs = lines(gold / "pairs.dev.jsonl")
    return [{"id": row["id"], **compare(account(row["a"]), account(row["b"])).data()} for row in pairs]


def own_labels(out: Path, gold: Path) -> dict[str, dict]:
    """Print the scores on our own labels and return them as ``<split> <kind>``."""
    figures: dict[str, dict] = {}
    for split in ("tune", "check"):
        done = run(HERE / "labelled.py", "join", "--split", split, "--out", out, "--corpus", gold.parent / "corpus")
        print(f"our own labels, {split}: {done.strip()}")
        pair = out / f"{split}.gold.jsonl", out / f"{split}.read.jsonl"
        print(run(gold / "score.py", *pair))
        rows = json.loads(run(gold / "score.py", *pair, "--json"))
        figures.update({f"{split} {kind}": row for kind, row in rows.items()})
    return figures


def run(script: Path, *args: object) -> str:
    """Return what a scorer prints."""
    command = [sys.executable, str(script), *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=script.parent).stdout


def named_figures(line: str) -> dict[str, float]:
    """Return the figures of a scorer's line ("found 0.9  right value 0.8") by name."""
    out: dict[str, float] = {}
    for part in line.strip().split("  "):
        name, _, value = part.rpartition(" ")
        out[name] = float(value)
    return out


def below(figures: dict, floors: dict) -> list[str]:
    """Return a line for each figure under its floor (or, for ``max``, above it)."""
    missed = []
    for group, limits in floors.items():
        for name, limit in limits.items():
            value = figures[group][name.removesuffix(" max")]
            if value > limit if name.endswith(" max") else value < limit:
                missed.append(f"{group} {name}: {value} against {limit}")
    return missed


def main() -> int:
    """Print the table; return 1 where a figure is under its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=HERE.parents[1] / "shared" / "gold")
    parser.add_argument("--out", type=Path, default=HERE.parent / "build" / "quality")
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    if not (args.gold / "score.py").exists():
        print(f"no labels at {args.gold}: nothing was measured")
        return 0
    args.out.mkdir(parents=True, exist_ok=True)
    gold = args.gold.resolve()
    read = write((args.out / "dev.jsonl").resolve(), read_gold(gold))
    dates = write((args.out / "dates.jsonl").resolve(), date_gold(gold))
    print(run(gold / "score.py", gold / "dev.labels.jsonl", read, "--show", args.show))
    printed = run(gold / "score_dates.py", gold / "dates.dev.jsonl", dates, "--show", args.show)
    print(printed)
    pairs = write((args.out / "pairs.jsonl").resolve(), pair_gold(gold))
    compared = run(gold / "score_pairs.py", gold / "pairs.dev.jsonl", pairs)
    print(compared)
    own = own_labels(args.out.resolve(), gold)
    followed = run(HERE / "followups.py", "--gold", gold, "--out", args.out.resolve()).strip()
    print(followed)
    figures = json.loads(run(gold / "score.py", gold / "dev.labels.jsonl", read, "--json"))
    figures["dates"] = named_figures(printed.strip().splitlines()[-1])
    figures["pairs"] = named_figures(compared.splitlines()[0])
    figures["followups"] = named_figures(followed)
    figures.update(own)
    missed = below(figures, yaml.safe_load(FLOORS.read_text(encoding="utf-8")))
    for line in missed:
        print("UNDER ITS FLOOR:", line)
    print("floors kept" if not missed else f"{len(missed)} floors not kept")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
