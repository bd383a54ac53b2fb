"""The texts letter by letter."""

from rapidfuzz import fuzz

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Evidence


def spelling(pairing: Pairing) -> Evidence:
    """Indel similarity of the folded texts (rapidfuzz `ratio`, scaled to 0..1): 1.0 equal but for case and marks."""
    value = fuzz.ratio(pairing.left.folded, pairing.right.folded) / 100.0
    return Evidence(name="spelling", value=value, reason=f"{value:.0%} of the letters in common order")
