"""Comparing: how two wordings stand to one another, and why; rapidfuzz lives here."""

from claimtrack.comparing.comparison import compare, compare_features

__all__ = ["compare", "compare_features"]
