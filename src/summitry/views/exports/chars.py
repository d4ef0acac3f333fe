"""Characters that other tools cannot take."""

from __future__ import annotations

import re

# Characters that XML 1.0 has no place for, not even escaped; other tools drop or refuse them too.
_STRANGE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """Return a text without control characters and the like."""
    return _STRANGE.sub("", text)
