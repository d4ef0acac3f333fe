from collections.abc import Callable

import httpx
import pytest

from summitry.intake import Fetched, fetch
from summitry.intake.addresses import is_public
from summitry.intake.fetch import AGENT, Manners
from summitry.model.errors import FetchError

PUBLIC = "93.184.216.34"
Answer = Callable[[httpx.Request], httpx.Response]


def manners(answer: Answer, names: dict[str, list[str]] | None = None, **more: object) -> Manners:
    """Return manners that ask ``answer`` in place of the network and know only these names."""
    known = {"example.org": [PUBLIC]} if names is None else names

    def resolver(host: str, port: int) -> list[str]:
        if host not in known:
            raise OSError("unknown")
        return known[host]

    return Manners(transport=httpx.MockTransport(answer), resolver=resolver, **more)  # type: ignore[arg-type]


def site(pages: dict[str, httpx.Response], seen: list[httpx.Request] | None = None) -> Answer:
    def answer(request: httpx.Request) -> httpx.Response:
        if seen is not None:
            seen.append(request)
        found = pages.get(request.url.path, httpx.Response(404))
        return httpx.Response(found.status_code, headers=found.headers, content=found.content)

    return answer


def test_a_page_comes_with_its_media_type_from_the_checked_address() -> None:
    seen: list[httpx.Request] = []
    page = httpx.Response(200, headers={"content-type": "text/html; charset=utf-8"}, content=b"<p>They met.</p>")
    found = fetch("https://example.org/a#part", manners=manners(site({"/a": page}, seen)))
    assert found == Fetched("https://example.org/a#part", b"<p>They met.</p>", "text/html; charset=utf-8")
    assert {request.url.host for request in seen} == {PUBLIC}
    assert {request.headers["host"] for request in seen} == {"example.org"}
    assert all(request.extensions["sni_hostname"] == "example.org" for request in seen)
    assert seen[-1].headers["user-agent"] == AGENT


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
     "::1",
     "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "not an address"],
)  # fmt: skip
def test_addresses_of_ones_own_network_are_never_public(address: str) -> None:
    assert not is_public(address)


def test_public_addresses() -> None:
    assert is_public(PUBLIC)
    assert is_public("2606:2800:220:1:248:1893:25c8:1946")


def test_every_address_of_a_name_is_checked() -> None:
    names = {"example.org": [PUBLIC, "127.0.0.1"]}
    with pytest.raises(FetchError, match=r"127\.0\.0\.1"):
        fetch("https://example.org/", manners=manners(site({}), names))


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "scheme"),
        ("ftp://example.org/", "scheme"),
        ("http:///nothing", "valid"),
        ("http://[::1", "valid"),
        ("http://example.org:99999/", "valid"),
        ("http://user:secret@example.org/", "password"),
        ("http://nowhere.invalid/", "not known"),
        ("http://example.org/a\r\nHost: x", "valid"),
    ],
)
def test_addresses_that_must_not_be_fetched(url: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason):
        fetch(url, manners=manners(site({})))


def test_redirects_are_checked_anew() -> None:
    pages = {"/a": httpx.Response(302, headers={"location": "http://inside/secret"})}
    names = {"example.org": [PUBLIC], "inside": ["10.0.0.1"]}
    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        fetch("https://example.org/a", manners=manners(site(pages), names))


def test_redirects_are_followed_and_end() -> None:
    pages = {"/a": httpx.Response(301, headers={"location": "/b"}), "/b": httpx.Response(200, content=b"They met.")}
    assert fetch("https://example.org/a", manners=manners(site(pages))).url == "https://example.org/b"
    pages["/b"] = httpx.Response(302, headers={"location": "/a"})
    with pytest.raises(FetchError, match="redirects more than"):
        fetch("https://example.org/a", manners=manners(site(pages)))
    pages["/b"] = httpx.Response(302)
    with pytest.raises(FetchError, match="nowhere"):
        fetch("https://example.org/a", manners=manners(site(pages)))


def test_robots_rules_are_kept() -> None:
    rules = httpx.Response(200, content=b"User-agent: *\nDisallow: /closed/")
    pages = {
        "/robots.txt": rules,
        "/closed/a": httpx.Response(200, content=b"x"),
        "/b": httpx.Response(200, content=b"b"),
    }
    assert fetch("https://example.org/b", manners=manners(site(pages))).data == b"b"
    with pytest.raises(FetchError, match="robots"):
        fetch("https://example.org/closed/a", manners=manners(site(pages)))
    assert fetch("https://example.org/closed/a", manners=manners(site(pages), robots=False)).data == b"x"
    pages["/robots.txt"] = httpx.Response(503)
    with pytest.raises(FetchError, match="cannot be asked"):
        fetch("https://example.org/b", manners=manners(site(pages)))


def test_size_limit_holds_while_the_page_arrives() -> None:
    read = 0

    def chunks() -> object:
        nonlocal read
        for _ in range(1_000):
            read += 1_000
            yield b"x" * 1_000

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/a":
            return httpx.Response(200, content=chunks())  # type: ignore[arg-type]
        return httpx.Response(404)

    with pytest.raises(FetchError, match="larger than 5,000 bytes"):
        fetch("https://example.org/a", max_bytes=5_000, manners=manners(answer))
    assert read < 20_000


def test_failures_name_the_cause() -> None:
    with pytest.raises(FetchError, match="404"):
        fetch("https://example.org/none", manners=manners(site({})))

    def slow(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("slow", request=request)

    def broken(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    with pytest.raises(FetchError, match="did not answer within 30 seconds"):
        fetch("https://example.org/", manners=manners(slow))
    with pytest.raises(FetchError, match="refused"):
        fetch("https://example.org/", manners=manners(broken))


def test_a_page_that_trickles_is_given_up() -> None:
    def trickle() -> object:
        yield b"x"
        yield b"x"

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=trickle())  # type: ignore[arg-type]

    with pytest.raises(FetchError, match="took too long"):
        fetch("https://example.org/a", manners=manners(answer, timeout=-1.0, robots=False))
