"""``summitry serve``: the pages."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.cli.options import LedgerOption
from summitry.model.errors import SummitryError

if TYPE_CHECKING:
    from fastapi import FastAPI

PORT = 8765


def serve(
    ledger: LedgerOption = None,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="The port; 0 for any free one.")] = PORT,
    token: Annotated[
        str | None,
        typer.Option(
            "--token",
            envvar="SUMMITRY_TOKEN",
            show_default=False,
            help="What visitors have to show; needed where others can reach the address.",
        ),
    ] = None,
    browse: Annotated[bool, typer.Option("--open", help="Open the pages in your browser.")] = False,
) -> None:
    """Serve the pages of a ledger on this machine; stop with Ctrl-C.

    Nobody else can reach them unless you give another address, and then everybody has to show the token. Better than
    on the command line, where others may see it, it stands in the environment as SUMMITRY_TOKEN.

    Example: summitry serve --open

    Example: SUMMITRY_TOKEN=… summitry serve --host 0.0.0.0 --port 8080
    """
    from summitry.web import create_app
    from summitry.web.security import is_loopback

    if token is None and not is_loopback(host):
        raise SummitryError(
            f"others could reach the ledger at {host}", "Give a token in SUMMITRY_TOKEN, or leave --host away."
        )
    run(create_app(ledger, token=token), host, port, browse=browse)


def run(app: FastAPI, host: str, port: int, *, browse: bool = False, or_any: bool = False) -> None:
    """Serve an application until it is interrupted or ended; say where it is.

    Args:
        app: the application.
        host: the address to listen on.
        port: the port; 0 for any free one.
        browse: whether to open the pages in the user's browser.
        or_any: whether to take any free port where this one is taken.

    Raises:
        SummitryError: the address cannot be listened on.
    """
    import uvicorn

    from summitry.cli.output import stderr

    try:
        listening = _listen(host, port)
    except SummitryError:
        if not or_any:
            raise
        listening = _listen(host, 0)
    address = _address(host, listening.getsockname()[1])
    stderr().print(f"The pages are at {address}  (stop with Ctrl-C)", soft_wrap=True)
    if browse:
        _open(address)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    # Ctrl-C is how the pages are meant to be stopped, and no failure.
    with listening, suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SummitryError(f"cannot listen on {host}, port {port}: {reason}", "Choose another --port.") from error


def _address(host: str, port: int) -> str:
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{port}/"


def _open(address: str) -> None:
    import threading
    import webbrowser

    # The server takes requests a moment from now; the browser is to find it there.
    timer = threading.Timer(0.7, webbrowser.open, (address,))
    timer.daemon = True
    timer.start()
