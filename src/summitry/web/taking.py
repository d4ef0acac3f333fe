"""What is added from a page: files, a pasted text, an address, the samples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from summitry.intake import Refusal, from_bytes, from_text, take
from summitry.ledger import Ledger
from summitry.model.document import Document
from summitry.model.edtf import Edtf
from summitry.pipeline import read_batch
from summitry.web.jobs import Taken

_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\]+")
_CODE = re.compile(r"[A-Za-z0-9]{2,12}")


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text as pasted, with what its sender knows of it."""

    text: str
    title: str = ""
    published: str = ""
    issuers: str = ""
    url: str = ""


def uploaded(ledger: Ledger, chosen: Sequence[tuple[str, bytes]]) -> Iterator[Taken]:
    """Take uploaded files (name, content) in and yield what became of each document."""
    for name, data in chosen:
        yield from _entered(ledger, from_bytes(data, source=f"upload://{plain_name(name)}"))


def pasted(ledger: Ledger, given: Pasted) -> Callable[[], Iterable[Taken]]:
    """Return the work of taking a pasted text in.

    Raises:
        RecordError: the day of publication is none.
        InputError: the text holds no words.
    """
    if given.published:
        Edtf(given.published)
    document = from_text(
        given.text,
        title=given.title or None,
        published=given.published or None,
        issuers=tuple(code.upper() for code in _CODE.findall(given.issuers)),
        url=given.url or None,
    )
    return lambda: _entered(ledger, [document])


def fetched(ledger: Ledger, url: str) -> Iterator[Taken]:
    """Take the page at an http or https address in and yield what became of it."""
    yield from _entered(ledger, take([url]))


def samples_folder() -> AbstractContextManager[Path]:
    """Return the folder of the bundled samples, for as long as it is needed."""
    return as_file(files("summitry") / "samples")


def samples(ledger: Ledger) -> Iterator[Taken]:
    """Take the bundled samples in and yield what became of each."""
    with samples_folder() as folder:
        yield from _entered(ledger, take([folder]))


def plain_name(name: str) -> str:
    """Return the last part of a file's name, without characters that mean something elsewhere."""
    last = re.split(r"[/\\]", name)[-1]
    return _UNSAFE.sub(" ", last).strip()[:200] or "file"


def _entered(ledger: Ledger, taken: Iterable[Document | Refusal]) -> Iterator[Taken]:
    for one in taken:
        for item in read_batch([one]):
            if isinstance(item, Refusal):
                yield Taken(item.source, reason=item.reason, hint=item.hint)
            else:
                document, records = item
                added = ledger.add(document, records)
                yield Taken(document.meta.source, document.meta.title or "", document.id, added.status.value)
