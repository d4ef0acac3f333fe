"""Documents and readings as bytes for the database, and back."""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict
from typing import Any

from summitry.model.codec import Json
from summitry.model.document import Document, Metadata, OriginRun, Segment, SegmentKind


def pack(data: Json) -> bytes:
    """Return JSON data compressed; the same data gives the same bytes."""
    return zlib.compress(to_json(data).encode("utf-8"), 6)


def unpack(blob: bytes) -> Json:
    """Return the data that :func:`pack` wrote."""
    data: Json = json.loads(zlib.decompress(blob))
    return data


def to_json(data: Any) -> str:
    """Return data as compact JSON, in the order of its keys as given."""
    return json.dumps(data, separators=(",", ":"))


def dump_document(document: Document) -> Json:
    """Return everything of a document but its text and id as JSON-ready data."""
    meta = document.meta
    return {
        "original": document.original,
        "meta": {**asdict(meta), "issuers": list(meta.issuers), "tags": [list(tag) for tag in meta.tags]},
        "segments": [
            [s.kind.value, s.start, s.end, s.number, s.marker, s.level, s.speaker, s.language]
            for s in document.segments
        ],
        "origin": [[run.start, run.end, run.origin_start, run.origin_end] for run in document.origin],
    }


def load_document(identity: str, text: str, data: Json) -> Document:
    """Return the document that :func:`dump_document` took apart."""
    meta = data["meta"]
    tags = tuple((name, value) for name, value in meta["tags"])
    return Document(
        id=identity,
        text=text,
        segments=tuple(Segment(SegmentKind(kind), *rest) for kind, *rest in data["segments"]),
        meta=Metadata(**{**meta, "issuers": tuple(meta["issuers"]), "tags": tags}),
        original=data["original"],
        origin=tuple(OriginRun(*run) for run in data["origin"]),
    )
