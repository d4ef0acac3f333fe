"""What an input says of a text beside its words: fields under many names, brought to one set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from summitry.intake import days, issuers
from summitry.intake.blocks import clean

# Near names of a field, the best first; compared in lower case without punctuation and name space.
_NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "docid", "documentid", "sourceid", "transcriptid", "guid", "identifier", "uid"),
    "title": ("title", "headline", "heading", "name", "ogtitle"),
    "published": ("published", "date", "publishedtime", "pubdate", "publicationdate", "datepublished", "releasedate",
                  "publishedat", "issued", "created", "timestamp", "updated", "dctermsdate", "dcdate"),
    "publisher": ("publisher", "issuers", "issuer", "country", "party", "source"),
    "office": ("creator", "author", "office", "publishername", "issuername", "agency", "primeminister", "sitename"),
    "url": ("url", "link", "sourceurl", "permalink", "canonical", "href", "address"),
    "html": ("html", "contenthtml", "bodyhtml", "encoded"),
    "text": ("text", "body", "content", "fulltext", "articlebody", "plaintext", "description", "transcript"),
    "summary": ("summary", "lead", "abstract", "standfirst", "subtitle", "dek"),
    "location": ("location", "place", "venue", "city"),
    "language": ("language", "lang", "inlanguage"),
}  # fmt: skip
_NOTHING = frozenset({"", "na", "n/a", "none", "null", "nan", "-"})


@dataclass(frozen=True, slots=True)
class Fields:
    """What is known of a text before it is read; the values as the input gives them, cleaned.

    ``body`` names the input's field that holds the words; ``html`` tells whether they are mark-up.
    """

    source: str
    source_id: str | None = None
    title: str | None = None
    published: str | None = None
    issuers: tuple[str, ...] = ()
    issuer_name: str | None = None
    url: str | None = None
    summary: str | None = None
    location: str | None = None
    language: str | None = None
    media_type: str = "text/plain"
    encoding: str | None = None
    tags: tuple[tuple[str, str], ...] = ()
    original: str = ""


def body_field(record: Mapping[str, Any]) -> tuple[str, bool] | None:
    """Return the name of the field that holds a record's words and whether it is HTML; ``None`` if none does."""
    for wanted in ("html", "text"):
        for key in _keys(record, wanted):
            if isinstance(record[key], str) and record[key].strip():
                return key, wanted == "html"
    return None


def from_record(record: Mapping[str, Any], fields: Fields) -> Fields:
    """Return the fields with what a record (front matter, a JSON object, an XML element's children) says.

    Args:
        record: names and values.
        fields: what is known already; it yields to the record.
    """
    used: set[str] = set()
    values = {wanted: _value(record, wanted, used) for wanted in _NAMES if wanted not in {"html", "text"}}
    body = body_field(record)
    used |= {body[0]} if body else set()
    codes, names = _issuers(values["publisher"])
    name = clean(str(values["office"])) if values["office"] else "; ".join(names) or None
    day = _published(values["published"])
    return replace(
        fields,
        source_id=_text(values["id"]) or fields.source_id,
        title=_text(values["title"]) or fields.title,
        published=day or fields.published,
        issuers=codes or fields.issuers,
        issuer_name=name or fields.issuer_name,
        url=_text(values["url"]) or fields.url,
        summary=_text(values["summary"]) or fields.summary,
        location=_text(values["location"]) or fields.location,
        language=_text(values["language"]) or fields.language,
        tags=(*fields.tags, *_tags(record, used)),
    )


def complete(fields: Fields) -> Fields:
    """Return the fields with the issuer and the day that the address or the file's name tells, where none is given."""
    codes = fields.issuers
    if not codes and fields.issuer_name and (code := issuers.from_name(fields.issuer_name)):
        codes = (code,)
    if not codes and fields.url and (code := issuers.from_url(fields.url)):
        codes = (code,)
    day = fields.published or (days.from_address(fields.url) if fields.url else None)
    name = re.split(r"[\\/]", fields.source)[-1] if fields.source != "-" else ""
    return replace(fields, issuers=codes, published=day or days.from_address(name.split("#")[0]))


def _keys(record: Mapping[str, Any], wanted: str) -> Iterable[str]:
    plain = {re.sub(r"[^a-z0-9]", "", str(key).rsplit(":", 1)[-1].lower()): key for key in reversed(list(record))}
    return [plain[name] for name in _NAMES[wanted] if name in plain]


def _value(record: Mapping[str, Any], wanted: str, used: set[str]) -> Any:
    for key in _keys(record, wanted):
        value = record[key]
        if value is None or (isinstance(value, str) and value.strip().lower() in _NOTHING):
            used.add(key)
        elif not isinstance(value, dict):
            used.add(key)
            return value
    return None


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, (list, dict)):
        return None
    return clean(str(value)) or None


def _published(value: Any) -> str | None:
    return days.from_field(str(value)) if value is not None and not isinstance(value, list) else None


def _issuers(value: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes and, of what is no code, the names."""
    values = value if isinstance(value, (list, tuple)) else [] if value is None else [value]
    named = [clean(str(item)) for item in values if str(item).strip()]
    codes = {name: issuers.from_name(name) for name in named}
    return tuple(code for code in codes.values() if code), tuple(name for name in named if not codes[name])


def _tags(record: Mapping[str, Any], used: set[str]) -> Iterable[tuple[str, str]]:
    for key, value in record.items():
        if key not in used and value not in (None, "", [], {}) and len(str(value)) <= 2000:
            yield str(key), clean(str(value))
