"""What an HTML page says of itself in its head."""

from __future__ import annotations

import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from summitry.intake import days
from summitry.intake.blocks import clean

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
_DATES = (
    "article:published_time", "datepublished", "dcterms.issued", "dcterms.date", "dcterms.created", "dc.date.issued",
    "dc.date", "date", "pubdate", "publish_date", "publication_date", "citation_date", "og:published_time",
    "release_date",
)  # fmt: skip
_SITES = ("og:site_name", "dc.publisher", "dcterms.publisher", "dcterms.creator", "dc.creator", "author", "publisher")
# A page's title often ends with its site's name after such a mark.
_TAIL = re.compile(r"\s+[|–—•:»·-]{1,2}\s+[^|–—•»·]{2,80}$")


def head(page: LexborHTMLParser) -> dict[str, Any]:
    """Return the page's own fields: title, published, url, language, sitename; only those it has."""
    metas = _metas(page)
    found = {
        "title": _title(page, metas),
        "published": _published(page, metas),
        "url": _url(page, metas),
        "language": _language(page),
        "sitename": _first(metas, _SITES),
    }
    return {name: value for name, value in found.items() if value}


def _metas(page: LexborHTMLParser) -> dict[str, str]:
    metas: dict[str, str] = {}
    for node in page.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        content = clean(attributes.get("content") or "")
        if name and content:
            metas.setdefault(name.lower(), content)
    return metas


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _title(page: LexborHTMLParser, metas: dict[str, str]) -> str | None:
    heads = [clean(node.text(deep=True)) for node in page.css("h1")]
    heads = [head for head in heads if head]
    node = page.css_first("title")
    printed = clean(node.text(deep=True)) if node else ""
    named = _first(metas, _TITLES) or printed
    # The heading that the page's own title contains is the text's, not the site's.
    for words in heads:
        if words in named or (len(heads) == 1 and len(words.split()) > 2):
            return words
    return (_TAIL.sub("", named) if named == printed else named) or (heads[0] if heads else None)


def _published(page: LexborHTMLParser, metas: dict[str, str]) -> str | None:
    named = _first(metas, _DATES)
    if named and (day := days.from_field(named)):
        return day
    node = page.css_first("time[datetime]")
    return days.from_field(node.attributes.get("datetime") or "") if node else None


def _url(page: LexborHTMLParser, metas: dict[str, str]) -> str | None:
    node = page.css_first("link[rel=canonical]")
    address = (node.attributes.get("href") or "") if node else metas.get("og:url", "")
    return address if re.match(r"https?://", address) else None


def _language(page: LexborHTMLParser) -> str | None:
    node = page.css_first("html")
    return (node.attributes.get("lang") or None) if node else None
