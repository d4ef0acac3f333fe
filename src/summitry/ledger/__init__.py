"""Records → a database: append-only entries, queries, links."""
