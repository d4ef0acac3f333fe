"""What a person can set for intake, and what intake says of an input that it cannot take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """Limits and habits of intake.

    Args:
        max_bytes: largest document taken, in bytes; JSON lines are measured line by line.
        max_pages: most pages read of a PDF.
        suffixes: endings of the files that a folder is searched for (with the dot, lower case).
        fetch: whether http and https addresses may be fetched.
    """

    max_bytes: int = 20_000_000
    max_pages: int = 2_000
    suffixes: frozenset[str] = frozenset(
        {".html", ".htm", ".xhtml", ".pdf", ".docx", ".md", ".markdown", ".txt", ".text", ".jsonl", ".ndjson", ".json"}
        | {".xml", ".rss", ".atom"}
    )
    fetch: bool = True


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that could not be taken in: where it came from, why, and what the user can do."""

    source: str
    reason: str
    hint: str = ""
