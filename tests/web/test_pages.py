"""What the pages show of the small account."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient


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
