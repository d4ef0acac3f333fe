"""Templates: every value is escaped; what they may use is listed here."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from summitry.model.edtf import Edtf
from summitry.model.errors import RecordError
from summitry.views.party_names import full_name, party_name, relation_name
from summitry.views.words import count_words, date_words, day_words, fold, minutes_words, ordinal_words, parties_words

_HERE = Path(__file__).parent
STATIC = _HERE / "static"


def environment() -> Environment:
    """Return the templates, with escaping always on and unknown names an error."""
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(
        when=date_words,
        day=day_words,
        edtf=edtf_words,
        parties=parties_words,
        minutes=minutes_words,
        ordinal=ordinal_words,
        fold=fold,
        party=party_name,
        full_party=full_name,
        relation=relation_name,
        counted=count_words,
        web=web_address,
        host=host_of,
        plain=plain_words,
        label=label,
    )
    made.globals.update(asset=asset, place_of=lambda told: told.place, minutes_of=lambda told: told.minutes)
    return made


def web_address(url: str | None) -> str | None:
    """Return an address that a page may link to: http or https, and nothing that a script could hide in."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def host_of(url: str) -> str:
    """Return the host of an address."""
    return urlsplit(url).hostname or url


def edtf_words(value: str | date | None, unknown: str = "no date") -> str:
    """Return a date in EDTF notation in words; as it stands where it is none."""
    if not value:
        return unknown
    try:
        return date_words(Edtf(str(value)), unknown)
    except RecordError:
        return str(value)


def plain_words(value: Any) -> str:
    """Return a word of the vocabularies as prose: ``one-on-one`` stays, ``list_item`` becomes ``list item``."""
    return str(getattr(value, "value", value)).replace("_", " ")


def label(value: Any) -> str:
    """Return a word of the vocabularies as the beginning of a line."""
    words = plain_words(value).replace("-", " ")
    return words[:1].upper() + words[1:]


@cache
def asset(name: str) -> str:
    """Return the address of a static file, which changes with its content."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"
