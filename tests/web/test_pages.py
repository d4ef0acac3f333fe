"""What the pages show of the small account."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from summitry.intake import from_text
from summitry.ledger import Ledger
from summitry.model.records import Act
from tests import accounts
from tests.web.conftest import client_of


def test_the_desk_shows_relations_what_is_due_and_what_is_new(visit: TestClient) -> None:
    page = visit.get("/").text
    assert "Japan – Norway" in page
    assert 'href="/relations/JP-NO"' in page
    assert 'href="/commitments?relation=JP-NO&amp;state=overdue&amp;status=unkept"' in page
    assert "will draw up a catch register next spring" in page
    assert "Meeting in Oslo" in page


def test_an_empty_ledger_says_how_to_begin(empty: TestClient) -> None:
    page = empty.get("/").text
    assert "Nothing has been read yet" in page
    assert 'action="/add/samples"' in page


def test_a_relation_shows_tracks_promises_and_figures(visit: TestClient) -> None:
    page = visit.get("/relations/no-jp").text
    assert "<h1>Japan – Norway</h1>" in page
    assert "<h3>Leaders</h3>" in page
    assert "a working group will meet before the end of this year" in page
    assert "Fisheries" in page
    assert '<svg class="timeline"' in page


@pytest.mark.parametrize(
    "path",
    [
        *("/relations/XX-YY", "/relations/JP", "/relations/%2e%2e", "/documents/none", "/commitments/none"),
        *("/documents/none/changes", "/nowhere", "/static/../app.py", "/static/%2e%2e/app.py"),
    ],
)
def test_what_is_not_there_is_not_found(visit: TestClient, path: str) -> None:
    answer = visit.get(path)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "query", ["/commitments?state=late", "/commitments?kind=x", "/?as_of=yesterday", "/documents?kind=poem"]
)
def test_words_that_mean_nothing_are_explained(visit: TestClient, query: str) -> None:
    answer = visit.get(query)
    assert answer.status_code == 400
    assert "<h1>That cannot be done</h1>" in answer.text


def test_commitments_are_filtered(visit: TestClient) -> None:
    def found(query: str) -> int:
        page = visit.get(f"/commitments?{query}").text
        return page.count('data-head="Time"')

    assert found("") == 6
    assert found("relation=JP-NO") == 5
    assert found("party=CL") == 1
    assert found("state=overdue") == 3
    assert found("state=overdue&relation=JP-NO") == 2
    assert found("kind=continuing") == 1
    assert found("words=register") == 1
    assert found("status=fulfilled") + found("status=unkept") == 6


def test_the_board_has_a_column_for_each_time_state(visit: TestClient) -> None:
    page = visit.get("/commitments?view=board").text
    for state in ("overdue", "due", "open", "undated"):
        assert f'id="c-{state}"' in page


def test_a_commitment_shows_its_words_in_their_place(visit: TestClient) -> None:
    listed = visit.get("/commitments?words=register").text
    path = listed.split('href="/commitments/')[1].split('"')[0]
    page = visit.get(f"/commitments/{path}").text
    assert "They <mark" in " ".join(page.split())
    assert "spring 2025" in page
    assert "Nothing: no later text in the ledger was found to speak of it." in page


def test_a_document_marks_findings_in_their_place(visit: TestClient) -> None:
    page = visit.get("/documents/tromso.txt").text
    assert '<mark class="k-statement "' in page
    assert '<mark class="k-statement k-commitment "' in page
    assert "will draw up a" in page
    assert "no date in the words" in page


def test_a_document_shows_one_kind_alone(visit: TestClient) -> None:
    page = visit.get("/documents/tromso.txt?show=events").text
    assert 'class="k-event "' in page
    assert "k-statement k-" not in page


def test_the_day_asked_about_goes_along(visit: TestClient) -> None:
    page = visit.get("/?as_of=2024-12-01").text
    assert 'href="/relations/JP-NO?as_of=2024-12-01"' in page
    assert "Meeting in Oslo" not in page


def test_officials_are_shown_with_their_posts_and_found_by_words(visit: TestClient) -> None:
    assert visit.get("/officials?words=haukeland").status_code == 200


def test_an_engagement_shows_facts_and_says_that_it_has_one_account(visit: TestClient) -> None:
    path = visit.get("/engagements").text.split('href="/engagements/')[1].split('"')[0]
    page = visit.get(f"/engagements/{path}").text
    assert "Prime Minister" in page
    assert "One account only" in page


def test_engagements_are_filtered(visit: TestClient) -> None:
    assert "2 engagements" in visit.get("/engagements?level=summit").text
    assert "no engagements" in visit.get("/engagements?form=call").text
    assert "no engagements" in visit.get("/engagements?relation=CL-KE").text


def test_a_series_shows_its_gap(visit: TestClient) -> None:
    page = visit.get("/series").text
    assert "no text tells of number 4" in page


def test_the_calendar_keeps_what_is_exact_apart_from_what_is_not(visit: TestClient) -> None:
    page = visit.get("/calendar?month=2025-11").text
    exact, loose = page.split('id="loose"')
    assert "5th" in exact
    assert "5th" not in loose
    page = visit.get("/calendar?month=2024-12").text
    assert "by 31 Dec 2024" in page.split('id="loose"')[1]
    assert visit.get("/calendar?month=2024-13").status_code == 400
    assert visit.get("/calendar?month=9998-12").status_code == 200


def test_search_narrows_by_its_facets(visit: TestClient) -> None:
    page = visit.get("/search?words=meeting").text
    assert "<mark>" in page
    assert "publisher=NO" in page
    assert "1 hit<" in visit.get("/search?words=meeting&publisher=NO").text
    assert visit.get("/search?words=-meeting").status_code == 400
    assert visit.get("/search?words=meeting&cursor=x").status_code == 400


def test_a_new_version_shows_what_changed(tmp_path: Path) -> None:
    place = tmp_path / "versions.ledger"
    words = "The ministers will meet in May. They agreed to share schedules."
    with Ledger.open(place) as ledger:
        for text in (words, words.replace("May", "June")):
            document = from_text(text, source="talks.txt", title="Talks", published="2025-01-01", issuers=("JP",))
            added = ledger.add(document, accounts.Hand(document).records())
    with client_of(place) as client:
        page = client.get(f"/documents/{added.document_id}/changes").text
        assert "<del>May</del><ins>June</ins>" in page
        assert "1 word gone, 1 word new" in page
        assert "words changed" in client.get("/documents").text


def test_phrases_and_wording_of_a_relation(tmp_path: Path) -> None:
    place = tmp_path / "phrases.ledger"
    told = (
        "The two leaders of Japan and Norway confirmed their unwavering resolve to protect the common cod stocks of "
        "the northern seas. They agreed that the joint fisheries patrol will begin in {month}, and discussed many "
        "other matters of trade, culture and science at some length before the dinner given by the host."
    )
    with Ledger.open(place) as ledger:
        for day, month in (("2024-05-01", "May"), ("2025-05-01", "June"), ("2026-05-01", "July")):
            text = told.format(month=month)
            document = from_text(text, source=f"{day}.txt", title="Talks", published=day, issuers=("JP",))
            hand = accounts.Hand(document)
            said = hand.said("confirmed their unwavering resolve", "confirmed", Act.AFFIRM)
            ledger.add(document, hand.records(statements=(said,)))
    with client_of(place) as client:
        page = client.get("/relations/JP-NO/phrases").text
        assert "common cod stocks" in page
        assert "no phrases" in client.get("/relations/JP-NO/phrases?words=uranium").text
        assert client.get("/relations/JP-NO/phrases?state=odd").status_code == 400
        page = client.get("/relations/JP-NO/wording").text
        assert "<del>June</del>" in page
        assert "<ins>July</ins>" in page
