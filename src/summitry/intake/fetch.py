"""Fetching one page, politely: robots, time and size limits, every hop checked before it is made."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx
from protego import Protego

from summitry import __version__
from summitry.intake.addresses import Resolve, checked, resolve
from summitry.model.errors import FetchError

AGENT = f"summitry/{__version__}"
_ROBOTS_BYTES = 512_000
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as fetched: where it was found in the end, its bytes, and the media type that was named for it."""

    url: str
    data: bytes
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Manners:
    """How pages are fetched.

    Args:
        timeout: seconds allowed for one page altogether, and for each wait in it.
        hops: most redirects followed.
        robots: whether the host's robots rules are asked and kept.
        private: whether addresses of private networks are allowed (for tests and closed networks).
        resolver: what resolves names.
        transport: what carries requests, in place of the network (for tests).
    """

    timeout: float = 30.0
    hops: int = 5
    robots: bool = True
    private: bool = False
    resolver: Resolve = resolve
    transport: httpx.BaseTransport | None = None


_DEFAULTS = Manners()


def fetch(url: str, *, max_bytes: int = 20_000_000, manners: Manners = _DEFAULTS) -> Fetched:
    """Return the page at an http or https address.

    Every address, that of a redirect too, is resolved and checked first, and the connection goes to the very
    address that was checked, so that a name cannot change its meaning in between.

    Args:
        url: the address.
        max_bytes: largest page taken, in bytes after decompression.
        manners: time limit, redirects, robots, and what tests put in place of the network.

    Raises:
        FetchError: the address must not be fetched, or could not be.
    """
    until = time.monotonic() + manners.timeout
    # Settings of the environment (proxies, netrc) would lead around the checked address.
    with httpx.Client(timeout=manners.timeout, transport=manners.transport, trust_env=False) as client:
        asked: set[str] = set()
        for _ in range(manners.hops + 1):
            checked(url, manners.resolver, private=manners.private)
            origin = "{0.scheme}://{0.netloc}".format(urlsplit(url))
            if manners.robots and origin not in asked:
                _ask_robots(client, url, origin, manners, until)
                asked.add(origin)
            with _get(client, url, manners) as response:
                if response.status_code not in _REDIRECTS:
                    return _page(url, response, max_bytes, until)
                url = _target(url, response)
    raise FetchError(url, f"redirects more than {manners.hops} times")


@contextmanager
def _get(client: httpx.Client, url: str, manners: Manners) -> Iterator[httpx.Response]:
    host, address, _ = checked(url, manners.resolver, private=manners.private)
    try:
        target = httpx.URL(url)
        request = client.build_request(
            "GET",
            target.copy_with(host=address, fragment=None),
            headers={"Host": target.netloc.decode("ascii"), "User-Agent": AGENT, "Accept": "text/html,*/*;q=0.5"},
            extensions={"sni_hostname": host},
        )
        response = client.send(request, stream=True)
    except httpx.TimeoutException as error:
        raise FetchError(url, f"did not answer within {manners.timeout:g} seconds", "Try again later.") from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise FetchError(url, f"could not be fetched ({error})", "Check the address and the network.") from error
    try:
        yield response
    except httpx.HTTPError as error:
        raise FetchError(url, f"broke off while it was fetched ({error})", "Try again later.") from error
    finally:
        response.close()


def _page(url: str, response: httpx.Response, max_bytes: int, until: float) -> Fetched:
    if response.status_code != httpx.codes.OK:
        reason = f"answered {response.status_code} {response.reason_phrase}".rstrip()
        raise FetchError(url, reason, "Check the address in a browser.")
    data = _read(url, response, max_bytes, until)
    return Fetched(url, data, response.headers.get("content-type"))


def _read(url: str, response: httpx.Response, max_bytes: int, until: float) -> bytes:
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > max_bytes:
            raise FetchError(url, f"is larger than {max_bytes:,} bytes", "Save it, and raise the limit (max_bytes).")
        if time.monotonic() > until:
            raise FetchError(url, "took too long to arrive", "Try again later.")
    return bytes(data)


def _target(url: str, response: httpx.Response) -> str:
    location: str = response.headers.get("location", "")
    if not location:
        raise FetchError(url, "redirects to nowhere")
    return urljoin(url, location)


def _ask_robots(client: httpx.Client, url: str, origin: str, manners: Manners, until: float) -> None:
    """Raise if the host's robots rules forbid the page; a host without rules allows it (RFC 9309, 2.3.1)."""
    address = f"{origin}/robots.txt"
    for _ in range(manners.hops + 1):
        with _get(client, address, manners) as response:
            if response.status_code in _REDIRECTS:
                address = _target(address, response)
                continue
            if response.status_code >= 500:
                raise FetchError(url, "its host's robots rules cannot be asked", "Try again later.")
            if response.status_code != httpx.codes.OK:
                return
            rules = _rules(response, until)
        if not Protego.parse(rules).can_fetch(url, AGENT):
            raise FetchError(url, "may not be fetched by programs (robots.txt)", "Save the page, and take in the file.")
        return


def _rules(response: httpx.Response, until: float) -> str:
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > _ROBOTS_BYTES or time.monotonic() > until:
            break
    return bytes(data[:_ROBOTS_BYTES]).decode("utf-8", errors="replace")
