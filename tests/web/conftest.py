"""The pages under test: over the small account, over an empty ledger, over a hostile text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from summitry.web import create_app
from tests import accounts

BASE = "http://127.0.0.1:8765"
DAY = date(2026, 10, 1)
Open = Callable[..., TestClient]


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark of tests that need Chromium known."""
    config.addinivalue_line("markers", "browser: runs in Chromium; skipped where it is not installed")


def client_of(place: str | Path, **options: object) -> TestClient:
    """Return a visitor to the pages of a ledger."""
    return TestClient(create_app(place, today=DAY, **options), base_url=BASE, follow_redirects=False)  # type: ignore[arg-type]


def form_token(client: TestClient, path: str = "/add") -> str:
    """Return what a page's form carries."""
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', client.get(path).text)
    assert found
    return found[1]


@pytest.fixture
def visit(tmp_path: Path) -> Iterator[TestClient]:
    """A visitor to a ledger that holds the small account."""
    path = str(tmp_path / "small.ledger")
    accounts.fill(path).close()
    with client_of(path) as client:
        yield client


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    """A visitor to a ledger that holds nothing."""
    with client_of(tmp_path / "empty.ledger") as client:
        yield client
