"""Names that a person gives to what is followed across documents, from the command line."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from summitry.model.errors import SummitryError

if TYPE_CHECKING:
    from summitry.ledger import Ledger


def give_names(
    ledger: Ledger, what: str, known: Mapping[str, Iterable[str]], given: Iterable[tuple[str, str] | None], reason: str
) -> None:
    """Keep each name given as a decision; a name that another bears puts the two together.

    Args:
        ledger: where the decisions go.
        what: what is named, in the singular ("issue"), for errors.
        known: the names and keys that each can be called by, under the subject of its decisions.
        given: pairs of a name or key and the new name; ``None`` where an option was not used.
        reason: why, in the person's words.

    Raises:
        SummitryError: nothing of that name is there.
    """
    for old, new in filter(None, given):
        wanted = old.casefold()
        subject = next((s for s, names in known.items() if wanted in map(str.casefold, names)), None)
        if subject is None:
            raise SummitryError(f"there is no {what} {old!r} here", f"see the list: summitry {what}s")
        ledger.decide("rename", subject, getpass.getuser(), reason, new)
