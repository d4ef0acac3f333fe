"""What forms offer to choose from."""

from __future__ import annotations

from summitry.views.party_names import party_name, relation_name
from summitry.web.site import Asked

# Relations that a form offers, those with most documents first; others are reached by their address.
_MOST = 150


def relation_choices(asked: Asked) -> list[tuple[str, str]]:
    """Return relations as (address, name), by name."""
    counted = asked.keep("counts", asked.ledger.counts).get("relation", {})
    pairs = [tuple(pair.split()) for pair in list(counted)[:_MOST]]
    return sorted((("-".join(pair), relation_name(pair)) for pair in pairs), key=lambda choice: choice[1])


def party_choices(asked: Asked) -> list[tuple[str, str]]:
    """Return the parties of the ledger as (code, name), by name."""
    counted = asked.keep("counts", asked.ledger.counts)
    codes = set(counted.get("publisher", {})) | {code for pair in counted.get("relation", {}) for code in pair.split()}
    return sorted(((code, party_name(code)) for code in codes), key=lambda choice: choice[1])
