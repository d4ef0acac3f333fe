"""``summitry serve`` and the end of ``summitry demo`` as processes: where they listen, and how they stop."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests import accounts

PROGRAM = [sys.executable, "-c", "from summitry.cli import main; main()"]


@contextmanager
def running(*words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start a command and yield it with the address that it tells."""
    process = subprocess.Popen([*PROGRAM, *words], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    try:
        assert process.stderr is not None
        said = ""
        for line in process.stderr:
            said += line
            found = re.search(r"http://\S+", line)
            if found:
                yield process, found[0]
                return
        raise AssertionError(said)
    finally:
        process.kill()
        process.wait()


def test_the_pages_are_served_until_an_interrupt(tmp_path: Path) -> None:
    path = str(tmp_path / "small.ledger")
    accounts.fill(path).close()
    with running("serve", "--ledger", path, "--port", "0") as (process, address):
        assert address.startswith("http://127.0.0.1:")
        assert "Japan – Norway" in httpx.get(address).text
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0


def test_the_demo_ends_with_its_pages_on_another_port_if_need_be(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with running("demo", "--ledger", str(tmp_path / "demo.ledger"), "--port", str(port)) as (process, address):
            assert str(port) not in address
            page = httpx.get(address).text
            assert "1 Oct 2026" in page
            assert "Chile – Kenya" in page
            process.terminate()
            assert process.wait(20) in (0, -signal.SIGTERM)


def test_a_taken_port_and_an_open_address_are_refused(tmp_path: Path) -> None:
    path = str(tmp_path / "x.ledger")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [*PROGRAM, "serve", "-l", path, "--port", port], capture_output=True, text=True, timeout=60
        )
    assert done.returncode == 1
    assert "cannot listen on 127.0.0.1" in done.stderr
    for host in ("0.0.0.0", "::", "192.0.2.1"):
        done = subprocess.run(
            [*PROGRAM, "serve", "-l", path, "--host", host], capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 1
        assert "SUMMITRY_TOKEN" in done.stderr
    short = subprocess.run(
        [*PROGRAM, "serve", "-l", path, "--host", "0.0.0.0", "--token", "short"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert short.returncode == 1
    assert "shorter" in short.stderr
