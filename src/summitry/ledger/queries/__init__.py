"""Questions to a ledger, a module a subject; each takes an open connection and returns rows."""
