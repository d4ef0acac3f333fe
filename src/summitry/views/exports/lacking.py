"""Libraries that only some formats need."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from summitry.model.errors import SummitryError


def library(name: str, form: str) -> Any:
    """Return a module by its name.

    Args:
        name: the module.
        form: what needs it, in words.

    Raises:
        SummitryError: it is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        hint = "pip install 'summitry[exports]'"
        raise SummitryError(f"{form} needs {name.partition('.')[0]}, which is not installed", hint) from error
