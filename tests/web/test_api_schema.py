"""The description of the API is kept to: Schemathesis asks what it allows, and what it does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig

from summitry.model.document import Document
from summitry.model.records import DocumentKind, Records
from summitry.web import create_app
from summitry.web.api import PREFIX
from tests import accounts
from tests.web.conftest import DAY

TOKEN = "a token for tests"
# A request can be of the described shape and still ask for what cannot be done: a search that only refuses words, a
# decision that its record cannot take. Those are told apart from mistakes in shape by their words, not their status.
CONFIG = {"checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "401", "403", "404", "409", "422"]}}}


class Silent:
    """A reader that finds nothing, so that any text can be taken in at once."""

    name = "silent-1"

    def read(self, document: Document) -> Records:
        return Records(document.id, (), None, DocumentKind.OTHER, reader=self.name)


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The description of the API over the small account."""
    path: Path = tmp_path_factory.mktemp("api") / "small.ledger"
    accounts.fill(str(path)).close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("summitry.pipeline.reader_for", lambda language: Silent())
        app = create_app(path, token=TOKEN, today=DAY)
        yield schemathesis.openapi.from_asgi(
            f"{PREFIX}/openapi.json",
            app,
            config=SchemathesisConfig.from_dict(CONFIG),
            headers={"Authorization": f"Bearer {TOKEN}"},
        )


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=lambda mode: mode.value)
def test_the_api_keeps_to_its_description(described: Any, mode: GenerationMode) -> None:
    operations = [result.ok() for result in described.get_all_operations()]
    assert len(operations) >= 29
    for operation in operations:

        @settings(max_examples=8, deadline=None, derandomize=True, phases=[Phase.generate],
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        @given(case=operation.as_strategy(generation_mode=mode))
        def holds(case: Any) -> None:
            case.call_and_validate(headers={"Authorization": f"Bearer {TOKEN}"})

        try:
            holds()
        except Unsatisfiable:
            # Some operations take nothing that could be of another shape.
            assert mode is GenerationMode.NEGATIVE
