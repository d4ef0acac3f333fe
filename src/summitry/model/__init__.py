"""The model: frozen types that every stage meets the next through; no input or output."""
