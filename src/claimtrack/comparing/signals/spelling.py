"""The texts letter by letter."""

from rapidfuzz import fuzz

from claimtrack.comparing.pairing import Pairing


def spelling(pairing: Pairing) -> float:
    """Indel similarity of the words in their order (rapidfuzz `ratio`, scaled to 0..1): 1.0 equal but for marks."""
    return fuzz.ratio(pairing.left.plain, pairing.right.plain) / 100.0
