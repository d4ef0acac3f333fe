"""Summitry reads the texts governments publish about their meetings and keeps the account of a relationship."""

__version__ = "0.1.0"
