"""JSON lines: one object a row, nested, nothing left out."""

from __future__ import annotations

import json

from summitry.views.exports.chosen import Chosen


def export(chosen: Chosen) -> bytes:
    """Return rows as JSON lines, with the keys that the commands print with ``--format json``."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in chosen.answer().data()).encode()
