"""Who may ask, and what a browser may do with a page: host, token, session, forms, headers, size."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from summitry.model.errors import SummitryError
from summitry.web.problem import is_for_programs, problem

SESSION = "summitry_session"
VISITOR = "summitry_visitor"
# Characters of a token, at least: a short one can be guessed.
TOKEN_LENGTH = 12
# Bytes that one request may bring.
BODY_LIMIT = 64_000_000
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def is_loopback(host: str) -> bool:
    """Return whether an address to listen on can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Guard:
    """What decides on a request.

    Args:
        token: what everybody has to show; ``None`` for nothing, which is for loopback alone.
        hosts: the names that this machine may be called by; without a token only these are answered, so that a
            stranger's page cannot reach the ledger by giving its own name this machine's address.
        secret: signs sessions and forms; another one at every start.
    """

    token: str | None = None
    hosts: frozenset[str] = frozenset({"localhost", "127.0.0.1", "::1"})
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def __post_init__(self) -> None:
        if self.token is not None and len(self.token) < TOKEN_LENGTH:
            raise SummitryError(f"the token is shorter than {TOKEN_LENGTH} characters", "Choose a longer one.")

    def knows_host(self, name: str) -> bool:
        """Return whether requests under this name (a ``Host`` header) are answered."""
        if self.token is not None:
            return True
        try:
            return (urlsplit(f"//{name}").hostname or "") in self.hosts
        except ValueError:
            return False

    def is_token(self, given: str) -> bool:
        """Return whether this is the token, in a time that does not tell how nearly."""
        return self.token is not None and hmac.compare_digest(given.encode(), self.token.encode())

    def session(self) -> str:
        """Return a new session for somebody who has shown the token."""
        name = secrets.token_urlsafe(18)
        return f"{name}.{self._sign('session', name)}"

    def may_enter(self, connection: HTTPConnection) -> bool:
        """Return whether a request comes with a session, or with the token itself (``Authorization: Bearer``)."""
        if self.token is None:
            return True
        scheme, _, given = connection.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self.is_token(given.strip())
        name, _, sign = connection.cookies.get(SESSION, "").partition(".")
        return bool(name) and hmac.compare_digest(sign.encode(), self._sign("session", name).encode())

    def form_token(self, visitor: str) -> str:
        """Return what a form for this visitor must carry."""
        return self._sign("form", visitor)

    def is_form_of(self, visitor: str, given: str) -> bool:
        """Return whether a form was made for this visitor."""
        return bool(visitor) and hmac.compare_digest(given.encode(), self.form_token(visitor).encode())

    def _sign(self, use: str, name: str) -> str:
        return hmac.new(self.secret, f"{use}:{name}".encode(), hashlib.sha256).hexdigest()


def local_path(target: str) -> str:
    """Return a target if it is a path of our own, or else the first page."""
    plain = target.startswith("/") and not target.startswith("//") and "\\" not in target
    return target if plain and all(char.isprintable() for char in target) else "/"


class Manners:
    """Stands before every page: refuses strangers, limits bodies, and adds the headers that bind a browser."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self.app = app
        self.guard = guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message), scope["path"])
            await send(message)

        refusal = self._refusal(HTTPConnection(scope))
        if refusal is not None:
            await refusal(scope, receive, headed)
            return
        await self.app(scope, _limited(receive), headed)

    def _refusal(self, connection: HTTPConnection) -> Response | None:
        if not self.guard.knows_host(connection.headers.get("host", "")):
            return _refused(connection, 400, "This name is not one of this machine's.")
        if _length(connection.headers) > BODY_LIMIT:
            return _refused(connection, 413, f"More than {BODY_LIMIT // 1_000_000} MB at once.")
        path = connection.url.path
        if path == "/login" or path.startswith("/static/") or self.guard.may_enter(connection):
            return None
        if "authorization" in connection.headers or is_for_programs(path):
            return _refused(connection, 401, "A token is needed.", {"WWW-Authenticate": "Bearer"})
        wanted = quote(f"{path}?{connection.url.query}" if connection.url.query else path, safe="")
        return RedirectResponse(f"/login?next={wanted}", 303)


def _refused(connection: HTTPConnection, status: int, words: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return a refusal in words; to a program as problem details."""
    if is_for_programs(connection.url.path):
        return problem(status, words, headers=headers)
    return PlainTextResponse(f"{words}\n", status, headers)


class TooLarge(Exception):
    """A request brings more than it announced or than is taken."""


def _limited(receive: Receive) -> Receive:
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > BODY_LIMIT:
            raise TooLarge
        return message

    return limited


def _length(headers: Headers) -> int:
    given = headers.get("content-length", "0")
    return int(given) if given.isdecimal() and len(given) < 16 else 0


def _add_headers(headers: MutableHeaders, path: str) -> None:
    for name, value in _HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("Cache-Control", "max-age=86400" if path.startswith("/static/") else "private, no-cache")
