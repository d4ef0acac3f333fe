"""W3C Web Annotations: every finding as an annotation of its text, by position and by quote.

Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017, with its JSON-LD context.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from summitry.ledger import Finding
from summitry.model.codec import dump_record
from summitry.model.document import Document
from summitry.views.exports.chosen import Chosen, What
from summitry.views.tables import Json

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Characters before and after a quote, by which it is found again where the text has moved.
_AROUND = 32
# What a body tells of a finding: the fields that name who, what and when.
_TOLD = ("act", "kind", "form", "status", "parties", "speakers", "addressees", "sides", "due", "when", "date", "name")


def export(chosen: Chosen) -> bytes:
    """Return the findings as a collection of annotations in JSON-LD."""
    items = [item for document, found in _by_document(chosen) for item in annotated(document, found)]
    name = " ".join(chosen.question.parties) or "all parties"
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    made = {
        "@context": _CONTEXT,
        "id": "urn:summitry:annotations",
        "type": "AnnotationCollection",
        "label": f"Summitry: {name}, {chosen.question.day.isoformat()}",
        "total": len(items),
        "first": {"id": "urn:summitry:annotations:1", **page, "partOf": "urn:summitry:annotations"},
    }
    return json.dumps(made, ensure_ascii=False, indent=1).encode()


def annotated(document: Document, findings: Iterable[Finding]) -> Iterator[Json]:
    """Yield the findings of a text as annotations.

    The positions count the characters of the normalised text, as the quote's surroundings are taken from it.
    """
    for finding in findings:
        place = finding.evidence
        yield {
            "id": f"urn:summitry:record:{finding.id}",
            "type": "Annotation",
            "motivation": "classifying",
            "body": _bodies(finding),
            "target": {
                "source": finding.url or f"urn:summitry:document:{finding.document}",
                "selector": [
                    {"type": "TextPositionSelector", "start": place.start, "end": place.end},
                    {
                        "type": "TextQuoteSelector",
                        "exact": place.quote,
                        "prefix": document.text[max(place.start - _AROUND, 0) : place.start],
                        "suffix": document.text[place.end : place.end + _AROUND],
                    },
                ],
            },
        }


def _bodies(finding: Finding) -> list[Json]:
    data = dump_record(finding.record)
    told = [f"{name}: {_words(data[name])}" for name in _TOLD if data.get(name)]
    kind = finding.kind_of_record.removesuffix("s")
    return [
        {"type": "TextualBody", "purpose": "tagging", "value": kind},
        {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": "; ".join(told) or kind},
    ]


def _words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _by_document(chosen: Chosen) -> Iterator[tuple[Document, list[Finding]]]:
    ledger, filters = chosen.ledger, chosen.question.filters
    asked = {
        What.ENGAGEMENTS: ledger.accounts,
        What.STATEMENTS: ledger.statements,
        What.COMMITMENTS: ledger.commitments,
        What.EVENTS: ledger.events,
    }
    found = [finding for what, ask in asked.items() if chosen.wants(what) for finding in ask(**filters)]
    ranked = sorted(found, key=lambda f: (f.published or "", f.document, f.evidence.start, f.evidence.end, f.id))
    for name, group in groupby(ranked, key=lambda finding: finding.document):
        yield ledger.text(name), list(group)
