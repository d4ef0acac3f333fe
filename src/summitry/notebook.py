"""How readings and answers look in a notebook: small HTML tables, every word of a text escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from summitry.model import records as r
from summitry.model.document import Document
from summitry.views.words import date_words, fold, minutes_words, ordinal_words, parties_words

_CELL = "text-align:left;vertical-align:top;padding:2px 12px 2px 0"


def table_html(headers: Sequence[str], rows: Iterable[Sequence[str]], caption: str = "") -> str:
    """Return rows of plain text as an HTML table."""
    head = "".join(f'<th style="{_CELL}" scope="col">{escape(text)}</th>' for text in headers)
    body = "".join(
        "<tr>" + "".join(f'<td style="{_CELL}">{escape(text)}</td>' for text in row) + "</tr>" for row in rows
    )
    title = f'<caption style="text-align:left;font-weight:bold">{escape(caption)}</caption>' if caption else ""
    return f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def headed(title: str, remark: str) -> str:
    """Return a heading with a remark under it as HTML."""
    return f"<h4>{escape(title)}</h4><p>{escape(remark)}</p>"


def reading_html(document: Document, records: r.Records) -> str:
    """Return what a document says as HTML."""
    who = parties_words(records.publisher, "unknown issuer")
    remark = f"{records.kind.value} by {who}, {records.published or 'unknown date'}"
    return headed(fold(document.meta.title or "(untitled)"), remark) + "".join(_parts(records))


def _parts(records: r.Records) -> Iterable[str]:
    if records.engagements:
        rows = [_engagement(item) for item in records.engagements]
        yield table_html(("date", "form", "number", "place", "length", "participants"), rows, "Engagements")
    if records.statements:
        said = [
            (parties_words(item.speakers), item.act.value, parties_words(item.addressees, ""), _quote(item))
            for item in records.statements
        ]
        yield table_html(("who", "act", "to", "words"), said, "Statements")
    if records.commitments:
        promised = [
            (date_words(c.due, c.due_text or ""), parties_words(c.parties), c.kind.value, _quote(c), c.caveat or "")
            for c in records.commitments
        ]
        yield table_html(("due", "who", "kind", "words", "caveat"), promised, "Commitments")
    if records.events:
        events = [(date_words(e.when), e.status.value, e.name) for e in records.events]
        yield table_html(("when", "status", "event"), events, "Events")
    if records.instruments:
        yield table_html(("instrument",), [(i.name,) for i in records.instruments], "Instruments")


def _engagement(item: r.Engagement) -> tuple[str, ...]:
    people = "; ".join(f"{p.name} ({p.post or 'no post'}, {p.party or 'no party'})" for p in item.participants)
    number = ordinal_words(item.ordinal)
    return date_words(item.date), item.form.value, number, item.place or "", minutes_words(item.minutes), people


def _quote(item: r.Statement | r.Commitment) -> str:
    return fold(item.grounds.evidence.quote)
