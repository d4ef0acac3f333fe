"""XML of transcripts, feeds and the like → records; entities are never expanded."""

from __future__ import annotations

from typing import Any
from xml.parsers import expat

from summitry.data import load
from summitry.intake.traced import Piece, Traced
from summitry.model.errors import InputError

_DEEPEST = 200


class _Reader:
    """Collects, for every record element, the words of each of its children."""

    def __init__(self, text: str) -> None:
        self.records: list[dict[str, Traced]] = []
        self._names = frozenset(load("xml")["records"])
        self._path: list[str] = []
        self._depth: int | None = None
        self._words: dict[str, list[Piece]] = {}
        self._data = text.encode("utf-8", errors="replace")
        self._char = self._byte = 0
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = False
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.EntityDeclHandler = self._refuse
        self._parser.ExternalEntityRefHandler = self._refuse

    def run(self) -> None:
        """Read the whole of the text."""
        self._parser.Parse(self._data, True)

    def _refuse(self, *_: object) -> int:
        raise InputError("", "declares entities, which are not read", "Remove the document type declaration.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rsplit(":", 1)[-1].lower()
        self._path.append(local)
        if len(self._path) > _DEEPEST:
            raise InputError("", f"is nested more than {_DEEPEST} elements deep")
        if self._depth is None and local in self._names:
            self._depth, self._words = len(self._path), {}
        elif self._depth is not None and len(self._path) == self._depth + 1:
            held = self._words.setdefault(name, [])
            if address := attributes.get("href"):
                held.append(Piece(address, *(self._offset(),) * 2))

    def _end(self, name: str) -> None:
        if self._depth == len(self._path):
            self.records.append({child: Traced(tuple(pieces)) for child, pieces in self._words.items()})
            self._depth = None
        self._path.pop()

    def _text(self, data: str) -> None:
        if self._depth is None or len(self._path) <= self._depth:
            return
        child = next(name for name in reversed(self._words))
        start = self._offset()
        copied = self._data.startswith(data.encode("utf-8"), self._byte)
        end = start + len(data) if copied else start
        self._words[child].append(Piece(data, start, end))

    def _offset(self) -> int:
        """Return the parser's place in characters; counted on from the place asked for last."""
        index = self._parser.CurrentByteIndex
        self._char += len(self._data[self._byte : index].decode("utf-8", errors="replace"))
        self._byte = index
        return self._char


def records(text: str, source: str) -> list[dict[str, Traced]]:
    """Return the fields of every record element (transcript, feed item, entry …), each leading back into the text.

    Args:
        text: the XML document, decoded.
        source: where it came from, for the error.

    Raises:
        InputError: the document is not well-formed, declares entities, or is nested too deeply.
    """
    reader = _Reader(text)
    try:
        reader.run()
    except expat.ExpatError as error:
        reason = f"is not well-formed XML ({error})"
        raise InputError(source, reason, "Check that the file was saved completely.") from error
    except InputError as error:
        raise InputError(source, error.reason, error.hint) from error
    return reader.records


def values(record: dict[str, Traced]) -> dict[str, Any]:
    """Return a record's fields as plain text."""
    return {name: words.text.strip() for name, words in record.items()}
