"""The texts letter by letter, their words sorted first."""

from rapidfuzz import fuzz

from claimtrack.comparing.pairing import Pairing


def sorted_spelling(pairing: Pairing) -> float:
    """Indel similarity after sorting words (rapidfuzz `token_sort_ratio`, scaled to 0..1): blind to order."""
    return fuzz.ratio(pairing.left.in_order, pairing.right.in_order) / 100.0
