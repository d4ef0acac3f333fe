"""Adding and reviewing from the pages."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from summitry.web.taking import plain_name
from tests.cli.conftest import OneCueReader
from tests.web.conftest import form_token


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[OneCueReader]:
    """The reader that needs no model, in the place of the real one."""
    one = OneCueReader()
    monkeypatch.setattr("summitry.pipeline.reader_for", lambda language: one)
    yield one


def outcome(client: TestClient, path: str) -> str:
    """Return the page of a job when it is done."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        page = client.get(path).text
        if "data-working" not in page:
            return page
        time.sleep(0.05)
    raise AssertionError("the job does not end")


def test_files_are_taken_in_and_each_outcome_is_told(empty: TestClient, reader: OneCueReader) -> None:
    files = [
        ("files", ("../../readout.txt", b"Japan welcomed Norway.\n\nPublished 2025-01-01.", "text/plain")),
        ("files", ("broken.pdf", b"%PDF-1.7 nothing", "application/pdf")),
        ("files", ("readout.txt", b"Japan welcomed Norway.\n\nPublished 2025-01-01.", "text/plain")),
    ]
    answer = empty.post("/add/files", data={"csrf": form_token(empty)}, files=files)
    assert answer.status_code == 303
    page = outcome(empty, answer.headers["location"])
    assert "1 new, 1 already there, 1 refused." in page
    assert "upload://broken.pdf" in page
    assert "1 document" in empty.get("/documents").text
    assert "upload://readout.txt" in empty.get(re.search(r"/documents/[0-9a-f]{8,}", page)[0]).text  # type: ignore[index]


def test_a_text_is_taken_in_as_pasted(empty: TestClient, reader: OneCueReader) -> None:
    fields = {
        "text": "Norway welcomed Japan’s <b>plan</b>.",
        "title": "A call",
        "published": "2025-02-03",
        "issuers": "no, jp",
        "url": "https://x.example/call",
    }
    answer = empty.post("/add/text", data={"csrf": form_token(empty), **fields})
    assert "1 new." in outcome(empty, answer.headers["location"])
    listed = empty.get("/documents").text
    assert "A call" in listed
    assert "3 Feb 2025" in listed


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/add/text", {"text": ""}),
        ("/add/text", {"text": "words", "published": "the other day"}),
        ("/add/text", {"text": "words", "url": "javascript:alert(1)"}),
        ("/add/address", {"address": ""}),
        ("/add/address", {"address": "/etc/passwd"}),
        ("/add/address", {"address": "file:///etc/passwd"}),
        ("/add/address", {"address": "https://"}),
        ("/add/files", {}),
        ("/review", {"action": "accept", "author": "A"}),
    ],
)
def test_what_cannot_be_added_or_decided_is_explained(empty: TestClient, path: str, fields: dict[str, str]) -> None:
    answer = empty.post(path, data={"csrf": form_token(empty), **fields})
    assert answer.status_code == 400
    assert "<h1>That cannot be done</h1>" in answer.text


def test_an_address_of_this_machine_is_not_fetched(empty: TestClient) -> None:
    answer = empty.post("/add/address", data={"csrf": form_token(empty), "address": "http://127.0.0.1:1/x"})
    page = outcome(empty, answer.headers["location"])
    assert "not a public address" in page


def test_the_samples_are_a_click_away(empty: TestClient, reader: OneCueReader) -> None:
    answer = empty.post("/add/samples", data={"csrf": form_token(empty, "/")})
    assert "12 new." in outcome(empty, answer.headers["location"])


@pytest.mark.parametrize(
    ("given", "plain"),
    [("a/b.txt", "b.txt"), ("C:\\x\\y.pdf", "y.pdf"), ("a\r\nb.txt", "a b.txt"), ("../..", ".."), ("", "file")],
)
def test_names_of_files_are_bared(given: str, plain: str) -> None:
    assert plain_name(given) == plain


