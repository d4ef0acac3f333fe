"""Ledgers to test with: SQLite always, PostgreSQL where its programs and driver are installed."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
import sqlalchemy as sa

from summitry.ledger import Ledger


class Ticking:
    """A clock that goes on by a minute at every look."""

    def __init__(self, start: datetime = datetime(2031, 5, 1, 9, 0, tzinfo=UTC)) -> None:
        self.now = start

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@cache
def _empty() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "empty.sqlite")
        Ledger.open(path).close()
        return path.read_bytes()


@contextmanager
def fresh() -> Iterator[Ledger]:
    """An empty SQLite ledger without the cost of making its tables, for tests that need many."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ledger.sqlite")
        path.write_bytes(_empty())
        with Ledger.open(path, clock=Ticking()) as ledger:
            yield ledger


def _user() -> dict[str, int]:
    """PostgreSQL refuses to run as root: take its own user then."""
    if os.getuid() != 0:
        return {}
    try:
        entry = pwd.getpwnam("postgres")
    except KeyError:
        pytest.skip("no user to run PostgreSQL as")
    return {"user": entry.pw_uid, "group": entry.pw_gid}


def _program(name: str) -> str | None:
    own = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return shutil.which(name) or (str(own[-1]) if own else None)


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """A PostgreSQL of our own for the session, listening on a socket in a temporary folder only."""
    initdb, pg_ctl = _program("initdb"), _program("pg_ctl")
    if not initdb or not pg_ctl:
        pytest.skip("PostgreSQL's initdb and pg_ctl are not installed")
    if not find_spec("psycopg"):
        pytest.skip("psycopg is not installed")
    user = _user()
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if user:
            os.chown(folder, user["user"], user["group"])
        data = folder / "data"
        quiet = {"cwd": folder, "check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **user}
        subprocess.run([initdb, "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync"], **quiet)
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        subprocess.run([pg_ctl, "-D", data, "-w", "-l", folder / "log", "-o", options, "start"], **quiet)
        try:
            yield f"postgresql://tester@/postgres?host={folder}"
        finally:
            subprocess.run([pg_ctl, "-D", data, "-w", "-m", "immediate", "stop"], **quiet)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The path or address of a ledger that does not exist yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.sqlite")
        return
    server = request.getfixturevalue("cluster")
    name = f"t{uuid.uuid4().hex}"
    engine = sa.create_engine(server.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield server.replace("/postgres?", f"/{name}?")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """An empty ledger in either database, with a clock of its own."""
    with Ledger.open(place, clock=Ticking()) as opened:
        yield opened


@pytest.fixture
def python() -> Callable[[str], subprocess.Popen[str]]:
    """Runs a program text in another process."""

    def run(program: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", program], text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    return run
