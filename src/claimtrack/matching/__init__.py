"""Matching: which wordings are alike enough to be worth comparing; exact, and fast on many."""

from claimtrack.matching.index import ClaimIndex, Hit
from claimtrack.matching.join import Pairs

__all__ = ["ClaimIndex", "Hit", "Pairs"]
