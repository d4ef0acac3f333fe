"""Numbers the documents that a brief cites, in the order in which they are first cited."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import quote, urlsplit

from summitry.ledger import Source
from summitry.model.edtf import Edtf
from summitry.model.errors import RecordError
from summitry.model.evidence import Evidence
from summitry.views.brief.model import Quoted, Reference
from summitry.views.party_names import party_name
from summitry.views.words import date_words, printable

# Characters of a quote that a line shows; what is longer is cut between words, and marked.
_LONGEST = 420
# Publishers named one by one; of more, the rest are counted.
_NAMED = 4
# Characters that an address may have as they stand; the rest is percent-encoded.
_URL = "%:/?#[]@!$&'()*+,;=~-._"


class Sources:
    """Gives every document a number; ask :meth:`all` when everything has been cited."""

    def __init__(self) -> None:
        self._known: dict[str, Reference] = {}

    def quote(self, source: Source, evidence: Evidence, lead: str = "") -> Quoted:
        """Return words of a document with its reference."""
        words = printable(evidence.quote)
        if len(words) > _LONGEST:
            words = words[:_LONGEST].rpartition(" ")[0] + " …"
        return Quoted(words, self.reference(source), lead)

    def reference(self, source: Source) -> Reference:
        """Return the reference to a document, a new one if it was not cited before."""
        known = self._known.get(source.document)
        if known is None:
            known = self._known[source.document] = _reference(len(self._known) + 1, source)
        return known

    def all(self) -> tuple[Reference, ...]:
        """Return all that was cited, by number."""
        return tuple(self._known.values())


def names_words(codes: tuple[str, ...], unknown: str) -> str:
    """Return the names of parties in words: ``Japan and Norway``."""
    names = [printable(party_name(code)) for code in codes]
    if len(names) > _NAMED + 1:
        names = [*names[:_NAMED], f"{len(names) - _NAMED} others"]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else unknown


def safe_url(url: str | None) -> str | None:
    """Return an address that a paper may link to: http or https, without a character that could end the link."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return quote(url, safe=_URL) if parts.scheme in ("http", "https") and parts.netloc else None


def day_of(published: str | None, unknown: str = "no date") -> str:
    """Return an EDTF date in words."""
    try:
        return date_words(Edtf(published), unknown) if published else unknown
    except RecordError:
        return printable(published or unknown)


def _reference(number: int, source: Source) -> Reference:
    url = safe_url(source.url) or safe_url(source.source)
    return Reference(
        number=number,
        publisher=names_words(source.publisher, "unknown issuer"),
        published=day_of(source.published),
        title=printable(source.title) or "(untitled)",
        place=url or printable(PurePath(source.source).name) or "–",
        url=url,
        language=source.language,
    )
