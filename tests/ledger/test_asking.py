from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from summitry.ledger import Ask, Ledger
from summitry.ledger.terms import parse
from summitry.model import codec
from summitry.model.document import Document, Metadata, OriginRun, Segment, SegmentKind
from summitry.model.errors import LedgerError
from summitry.model.evidence import content_id
from summitry.model.records import Official, Records
from tests.ledger.conftest import fresh
from tests.ledger.making import TEXT, at, document, records
from tests.model.records import records as any_records

# Making a failing example smaller takes minutes where every try goes to a database.
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
HASTE = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)


@pytest.fixture
def two(ledger: Ledger) -> tuple[Document, Document]:
    one = document()
    other = document(
        "President Orbán received the Norwegian survey team. A café near the port was named.", title="Budapest",
        published="2032-01-09", url="https://gov.example/9", source_id="hu-9",
    )  # fmt: skip
    ledger.add(one, records(one))
    ledger.add(other, Records(other.id, ("HU", "NO"), "2032-01-09", records(one).kind))
    return one, other


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("survey", 2), ("joint survey", 1), ('"survey joint"', 0), ('"joint survey"', 1), ("ports", 2),
        ("survey -joint", 1),
        ("Nairobi OR Budapest", 2), ("Nair*", 1), ("nairobi budapest", 0), ("orban", 1), ("Orbán", 1), ("CAFE", 1),
        ('O\'Neill "unclosed', 0), ("AND NOT (", 0), ("survey*:)", 2), ("  ", 0), ("—", 0),
    ],
)  # fmt: skip
def test_words_find_texts(ledger: Ledger, two: object, query: str, found: int) -> None:
    page = ledger.search(query)
    assert (page.total, len(page.hits)) == (found, found)


def test_a_hit_shows_the_words_at_their_place(ledger: Ledger, two: tuple[Document, Document]) -> None:
    (hit,) = ledger.search('"northern waters"').hits
    snippet = hit.snippet
    assert two[0].text[snippet.start : snippet.end] == snippet.text
    assert [snippet.text[a:b] for a, b in snippet.marks] == ["northern", "waters"]
    assert hit.source.publisher == ("NO",)


def test_quotes_are_found_by_kind(ledger: Ledger, two: tuple[Document, Document]) -> None:
    (hit,) = ledger.search(Ask("survey", kind="commitments")).hits
    assert (hit.kind, hit.record) == ("commitments", ledger.commitments()[0].id)
    assert two[0].text[hit.snippet.start : hit.snippet.end] == hit.snippet.text
    assert ledger.search(Ask("survey", kind="records")).total == 2
    ledger.decide("reject", hit.record, "Ada")
    assert ledger.search(Ask("survey", kind="commitments")).total == 0


def test_facets_filters_and_pages(ledger: Ledger, two: tuple[Document, Document]) -> None:
    page = ledger.search(Ask("survey", limit=1, order="date"))
    assert page.facets["publisher"] == {"NO": 2, "HU": 1}
    assert page.facets["year"] == {"2031": 1, "2032": 1}
    assert [hit.source.document for hit in page.hits] == [two[1].id]
    rest = ledger.search(Ask("survey", limit=1, order="date", cursor=page.cursor))
    assert ([hit.source.document for hit in rest.hits], rest.cursor) == ([two[0].id], None)
    assert ledger.search("survey", publisher="HU").total == 1
    assert ledger.search("survey", parties=("NO", "KE")).total == 1
    for ask in (Ask("x", limit=0), Ask("x", cursor="-1"), Ask("x", order="luck"), Ask("x", kind="rumours"), Ask("-x")):
        with pytest.raises(LedgerError):
            ledger.search(ask)


def test_filters_narrow(ledger: Ledger, two: tuple[Document, Document]) -> None:
    assert [s.record.cue for s in ledger.statements(speaker="ke", addressee="NO")] == ["urged"]
    assert [s.record.cue for s in ledger.statements(type="welcome")] == ["welcomed"]
    assert ledger.commitments(parties=("no", "ke")) == ledger.commitments()
    assert ledger.commitments(parties=("NO", "HU")) == ()
    assert [c.quote for c in ledger.commitments(within=("2031-09-01", "2031-12-01"))] == [ledger.commitments()[1].quote]
    assert len(ledger.commitments(limit=1, offset=1)) == len(ledger.commitments(offset=1)) == 1
    assert [row.document for row in ledger.documents(since="2032-01-01")] == [two[1].id]
    assert [row.document for row in ledger.documents(parties=("HU",), until="2032-12-31")] == [two[1].id]
    assert ledger.events()[0].record.when.value == "2031-23"
    assert ledger.commitments()[0].heading == "Fisheries"
    for wrong in ({"parties": "NO"}, {"parties": [1]}, {"limit": -1}, {"since": "soon"}):
        with pytest.raises(LedgerError):
            ledger.documents(**wrong)


def test_a_document_has_many_names(ledger: Ledger, two: tuple[Document, Document]) -> None:
    one, other = two
    for name in (other.id, other.id[:6], "hu-9", "https://gov.example/9", other.meta.source):
        assert ledger.document(name).document == other.id
    assert ledger.document(one.meta.source).document == one.id
    for name in ("", "nothing"):
        with pytest.raises(LedgerError, match="no document"):
            ledger.document(name)
    with pytest.raises(LedgerError, match="no document"):
        ledger.text("nothing")


