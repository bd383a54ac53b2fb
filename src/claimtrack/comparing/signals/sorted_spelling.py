"""The texts letter by letter, their words sorted first."""

from rapidfuzz import fuzz

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Evidence


def sorted_spelling(pairing: Pairing) -> Evidence:
    """Indel similarity after sorting words (rapidfuzz `token_sort_ratio`, scaled to 0..1): blind to order."""
    value = fuzz.token_sort_ratio(pairing.left.folded, pairing.right.folded) / 100.0
    return Evidence(name="sorted_spelling", value=value, reason=f"{value:.0%} of the letters once words are sorted")