class TestReview:
    def first(self, visit: TestClient) -> str:
        return visit.get("/commitments?words=register").text.split('href="/commitments/')[1].split('"')[0]

    def decide(self, visit: TestClient, name: str, **fields: str) -> str:
        sent = {"csrf": form_token(visit), "author": "Å. Reviewer", "reason": "read it", **fields}
        answer = visit.post(f"/review/{name}", data=sent)
        assert answer.status_code == 303, answer.text
        return str(answer.headers["location"])

    def test_the_queue_holds_what_nobody_judged(self, visit: TestClient) -> None:
        assert "6 findings" in visit.get("/review").text
        assert "1 finding<" in visit.get("/review?waiting=unverified&kind=events").text
        assert "no findings" in visit.get("/review?waiting=rejected").text

    def test_a_rejected_finding_leaves_the_lists_and_comes_back(self, visit: TestClient) -> None:
        name = self.first(visit)
        place = self.decide(visit, name, action="reject")
        assert "no commitments" in visit.get("/commitments?words=register").text
        assert "Entered as entry" in visit.get(place).text
        entry = re.search(r"done=(\d+)", place)[1]  # type: ignore[index]
        sent = {"csrf": form_token(visit), "author": "Å. Reviewer", "entry": entry, "record": name}
        assert visit.post("/review/undo", data=sent).status_code == 303
        assert "1 commitment<" in visit.get("/commitments?words=register").text
        assert "<strong>undo</strong>" in visit.get(f"/review/{name}").text

    def test_a_correction_wins_and_names_its_author(self, visit: TestClient) -> None:
        name = self.first(visit)
        fields = dict(re.findall(r'name="(field-\w+)" value="([^"]*)"', visit.get(f"/review/{name}").text))
        fields |= {"field-due": "2025-22", "field-parties": "no", "field-kind": "deliverable"}
        self.decide(visit, name, action="correct", **fields)
        page = visit.get(f"/commitments/{name}").text
        assert "summer 2025" in page
        assert "<dd>Norway</dd>" in page
        assert "Å. Reviewer" in page

    def test_a_correction_that_is_none_is_refused(self, visit: TestClient) -> None:
        name = self.first(visit)
        for fields in ({"field-due": "soon"}, {}):
            sent = {"csrf": form_token(visit), "author": "A", "action": "correct", **fields}
            assert visit.post(f"/review/{name}", data=sent).status_code == 400

    def test_nobody_decides_nothing(self, visit: TestClient) -> None:
        sent = {"csrf": form_token(visit), "author": " ", "action": "accept"}
        assert visit.post(f"/review/{self.first(visit)}", data=sent).status_code == 400
        assert visit.post("/review/none", data={**sent, "author": "A"}).status_code == 404

    def test_an_assessment_is_a_persons(self, visit: TestClient) -> None:
        name = self.first(visit)
        self.decide(visit, name, action="assess", assessment="1")
        assert "kept (+1)" in visit.get(f"/commitments/{name}").text

    def test_a_status_is_settled_by_a_persons_word(self, visit: TestClient) -> None:
        name = self.first(visit)
        self.decide(visit, name, action="settle", status="fulfilled")
        page = visit.get(f"/commitments/{name}").text
        assert "by the word of Å. Reviewer" in page
        assert "no commitments" in visit.get("/commitments?words=register&status=unkept").text
        assert "1 commitment<" in visit.get("/commitments?words=register&status=fulfilled").text

    def test_many_are_accepted_at_once(self, visit: TestClient) -> None:
        names = re.findall(r'name="record" value="([0-9a-f]+)"', visit.get("/review").text)
        sent = {"csrf": form_token(visit), "author": "A", "action": "accept", "record": names[:3]}
        answer = visit.post("/review", data=sent)
        assert "3 decisions entered" in visit.get(answer.headers["location"]).text
        assert "3 findings" in visit.get("/review").text
        assert "3 findings" in visit.get("/review?waiting=accepted").text

    def test_the_next_one_follows(self, visit: TestClient) -> None:
        names = re.findall(r'name="record" value="([0-9a-f]+)"', visit.get("/review").text)
        page = visit.get(f"/review/{names[0]}").text
        assert f'name="following" value="{names[1]}"' in page
        assert self.decide(visit, names[0], action="accept", following=names[1]).startswith(f"/review/{names[1]}?")
