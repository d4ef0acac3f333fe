"""Which addresses may be fetched: public hosts over http and https, and nothing of the user's own network."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

from summitry.model.errors import FetchError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], list[str]]

_PORTS = {"http": 80, "https": 443}
_MAPPED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("2002::/16"), ipaddress.ip_network("2001::/32"))


def resolve(host: str, port: int) -> list[str]:
    """Return every address that a host's name resolves to.

    Raises:
        OSError: the name is not known.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(item[4][0]) for item in found))


def checked(url: str, resolver: Resolve = resolve, *, private: bool = False) -> tuple[str, str, int]:
    """Return the host, the checked address to connect to, and the port of a URL.

    Args:
        url: the address as given or redirected to.
        resolver: what resolves names.
        private: whether addresses of private networks are allowed (for tests and closed networks).

    Raises:
        FetchError: another scheme, credentials in the address, an unknown host, or an address that is not public.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise FetchError(url, f"is no valid address ({error})") from error
    if parts.scheme not in _PORTS:
        raise FetchError(url, f"has the scheme {parts.scheme!r}", "Only http and https are fetched.")
    if not host or any(char.isspace() or ord(char) < 32 for char in url):
        raise FetchError(url, "is no valid address")
    if parts.username is not None or parts.password is not None:
        raise FetchError(url, "holds a user name or a password", "Save the page, and take in the file.")
    try:
        found = resolver(host, port)
    except (OSError, UnicodeError) as error:
        raise FetchError(url, f"the host {host!r} is not known", "Check the address and the network.") from error
    for address in found:
        if not private and not is_public(address):
            raise FetchError(
                url, f"leads to {address}, which is not a public address", "Save the page, and take in the file."
            )
    if not found:
        raise FetchError(url, f"the host {host!r} has no address")
    return host, found[0], port


def is_public(address: str) -> bool:
    """Return whether an IP address is a public one: not private, loopback, link-local, multicast or reserved."""
    try:
        found: IPAddress = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return is_public(str(found.ipv4_mapped))
        # Addresses that stand for an IPv4 address inside them could lead to a private one.
        if any(found in network for network in _MAPPED):
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved
