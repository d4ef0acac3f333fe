"""Named treaties, declarations, plans and resolutions."""

from __future__ import annotations

from summitry.model.records import Instrument
from summitry.reading.en.header import Header
from summitry.reading.en.parse import Parsed
from summitry.reading.en.sides import Sides


def read_instruments(parsed: Parsed, header: Header, sides: Sides) -> tuple[Instrument, ...]:
    """Return the instruments of a text, in text order."""
    return ()
