"""What later words can show of a commitment."""

from __future__ import annotations

from enum import StrEnum


class Shows(StrEnum):
    """What a passage shows of a commitment; ``silent`` is the status of one that nothing later speaks of."""

    FULFILLED = "fulfilled"
    PARTLY = "partly"
    RESTATED = "restated"
    SLIPPED = "slipped"
    SUPERSEDED = "superseded"
    SILENT = "silent"
