"""Entries: the one place where the ledger's own history is written."""

from __future__ import annotations

from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy import Connection

from summitry.ledger.decisions import Action
from summitry.ledger.pack import to_json
from summitry.ledger.schema import entries
from summitry.model.codec import Json

# Who enters what nobody decided.
PROGRAM = "summitry"


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry before it has a number."""

    at: str
    action: Action
    subject: str
    author: str = PROGRAM
    reason: str = ""
    payload: Json = field(default_factory=dict)
    supersedes: int | None = None


def enter(connection: Connection, draft: Draft) -> int:
    """Write an entry and return its number."""
    values = {
        "at": draft.at,
        "action": draft.action.value,
        "subject": draft.subject,
        "author": draft.author,
        "reason": draft.reason,
        "payload": to_json(draft.payload),
        "supersedes": draft.supersedes,
    }
    return int(connection.execute(sa.insert(entries).values(values).returning(entries.c.id)).scalar_one())
