from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from summitry.ledger import Ledger, locations
from summitry.ledger.engine import open_store
from summitry.ledger.migrate import MIGRATIONS
from summitry.ledger.schema import HEAD, VERSION_TABLE, metadata


def test_the_migrations_make_the_schema(place: str) -> None:
    Ledger.open(place).close()
    store = open_store(place)

    def ours(thing: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
        # Full-text search is the migrations' own business.
        return "_fts" not in (name or "") and not (name or "").endswith("vector") and name != VERSION_TABLE

    with store.read() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []
    store.close()


def test_the_program_knows_its_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_the_default_place_is_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert locations.default_path().name == "ledger.sqlite"
    with Ledger.open() as ledger:
        assert Path(ledger.name) == locations.default_path()
        assert locations.default_path().exists()
