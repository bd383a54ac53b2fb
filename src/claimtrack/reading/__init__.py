"""Reading: from the files that people write to a Ledger, with everything that is wrong in them."""

from claimtrack.reading.ledger import ledger_of, load_ledger

__all__ = ["ledger_of", "load_ledger"]
