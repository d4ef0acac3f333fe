"""The small account in a ledger."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from summitry.ledger import Ledger
from tests import accounts


@pytest.fixture(scope="package")
def ledger() -> Iterator[Ledger]:
    with accounts.fill(":memory:") as opened:
        yield opened
