"""The shape of FollowTheMoney entities: properties as lists, dates as precise as they are, ids of parties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from summitry.model.edtf import Edtf
from summitry.views.exports.chars import plain
from summitry.views.tables import Json

Values = Iterable[str | None]
# Dates that the schemata take as they are; other EDTF dates are given by their first and last day.
_PLAIN = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d{2})?)?")


def entity(schema: str, identity: str, **properties: Values) -> Json:
    """Return an entity; empty values and properties without any are left out."""
    values = {key: list(dict.fromkeys(plain(v) for v in given if v)) for key, given in properties.items()}
    return {"id": identity, "schema": schema, "properties": {key: value for key, value in values.items() if value}}


def merged(entities: Iterable[Json]) -> Iterable[Json]:
    """Return entities each once: those of one id with the values of all, as a post that several persons held."""
    kept: dict[str, Json] = {}
    for item in entities:
        known = kept.setdefault(item["id"], item)["properties"]
        for name, values in item["properties"].items():
            known[name] = list(dict.fromkeys([*known.get(name, ()), *values]))
    return kept.values()


def party(code: str) -> str:
    """Return the id of a party."""
    return f"summitry-party-{code}"


def address(url: str | None) -> str | None:
    """Return an address if it is one of the web."""
    return url if url and url.startswith(("http://", "https://")) else None


def is_plain(day: str) -> bool:
    """Return whether a date is a year, month or day, as the schemata take it."""
    return _PLAIN.fullmatch(day) is not None


def dates(days: Iterable[Edtf]) -> Mapping[str, Values]:
    """Return dates as properties: plain ones as they are, seasons and intervals by the days that bound them."""
    plain, starts, ends = [], [], []
    for day in days:
        first, last = day.bounds
        if is_plain(day.value):
            plain.append(day.value)
            continue
        starts.append(first.isoformat() if first else None)
        ends.append(last.isoformat() if last else None)
    return {"date": plain, "startDate": starts, "endDate": ends}
