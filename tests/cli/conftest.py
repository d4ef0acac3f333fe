"""The command line under test: a runner, a ledger that holds the small account, a reader that needs no model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from summitry.cli import app
from summitry.model.document import Document
from summitry.model.errors import LanguageError
from summitry.model.records import Act, DocumentKind, Records, Statement
from tests import accounts

Run = Callable[..., Result]


class OneCueReader:
    """Finds the word "welcomed" and what follows it in the line; trips over the word "trip"."""

    name = "one-cue-1"

    def read(self, document: Document) -> Records:
        if "trip" in document.text:
            raise KeyError("trip")
        if "Bonjour" in document.text:
            raise LanguageError("texts in language 'fr' cannot be read yet")
        hand = accounts.Hand(document)
        start = document.text.find("welcomed")
        words = document.text[start:].splitlines()[0] if start >= 0 else ""
        found = (Statement(hand.grounds(words), "welcomed", Act.WELCOME, ("JP",)),) if words else ()
        meta = document.meta
        return Records(
            document.id, meta.issuers, meta.published, DocumentKind.READOUT, statements=found, reader=self.name
        )


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> OneCueReader:
    """Put the reader that needs no model in the place of the real one."""
    one = OneCueReader()
    monkeypatch.setattr("summitry.pipeline.reader_for", lambda language: one)
    return one


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command line in an empty folder, 100 columns wide."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("SUMMITRY_LEDGER", raising=False)

    def call(*words: str, **more: str) -> Result:
        return CliRunner().invoke(app, list(words), **more)  # type: ignore[arg-type]

    return call


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Path of a ledger that holds the small account."""
    path = str(tmp_path_factory.mktemp("ledger") / "small.ledger")
    accounts.fill(path).close()
    return path
