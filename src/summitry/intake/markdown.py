"""Front matter of Markdown: the block of YAML before the text."""

from __future__ import annotations

import re
from typing import Any, ClassVar

import yaml

_FRONT = re.compile(r"\s*---[ \t]*\n(?P<yaml>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.S)
_LARGEST = 65_536
_FIELD = re.compile(r"""^(?P<key>[\w -]{1,40}):[ \t]*(?P<value>.*)$""", re.M)


_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """Reads every scalar as the words it is."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


def front_matter(text: str) -> tuple[dict[str, Any], int]:
    """Return the front matter's fields and the offset where the text begins; no fields and 0 without front matter.

    Front matter that is no valid YAML is read line by line, so that a stray colon does not cost the title.
    """
    match = _FRONT.match(text[:_LARGEST])
    if not match:
        return {}, 0
    try:
        # No aliases: a small text must not unfold into a large one.
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(match["yaml"], Loader=_Base)):
            raise yaml.YAMLError("aliases are not read in front matter")
        fields = yaml.load(match["yaml"], Loader=_Loader)  # noqa: S506
    except (yaml.YAMLError, RecursionError):
        fields = {found["key"].strip(): found["value"].strip(" \"'") for found in _FIELD.finditer(match["yaml"])}
    return (fields, match.end()) if isinstance(fields, dict) else ({}, 0)
