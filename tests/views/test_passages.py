"""A text cut where findings begin and end: nothing lost, nothing twice, whatever overlaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summitry.intake import from_text
from summitry.ledger import Finding
from summitry.model.evidence import Grounds
from summitry.model.records import Event, EventStatus
from summitry.views.passages import numbered, passages
from summitry.views.surroundings import surroundings
from tests.accounts import METHOD

TEXT = "1. Fisheries\n\nThe two leaders agreed that the fleet will sail in May.\n\n- a first point\n- a second point\n"
DOCUMENT = from_text(TEXT, source="t.txt", title="Talks", published="2025-01-01", issuers=("JP",))
SPANS = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 40)), min_size=1, max_size=8)


def finding(start: int, end: int, number: int) -> Finding:
    grounds = Grounds(DOCUMENT.evidence(start, end), METHOD)
    found = Event(grounds, "x", None, EventStatus.PAST)
    source = {"title": "Talks", "source": "t.txt", "source_id": None, "url": None, "publisher": ("JP",)}
    rest = {"first": None, "last": None, "heading": None, "state": "", "assessment": None, "unverified": False}
    where = {"document": DOCUMENT.id, "published": "2025-01-01", "kind": "readout", "language": "en"}
    return Finding(**source, **where, **rest, id=str(number), kind_of_record="events", record=found)  # type: ignore[arg-type]


@given(SPANS)
def test_every_word_is_shown_once_and_marked_by_all_that_lies_over_it(spans: list[tuple[int, int]]) -> None:
    length = len(DOCUMENT.text)
    places = [(min(a, length - 1), min(min(a, length - 1) + n, length)) for a, n in spans]
    found = numbered(finding(a, b, n) for n, (a, b) in enumerate(places))
    shown = list(passages(DOCUMENT, found))
    for passage in shown:
        text = "".join(piece.text for piece in passage.pieces)
        assert passage.segment is None or text == DOCUMENT.words(passage.segment)
    for item in found:
        pieces = (piece for passage in shown if passage.segment for piece in passage.pieces)
        marked = "".join(piece.text for piece in pieces if item in piece.over)
        low, high = item.finding.evidence.start, item.finding.evidence.end
        assert marked == "".join(DOCUMENT.text[max(low, s.start) : min(high, s.end)] for s in DOCUMENT.segments)
    begun = [item.number for passage in shown for item in passage.findings]
    assert len(begun) == len(set(begun))
    starts = {item.number: item.finding.evidence.start for item in found}
    inside = [n for n, start in starts.items() if any(s.start <= start < s.end for s in DOCUMENT.segments)]
    assert set(inside) <= set(begun)


def test_a_quote_stands_in_its_passage() -> None:
    start = DOCUMENT.text.index("the fleet")
    around = surroundings(DOCUMENT, DOCUMENT.evidence(start, start + 9))
    assert (around.before, around.quote, around.after) == (
        "The two leaders agreed that ",
        "the fleet",
        " will sail in May.",
    )
    assert not around.cut_before
    assert not around.cut_after


def test_a_long_passage_is_cut_between_words() -> None:
    document = from_text("word " * 400 + "here " + "word " * 400, source="t.txt", title="T")
    start = document.text.index("here")
    around = surroundings(document, document.evidence(start, start + 4))
    assert around.cut_before
    assert around.cut_after
    assert around.before.startswith("word ")
    assert around.after.endswith(" word")
