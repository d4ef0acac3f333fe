"""The reader of English texts."""
