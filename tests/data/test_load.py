from pathlib import Path

import pytest

import summitry.data as data

VOCABULARIES = sorted(Path(data.__file__).parent.rglob("*.yaml"))


def words(value: object) -> list[object]:
    if isinstance(value, dict):
        return [w for k, v in value.items() for w in (k, *words(v))]
    return [w for item in value for w in words(item)] if isinstance(value, list) else [value]


@pytest.mark.parametrize("path", VOCABULARIES, ids=lambda p: p.stem)
def test_every_vocabulary_loads(path: Path) -> None:
    name = path.relative_to(Path(data.__file__).parent).with_suffix("").as_posix()
    assert data.load(name)


def test_small_words_and_norway_stay_words() -> None:
    assert "on" in data.load("en/comparison")["stop"]
    assert "NO" in data.load("parties/states")
    assert not any(isinstance(w, bool) for w in words(data.load("en/comparison")))


def test_a_missing_vocabulary_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        data.load("en/nothing")
