"""Who may ask, what a browser may do, and what a hostile text cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from summitry.model.errors import SummitryError
from summitry.web.rendering import web_address
from summitry.web.security import BODY_LIMIT, Guard, is_loopback, local_path
from tests.web import hostile
from tests.web.conftest import BASE, client_of, form_token

TOKEN = "a-token-of-some-length"
PAGES = (
    *("/", "/relations", "/relations/JP-NO", "/documents", "/commitments", "/commitments?view=board", "/calendar"),
    *("/calendar?view=list", "/engagements", "/officials", "/series", "/search?words=Norway", "/review", "/add"),
)


@pytest.mark.parametrize("path", [*PAGES, "/nowhere", "/static/summitry.css"])
def test_every_answer_binds_the_browser(visit: TestClient, path: str) -> None:
    headers = visit.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert "server" not in headers


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_inline_script_or_style_or_anything_from_elsewhere(visit: TestClient, path: str) -> None:
    page = visit.get(path).text
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page
    assert page.count("<script") == 1
    assert 'src="http' not in page
    assert '<link rel="stylesheet" href="/static/' in page


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8765", "", "[::1"])
def test_a_name_that_is_not_this_machines_is_refused(visit: TestClient, host: str) -> None:
    assert visit.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "localhost:9", "127.0.0.1:8765", "[::1]:8765"])
def test_names_of_this_machine_are_answered(visit: TestClient, host: str) -> None:
    assert visit.get("/", headers={"host": host}).status_code == 200


FORMS = ("/add/files", "/add/text", "/add/address", "/add/samples", "/review", "/review/undo", "/review/x", "/logout")


@pytest.mark.parametrize("path", FORMS)
def test_forms_without_our_mark_are_refused(visit: TestClient, path: str) -> None:
    visit.get("/")
    assert visit.post(path, data={"csrf": "0" * 64}).status_code == 403
    assert visit.post(path, data={}).status_code == 403
    assert (
        visit.post(path, data={"csrf": "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16")}).status_code
        == 403
    )


def test_a_form_is_refused_in_another_visitors_hands_or_from_another_site(visit: TestClient) -> None:
    mark = form_token(visit)
    assert visit.post("/logout", data={"csrf": mark}).status_code == 303
    assert visit.post("/logout", data={"csrf": mark}, headers={"origin": "http://evil.example"}).status_code == 403
    visit.cookies.clear()
    visit.get("/")
    assert visit.post("/logout", data={"csrf": mark}).status_code == 403


def test_the_visitors_cookie_is_kept_from_scripts_and_other_sites(visit: TestClient) -> None:
    cookie = visit.get("/").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_request_that_is_too_large_is_refused(visit: TestClient) -> None:
    answer = visit.post("/add/text", headers={"content-length": str(BODY_LIMIT + 1)}, content=b"")
    assert answer.status_code == 413


class TestToken:
    def test_nothing_is_shown_without_it(self, tmp_path: Path) -> None:
        with client_of(tmp_path / "x.ledger", token=TOKEN) as client:
            answer = client.get("/commitments?state=due")
            assert answer.status_code == 303
            assert answer.headers["location"] == "/login?next=%2Fcommitments%3Fstate%3Ddue"
            assert client.get("/add/jobs/x").status_code == 303
            assert client.post("/add/samples").status_code == 303
            assert client.get("/api/v1/documents").status_code == 401
            assert client.get("/static/summitry.css").status_code == 200

    def test_it_opens_a_session_that_signing_out_ends(self, tmp_path: Path) -> None:
        with client_of(tmp_path / "x.ledger", token=TOKEN) as client:
            mark = form_token(client, "/login")
            wrong = client.post("/login", data={"csrf": mark, "token": "not the token", "next": "/"})
            assert wrong.status_code == 403
            assert client.get("/").status_code == 303
            right = client.post("/login", data={"csrf": mark, "token": TOKEN, "next": "/series"})
            assert right.headers["location"] == "/series"
            cookie = right.headers["set-cookie"].lower()
            assert "httponly" in cookie
            assert "samesite=strict" in cookie
            assert TOKEN not in cookie
            assert client.get("/").status_code == 200
            client.post("/logout", data={"csrf": mark})
            assert client.get("/").status_code == 303

    def test_it_may_stand_in_the_header(self, tmp_path: Path) -> None:
        with client_of(tmp_path / "x.ledger", token=TOKEN) as client:
            assert client.get("/", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
            assert client.get("/", headers={"authorization": "Bearer other"}).status_code == 401

    def test_a_forged_session_is_none(self, tmp_path: Path) -> None:
        with client_of(tmp_path / "x.ledger", token=TOKEN) as client:
            for value in ("x.y", "x", ".", Guard(TOKEN).session()):
                client.cookies.set("summitry_session", value)
                assert client.get("/").status_code == 303

    def test_a_short_one_is_refused(self) -> None:
        with pytest.raises(SummitryError):
            Guard("short")


@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example", "/\\evil", "/a\r\nSet-Cookie: x", "", "x"]
)
def test_ways_that_lead_elsewhere_lead_home(target: str) -> None:
    assert local_path(target) == "/"


def test_loopback_is_told_from_the_rest() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "192.168.0.1", "example.org", "")))


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//x.example", "ftp://x.example/", "http://", "x"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert web_address(url) is None
    assert web_address("https://x.example/a") == "https://x.example/a"


class TestHostileText:
    @pytest.fixture
    def pages(self, tmp_path: Path) -> list[str]:
        place = tmp_path / "hostile.ledger"
        identity = hostile.fill(place)
        with client_of(place) as client:
            listed = client.get("/commitments").text
            record = listed.split('href="/commitments/')[1].split('"')[0]
            more = (f"/documents/{identity}", f"/commitments/{record}", f"/review/{record}", "/search?words=Norway")
            answers = [client.get(path) for path in (*PAGES, *more, '/search?words="><script>&place=records')]
            assert {answer.status_code for answer in answers} == {200}
            return [answer.text for answer in answers]

    def test_stays_text(self, pages: list[str]) -> None:
        for page in pages:
            assert page.count("<script") == 1
            assert "<svg/onload" not in page
            assert "<img" not in page
            assert "49 2030" not in page
            assert "javascript:" not in page.replace(">javascript:alert(1)<", "")

    def test_is_shown_as_it_stands(self, pages: list[str]) -> None:
        assert any("&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;" in page for page in pages)
        assert any("{{ 7*7 }}" in page for page in pages)

    def test_links_to_the_web_are_bare_of_the_opener(self, tmp_path: Path) -> None:
        place = tmp_path / "linked.ledger"
        identity = hostile.fill(place, url='https://x.example/a?b="><script>')
        with client_of(place) as client:
            page = client.get(f"/documents/{identity}").text
        assert 'rel="noopener noreferrer external"' in page
        assert page.count("<script") == 1


def test_parameters_cannot_split_headers(visit: TestClient) -> None:
    mark = form_token(visit)
    sent = {
        "csrf": mark,
        "author": "A\r\nSet-Cookie: evil=1",
        "entry": "1",
        "record": "a\r\nb: c",
        "relation": "x\r\ny: z",
    }
    answer = visit.post("/review/undo", data=sent)
    assert "evil" not in str(answer.headers) or "Set-Cookie: evil" not in str(answer.headers)
    assert "y" not in answer.headers
    assert answer.url.host == BASE.split("//")[1].split(":")[0]
