"""Importing: a ledger from the formats of other programs; one format, one file."""
