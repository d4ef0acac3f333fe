"""REST: what programs read and write."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from fastapi.testclient import TestClient

from summitry.ledger import Ledger
from summitry.model.document import Document
from summitry.model.records import DocumentKind, Records
from summitry.views.commitments import commitments
from summitry.views.exports import FORMATS, Chosen, What, export
from summitry.views.question import Question
from summitry.web.api.exports import Name
from tests import accounts
from tests.web.conftest import DAY, client_of

TOKEN = "a token for tests"
BEARER = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def path(tmp_path: Path) -> str:
    """Path of a ledger that holds the small account."""
    place = str(tmp_path / "small.ledger")
    accounts.fill(place).close()
    return place


@pytest.fixture
def api(path: str) -> Iterator[TestClient]:
    """A program that shows the token."""
    with client_of(path, token=TOKEN) as client:
        client.headers.update(BEARER)
        yield client


def items(client: TestClient, target: str) -> list[dict]:
    answer = client.get(f"/api/v1{target}")
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


def test_commitments_are_those_of_the_view(api: TestClient, path: str) -> None:
    with Ledger.open(path) as ledger:
        told = commitments(ledger, Question(("JP", "NO"), today=DAY)).data()
    assert items(api, "/commitments?party=JP&party=NO") == json.loads(json.dumps(told))


@pytest.mark.parametrize(
    ("target", "number"),
    [
        ("/commitments", 6),
        ("/commitments?time_state=overdue", 3),
        ("/commitments?by=cl", 1),
        ("/commitments?kind=continuing", 1),
        ("/commitments?party=JP&party=NO&as_of=2024-12-01", 4),
        ("/statements?act=urge", 1),
        ("/statements?speaker=CL&addressee=KE", 1),
        ("/events?status=past", 1),
        ("/engagements?level=summit&form=meeting", 2),
        ("/engagements?form=call", 0),
        ("/documents?publisher=NO", 1),
        ("/instruments", 1),
        ("/officials?of=JP&words=minagawa", 1),
        ("/relations", 2),
        ("/calendar?party=JP&party=NO&start=2025-05-01&end=2025-05-31", 2),
        ("/issues?party=JP&party=NO", 1),
        ("/review?kind=events&waiting=unverified", 1),
        ("/search?words=embassy", 1),
        ("/series", 3),
        ("/history", 3),
        ("/decisions", 0),
    ],
)
def test_lists_are_narrowed_by_their_parameters(api: TestClient, target: str, number: int) -> None:
    assert len(items(api, target)) == number


def test_a_list_is_walked_to_its_end_by_cursors(api: TestClient) -> None:
    seen, target = [], "/api/v1/commitments?limit=4"
    answer = api.get(target).json()
    while True:
        seen += [item["id"] for item in answer["items"]]
        if answer["next"] is None:
            break
        answer = api.get(f"{target}&cursor={answer['next']}").json()
    assert seen == [item["id"] for item in items(api, "/commitments")]
    assert answer["total"] == 6


def test_a_cursor_stays_at_its_row_when_rows_come_in_before_it(api: TestClient, path: str) -> None:
    first = api.get("/api/v1/documents?limit=1").json()
    with Ledger.open(path) as ledger:
        hand = accounts.Hand(Document("f" * 16, "Words.", (), accounts.tromso()[0].meta))
        ledger.add(hand.document, Records("f" * 16, ("FR",), "2026-09-01", DocumentKind.READOUT, reader="hand-1"))
    api.app.state.site.wrote()  # type: ignore[attr-defined]
    assert items(api, "/documents?limit=1")[0]["id"] == "f" * 16
    after = api.get(f"/api/v1/documents?limit=1&cursor={first['next']}").json()["items"]
    assert after[0]["id"] not in ("f" * 16, first["items"][0]["id"])


def test_a_document_leads_to_its_text_records_and_findings(api: TestClient) -> None:
    name = items(api, "/documents?publisher=JP")[0]["id"]
    page = api.get(f"/api/v1/documents/{name[:8]}").json()
    text = api.get(f"/api/v1/documents/{name}/text").json()["text"]
    assert page["counts"]["commitments"] == 4
    assert len(page["unverified"]) == 1
    for finding in page["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["quote"]
        assert api.get(f"/api/v1/findings/{finding['id']}").json()["quote"] == finding["quote"]
    records = api.get(f"/api/v1/documents/{name}/records").json()
    assert len(records["commitments"]) == 4
    assert api.get(f"/api/v1/documents/{name}/changes").status_code == 404


def test_a_relation_and_an_engagement_are_told_whole(api: TestClient) -> None:
    told = api.get("/api/v1/relations/no-jp").json()
    assert (told["parties"], told["documents"]) == (["JP", "NO"], 2)
    name = items(api, "/engagements")[0]["id"]
    assert api.get(f"/api/v1/engagements/{name}").json()["accounts"][0]["place"] == "Oslo"
    assert api.get(f"/api/v1/engagements/{name}/comparison").json()["no_account"] == ["JP"]
    assert api.get("/api/v1/desk").json()["documents"] == 3


def test_who_has_the_answer_already_is_told_so(api: TestClient) -> None:
    answer = api.get("/api/v1/commitments")
    tag = answer.headers["etag"]
    for given in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = api.get("/api/v1/commitments", headers={"If-None-Match": given})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert api.get("/api/v1/commitments?limit=1", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/nothing", 404),
        ("/documents/ffffffff", 404),
        ("/documents/a%0Ab", 404),
        ("/documents/NOT-AN-ID", 422),
        ("/documents?colour=red", 422),
        ("/documents?as_of=20250101", 422),
        ("/commitments?limit=0", 422),
        ("/commitments?cursor=x", 422),
        ("/relations/FR-DE", 404),
        ("/search?words=-nothing", 422),
        ("/exports/pdf", 422),
        ("/exports/gexf?what=events", 404),
        ("/jobs/none", 404),
    ],
)
def test_every_error_is_a_problem_with_its_words(api: TestClient, target: str, status: int) -> None:
    answer = api.get(f"/api/v1{target}")
    told = answer.json()
    assert (answer.status_code, told["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert told["type"] == "about:blank"
    assert told["title"]
    assert told["detail"]


def test_a_failure_of_the_program_tells_nothing_of_its_inside(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("inside")

    monkeypatch.setattr("summitry.ledger.Ledger.record", fail)
    with client_of(path) as client:
        failing = TestClient(client.app, base_url=str(client.base_url), raise_server_exceptions=False)
        answer = failing.get("/api/v1/findings/ffffffff")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert "inside" not in answer.text


def test_what_was_sent_is_not_said_again(api: TestClient) -> None:
    answer = api.get("/api/v1/documents?limit=<script>")
    assert answer.json()["errors"][0]["where"] == ["query", "limit"]
    assert "<script>" not in answer.text


def test_a_method_that_is_none_is_told_with_those_that_are(api: TestClient) -> None:
    answer = api.put("/api/v1/documents")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, POST")
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("form", FORMATS)
def test_exports_are_the_files_of_the_command(api: TestClient, path: str, form: str) -> None:
    answer = api.get(f"/api/v1/exports/{form}?party=JP&party=NO&as_of=2025-12-01")
    assert answer.headers["content-type"] == FORMATS[form].media_type
    assert re.fullmatch(r'attachment; filename="[a-z0-9.-]+"', answer.headers["content-disposition"])
    with Ledger.open(path) as ledger:
        assert answer.content == export(form, Chosen(ledger, Question(("JP", "NO"), date(2025, 12, 1))))


def test_the_api_offers_every_format_and_kind(api: TestClient) -> None:
    assert get_args(Name) == tuple(FORMATS)
    for what in What:
        assert api.get(f"/api/v1/exports/csv?what={what.value}").status_code == 200


def test_strangers_get_a_problem_and_not_a_page(path: str) -> None:
    with client_of(path, token=TOKEN) as client:
        for answer in (client.get("/api/v1/desk"), client.get("/api/v1/desk", headers={"Authorization": "Bearer no"})):
            assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
            assert answer.headers["content-type"] == "application/problem+json"
    with client_of(path) as client:
        answer = client.get("/api/v1/desk", headers={"Host": "evil.example"})
        assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")


def test_a_session_may_read_and_not_write(path: str) -> None:
    with client_of(path, token=TOKEN) as client:
        form = re.search(r'name="csrf" value="([0-9a-f]+)"', client.get("/login").text)
        assert form
        client.post("/login", data={"csrf": form[1], "token": TOKEN})
        assert client.get("/api/v1/desk").status_code == 200
        sent = {"action": "accept", "subject": "x", "author": "Ola"}
        assert client.post("/api/v1/decisions", json=sent).status_code == 401


def test_a_server_without_a_token_takes_no_writing(path: str) -> None:
    with client_of(path) as client:
        answer = client.post("/api/v1/documents", json={"text": "Words."})
        assert (answer.status_code, answer.headers["content-type"]) == (403, "application/problem+json")
        assert "token" in answer.json()["hint"]


def test_decisions_are_entered_listed_and_taken_back(api: TestClient) -> None:
    subject = items(api, "/commitments")[0]["id"]
    made = api.post("/api/v1/decisions", json={"action": "assess", "subject": subject, "author": "Ola", "value": 1})
    assert made.status_code == 201
    assert api.get(f"/api/v1/commitments/{subject}").json()["assessment"] == 1
    assert [row["id"] for row in items(api, "/decisions")] == [made.json()["entry"]]
    undone = api.post(f"/api/v1/decisions/{made.json()['entry']}/undo", json={"author": "Ola", "reason": "a slip"})
    assert undone.status_code == 201
    assert items(api, "/decisions") == []
    assert [entry["action"] for entry in items(api, f"/history?subject={subject}")][-2:] == ["assess", "undo"]


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"subject": "none"}, 404),
        ({"value": 7}, 409),
        ({"action": "forget"}, 409),
        ({"action": "dance"}, 422),
        ({"author": " "}, 422),
        ({"colour": "red"}, 422),
    ],
)
def test_a_decision_that_cannot_be_made_is_refused(api: TestClient, changes: dict, status: int) -> None:
    subject = items(api, "/commitments")[0]["id"]
    sent = {"action": "assess", "subject": subject, "author": "Ola", "value": 1, **changes}
    assert api.post("/api/v1/decisions", json=sent).status_code == status
    assert items(api, "/decisions") == []


class Silent:
    """A reader that finds nothing."""

    name = "silent-1"

    def read(self, document: Document) -> Records:
        meta = document.meta
        return Records(document.id, meta.issuers, meta.published, DocumentKind.OTHER, reader=self.name)


def test_a_document_is_taken_in_by_a_job(api: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summitry.pipeline.reader_for", lambda language: Silent())
    sent = {"text": "Norway and Japan met.", "title": "Met", "published": "2026-09-30", "issuers": ["no"]}
    answer = api.post("/api/v1/documents", json=sent)
    assert answer.status_code == 202
    where = answer.headers["location"]
    assert where == f"/api/v1/jobs/{answer.json()['name']}"
    for _ in range(100):
        job = api.get(where).json()
        if job["done"]:
            break
        time.sleep(0.05)
    (taken,) = job["taken"]
    assert taken["status"] == "new"
    document = api.get(f"/api/v1/documents/{taken['document']}").json()["document"]
    assert (document["title"], document["publisher"], document["published"]) == ("Met", ["NO"], "2026-09-30")


def test_a_text_without_words_is_refused(api: TestClient) -> None:
    assert api.post("/api/v1/documents", json={"text": "  "}).status_code == 409
