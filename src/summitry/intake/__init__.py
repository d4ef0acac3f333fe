"""Bytes, files, addresses → documents: one normalised text with segments, offsets and the way back."""

from summitry.intake.fetch import Fetched, fetch
from summitry.intake.options import IntakeOptions, Refusal
from summitry.intake.sources import count, from_bytes, from_text, is_address, take

__all__ = ["Fetched", "IntakeOptions", "Refusal", "count", "fetch", "from_bytes", "from_text", "is_address", "take"]
