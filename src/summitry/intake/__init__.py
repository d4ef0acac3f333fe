"""Bytes, files, addresses → documents: one normalised text with segments, offsets and the way back."""