def test_a_name_that_means_two_documents_is_refused(ledger: Ledger) -> None:
    for text in ("One.", "Two."):
        doc = document(text, source=f"/{text}/page.html")
        ledger.add(doc, replace(records(document()), document=doc.id, engagements=(), statements=(), commitments=(),
                                events=(), instruments=(), officials=(), sections=(), unverified=()))  # fmt: skip
    with pytest.raises(LedgerError, match="more than one"):
        ledger.document("page.html")


def test_officials_are_known_by_the_sound_of_their_names(ledger: Ledger, two: tuple[Document, Document]) -> None:
    text = "President Zelenskyy and Prime Minister SOLBERG Ingrid spoke."
    for day, name in (("2033-01-01", "Zelenskyy"), ("2034-01-01", "Zelensky")):
        doc = document(text.replace("Zelenskyy", name), published=day)
        found = (
            Official(name, "President", "UA", at(doc, name)),
            Official("SOLBERG Ingrid", "Prime Minister", "NO", at(doc, "SOLBERG Ingrid")),
        )
        ledger.add(doc, Records(doc.id, ("UA",), day, records(two[0]).kind, officials=found))
    seen = {(o.party, o.post): o for o in ledger.officials()}
    president = seen[("UA", "President")]
    assert president.names == ("Zelensky", "Zelenskyy")
    assert (president.first_seen, president.last_seen, president.documents) == ("2033-01-01", "2034-01-01", 2)
    assert seen[("NO", "Foreign Minister")].key == seen[("NO", "Prime Minister")].key
    assert {o.party for o in ledger.officials(parties=("KE",))} == {"KE"}
    assert ledger.officials(as_of="2033-06-01", parties=("UA",))[0].last_seen == "2033-01-01"


def test_instruments_gather_their_mentions(ledger: Ledger, two: tuple[Document, Document]) -> None:
    (row,) = ledger.instruments()
    assert (row.name, len(row.mentions), row.first_seen) == ("the ports agreement of 2029", 1, "2031-03-04")
    assert row.mentions[0].evidence == at(two[0], "the ports agreement of 2029")


def test_rows_are_plain_data_too(ledger: Ledger, two: tuple[Document, Document]) -> None:
    data = ledger.commitments()[0].as_dict()
    assert (data["due"], data["published"], data["publisher"]) == ("../2031-06", "2031-03-04", ["NO"])
    assert ledger.documents()[0].as_dict()["version"] == 1
    assert ledger.history()[0].as_dict()["action"] == "add"
    assert ledger.search("joint").hits[0].as_dict()["document"] == two[0].id
    assert ledger.officials()[0].as_dict()["party"] == "KE"
    assert ledger.engagements()[0].as_dict()["accounts"][0]["form"] == "meeting"


def test_times_are_utc_and_need_a_zone() -> None:
    with (
        Ledger.open(":memory:", clock=lambda: datetime(2031, 5, 1, 9, 0)) as ledger,
        pytest.raises(LedgerError, match="zone"),
    ):
        ledger.add(document(), records(document()))
    with fresh() as ledger:
        ledger.add(document(), records(document()))
        moment = datetime.fromisoformat(ledger.history()[0].at)
        assert moment == datetime(2031, 5, 1, 9, 1, tzinfo=UTC)


@given(st.text(max_size=60))
def test_any_words_can_be_searched(words: str) -> None:
    try:
        query = parse(words)
    except LedgerError:
        return
    assert query is None or (query.fts5() and query.tsquery() and query.words)


@settings(max_examples=60, deadline=None, phases=UNSHRUNK, suppress_health_check=HASTE)
@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=40))
def test_any_words_get_an_answer(search_ledger: Ledger, words: str) -> None:
    if not words.strip().startswith("-"):
        try:
            assert search_ledger.search(words).total >= 0
        except LedgerError as error:
            assert "does not want" in str(error)


@pytest.fixture
def search_ledger(ledger: Ledger) -> Ledger:
    doc = document(TEXT)
    ledger.add(doc, records(doc))
    return ledger


texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1, max_size=80)
metas = st.builds(
    Metadata,
    texts,
    st.none() | texts,
    st.none() | texts,
    st.lists(st.sampled_from(["NO", "KE"]), unique=True).map(tuple),
    published=st.none() | st.just("2031"),
    url=st.none() | texts,
    tags=st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
)
offsets = st.integers(0, 99)
bodies = st.lists(st.builds(Segment, st.sampled_from(SegmentKind), offsets, offsets, st.none() | texts), max_size=3)
origins = st.lists(st.builds(OriginRun, offsets, offsets, offsets, offsets), max_size=2)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(texts, metas, bodies, any_records, origins)
def test_whatever_goes_in_comes_out(
    ledger: Ledger, text: str, meta: Metadata, body: list[Segment], found: Records, origin: list[OriginRun]
) -> None:
    doc = Document(content_id(text, repr(meta)), text, tuple(body), meta, "0" * 64, tuple(origin))
    moved = _moved(found, doc.id)
    ledger.add(doc, moved)
    assert ledger.text(doc.id) == doc
    assert ledger.records(doc.id, decided=False) == moved
    assert ledger.records(doc.id) == moved
    assert ledger.add(doc, moved).already


def _moved(found: Records, identity: str) -> Records:
    data = codec.dump(found)
    data["document"]["text_id"] = identity
    return codec.load(data)
