"""Exporting: a ledger, and what was found in it, in the formats of other programs; one format, one file."""
