"""What a person or a program wants to know, from the ledger."""
