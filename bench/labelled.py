"""Our own labels: spans over documents that are not in the project, joined to the corpus that holds them.

A line of ``bench/labels/*.jsonl`` names its document by file, address and the hash of its normalised text, and
labels it by the guide with character offsets in place of words. Where the corpus is absent nothing can be joined.

Labels of texts outside the corpus (``outside-*``) name an address in place of a file. Get those pages, put them in
one JSON-lines file (``id, title, published, publisher, url, text``), and name it with ``--texts``.

usage: python bench/labelled.py join [--corpus DIR] [--texts FILE] [--out DIR] [--split NAME]
           labels with their words, and what the reader finds in the same texts
       python bench/labelled.py pack LABELS.jsonl SOURCES.jsonl OUT.jsonl [--texts]
           words → offsets, for new labels; with --texts SOURCES.jsonl holds the texts themselves
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from summitry.intake import from_text, take
from summitry.model import codec
from summitry.model.document import Document
from summitry.reading import reader_for

HERE = Path(__file__).parent
LABELS = HERE / "labels"
CORPUS = HERE.parents[1] / "shared" / "corpus"
# Fields whose words are kept as offsets.
SPANS = frozenset({"quote", "cue", "due_text", "body", "caveat", "name", "post", "place", "occasion", "heading"})


def key(document: Document, corpus: Path) -> str:
    """Return the file (relative to the corpus) with the document's address where a file holds several."""
    path = Path(document.meta.source.partition("#")[0]).resolve().relative_to(corpus.resolve())
    return f"{path}#{document.meta.url}" if path.suffix == ".jsonl" else str(path)


def corpus_documents(corpus: Path, wanted: set[str]) -> dict[str, Document]:
    """Return the wanted documents of the corpus by key."""
    files = sorted({str(corpus / k.partition("#")[0]) for k in wanted})
    found = (d for d in take(files) if isinstance(d, Document))
    return {k: d for d in found if (k := key(d, corpus)) in wanted}


def outside_documents(texts: Path) -> dict[str, Document]:
    """Return the documents of a file of texts by id."""
    return {row["id"]: outside_document(row) for row in lines(texts)}


def outside_document(row: dict[str, Any]) -> Document:
    """Return the document of a text that stands in a JSON object with its title, day, issuer and address."""
    issuers = row["publisher"] if isinstance(row["publisher"], list) else [row["publisher"]]
    return from_text(
        row["text"],
        source=row["id"],
        source_id=row["id"],
        title=row["title"],
        published=row["published"],
        issuers=tuple(issuers),
        url=row["url"],
    )


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def find(text: str, words: str, near: tuple[int, int] | None = None) -> list[int] | None:
    """Return the offsets of words in a text, white space and typographic marks folded; the first within ``near``."""
    parts = re.findall(r"\w+", words)
    if not parts:
        return None
    pattern = re.compile(r"[\W_]*?".join(re.escape(p) for p in parts))
    match = (near and pattern.search(text, *near)) or pattern.search(text)
    if match is None:
        return None
    start, end = match.span()
    lead, tail = re.match(r"[^\w\s]*", words), re.search(r"[^\w\s]*$", words)
    if lead and lead[0] and text[start - len(lead[0]) : start] == lead[0]:
        start -= len(lead[0])
    if tail and tail[0] and text[end : end + len(tail[0])] == tail[0]:
        end += len(tail[0])
    return [start, end]


def pack(value: Any, text: str, field: str = "", near: tuple[int, int] | None = None) -> Any:
    """Return a label with its words as offsets; words that do not stand in the text are left out (null)."""
    if isinstance(value, dict):
        span = find(text, value["quote"]) if isinstance(value.get("quote"), str) else near
        inner = (span[0], span[1]) if span else None
        return {k: pack(v, text, k, inner) for k, v in value.items()}
    if isinstance(value, list):
        return [pack(item, text, field, near) for item in value]
    if isinstance(value, str) and field in SPANS:
        return find(text, value, near)
    return value


def unpack(value: Any, text: str, field: str = "") -> Any:
    """Return a packed label with its words again."""
    if isinstance(value, dict):
        return {k: unpack(v, text, k) for k, v in value.items()}
    if field in SPANS and isinstance(value, list) and len(value) == 2 and all(isinstance(n, int) for n in value):
        return text[value[0] : value[1]]
    if isinstance(value, list):
        return [unpack(item, text, field) for item in value]
    return value


def pack_all(labels: Path, sources: Path, corpus: Path | None) -> Iterator[dict[str, Any]]:
    """Yield packed labels; ``sources`` gives each label's id its key in the corpus, or without a corpus its text."""
    keys = {row["id"]: row["source"] if corpus else row["id"] for row in lines(sources)}
    documents = corpus_documents(corpus, set(keys.values())) if corpus else outside_documents(sources)
    for row in lines(labels):
        document = documents[keys[row["id"]]]
        body = {k: pack(v, document.text) for k, v in row.items() if k not in ("id", "document")}
        for kind, spans in body.items():
            if kind in ("statements", "commitments", "events"):
                lost = [r for r in spans if not r.get("quote" if kind != "events" else "name")]
                if lost:
                    print(f"{row['id']}: {len(lost)} {kind} not found in the text", file=sys.stderr)
                body[kind] = [r for r in spans if r not in lost]
        yield {"id": row["id"], "key": keys[row["id"]], "text_id": document.id, "document": row["document"], **body}


def joined(documents: dict[str, Document], rows: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Document]]:
    """Yield each label with its words, and its document; a text that has changed is reported and left out."""
    for row in rows:
        document = documents.get(row["key"])
        if document is None or document.id != row["text_id"]:
            print(f"{row['id']}: the text is not the one that was labelled", file=sys.stderr)
            continue
        kept = {k: unpack(v, document.text) for k, v in row.items() if k not in ("key", "text_id")}
        yield kept, document


def write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Write objects as JSON lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def join(corpus: Path, out: Path, split: str, texts: Path | None) -> int:
    """Write ``<split>.gold.jsonl`` and ``<split>.read.jsonl``; return how many documents were joined."""
    rows = [row for path in sorted(LABELS.glob(f"{split}*.jsonl")) for row in lines(path)]
    rows = [row for row in rows if row["id"].startswith("out:") == bool(texts)]
    documents = outside_documents(texts) if texts else corpus_documents(corpus, {row["key"] for row in rows})
    pairs = list(joined(documents, rows))
    records = reader_for("en").read_many(document for _, document in pairs)
    out.mkdir(parents=True, exist_ok=True)
    write(out / f"{split or 'all'}.gold.jsonl", (label for label, _ in pairs))
    read = ({"id": label["id"], **codec.dump(found)} for (label, _), found in zip(pairs, records, strict=True))
    write(out / f"{split or 'all'}.read.jsonl", read)
    return len(pairs)


def main() -> None:
    """Run one of the two commands."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("join", "pack"))
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--out", type=Path, default=HERE.parent / "build" / "quality")
    parser.add_argument("--split", default="")
    parser.add_argument("--texts", nargs="?", type=Path, const=True)
    args = parser.parse_args()
    if not args.texts and not args.corpus.exists():
        sys.exit(f"no corpus at {args.corpus}: the labels hold offsets only and cannot be joined")
    if args.command == "pack":
        labels, sources, out = args.files
        write(out, pack_all(labels, sources, None if args.texts else args.corpus))
    else:
        print(f"{join(args.corpus, args.out, args.split, args.texts)} documents joined into {args.out}")


if __name__ == "__main__":
    main()
