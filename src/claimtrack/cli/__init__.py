"""The command line: one verb, one file; the only place that prints."""

from claimtrack.cli.program import main

__all__ = ["main"]
