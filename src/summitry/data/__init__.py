"""The vocabularies, as YAML files beside this module, and the one way to load them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> Any:
    """Return the content of the vocabulary ``name`` (a path under ``data/`` without ``.yaml``), parsed once.

    Raises:
        FileNotFoundError: there is no such vocabulary.
    """
    text = files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
